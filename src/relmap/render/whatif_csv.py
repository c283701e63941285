"""`relmap whatif --format csv`: every measure that moves, one a line; figures of the whole book have no account."""

from collections.abc import Iterator

from relmap.assess.figures import Figure, MeasureInfo
from relmap.render.csv_table import Cell, csv_text
from relmap.render.json_account import in_numbers, is_number
from relmap.whatif.departure import Departure
from relmap.whatif.loss import Loss

_ENDS = ("", "_low", "_high")
HEADER = [
    *("account", "measure", "unit"),
    *(f"{when}{end}" for when in ("before", "after", "restored") for end in _ENDS),
]


def departure_csv(found: Departure) -> str:
    """Return what moves when somebody leaves; `restored` is the figure with the smallest way back gone."""
    return csv_text([HEADER, *_departure_rows(found)])


def loss_csv(found: Loss) -> str:
    """Return what moves when a customer is lost."""
    return csv_text([HEADER, *_loss_rows(found)])


def _departure_rows(found: Departure) -> Iterator[list[Cell]]:
    for effect in found.effects:
        for entry in effect.moved:
            figures = (entry.before, entry.after, entry.mended or Figure(None))
            yield _row(effect.before.assessed.row.id, entry.measure, *figures)


def _loss_rows(found: Loss) -> Iterator[list[Cell]]:
    for figure in found.figures:
        yield ["", figure.id, figure.unit, *figure.before[:3], *figure.after[:3], None, None, None]
    for shift in found.shifts:
        yield _row(shift.account.row.id, shift.measure, shift.before, shift.after, Figure(None))


def _row(account: str, measure: MeasureInfo, *figures: Figure) -> list[Cell]:
    digits = bool(measure.words) and is_number(measure)
    cells = [cell for figure in figures for cell in (in_numbers(figure) if digits else figure)[:3]]
    return [account, measure.id, measure.unit, *cells]
