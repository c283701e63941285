"""RM507: what we give them is mostly price."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.measures.equity import PRICE_KINDS
from relmap.measures.facts import Facts
from relmap.rules.rm5.amounts import amount
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
exchanges:
  - {date: 2026-03-02, gave: us, kind: rebate, value: AMOUNT}
  - {date: 2026-06-10, gave: us, kind: training, value: 5000}
"""


def _find(case: Case) -> Iterator[Hit]:
    equity, line = case.profile.equity, case.number("percent")
    if case.account.status == "former" or equity.price_share is None or equity.price_share * 100 <= line:
        return
    if _gave_of_unknown_worth(case.facts):
        return
    price = sum(gave for kind, gave, _ in equity.by_kind if kind in PRICE_KINDS)
    given = sum(gave for _, gave, _ in equity.by_kind)
    message = (
        f"of {amount(case.settings, given)} that we gave in four quarters, {amount(case.settings, price)} "
        f"({equity.price_share * 100:.0f} %) is price, rebate or terms"
    )
    yield Hit(("exchanges",), "price", message)


def _gave_of_unknown_worth(facts: Facts) -> bool:
    """Say whether we gave anything but price that nobody has valued: it may be worth more than the price."""
    return any(
        entry.gave == "us" and entry.value is None and entry.kind not in PRICE_KINDS
        for entry in facts.account.exchanges
        if facts.window_start <= entry.date <= facts.as_of
    )


RULE = AccountRule(
    code="RM507",
    name="held-by-price",
    severity=Severity.WARNING,
    profile="standard",
    summary="Most of what we gave them in four quarters is price, rebate or terms.",
    why="Who is held by price leaves for price; and every rebate is the next one's starting point.",
    sources=("Are you suffering deep dependence, CustomerAttuned's Trust Ladder.",),
    hint="give what others cannot copy, and give no price without something in return",
    options=(Option("percent", 50, "Percent of what we gave, above which it counts."),),
    fires=Example(_ACCOUNT.replace("AMOUNT", "9000")),
    clean=Example(_ACCOUNT.replace("AMOUNT", "5000")),
    find=_find,
)
