"""What is overdue in one account: promises and initiatives of ours."""

from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.initiatives import is_open
from relmap.measures.promises import Promises, is_ours


class Watch(NamedTuple):
    """What is overdue."""

    overdue_promises: tuple[int, ...]
    """Positions of our promises that are overdue."""
    overdue_initiatives: tuple[str, ...]


def measure_watch(facts: Facts, promises: Promises) -> Watch:
    """Return our overdue promises, and our initiatives that are neither done nor dropped after their day."""
    overdue = tuple(
        entry.position for entry in promises.states if entry.state == "overdue" and is_ours(facts, entry.promise)
    )
    late = tuple(
        initiative_id
        for initiative_id, initiative in facts.account.initiatives.items()
        if is_open(facts, initiative) and initiative.due and initiative.due < facts.as_of
    )
    return Watch(overdue, late)
