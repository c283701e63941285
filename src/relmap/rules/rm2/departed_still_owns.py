"""RM206: somebody of either side who has left, and to whom something that is still open belongs."""

from collections.abc import Iterator
from datetime import date

from relmap.assess.leads import contact_label, member_label
from relmap.findings import Route, Severity
from relmap.model.account import Account
from relmap.model.plans import Promise
from relmap.rules.rm2.open_goals import open_goals
from relmap.rules.rule import AccountRule, Case, Example, Hit

Owned = list[tuple[Route, str]]
"""The places of what somebody owns, and what each is."""

_SETTINGS = """\
company: Quellwerk
team: {maria: {name: Maria Voss}, viktor: {name: Viktor Sand, status: left, left: 2026-06-30}}
"""
_ACCOUNT = """\
name: Harrow Foods
owner: OWNER
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    for contact_id, contact in case.account.contacts.items():
        if contact.left is not None or contact.status == "left":
            who = contact_label(case.profile, contact_id)
            yield from _hit(contact_id, who, contact.left, list(_of_contact(case, contact_id)))
    for member_id in _ours(case.account):
        member = case.settings.team.get(member_id)
        if member is None:
            continue
        if member.left is not None or member.status == "left":
            yield from _hit(
                member_id, member_label(case.profile, member_id), member.left, list(_of_member(case, member_id))
            )


def _ours(account: Account) -> list[str]:
    """Return who of ours may own something here: the team may be larger than any account."""
    owners = [entry.owner for entry in account.initiatives.values() if entry.owner]
    return list(dict.fromkeys([account.owner, *owners, *(promise.by for promise in account.promises)]))


def _hit(person: str, who: str, left: date | None, owned: Owned) -> Iterator[Hit]:
    if owned:
        things = [thing for _, thing in owned]
        listed = things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
        day = f" on {left}" if left else ""
        related = tuple((route, f"{thing} as well") for route, thing in owned[1:])
        yield Hit(owned[0][0], person, f"{who} left{day} and still has {listed}", related=related, on=left)


def _of_contact(case: Case, contact: str) -> Iterator[tuple[Route, str]]:
    if case.account.counterpart == contact:
        yield ("counterpart",), "the part of our counterpart"
    for goal in open_goals(case.facts, contact):
        yield ("goals", goal), f"the goal {goal}"
    for position, promise in _open_promises(case):
        if contact in (promise.by, promise.to):
            yield ("promises", position), f"the promise “{promise.what}”"


def _of_member(case: Case, member: str) -> Iterator[tuple[Route, str]]:
    if case.account.owner == member:
        yield ("owner",), "the account"
    for key, initiative in case.account.initiatives.items():
        if initiative.owner == member and initiative.status in ("planned", "in_progress"):
            yield ("initiatives", key), f"the initiative {key}"
    for position, promise in _open_promises(case):
        if promise.by == member:
            yield ("promises", position), f"the promise “{promise.what}”"


def _open_promises(case: Case) -> list[tuple[int, Promise]]:
    """Return the promises of either side that are neither kept nor broken, late ones as well."""
    states = case.profile.promises.states
    return [(entry.position, entry.promise) for entry in states if entry.state in ("open", "overdue", "undated")]


RULE = AccountRule(
    code="RM206",
    name="departed-still-owns",
    severity=Severity.ERROR,
    profile="starter",
    summary="Somebody has left, and an account, goal, initiative or promise that is still open is theirs.",
    why="What belongs to somebody who is gone is done by nobody, and the others believe that it is seen to.",
    hint="give it to somebody who is there, or close it",
    fires=Example(_ACCOUNT.replace("OWNER", "viktor"), _SETTINGS),
    clean=Example(_ACCOUNT.replace("OWNER", "maria"), _SETTINGS),
    find=_find,
)
