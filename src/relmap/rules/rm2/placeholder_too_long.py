"""RM205: a required role that has long been a seat without a name."""

from collections.abc import Iterator
from datetime import date, timedelta

from relmap.findings import Severity
from relmap.measures.roles import PLACEHOLDER, role_name
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  purchasing-head: {title: Head of purchasing, roles: budget, placeholder: true, since: 2026-SEAT}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    roles: dict[str, list[str]] = {}
    for state in case.profile.roles:
        if state.state == PLACEHOLDER:
            for seat in state.people:
                roles.setdefault(seat, []).append(role_name(state.role))
    for seat, names in roles.items():
        yield from _seat(case, seat, " and ".join(names))


def _seat(case: Case, seat: str, roles: str) -> Iterator[Hit]:
    contact = case.account.contacts[seat]
    place, label = ("contacts", seat), contact.title or seat
    if contact.since is not None:
        on = _after(contact.since, int(case.number("days")))
        if on is not None:
            yield Hit(place, seat, f"{label}, the {roles}, is a seat without a name since {contact.since}", on=on)
    elif case.flag("undated"):
        yield Hit(place, seat, f"{label}, the {roles}, is a seat without a name, and nobody wrote since when")


def _after(since: date, days: int) -> date | None:
    """Return the first day on which a seat is open for longer; None: beyond the calendar."""
    return since + timedelta(days=days + 1) if days < (date.max - since).days else None


RULE = AccountRule(
    code="RM205",
    name="placeholder-too-long",
    severity=Severity.WARNING,
    profile="standard",
    summary="Nobody has found out for a long time who holds a role that the rubric asks for.",
    why="A seat without a name says that we are looking; after a quarter it says that we are not.",
    sources=("Beaumont, six-step Customer Relationship Plan.",),
    hint="ask those who are live who it is, and put the name in",
    fires=Example(_ACCOUNT.replace("SEAT", "06-01")),
    clean=Example(_ACCOUNT.replace("SEAT", "10-01")),
    options=(
        Option("days", 90, "Days that a seat may be without a name."),
        Option("undated", False, "Does a seat count of which nobody wrote since when it is open?"),
    ),
    find=_find,
)
