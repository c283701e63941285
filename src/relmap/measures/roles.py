"""Role gaps: which of the roles that a sale needs nobody of ours is in live touch with."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from relmap.findings import Route
from relmap.measures.facts import Facts, Person
from relmap.measures.logic import any_of
from relmap.model.contacts import Contact
from relmap.model.words import STAGES

COVERED, UNCLEAR, NOT_LIVE, PLACEHOLDER, MISSING = "covered", "unclear", "not_live", "placeholder", "missing"


class RoleState(NamedTuple):
    """One needed role: covered, unclear (not known whether live), not_live, placeholder or missing; and who has it."""

    role: str
    state: str
    people: tuple[str, ...]
    routes: tuple[Route, ...]


def measure_roles(facts: Facts, earned: str) -> tuple[RoleState, ...]:
    """Return the state of each needed role, in the rubric's order, those of a stage after those of every account.

    A stage's roles are needed where it, or a higher one, is aimed at: by the ambition, else by the stage `earned`.
    Budget, gatekeeper and user: Beaumont's six-step Customer Relationship Plan. Sponsor and champion: Kapta.
    """
    rubric, roles = facts.rubric, facts.rubric.roles
    if rubric.stage_roles:
        aimed = STAGES.index(facts.account.ambition.stage or earned)
        more = (rubric.stage_roles.get(stage, ()) for stage in STAGES[: aimed + 1])
        roles = list(dict.fromkeys(chain(roles, *more)))
    held = _held(facts)
    return tuple(_state(facts, role, held.get(role, ())) for role in roles)


def role_name(role: str) -> str:
    """Return a role as people say it."""
    return "budget holder" if role == "budget" else role.replace("_", " ")


def has_role(contact: Contact, role: str) -> bool:
    """Say whether a contact has a role; the champion is who supports us as one."""
    return contact.support == "champion" if role == "champion" else role in contact.roles


def holders(facts: Facts, role: str) -> list[Person]:
    """Return the active contacts with a role."""
    return [person for person in facts.people if has_role(person.contact, role)]


def _held(facts: Facts) -> dict[str, list[Person]]:
    """Return for each role that somebody has who that is."""
    held: dict[str, list[Person]] = {}
    for person in facts.people:
        for role in _roles_of(person.contact):
            held.setdefault(role, []).append(person)
    return held


def _roles_of(contact: Contact) -> list[str]:
    """Return the roles a contact has, each once; the champion is who supports us as one."""
    return [*dict.fromkeys(contact.roles), *(["champion"] if contact.support == "champion" else [])]


def _state(facts: Facts, role: str, people: Sequence[Person]) -> RoleState:
    if people:
        live = any_of(person.live for person in people)
        state = COVERED if live else UNCLEAR if live is None else NOT_LIVE
        return RoleState(role, state, tuple(p.id for p in people), tuple(("contacts", p.id) for p in people))
    seats = [seat for seat, contact in facts.placeholders if has_role(contact, role)]
    state = PLACEHOLDER if seats else MISSING
    return RoleState(role, state, tuple(seats), tuple(("contacts", seat) for seat in seats))
