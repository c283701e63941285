"""Pass 1: the rules that need one account, run where it is read, in any process."""

from dataclasses import dataclass

from relmap.assess.profile import Profile
from relmap.book.load import LoadedAccount
from relmap.findings import Finding
from relmap.rules.finding import Places, crashed, to_finding
from relmap.rules.plan import Plan
from relmap.rules.rule import Case


@dataclass(frozen=True)
class Inspection:
    """What `run_book` calls for every account. It is plain data, so that it can go to other processes."""

    plan: Plan
    debug: bool = False
    """Let a rule that fails end the run, with its traceback."""

    def __call__(self, loaded: LoadedAccount, profile: Profile) -> list[Finding]:
        """Return what the rules have to say of one account, up to the last day that is looked ahead to."""
        if loaded.written is None or not self.plan.looks_at(loaded.id):
            return []
        found: list[Finding] = []
        places = Places(loaded.path, loaded.written)
        plain = Case({}, profile, self.plan.until)
        for planned, rule in self.plan.for_accounts:
            case = Case(planned.options, profile, self.plan.until) if planned.options else plain
            try:
                hits = [hit for hit in rule.find(case) if self.plan.reaches(hit)]
                if hits:
                    found += [to_finding(hit, planned, loaded.id, places) for hit in hits]
            except Exception as error:  # (a rule is no reason to say nothing of the others)
                if self.debug:
                    raise
                found.append(crashed(planned, loaded.id, loaded.path, error))
        return found
