"""RM610: trust that nothing stands behind."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 5, known_by: {maria: {level: trusted_advisor, last_contact: 2026-11-02, trust: TRUST}}}
"""


def _find(case: Case) -> Iterator[Hit]:
    found = case.profile.trust_types
    if case.account.status != "former" and found.excessive is True:
        places = [entry.route for entry in found.find_evidence().inputs]
        yield Hit(places[0] if places else ("views",), "trust", f"trust beyond the evidence: {found.excessive_why}")


RULE = AccountRule(
    code="RM610",
    name="excessive-trust",
    severity=Severity.INFO,
    profile="strict",
    summary="Trust is high, and neither kept promises nor a word of theirs nor a record of delivery stands behind it.",
    why="Trust that has outrun the evidence is the one that is betrayed without anybody noticing.",
    sources=("Are you suffering deep dependence, CustomerAttuned's Trust Ladder: excessive trust.",),
    hint="ask them, and keep a record of what was promised and delivered",
    fires=Example(_ACCOUNT.replace("TRUST", "9")),
    clean=Example(_ACCOUNT.replace("TRUST", "5")),
    find=_find,
)
