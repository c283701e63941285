"""`relmap portfolio --format csv`: one row an account, with where it stands between investing and moving back."""

from collections.abc import Callable

from relmap.assess.assessment import AssessedAccount
from relmap.model.rubric_stamp import stamp_rubric
from relmap.portfolio.values import Advice, Portfolio
from relmap.render.csv_table import Cell, csv_text

_OF_ACCOUNT: dict[str, Callable[[AssessedAccount], Cell]] = {
    "id": lambda entry: entry.row.id,
    "name": lambda entry: entry.row.name,
    "owner": lambda entry: entry.row.owner,
    "tier": lambda entry: entry.row.tier,
    "status": lambda entry: entry.row.status,
    "group": lambda entry: entry.group,
    "revenue": lambda entry: entry.revenue,
}
_NUMBERS = ("share", "exposure", "health")
_WORDS = ("health.band", "stage", "stage.earned", "stage.theirs", "stage.ours")
_OF_ADVICE: dict[str, Callable[[Advice], Cell]] = {
    "move": lambda advice: advice.move.value if advice.move else None,
    "possible": lambda advice: " ".join(advice.possible),
    "aim": lambda advice: advice.aim,
    "room": lambda advice: _truth(advice.room),
    "potential": lambda advice: advice.case.potential,
    "profit": lambda advice: advice.profit,
    "pays": lambda advice: _truth(advice.pays),
    "missing": lambda advice: " ".join(advice.missing),
    "service": lambda advice: advice.case.effort.fit,
    "touchpoints": lambda advice: advice.case.effort.touchpoints,
    "cost_to_serve": lambda advice: advice.case.effort.cost,
}
HEADER = [
    *_OF_ACCOUNT,
    *(f"{measure}{end}" for measure in _NUMBERS for end in ("", "_low", "_high")),
    *_WORDS,
    *_OF_ADVICE,
    "rubric",
]


def portfolio_csv(found: Portfolio) -> str:
    """Return a header and a line for each account; ends with a newline.

    Numbers are unrounded; what is not known is empty. Shares, exposure and cost to serve (of gross profit) are percent.
    """
    rubric = str(stamp_rubric(found.assessment.settings))
    advice = {each.account.row.id: each for each in found.advice}
    return csv_text([HEADER, *([*_row(entry, advice.get(entry.row.id)), rubric] for entry in found.accounts)])


def _row(entry: AssessedAccount, advice: Advice | None) -> list[Cell]:
    numbers = [end for measure in _NUMBERS for end in entry.figures[measure][:3]]
    words = [entry.figures[measure].value for measure in _WORDS]
    rest = [find(advice) if advice else None for find in _OF_ADVICE.values()]
    return [*(find(entry) for find in _OF_ACCOUNT.values()), *numbers, *words, *rest]


def _truth(truth: bool | None) -> str | None:
    return None if truth is None else "yes" if truth else "no"
