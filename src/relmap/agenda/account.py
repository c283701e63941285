"""What there is to do at one account. It runs where the account is read, in any process."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from relmap.agenda.dates import find_dated
from relmap.agenda.people import find_people
from relmap.agenda.steps import find_steps
from relmap.agenda.todo import Todo
from relmap.assess.profile import Profile
from relmap.book.load import LoadedAccount
from relmap.rules.finding import Places


@dataclass(frozen=True)
class AccountAgenda:
    """What `gather_book` calls for every account. It is plain data, so that it can go to other processes."""

    until: date
    """The last day that is looked ahead to."""

    def __call__(self, loaded: LoadedAccount, profile: Profile) -> tuple[Todo, ...]:
        """Return what there is to do, with its lines in the file."""
        found = find_todos(profile, self.until)
        if loaded.written is None or not found:
            return found
        places = Places(loaded.path, loaded.written)
        return tuple(todo._replace(line=places.of(todo.route)[1].line) for todo in found)


def find_todos(profile: Profile, until: date) -> tuple[Todo, ...]:
    """Return what there is to do at an account by a day, each thing once, and each with a subject of its own.

    With a former customer only promises are left.
    """
    dated = tuple(find_dated(profile, until))
    if profile.facts.account.status == "former":
        return tuple(_distinct(dated))
    people = tuple(find_people(profile, until))
    return tuple(_distinct(chain(dated, people, find_steps(profile, people))))


def _distinct(todos: Iterable[Todo]) -> Iterator[Todo]:
    """Number the further ones of those that are called the same: lists have no ids, and words may be said twice."""
    seen = Counter[tuple[str, str]]()
    for todo in todos:
        key = (todo.kind, todo.subject)
        seen[key] += 1
        yield todo if seen[key] == 1 else todo._replace(subject=f"{todo.subject} #{seen[key]}")
