"""RM208: a key player who is against us, and nothing that we want to change about it."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rm2.open_goals import open_goals
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, power: 5, support: opponent}
  ben: {name: Ben Okoro, power: 2, support: supporter}
goals:
  hear-out: {what: Knows what went wrong in the last project, contact: WHO, due: 2027-03-31}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for person in case.facts.people:
        support = person.contact.support
        if person.key and support in ("opponent", "skeptic") and not open_goals(case.facts, person.id):
            is_what = "an opponent" if support == "opponent" else "a skeptic"
            message = f"{person.label}, power {person.contact.power}, is {is_what}, and no open goal is about them"
            yield Hit(("contacts", person.id, "support"), person.id, message)


RULE = AccountRule(
    code="RM208",
    name="opponent-without-goal",
    severity=Severity.WARNING,
    profile="standard",
    summary="Somebody with power 4 or 5 is an opponent or a skeptic, and no open goal is about that person.",
    why="An opponent with power need not be won, but must be known, answered or worked around; hoping is no plan.",
    hint="write down what should change with this person, under `goals`",
    fires=Example(_ACCOUNT.replace("WHO", "ben")),
    clean=Example(_ACCOUNT.replace("WHO", "rosa")),
    find=_find,
)
