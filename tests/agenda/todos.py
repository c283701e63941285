"""What there is to do at an account of a few lines."""

from datetime import date, timedelta

from relmap.agenda.account import find_todos
from relmap.agenda.todo import Todo
from relmap.assess.profile import Profile

from ..measures.build import AS_OF, facts

REVIEWED = "reviews: [{date: 2026-10-20, by: maria, quarter: 2026-Q4}]\n"
"""Nothing is asked for about the review, then."""
PEOPLE = """
contacts:
  jane: {name: Jane Doe, roles: [budget, gatekeeper, user, sponsor], support: champion, power: 5,
    known_by: {maria: LINK}}
"""
LIVE = PEOPLE.replace("LINK", "{level: problem_solver, last_contact: 2026-10-20}")
QUIET = "status: customer\n" + REVIEWED + LIVE
"""An account at which there is nothing to do."""


def todos(account: str, *, days: int = 14, as_of: str = AS_OF, settings: str = "") -> tuple[Todo, ...]:
    """Find what there is to do within some days."""
    until = date.fromisoformat(as_of) + timedelta(days)
    return find_todos(Profile(facts(account, as_of=as_of, settings=settings)), until)


def told(account: str, *, days: int = 14, as_of: str = AS_OF, settings: str = "") -> list[tuple[str, str, str, str]]:
    """Return kind, owner, day and sentence of each."""
    found = todos(account, days=days, as_of=as_of, settings=settings)
    return [(todo.kind.value, todo.owner, str(todo.due or ""), todo.what) for todo in found]
