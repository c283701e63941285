"""RM702: personal data of a contact who left long ago."""

from collections.abc import Iterator

from relmap.book.source import shorten
from relmap.findings import Severity
from relmap.model.contacts import Contact
from relmap.rules.days import days_after
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  jane: {name: Jane Doe, email: jane@harrow.example, status: left, left: DAY}
"""
_FIELDS = ("email", "phone", "cares_about")


def _find(case: Case) -> Iterator[Hit]:
    kept = case.number("days") + 1
    for contact_id, contact in case.facts.left:
        if contact.left is None or not (fields := _personal(contact)):
            continue
        name = _name(case, contact_id, contact)
        message = f"{name} left on {contact.left}, and the file still has {' and '.join(fields)}"
        yield Hit(("contacts", contact_id, fields[0]), contact_id, message, on=days_after(contact.left, kept))


def _personal(contact: Contact) -> list[str]:
    return [field for field in _FIELDS if getattr(contact, field)]


def _name(case: Case, contact_id: str, contact: Contact) -> str:
    """A name that the book forbids is not repeated."""
    return contact_id if "name" in case.settings.privacy.forbid else shorten(contact.name or contact_id)


RULE = AccountRule(
    code="RM702",
    name="contact-who-left-kept-too-long",
    severity=Severity.INFO,
    profile="strict",
    summary="A contact left two years ago, and the file still has e-mail, phone or what the person cared about.",
    why="Personal data is kept no longer than it is needed, and nobody needs it to reach someone who is gone.",
    sources=("Regulation (EU) 2016/679, article 5(1)(e)",),
    hint="take these fields out; the id may stay, since promises and meetings name it",
    fires=Example(_ACCOUNT.replace("DAY", "2024-11-14")),
    clean=Example(_ACCOUNT.replace("DAY", "2024-11-15")),
    options=(Option("days", 730, "Days after leaving for which the data may be kept."),),
    find=_find,
)
