"""RM204: a role that the rubric asks for, which nobody has or whose holder nobody is in live touch with."""

from collections.abc import Iterator, Mapping

from relmap.assess.leads import contact_label
from relmap.findings import Severity
from relmap.measures.facts import Person
from relmap.measures.roles import COVERED, MISSING, NOT_LIVE, RoleState, role_name
from relmap.rules.rm2.touch import find_cold
from relmap.rules.rule import AccountRule, Case, Example, Hit

_SETTINGS = "company: Quellwerk\nrubric: {roles: [budget, user]}\n"
_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, roles: budget, known_by: {maria: {level: problem_solver, last_contact: 2026-10-20}}}
  ben: {name: Ben Okoro, roles: ROLE, known_by: {maria: {level: credible_source, last_contact: 2026-11-02}}}
"""


def _find(case: Case) -> Iterator[Hit]:
    facts = case.facts
    if case.account.status != "customer":
        return
    if not facts.people and not facts.placeholders:
        yield Hit(("contacts",), "contacts", "nobody of theirs is on the map, so nobody is known in any role")
        return
    people = {person.id: person for person in facts.people}
    for state in case.profile.roles:
        if state.state == MISSING:
            yield Hit(("contacts",), state.role, f"nobody on the map is {_a(state.role)}")
        elif state.state in (NOT_LIVE, COVERED):
            yield from _not_live(case, state, people)


def _not_live(case: Case, state: RoleState, people: Mapping[str, Person]) -> Iterator[Hit]:
    cold = find_cold(case.facts, [people[person] for person in state.people], case.until)
    if cold is None:
        return
    names = " and ".join(contact_label(case.profile, person) for person in state.people)
    message = f"{_a(state.role)} is known, and nobody of ours is in live touch: {names}"
    yield Hit(state.routes[0], state.role, message, hint="let somebody with a reason call, and note it", on=cold.on)


def _a(role: str) -> str:
    name = role_name(role)
    return f"{'an' if name[0] in 'aei' else 'a'} {name}"


RULE = AccountRule(
    code="RM204",
    name="required-role-uncovered",
    severity=Severity.WARNING,
    profile="standard",
    summary="A customer's map lacks a role that the rubric asks for, or nobody is in live touch with who has it.",
    why="Whoever pays, lets us in or uses what we deliver can end it, and we would be the last to hear.",
    sources=("Beaumont, six-step Customer Relationship Plan.", "Kapta: sponsor and champion."),
    hint="ask those who are live who it is; a seat with `placeholder: true` says that you are looking",
    fires=Example(_ACCOUNT.replace("ROLE", "technical"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("ROLE", "user"), _SETTINGS),
    find=_find,
)
