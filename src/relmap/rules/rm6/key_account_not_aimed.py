"""RM607: a key account that is not interconnected, and is not meant to be."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_SETTINGS = """\
company: Quellwerk
tiers: {key: {key: true}, growth: {}}
team: {maria: {}}
"""
_ACCOUNT = """\
name: Harrow Foods
owner: maria
tier: key
ambition: {stage: AIM}
"""


def _find(case: Case) -> Iterator[Hit]:
    tier = case.settings.tiers.get(case.account.tier or "")
    if case.account.status != "customer" or tier is None or not tier.key:
        return
    stage, aim = case.profile.stage.headline, case.account.ambition.stage
    if stage.high != "interconnected" and aim != "interconnected":
        aimed = f"aims at {aim}" if aim else "has no stage to aim at"
        yield Hit(("tier",), "tier", f"a key account that is {stage.value} and {aimed}")


RULE = AccountRule(
    code="RM607",
    name="key-account-not-aimed",
    severity=Severity.WARNING,
    profile="standard",
    summary="An account of a key tier is not interconnected and does not aim to be.",
    why="Key accounts are few because they cost much; one that is to stay as it is, is a large account.",
    sources=("Bacon's four relationship stages: key accounts are a subset of the interconnected.",),
    hint="write `ambition: {stage: interconnected}` with a day, or give it another tier",
    fires=Example(_ACCOUNT.replace("AIM", "basic"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("AIM", "interconnected"), _SETTINGS),
    find=_find,
)
