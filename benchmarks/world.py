"""What the parts of a made-up account file have in common: its people on both sides, its days, its draw."""

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks import words
from benchmarks.draw import Draw
from benchmarks.yamltext import slug, text

AS_OF = date(2026, 11, 15)
"""The day on which every made-up book is assessed: all of its facts lie before it."""
LAST_FACT = date(2026, 11, 14)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone on the customer's side. `head` is the person this one reports to, "" at the top."""

    id: str
    name: str
    title: str
    department: str
    rank: int
    head: str
    left: date | None = None
    placeholder: bool = False

    @property
    def active(self) -> bool:
        """Whether other entries may refer to this person: there, and known."""
        return self.left is None and not self.placeholder


@dataclass(frozen=True, slots=True)
class Subject:
    """One account before its file is written."""

    index: int
    id: str
    name: str
    status: str
    parent: str
    team: list[str]
    people: list[Person]
    draw: Draw

    @property
    def owner(self) -> str:
        """The team member who answers for the account."""
        return self.team[0]

    def ours(self) -> str:
        """Return one of our people on the account, the owner most often."""
        return self.owner if self.draw.chance(0.5) else self.draw.one(self.team)

    def theirs(self) -> str:
        """Return one of their people who are there."""
        return self.draw.one([person.id for person in self.people if person.active])

    def say(self, phrases: tuple[str, ...]) -> str:
        """Return one of the phrases as YAML; now and then in quotes that it could do without."""
        return text(self.draw.one(phrases), quote=self.draw.chance(0.15))

    def past(self, days: int, last: date = LAST_FACT) -> date:
        """Return one of the `days` days up to `last`, by default the day before the assessment."""
        return self.draw.day(last - timedelta(days=days), last)

    def soon(self, days: int) -> date:
        """Return a day within the `days` days after the day of assessment: a plan, not a fact."""
        return self.draw.day(AS_OF, AS_OF + timedelta(days=days))


def people_of(draw: Draw, count: int) -> list[Person]:
    """Return `count` people: a managing director, heads of departments, their people, perhaps an unknown seat."""
    departments = draw.some(tuple(words.DEPARTMENTS), draw.between(3, 5))
    top = _person(draw, "Managing director", "", 5, "", {})
    people = {top.id: top}
    heads: list[Person] = []
    for department in departments[: count - 1]:
        head = _person(draw, words.DEPARTMENTS[department][0], department, 4, top.id, people)
        people[head.id] = head
        heads.append(head)
    while len(people) < count:
        head = draw.one(heads)
        person = _staff(draw, head, people)
        people[person.id] = person
    return list(people.values())


def _staff(draw: Draw, head: Person, taken: dict[str, Person]) -> Person:
    title = draw.one(words.DEPARTMENTS[head.department][1])
    seat = f"open-{slug(title)}"
    if draw.chance(0.06) and seat not in taken:
        return Person(seat, "", title, head.department, 2, head.id, placeholder=True)
    left = draw.day(date(2025, 3, 1), LAST_FACT) if draw.chance(0.1) else None
    return _person(draw, title, head.department, draw.between(1, 3), head.id, taken, left)


def _person(
    draw: Draw, title: str, department: str, rank: int, head: str, taken: dict[str, Person], left: date | None = None
) -> Person:
    while True:
        name = f"{draw.one(words.FIRST_NAMES)} {draw.one(words.SURNAMES)}"
        if slug(name) not in taken:
            return Person(slug(name), name, title, department, rank, head, left)
