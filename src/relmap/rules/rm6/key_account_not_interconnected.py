"""RM607: an account treated as a key account that is not interconnected, and is not meant to become it."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.rules.rm6.words import stage_word
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
tier: key
ambition: {stage: STAGE}
signals:
  joint_plan: false
"""


def _find(case: Case) -> Iterator[Hit]:
    tier, aim = case.settings.tiers.get(case.account.tier or ""), case.account.ambition.stage
    headline = case.profile.stage.headline
    if case.account.status != "customer" or tier is None or not tier.key:
        return
    if aim == "interconnected" or "interconnected" in headline.possible:
        return
    top, now = stage_word(case, "interconnected"), stage_word(case, str(headline.high))
    aimed = f"the aim is {stage_word(case, aim)}" if aim else "no stage is aimed at"
    message = f"tier {shorten(case.account.tier or '')} is for key accounts; this one is {now} at best and {aimed}"
    place = ("ambition", "stage") if aim else ("tier",)
    yield Hit(place, "tier", message, hint=f"aim at {top} and plan for it, or give the account another tier")


RULE = AccountRule(
    code="RM607",
    name="key-account-not-interconnected",
    severity=Severity.WARNING,
    profile="standard",
    summary="A key account neither is interconnected nor aims to be.",
    why="Key accounts take what few can have; it pays where both sides are interconnected, or are on the way there.",
    sources=("Bacon, four relationship stages",),
    hint="aim at interconnected and plan for it, or give the account another tier",
    fires=Example(_ACCOUNT.replace("STAGE", "collaborative")),
    clean=Example(_ACCOUNT.replace("STAGE", "interconnected")),
    find=_find,
)
