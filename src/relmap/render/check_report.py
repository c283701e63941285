"""What every form of a check's answer is made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from relmap.findings import Finding, Severity, Span, State
from relmap.rules.gate import Checked

WORST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
NO_EXCERPTS: Mapping[Span, str] = {}


class Report(NamedTuple):
    """A check and how it is to be told."""

    checked: Checked
    fail_on: Severity
    """The least severity that fails the run."""
    excerpts: Mapping[Span, str] = NO_EXCERPTS
    """The line of the file at a finding's place, where it is to be shown."""

    @property
    def failing(self) -> tuple[Finding, ...]:
        """What fails the run."""
        return tuple(found for found in self.checked.active if self.fails(found))

    def fails(self, found: Finding) -> bool:
        """Say whether a finding is one that fails the run."""
        return found.state is State.ACTIVE and WORST_FIRST[found.severity] <= WORST_FIRST[self.fail_on]

    def below(self, folder: str) -> "Report":
        """Return the report with paths as they are seen from above the book, which lies in `folder` there."""
        if not folder:
            return self
        now, ahead = (tuple(_below(folder, found) for found in part) for part in self.checked[3:5])
        return self._replace(checked=self.checked._replace(findings=now, upcoming=ahead))


def hashed(fingerprint: str) -> str:
    """Return a fingerprint for formats that only compare it: no name stands in it, and nothing needs escaping."""
    return sha256(fingerprint.encode("utf-8", "replace")).hexdigest()


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the worst first, each kind by place."""
    return sorted(findings, key=lambda found: WORST_FIRST[found.severity])


def _below(folder: str, found: Finding) -> Finding:
    def moved(span: Span) -> Span:
        return replace(span, path=f"{folder}{span.path}")

    related = tuple(replace(other, span=moved(other.span)) for other in found.related)
    return replace(found, span=moved(found.span), related=related)


def summary(checked: Checked) -> str:
    """Say in one line what was found: `14 accounts: 2 errors, 1 warning; 3 accepted, 4 in the baseline`."""
    active = Counter(found.severity for found in checked.active)
    counts = [_counted(active[severity], str(severity)) for severity in WORST_FIRST if active[severity]]
    states = Counter(found.state for found in checked.findings)
    quiet = [
        f"{states[state]} {words}"
        for state, words in ((State.WAIVED, "accepted"), (State.BASELINE, "in the baseline"))
        if states[state]
    ]
    accounts = "1 account" if checked.accounts == 1 else f"{checked.accounts} accounts"
    return f"{accounts}: {'; '.join([', '.join(counts) or 'no findings', *([', '.join(quiet)] if quiet else [])])}"


def _counted(count: int, severity: str) -> str:
    return f"{count} {severity}" if count == 1 or severity == "info" else f"{count} {severity}s"
