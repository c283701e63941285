"""What a page of the manual says of one family of measures. Texts are plain: each drawing escapes for its own target.

Numbers that the rubric sets are named by their path (`dependence.deep`) and never typed: the page prints them.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

ACCOUNT = "harrow"
"""The id of the account that every example is about."""
AS_OF = date(2026, 11, 15)
"""The day of an example that names no other: in FY2026-Q4; four quarters back begin on 2025-10-01."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class Expected(NamedTuple):
    """A figure that an example must give; bounds where they differ from the value, and None for what is not scored.

    `figure` is a measure's id. What has none bears the name of its page: `roles.budget`, `concentration.hhi`.
    """

    figure: str
    value: float | str | None
    low: float | str | None = None
    high: float | str | None = None

    @property
    def bounds(self) -> tuple[float | str | None, float | str | None]:
        """The bounds that must come out: the value itself where none are given."""
        return self.value if self.low is None else self.low, self.value if self.high is None else self.high


class Example(NamedTuple):
    """A small book and what comes out of it; it is also a test."""

    account: str
    """The account file, as YAML."""
    expected: tuple[Expected, ...]
    working: tuple[str, ...]
    """The calculation with its numbers, line by line."""
    settings: str = ""
    """relmap.yaml; empty: the example needs none."""
    others: Mapping[str, str] = NOTHING
    """The other accounts of the book, by id."""
    as_of: date = AS_OF

    def files(self) -> dict[str, str]:
        """Return the files of the example's book by their paths, the account it is about first."""
        accounts = {ACCOUNT: self.account, **self.others}
        found = {f"accounts/{name}.yaml": text for name, text in accounts.items()}
        return found | ({"relmap.yaml": self.settings} if self.settings else {})


class Page(NamedTuple):
    """One family of measures."""

    id: str
    title: str
    question: str
    """What it answers, as an account manager would ask."""
    measures: tuple[str, ...]
    """The ids it covers, in the order of the tables."""
    reads: tuple[str, ...]
    """Keys of an account file; `*` stands for any id or item."""
    formula: tuple[str, ...]
    published: tuple[str, ...]
    """Sources: authors, title, year."""
    ours: tuple[str, ...]
    """What is our own choice, and why."""
    example: Example
    raises: tuple[str, ...]
    """What changes the figure for the better, honestly."""
    not_for: tuple[str, ...]
    """What it must not be used for."""
    see: tuple[str, ...]
    """Ids of related pages."""
    words: Mapping[str, str] = NOTHING
    """What each of its words means."""
    settings: tuple[str, ...] = ()
    """Keys of relmap.yaml that it reads beside the rubric."""
    rubric: tuple[str, ...] = ()
    """Sections and thresholds of the rubric that it uses."""
