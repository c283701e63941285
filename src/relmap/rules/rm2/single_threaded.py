"""RM201: a customer that matters, with whom we are in live touch through one person of theirs only."""

from collections.abc import Iterator
from datetime import date

from relmap.findings import Severity
from relmap.measures.facts import Person
from relmap.rules.rm2.touch import find_cold
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
tier: key
contacts:
  rosa: {name: Rosa Lenz, power: 4, known_by: {maria: {level: problem_solver, last_contact: 2026-10-20}}}
  ben: {name: Ben Okoro, power: 2, known_by: {maria: {level: credible_source, last_contact: 2026-BEN}}}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status != "customer" or case.account.tier not in case.words("tiers"):
        return
    threads = case.profile.threads
    if threads.low == threads.high == 1:
        yield _hit(case, next(person for person in case.facts.people if person.live))
    elif threads.low == threads.high > 1:
        yield from _ahead(case)


def _ahead(case: Case) -> Iterator[Hit]:
    """Look for the day on which one is left, where it is sure that this one still is."""
    ends: list[tuple[date, int, Person]] = []
    for position, person in enumerate(case.facts.people):
        cold = find_cold(case.facts, [person], date.max)
        if cold is None:
            return
        if cold.on is not None:
            ends.append((cold.on, position, person))
    (second, *_), (last, _, person) = sorted(ends)[-2:]
    if second < last and person.key is not None and None not in {link.live for link in person.links}:
        yield _hit(case, person)._replace(on=second)


def _hit(case: Case, person: Person) -> Hit:
    message = f"of {len(case.facts.people)} people only {person.label} is in live touch with us"
    return Hit(("contacts",), "threads", message, related=((("contacts", person.id), "the only one"),))


RULE = AccountRule(
    code="RM201",
    name="single-threaded",
    severity=Severity.WARNING,
    profile="standard",
    summary="A customer of a tier that matters is in live touch with us through a single person of theirs.",
    why="When that person leaves, is promoted or falls out with us, nobody on their side picks up the phone.",
    hint="bring a second person of theirs into the work, or take up a contact that has gone quiet",
    fires=Example(_ACCOUNT.replace("BEN", "06-02")),
    clean=Example(_ACCOUNT.replace("BEN", "11-02")),
    options=(Option("tiers", ("key", "core"), "The tiers whose customers need a second thread."),),
    find=_find,
)
