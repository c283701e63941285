"""RM701: personal data that the book does not want."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {name: Rosa LenzMORE}
"""


def _find(case: Case) -> Iterator[Hit]:
    """Name the field and never its value: a finding is printed where others read."""
    unwanted = case.words("fields")
    for contact_id, contact in case.account.contacts.items():
        for field in ("email", "phone", "ids", "cares_about"):
            if field in unwanted and getattr(contact, field):
                message = f"{field} of {contact_id} is in the file, and this book does not keep it"
                yield Hit(("contacts", contact_id, field), f"{contact_id}.{field}", message)


RULE = AccountRule(
    code="RM701",
    name="personal-data",
    severity=Severity.ERROR,
    profile="strict",
    summary="A contact has a field that the book does not want to keep.",
    why="Files in git are copied and stay in its history: what need not be known of people is best never written down.",
    sources=("Regulation (EU) 2016/679, Article 5: data minimisation.",),
    hint="take it out; where it must leave the history as well, rewrite that before others have copied it",
    options=(Option("fields", ("email", "phone"), "Fields not to be kept: email, phone, ids, cares_about."),),
    fires=Example(_ACCOUNT.replace("MORE", ", email: rosa@harrow.example")),
    clean=Example(_ACCOUNT.replace("MORE", "")),
    find=_find,
)
