"""The agenda of a book: what there is to do at its accounts, where most is at stake first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from relmap.agenda.todo import Kind, Todo
from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.select import sort_accounts

WITHIN = 14
"""Days that are looked ahead unless somebody says otherwise: this week's work and the next one's."""
By = Literal["account", "owner"]
_KINDS = tuple(Kind)


class Item(NamedTuple):
    """Something to do, with the account it is for."""

    account: AssessedAccount
    todo: Todo
    overdue: int
    """Days since the day on which it was due; 0 where it is not overdue, or has no day."""


class Group(NamedTuple):
    """Items that are read together: of one account, or of one of our people."""

    key: str
    items: tuple[Item, ...]


class Agenda(NamedTuple):
    """What is to be done from a day on, in its order."""

    assessment: Assessment
    items: tuple[Item, ...]
    within: int
    until: date
    """The last day that was looked ahead to."""
    owners: tuple[str, ...] = ()
    """Whose work alone it is; empty: everybody's."""
    by: By = "account"

    @property
    def groups(self) -> tuple[Group, ...]:
        """The items by account or by whose work it is; a group stands where its first item does."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            key = item.account.row.id if self.by == "account" else item.todo.owner
            found.setdefault(key, []).append(item)
        return tuple(Group(key, tuple(items)) for key, items in found.items())

    @property
    def dated(self) -> tuple[Item, ...]:
        """The items that have a day."""
        return tuple(item for item in self.items if item.todo.due is not None)


def make_agenda(
    assessment: Assessment,
    accounts: Iterable[AssessedAccount],
    gathered: Mapping[str, Sequence[Todo]],
    until: date,
    *,
    owners: Sequence[str] = (),
    by: By = "account",
) -> Agenda:
    """Return the agenda of some accounts, of everybody or of some of our people only.

    Accounts stand by the high bound of their exposure, the highest first, so that what nobody knows stands first. In an
    account the longest overdue comes first, then by day, and what has no day last.
    """
    kept = set(owners)
    items = tuple(
        Item(account, todo, _overdue(todo.due, assessment.as_of))
        for account in sort_accounts(tuple(accounts), "exposure")
        for todo in sorted(gathered.get(account.row.id, ()), key=_order)
        if not kept or todo.owner in kept
    )
    within = (until - assessment.as_of).days
    return Agenda(assessment, items, within, until, tuple(owners), by)


def _overdue(due: date | None, as_of: date) -> int:
    return 0 if due is None else max(0, (as_of - due).days)


def _order(todo: Todo) -> tuple[bool, date, int, str]:
    return todo.due is None, todo.due or date.max, _KINDS.index(todo.kind), todo.subject
