"""RM701: personal data of a contact that the book's settings keep out of it."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.rules.rule import AccountRule, Case, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  jane: {title: Buyer, EXTRA}
"""
_SETTINGS = "company: Example Ltd\nprivacy: {forbid: [email, phone]}\n"


def _find(case: Case) -> Iterator[Hit]:
    for contact_id, contact in case.account.contacts.items():
        for field in case.settings.privacy.forbid:
            if getattr(contact, field):
                message = f"{contact_id} has {field}, which relmap.yaml forbids"
                yield Hit(("contacts", contact_id, field), f"{contact_id}.{field}", message)


RULE = AccountRule(
    code="RM701",
    name="personal-data-forbidden",
    severity=Severity.ERROR,
    profile="starter",
    summary="A contact has a field that `privacy.forbid` in relmap.yaml keeps out of the book.",
    why="A file in git is copied to everybody who has the repository, and its history keeps what is taken out later.",
    hint="take it out before it is merged; where it was pushed already, git keeps it in its history",
    fires=Example(_ACCOUNT.replace("EXTRA", "email: jane@harrow.example"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("EXTRA", "department: Purchasing"), _SETTINGS),
    find=_find,
)
