"""Until when something is planned: an initiative to be done, or a goal to be reached."""

from datetime import date, timedelta

from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open


def unplanned_from(facts: Facts, begins: date, until: date) -> date | None:
    """Return the first day, `begins` or later, with no open initiative and no goal due from it up to `until`.

    None where there is no such day: something is due on `until` itself.
    """
    work = [entry.due for entry in facts.account.initiatives.values() if is_open(facts, entry)]
    aims = [goal.due for goal in facts.account.goals.values()]
    planned = max((due for due in (*work, *aims) if due is not None and due <= until), default=None)
    if planned == until:
        return None
    return begins if planned is None else max(begins, planned + timedelta(days=1))
