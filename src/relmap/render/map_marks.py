"""How a person is marked on a map: a colour that colour-blind people can tell apart, and always a shape or letter too.

The colours are those of Okabe & Ito (2008).
"""

from typing import NamedTuple

from relmap.map.values import AccountMap, MapMember, MapPerson, State
from relmap.render import labels

COLOR_BY = ("support", "trust", "coverage", "department")
_BLUE, _SKY, _GREY, _ORANGE, _RED = "#0072B2", "#56B4E9", "#B8BCC4", "#E69F00", "#D55E00"
_GREEN, _PINK, _YELLOW, _WHITE = "#009E73", "#CC79A7", "#F0E442", "#FFFFFF"


class Mark(NamedTuple):
    """A shape (star, up, circle, down, cross, ring, or a square with a letter), its colour, and what it means."""

    shape: str
    fill: str
    text: str
    letter: str = ""


UNKNOWN = Mark("ring", _WHITE, "not known")
_SUPPORT = {
    "champion": Mark("star", _BLUE, "champion"),
    "supporter": Mark("up", _SKY, "supporter"),
    "neutral": Mark("circle", _GREY, "neutral"),
    "skeptic": Mark("down", _ORANGE, "skeptic"),
    "opponent": Mark("cross", _RED, "opponent"),
}
_TRUST = (
    Mark("up", _BLUE, "trust 8 to 10"),
    Mark("circle", _GREY, "trust 5 to 8"),
    Mark("down", _RED, "trust below 5"),
)
_COVERAGE = {
    "live": Mark("up", _BLUE, "live touch"),
    "unclear": Mark("ring", _WHITE, "live or not is unknown"),
    "not_live": Mark("down", _ORANGE, "known, not live"),
    "nobody": Mark("cross", _RED, "known by nobody"),
}
_DEPARTMENTS = (_BLUE, _ORANGE, _GREEN, _PINK, _SKY, _RED, _YELLOW, _GREY)
SIGNS = {"star": "★", "up": "▲", "circle": "●", "down": "▼", "cross": "✖", "ring": "○", "square": "■"}
"""The shapes as characters, for text."""


class Marks:
    """The marks of one map by what `--color-by` names."""

    def __init__(self, drawn: AccountMap, color_by: str) -> None:
        self.color_by = color_by
        names = sorted({person.department for person in drawn.people if person.department})
        self._departments = {
            name: Mark("square", _DEPARTMENTS[place % len(_DEPARTMENTS)], name, _letters(place))
            for place, name in enumerate(names)
        }

    def of(self, person: MapPerson) -> Mark:
        """Return a person's mark."""
        if self.color_by == "department":
            return self._departments.get(person.department, UNKNOWN)
        if person.state is not State.ACTIVE and self.color_by != "support":
            return UNKNOWN
        if self.color_by == "support":
            return _SUPPORT.get(person.support or "", UNKNOWN)
        return _COVERAGE[person.coverage] if self.color_by == "coverage" else _trust(person.trust)

    def word(self, person: MapPerson) -> str:
        """Say what a mark means where a picture has no legend and nothing else on it says so; else nothing."""
        if self.color_by == "department":
            return person.department or "department ?"
        return self.of(person).text if self.color_by == "coverage" and person.state is State.ACTIVE else ""

    def legend(self) -> tuple[Mark, ...]:
        """Return every mark with what it means."""
        if self.color_by == "department":
            return (*self._departments.values(), UNKNOWN)
        if self.color_by == "coverage":
            return tuple(_COVERAGE.values())
        return (*(_SUPPORT.values() if self.color_by == "support" else _TRUST), UNKNOWN)


def _trust(trust: float | None) -> Mark:
    if trust is None:
        return UNKNOWN
    return _TRUST[0] if trust >= 8 else _TRUST[1] if trust >= 5 else _TRUST[2]


def _letters(place: int) -> str:
    """Return A to Z, then AA, AB, …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def facts_of(person: MapPerson) -> list[str]:
    """Return what stands about a person on a map, besides the name: power, support, trust, and what is not there."""
    if person.state is State.PLACEHOLDER:
        return ["a seat without a name"]
    if person.state is State.LEFT:
        return [f"left {person.left}" if person.left else "has left"]
    trust = "?" if person.trust is None else f"{person.trust:.1f}".removesuffix(".0")
    return [f"power {person.power or '?'}", person.support or "support ?", f"trust {trust}"]


def node_rows(person: MapPerson, marks: Marks) -> list[str]:
    """Return the lines of a node in a picture that has no legend, each not yet escaped; empty ones are left out."""
    mark = marks.of(person)
    warnings = ["single point of failure" if person.loses else "", "out of reach" if person.unreached else ""]
    named = f"{mark.letter or SIGNS[mark.shape]} {person.label}"
    rows = [named, person.title, role_text(person), " · ".join(facts_of(person)), marks.word(person), *warnings]
    return [row for row in rows if row]


def member_rows(member: MapMember) -> list[str]:
    """Return the lines of one of ours in such a picture."""
    gone = "has left us" if member.present is False else ""
    rows = [member.label, member.title, gone, "single point of failure" if member.loses else ""]
    return [row for row in rows if row]


def role_text(person: MapPerson) -> str:
    """Return the roles as people say them."""
    return ", ".join(labels.role(role) for role in person.roles)
