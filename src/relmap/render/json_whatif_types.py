"""The published JSON of `relmap whatif`, version 1, as types."""

from typing import Literal

from typing_extensions import TypedDict

from relmap.render.json_types import Day, Figure, Rubric, Tool, published


@published
class Leaver(TypedDict):
    """Somebody who leaves."""

    side: Literal["ours", "theirs"]
    id: str
    name: str
    title: str | None


@published
class Moved(TypedDict):
    """One measure of an account that is not what it was."""

    measure: str
    unit: str
    before: Figure
    after: Figure
    restored: Figure | None
    """With the smallest way back gone; null where none is needed."""


@published
class Reach(TypedDict):
    """A key player, and how many ways that share nobody lead there."""

    contact: str
    name: str
    title: str | None
    ways_before: int
    ways_after: int


@published
class Contact(TypedDict):
    """A contact."""

    contact: str
    name: str


@published
class Orphan(TypedDict):
    """Something that is left behind."""

    kind: Literal["promise", "their_promise", "goal", "customer_goal", "initiative", "opportunity"]
    what: str
    due: Day | None
    person: str
    """The name of who leaves."""
    value: float | None
    """Of an opportunity, a year, in the book's currency."""


@published
class NewLink(TypedDict):
    """One relationship to build."""

    member: str
    member_name: str
    contact: str
    contact_name: str
    known: bool
    """They know each other already, and it is not live."""
    hire: bool
    """Nobody of the team is left for it: somebody new of ours."""
    roles: list[str]
    """Of somebody yet to be found there; else empty."""


@published
class Plan(TypedDict):
    """The fewest relationships to build."""

    links: list[NewLink]
    least: int
    """No smaller number is enough: proven. Less than the number of links only where the search was cut short."""
    is_smallest: bool


@published
class AccountEffect(TypedDict):
    """What a departure does to one account."""

    id: str
    path: str
    name: str
    owner: str
    revenue: float | None
    loses_owner: bool
    measures: list[Moved]
    """Those that move, in the order of the list of measures."""
    cut_off: list[Reach]
    """Key players whom we no longer reach."""
    hanging: list[Reach]
    """Key players who hang on one single person from then on."""
    out_of_touch: list[Contact]
    roles_lost: list[str]
    orphans: list[Orphan]
    back: Plan
    """Back to where the account stood."""
    safe: Plan
    """Every needed role, and two ways to every key player."""


@published
class Lost(TypedDict):
    """An account that is lost."""

    id: str
    name: str
    revenue: float | None


@published
class Staying(TypedDict):
    """An account that stays, and what moves there."""

    id: str
    name: str
    measures: list[Moved]


@published
class BookFigure(TypedDict):
    """A figure of the whole book."""

    id: str
    title: str
    unit: Literal["money", "percent", "index", "count"]
    before: Figure
    after: Figure


@published
class Document(TypedDict):
    """What if somebody leaves or a customer is lost, as `relmap whatif --format json` writes it."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    period: str | None
    """The fiscal year or quarter of shares; null where no account has revenue."""
    currency: str | None
    rubric: Rubric
    summary: str
    """The paragraph, for people."""
    leavers: list[Leaver]
    """Empty where a customer is lost."""
    lost: list[Lost]
    """Empty where somebody leaves."""
    accounts: list[AccountEffect]
    """Of a departure: the account, or every account in which the leavers have a part."""
    staying: list[Staying]
    """Of a loss: the accounts with measures that move."""
    freed: list[str]
    """Of a loss: team members, by id, who own and know nobody in what is left."""
    book: list[BookFigure]
