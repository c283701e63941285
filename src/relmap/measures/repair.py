"""Repairs: is an agreed roadmap back delivered? Source: the repair of trust in S-phase; its states are ours."""

from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.promises import PromiseState
from relmap.model.plans import Repair

DELIVERED, UNDER_WAY, BROKEN, EMPTY = "delivered", "under_way", "broken", "without_promises"
_KEPT = frozenset(("kept", "late", "kept, day unknown"))


class RepairState(NamedTuple):
    """One repair on the day: delivered, under_way, broken (a promise of it is broken or overdue), without_promises."""

    id: str
    repair: Repair
    state: str
    promises: tuple[PromiseState, ...]

    @property
    def kept(self) -> int:
        """How many of its promises are kept, late ones included."""
        return sum(entry.state in _KEPT for entry in self.promises)


def measure_repairs(facts: Facts, states: tuple[PromiseState, ...]) -> tuple[RepairState, ...]:
    """Return the state of every repair agreed by the day, in the file's order."""
    return tuple(
        _state(repair_id, repair, tuple(entry for entry in states if entry.promise.repair == repair_id))
        for repair_id, repair in facts.account.repairs.items()
        if facts.happened(repair.agreed)
    )


def _state(repair_id: str, repair: Repair, promises: tuple[PromiseState, ...]) -> RepairState:
    found = {entry.state for entry in promises}
    if not promises:
        state = EMPTY
    elif found <= _KEPT:
        state = DELIVERED
    else:
        state = BROKEN if found & {"broken", "overdue"} else UNDER_WAY
    return RepairState(repair_id, repair, state, promises)
