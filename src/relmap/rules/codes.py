"""The codes RM9xx: what the gate says of itself, and of what people wrote to quieten it."""

from relmap.book.codes import Code
from relmap.findings import Severity

RULE_CRASHED = Code(
    "RM901", "rule-crashed", Severity.ERROR, "A rule failed, so nothing is known of what it would have found."
)
WAIVER_EXPIRED = Code(
    "RM902", "waiver-expired", Severity.WARNING, "A waiver's last day is over, and it waives nothing any more."
)
WAIVER_UNUSED = Code("RM903", "waiver-unused", Severity.WARNING, "A waiver meets no finding.")
IGNORE_UNUSED = Code("RM904", "ignore-unused", Severity.WARNING, "A comment ignores a finding that is not there.")
IGNORE_INCOMPLETE = Code(
    "RM905", "ignore-incomplete", Severity.WARNING, "A comment to ignore a finding lacks the code or the reason."
)
BASELINE_STALE = Code(
    "RM906", "baseline-stale", Severity.WARNING, "The baseline lists a finding that is not there any more."
)

GATE_CODES: tuple[Code, ...] = (
    RULE_CRASHED,
    WAIVER_EXPIRED,
    WAIVER_UNUSED,
    IGNORE_UNUSED,
    IGNORE_INCOMPLETE,
    BASELINE_STALE,
)
"""Every code of the gate itself."""
