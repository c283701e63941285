"""RM702: somebody who left long ago is still in the file."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.days import days_after
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa Lenz, left: DAY}
"""


def _find(case: Case) -> Iterator[Hit]:
    for contact_id, contact in case.account.contacts.items():
        if contact.left is not None:
            over = days_after(contact.left, case.number("days") + 1)
            yield Hit(("contacts", contact_id), contact_id, f"{contact_id} left on {contact.left}", on=over)


RULE = AccountRule(
    code="RM702",
    name="kept-too-long",
    severity=Severity.INFO,
    profile="strict",
    summary="A contact left longer ago than the book wants to keep people.",
    why="Opinions about people who are gone help nobody, and are theirs to ask for.",
    sources=("Regulation (EU) 2016/679, Article 5: storage limitation.",),
    hint="take the contact out, and what refers to it; git remembers that there was one",
    options=(Option("days", 730, "Days after leaving from which it counts."),),
    fires=Example(_ACCOUNT.replace("DAY", "2024-06-30")),
    clean=Example(_ACCOUNT.replace("DAY", "2026-06-30")),
    find=_find,
)
