"""What people wrote to quieten findings: comments on the line, waivers in relmap.yaml; and what of it is of no use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from relmap.assess.assessment import Assessment
from relmap.book.ignores import Ignore
from relmap.book.locate import Locator
from relmap.findings import Accepted, Finding, State
from relmap.rules.codes import IGNORE_INCOMPLETE, IGNORE_UNUSED, RULE_CRASHED, WAIVER_EXPIRED, WAIVER_UNUSED
from relmap.rules.finding import gate_finding
from relmap.rules.plan import Plan, blocks


class Quietened:
    """The findings of a run with those waived that somebody accepts, and which wish was of no use."""

    def __init__(self, findings: Sequence[Finding], ignores: Sequence[Ignore], run: Assessment, plan: Plan) -> None:
        self._ignores, self._run, self._plan = ignores, run, plan
        self._used_ignores: set[Ignore] = set()
        self._used_waivers: set[int] = set()
        self._by_place: dict[tuple[str, int], list[Ignore]] = {}
        for ignore in ignores:
            if ignore.reason:
                self._by_place.setdefault((ignore.span.path, ignore.line), []).append(ignore)
        self._waivers, self._day = run.settings.waivers, run.as_of
        self._waived_accounts = {waiver.account for waiver in self._waivers}
        self.findings = [self._judged(found) for found in findings]

    def _judged(self, found: Finding) -> Finding:
        named = found.account in self._waived_accounts or (found.span.path, found.span.line) in self._by_place
        if not named or not can_be_quietened(found, self._run.broken):
            return found
        ignored, waived = self._ignored(found), self._waived(found)
        accepted = ignored or waived
        return replace(found, state=State.WAIVED, accepted=accepted) if accepted else found

    def _ignored(self, found: Finding) -> Accepted | None:
        asked = self._by_place.get((found.span.path, found.span.line), ())
        meant = [ignore for ignore in asked if found.code in ignore.codes]
        self._used_ignores.update(meant)
        return Accepted(meant[0].reason, on_the_line=True) if meant else None

    def _waived(self, found: Finding) -> Accepted | None:
        meant = [
            position
            for position, waiver in enumerate(self._waivers)
            if waiver.account == found.account and found.code.startswith(waiver.rule.upper())
        ]
        self._used_waivers.update(meant)
        day = max(self._day, found.on or self._day)
        holding = [self._waivers[position] for position in meant if day <= self._waivers[position].expires]
        return Accepted(holding[0].reason, on_the_line=False, until=holding[0].expires) if holding else None

    def useless_ignores(self, paths: Mapping[str, str]) -> Iterator[Finding]:
        """Yield a finding for each comment that is incomplete, or meets nothing though its rules ran."""
        plan, broken = self._plan, self._run.broken
        for ignore in self._ignores:
            account = paths.get(ignore.span.path, "")
            if not plan.looks_at(account):
                continue
            if not ignore.codes or not ignore.reason:
                yield _incomplete(ignore, account)
            elif ignore not in self._used_ignores and account not in broken and all(map(plan.runs, ignore.codes)):
                message = f"{', '.join(ignore.codes)} is ignored here, and there is no such finding"
                subject = ",".join(ignore.codes)
                yield gate_finding(IGNORE_UNUSED, message, ignore.span, "take the comment out", account, subject)

    def useless_waivers(self, locator: Locator) -> Iterator[Finding]:
        """Yield a finding for each waiver that is over or will be, or meets nothing though its rules ran."""
        plan, broken = self._plan, self._run.broken
        for position, waiver in enumerate(self._waivers):
            if not plan.looks_at(waiver.account):
                continue
            span, subject = locator.value(("waivers", position)), f"{waiver.rule}={waiver.account}"
            over = waiver.expires + timedelta(days=1)
            if over <= plan.until:
                message = f"the waiver of {waiver.rule} for {waiver.account} counts until {waiver.expires}"
                hint = f"{waiver.owner} answers for it: renew it with a reason, or take it out"
                ended = gate_finding(WAIVER_EXPIRED, message, span, hint, waiver.account, subject)
                yield replace(ended, on=over, route=("waivers", position))
            meets = position in self._used_waivers or waiver.account in broken
            if not meets and over > self._day and plan.runs(waiver.rule.upper()):
                message = f"the waiver of {waiver.rule} for {waiver.account} meets no finding"
                unused = gate_finding(WAIVER_UNUSED, message, span, "take it out", waiver.account, subject)
                yield replace(unused, route=("waivers", position))


def can_be_quietened(found: Finding, broken: Sequence[str]) -> bool:
    """Say whether a finding may be accepted: not where a file cannot be used at all, nor a rule that failed."""
    return not blocks(found, broken) and found.code != RULE_CRASHED.code


def _incomplete(ignore: Ignore, account: str) -> Finding:
    missing = "names no code" if not ignore.codes else f"ignores {', '.join(ignore.codes)} without a reason"
    hint = "write `# relmap: ignore[RM204] the reason`"
    subject = ",".join(ignore.codes) or "no code"
    message = f"this comment {missing}, so it counts for nothing"
    return gate_finding(IGNORE_INCOMPLETE, message, ignore.span, hint, account, subject)
