"""The baseline: what a book had wrong when it began to be checked, so that only what is new counts."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from relmap.errors import RelmapError
from relmap.findings import Finding, Severity, Span, State
from relmap.rules.codes import BASELINE_STALE
from relmap.rules.finding import gate_finding
from relmap.rules.plan import Plan

VERSION = 1
_HINT = "`relmap check --write-baseline FILE` writes one"


class Baseline(NamedTuple):
    """The fingerprints that are known, and in which file, as people named it."""

    path: str
    known: Counter[str]


def read_baseline(data: bytes, path: str) -> Baseline:
    """Return the baseline in the bytes of a file. Raises RelmapError where they are none."""
    try:
        document = json.loads(data)
        version, known = document["version"], document["findings"]
    except (ValueError, RecursionError, TypeError, KeyError):
        raise RelmapError(f"{path} is no baseline", hint=_HINT) from None
    if version != VERSION:
        raise RelmapError(f"{path} is a baseline of version {str(version)[:20]}, and {VERSION} is read", hint=_HINT)
    if not isinstance(known, list) or not all(isinstance(entry, str) for entry in known):
        raise RelmapError(f"{path} is no baseline: `findings` is no list of texts", hint=_HINT)
    return Baseline(path, Counter(known))


def baseline_text(fingerprints: Iterable[str]) -> str:
    """Return a baseline file: a line a finding, sorted, so that a change is a change of its lines."""
    lines = ",\n".join(f"  {json.dumps(entry)}" for entry in sorted(fingerprints))
    listed = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"version": {VERSION},\n"findings": {listed}\n}}\n'


def known_of(findings: Iterable[Finding]) -> list[str]:
    """Return the fingerprints of what a baseline may take up: everything that is active or in the old one."""
    return [found.fingerprint for found in findings if found.state is not State.WAIVED and may_be_in_baseline(found)]


def may_be_in_baseline(found: Finding) -> bool:
    """Say whether a baseline may take up a finding: no error of a file, nor what the gate says of itself."""
    blocks_its_file = found.code < "RM2" and found.severity is Severity.ERROR
    return not blocks_its_file and not found.code.startswith("RM9")


def held_against(findings: Sequence[Finding], baseline: Baseline) -> tuple[list[Finding], Counter[str]]:
    """Return the findings with those marked that the baseline knows, and what it lists beside them."""
    left = baseline.known.copy()
    judged = []
    for found in findings:
        if found.state is State.ACTIVE and may_be_in_baseline(found) and left[found.fingerprint] > 0:
            left[found.fingerprint] -= 1
            found = replace(found, state=State.BASELINE)
        elif found.state is State.WAIVED and left[found.fingerprint] > 0:
            left[found.fingerprint] -= 1
        judged.append(found)
    return judged, +left


def is_fixed(fingerprint: str, plan: Plan, broken: Sequence[str]) -> bool:
    """Say whether something that a baseline lists and this run has not found was looked for at all."""
    code, _, rest = fingerprint.partition("/")
    account = rest.partition("/")[0]
    return plan.runs(code) and plan.looks_at(account) and account not in broken


def stale(baseline: Baseline, fixed: Iterable[str]) -> list[Finding]:
    """Return a finding for each entry that is fixed."""
    hint = f"`relmap check --baseline {baseline.path} --prune-baseline` takes it out"
    return [
        gate_finding(
            BASELINE_STALE,
            f"{baseline.path} lists {fingerprint}, and it is not there any more",
            Span(baseline.path),
            hint,
            fingerprint.split("/")[1] if fingerprint.count("/") > 1 else "",
            fingerprint,
        )
        for fingerprint in sorted(fixed)
    ]
