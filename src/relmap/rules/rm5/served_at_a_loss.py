"""RM510: a customer who costs more than they bring."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm5.amounts import amount
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
financials:
  2025: {revenue: 100000, gross_profit: 20000, cost_to_serve: COST}
"""


def _find(case: Case) -> Iterator[Hit]:
    margin = case.profile.equity.margin
    if case.account.status == "former" or not margin.after_cost_to_serve or margin.profit is None or margin.profit >= 0:
        return
    loss = amount(case.settings, -margin.profit)
    keys = margin.points[-1].keys
    period = keys[0] if len(keys) == 1 else margin.latest_year
    message = f"after cost to serve they brought a loss of {loss} in {period}"
    yield Hit(("financials", keys[-1]), "loss", message)


RULE = AccountRule(
    code="RM510",
    name="served-at-a-loss",
    severity=Severity.WARNING,
    profile="standard",
    summary="In the latest complete period the customer cost more to serve than the gross profit was.",
    why="A relationship that loses money is paid for by the customers who are served less.",
    sources=("Bacon's four relationship stages: serve each stage as it needs, and move back where it does not pay.",),
    hint="serve them as their stage deserves, ask for what it costs, or move back",
    fires=Example(_ACCOUNT.replace("COST", "26000")),
    clean=Example(_ACCOUNT.replace("COST", "14000")),
    find=_find,
)
