"""RM503: a customer on whom we earn less every year."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
financials:
  2024: {revenue: 1000, gross_profit: 300}
  2025: {revenue: 1000, gross_profit: LATER}
"""


def _find(case: Case) -> Iterator[Hit]:
    margin = case.profile.equity.margin
    if case.account.status == "former" or not case.profile.dependence.margins_eroding or margin.trend is None:
        return
    what = "margin after cost to serve" if margin.after_cost_to_serve else "margin"
    message = f"the {what} falls by {-margin.trend:.1f} percentage points a year, down to {margin.latest:.1f} %"
    yield Hit(("financials",), "margin", message)


RULE = AccountRule(
    code="RM503",
    name="margin-eroding",
    severity=Severity.WARNING,
    profile="standard",
    summary="The margin falls, over the complete years in the file, by as much a year as `dependence.eroding` or more.",
    why="Margins that erode are the sign of dependence that hurts before anybody calls it so.",
    sources=("Are you suffering deep dependence, CustomerAttuned's Trust Ladder.",),
    hint="find out what is given away, see `relmap why ACCOUNT equity.trend`, and ask something for it",
    fires=Example(_ACCOUNT.replace("LATER", "240")),
    clean=Example(_ACCOUNT.replace("LATER", "305")),
    find=_find,
)
