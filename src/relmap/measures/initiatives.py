"""Initiatives on a day: whether one is open, and whether one was under way of late."""

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth
from relmap.model.plans import Initiative
from relmap.model.words import InitiativeStatus


def is_open(facts: Facts, initiative: Initiative) -> bool:
    """Say whether an initiative is still to be finished on the day: one that is done later is."""
    if initiative.status == "done":
        return initiative.done is not None and initiative.done > facts.as_of
    return initiative.status in ("planned", "in_progress")


def status_on(facts: Facts, initiative: Initiative) -> InitiativeStatus:
    """Return where an initiative stands on the day: what the file dates later has not happened yet."""
    if initiative.status == "dropped" or not is_open(facts, initiative):
        return initiative.status
    begun = initiative.status != "planned" and facts.happened(initiative.started)
    return "in_progress" if begun else "planned"


def was_active(facts: Facts, initiative: Initiative) -> Truth:
    """Say whether an initiative had begun by the day and was still under way within four quarters.

    Of one that is done nobody says when, that is known only if it began within them.
    """
    if not facts.happened(initiative.started) or initiative.status in ("planned", "dropped"):
        return False
    if initiative.done is not None:
        return initiative.done >= facts.window_start
    if initiative.status != "done":
        return True
    return True if initiative.started and initiative.started >= facts.window_start else None
