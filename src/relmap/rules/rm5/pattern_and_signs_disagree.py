"""RM508: the figures of dependence and its signs tell different stories."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm5.signs import shown_signs
from relmap.rules.rule import BookCase, BookRule, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
financials: {2025: {revenue: 900, customer_spend: 1000}}
dependence:
  ours: {criticality: 1, alternatives: many}
  theirs: {criticality: 5, alternatives: none, switching_cost: 5}
signals: {held_to_ransom: HOLDS, one_way: false}
"""
_OTHERS = {"other": "name: Other\nowner: maria\nfinancials: {2025: {revenue: 9000}}\n"}


def _find(case: BookCase) -> Iterator[Hit]:
    for entry in case.book.accounts:
        found = entry.dependence
        if not found.disagree or entry.row.status == "former":
            continue
        signs = shown_signs(found.signs)
        pattern = (found.pattern.value or " or ".join(found.pattern.possible)).replace("_", " ")
        shown = f"the signs say that we suffer ({', '.join(signs)})" if signs else "no sign of suffering shows"
        message = f"by the figures it is {pattern}, and {shown}"
        yield Hit(("dependence",), "disagree", message, account=entry.row.id)


RULE = BookRule(
    code="RM508",
    name="pattern-and-signs-disagree",
    severity=Severity.INFO,
    profile="strict",
    summary="The pattern of dependence and the signs of deep dependence tell different stories.",
    why="One of the two is wrong, or we bear more than we have to; either is worth an hour.",
    hint="rate the dependence of both sides again, and ask about the signals again",
    fires=Example(_ACCOUNT.replace("HOLDS", "true"), others=_OTHERS),
    clean=Example(_ACCOUNT.replace("HOLDS", "false"), others=_OTHERS),
    find=_find,
)
