"""RM502: a core customer on whom we depend more than they on us, and who uses it."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm5.signs import shown_signs
from relmap.rules.rule import BookCase, BookRule, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
financials: {2025: {revenue: 900, customer_spend: 9000}}
dependence:
  ours: {criticality: 5, alternatives: none}
  theirs: {criticality: 2, alternatives: many, switching_cost: 1}
signals: {held_to_ransom: HOLDS, one_way: false}
"""
_OTHERS = {"other": "name: Other\nowner: maria\nfinancials: {2025: {revenue: 300}}\n"}


def _find(case: BookCase) -> Iterator[Hit]:
    for entry in case.book.accounts:
        if entry.dependence.suffering and entry.row.status == "customer":
            signs = shown_signs(entry.dependence.signs)
            message = f"we suffer from deep dependence on {entry.row.name}: {', '.join(signs)}"
            yield Hit(("dependence",), "suffering", message, account=entry.row.id)


RULE = BookRule(
    code="RM502",
    name="suffering-deep-dependence",
    severity=Severity.WARNING,
    profile="standard",
    summary="A core customer in deep dependence, ours the larger, with a sign that we suffer from it.",
    why="The stronger side holds the weaker to ransom: concessions go one way until the business is not worth having.",
    sources=("Are you suffering deep dependence, CustomerAttuned's Trust Ladder.",),
    hint="draw the stakeholder map, plan contacts on shared risk and mutual benefit, and write a joint business plan",
    fires=Example(_ACCOUNT.replace("HOLDS", "true"), others=_OTHERS),
    clean=Example(_ACCOUNT.replace("HOLDS", "false"), others=_OTHERS),
    find=_find,
)
