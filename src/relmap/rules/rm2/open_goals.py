"""Which goals are still open: a goal has no state of its own, so what was to be done for it tells."""

from relmap.measures.facts import Facts


def open_goals(facts: Facts, contact: str) -> list[str]:
    """Return the goals about a contact whose day is not over, and for which not everything is done already."""
    initiatives = [entry for entry in facts.account.initiatives.values() if entry.status != "dropped"]
    found = []
    for goal_id, goal in facts.account.goals.items():
        work = [entry.status == "done" for entry in initiatives if goal_id in entry.goals]
        is_over = goal.due is not None and goal.due < facts.as_of
        if goal.contact == contact and not is_over and not (work and all(work)):
            found.append(goal_id)
    return found
