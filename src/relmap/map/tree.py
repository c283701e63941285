"""The reporting tree: who stands below whom, as rows with a depth. One row for everybody."""

from collections.abc import Iterator
from typing import NamedTuple

from relmap.map.values import AccountMap, Kind, MapPerson


class TreeRow(NamedTuple):
    """A person in the tree."""

    person: MapPerson
    depth: int
    boss: str
    """The key of whom this person reports to; empty at the top."""
    last: tuple[bool, ...]
    """For each step down from the top: is it the last of its brothers and sisters?"""


def tree_rows(drawn: AccountMap) -> tuple[TreeRow, ...]:
    """Return everybody in the order of a reporting tree, the most powerful first among equals.

    People in a circle of reporting lines, which a file should not have, stand at the top.
    """
    bosses = {tie.source: tie.target for tie in drawn.ties if tie.kind is Kind.REPORTS_TO}
    below: dict[str, list[MapPerson]] = {}
    for person in drawn.people:
        below.setdefault("" if _in_circle(bosses, person.key) else bosses.get(person.key, ""), []).append(person)
    return tuple(_walk(below))


def _walk(below: dict[str, list[MapPerson]]) -> Iterator[TreeRow]:
    """Go down the tree, depth first; without recursion, since a file may have a chain of any length."""
    heads = sorted(below.get("", ()), key=lambda person: (person.key not in below, *_rank(person)))
    waiting = [TreeRow(person, 0, "", ()) for person in reversed(heads)]
    while waiting:
        row = waiting.pop()
        yield row
        people = sorted(below.get(row.person.key, ()), key=_rank, reverse=True)
        for place, person in enumerate(people):  # the last of them is pushed first and comes out last
            waiting.append(TreeRow(person, row.depth + 1, row.person.key, (*row.last, place == 0)))


def _rank(person: MapPerson) -> tuple[int, str]:
    return -(person.power or 0), person.id


def _in_circle(bosses: dict[str, str], key: str) -> bool:
    seen, here = {key}, bosses.get(key, "")
    while here and here not in seen:
        seen.add(here)
        here = bosses.get(here, "")
    return here == key
