"""Whether anything is planned before a day: an initiative to be done by then, or a goal to be reached."""

from datetime import date

from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open


def is_planned_before(facts: Facts, day: date) -> bool:
    """Say whether an open initiative, or a goal, has its day between the day of the check and `day`."""
    work = [entry.due for entry in facts.account.initiatives.values() if is_open(facts, entry)]
    aims = [goal.due for goal in facts.account.goals.values()]
    return any(due is not None and facts.as_of <= due <= day for due in (*work, *aims))
