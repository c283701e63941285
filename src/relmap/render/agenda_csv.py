"""`relmap agenda --format csv`: one thing to do a line. What is not known or not set is empty."""

from relmap.agenda.agenda import Agenda, Item
from relmap.findings import route_text
from relmap.render.csv_table import Cell, csv_text

HEADER = (
    *("account", "name", "kind", "subject", "what", "owner", "contact", "person", "due", "overdue_days"),
    *("exposure", "exposure_low", "exposure_high", "path", "line", "route"),
)


def agenda_csv(agenda: Agenda) -> str:
    """Return a header and a line for each item, in the agenda's order; ends with a newline. Exposure is 0 to 1."""
    return csv_text([HEADER, *map(_row, agenda.items)])


def _row(item: Item) -> list[Cell]:
    todo, row, exposure = item.todo, item.account.row, item.account.exposure
    due = todo.due.isoformat() if todo.due else None
    said = [row.id, row.name, todo.kind.value, todo.subject, todo.what, todo.owner, todo.contact or None]
    days: list[Cell] = [todo.person or None, due, item.overdue if due else None]
    return [*said, *days, exposure.value, exposure.low, exposure.high, row.path, todo.line, route_text(todo.route)]
