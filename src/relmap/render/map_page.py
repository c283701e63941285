"""The map as a page: reporting tree, who knows whom, power and interest, gaps, and on whom it hangs."""

from collections.abc import Sequence

from relmap.map.tree import TreeRow, tree_rows
from relmap.map.values import AccountMap, Kind, MapMember, MapPerson, State, Tie
from relmap.measures.roles import COVERED
from relmap.render import labels, words
from relmap.render.map_gaps import CONVENTION, broker_lines, known_by_text, loss_text, role_text, unreached
from relmap.render.map_marks import SIGNS, Marks
from relmap.render.page import Block, Cell, Column, Facts, Grid, Page, Section, Tone, bullets, fact, prose

_EMPTY = "Nobody is on the map yet: ask who the people are and who decides."
_NEAR = "None of their people is this near to the focus: give a greater --depth."
SIDE_BY_SIDE = 5
"""How many of our people stand in one coverage matrix; more get a matrix of their own below it."""
_TREE = (
    Column("Who, by reporting line"),
    Column("Power", right=True),
    Column("Support"),
    Column("Trust", right=True),
    Column("Known by", fold=110),
    Column("Roles", fold=110),
    Column("Title", fold=140, widest=34, wrap=True),
)
_TONES = {"champion": Tone.GOOD, "supporter": Tone.GOOD, "skeptic": Tone.WATCH, "opponent": Tone.BAD}
_LIVE = {True: "●", False: "○", None: "?"}
_LEVELS = {"none": "–", "vendor": "V", "credible_source": "C", "problem_solver": "P", "trusted_advisor": "T"}
_KEY = (
    "● live, ○ not live, ? not known · V vendor, C credible source, P problem solver, T trusted advisor "
    "· days since contact"
)


def map_page(drawn: AccountMap, color_by: str, view: str) -> Page:
    """Return the page of one account's map. A focus leaves people out, and the page says so."""
    if not drawn.people:
        return Page(_title(drawn), (Cell(_NEAR if drawn.left_out else _EMPTY),), ())
    made = [_tree(drawn, Marks(drawn, color_by)), _side_lines(drawn)]
    made += [coverage_section(drawn) if drawn.team else None, _power_grid(drawn), _roles(drawn), _single_points(drawn)]
    made.append(_brokers(drawn))
    return Page(_title(drawn), _lead(drawn, view), tuple(section for section in made if section))


def _title(drawn: AccountMap) -> str:
    return f"{drawn.name}: stakeholder map on {drawn.as_of}"


def _lead(drawn: AccountMap, view: str) -> tuple[Cell, ...]:
    active = [person for person in drawn.people if person.state is State.ACTIVE]
    seats = sum(person.state is State.PLACEHOLDER for person in drawn.people)
    told = [
        words.count(len(active), "contact"),
        _live_text(active),
        *([words.count(seats, "seat without a name", "seats without a name")] if seats else []),
        f"coverage {words.ranged(drawn.coverage, words.percent)}",
        f"resilience {words.ranged(drawn.resilience, words.number, None)}",
        *([f"view: {view}"] if view != "all" else []),
    ]
    cut = words.count(drawn.left_out, "person is", "people are")
    left_out = (Cell(f"{cut} further away and left out."),) if drawn.left_out else ()
    return (Cell(" · ".join(told)), *left_out)


def _live_text(active: Sequence[MapPerson]) -> str:
    live, unclear = (sum(person.live is truth for person in active) for truth in (True, None))
    return words.count(live, "of them live", "of them live") + (f" ({unclear} not known)" if unclear else "")


def _tree(drawn: AccountMap, marks: Marks) -> Section:
    rows = tuple(_tree_row(drawn, row, marks) for row in tree_rows(drawn))
    legend = ", ".join(f"{_sign(mark.shape, mark.letter)} {mark.text}" for mark in marks.legend())
    return Section("Who decides, and who reports to whom", (Grid(_TREE, rows), prose(legend, Tone.MUTED)))


def _sign(shape: str, letter: str) -> str:
    return f"[{letter}]" if letter else SIGNS[shape]


def _tree_row(drawn: AccountMap, row: TreeRow, marks: Marks) -> tuple[Cell, ...]:
    person, mark = row.person, marks.of(row.person)
    branch = "".join("   " if last else "│  " for last in row.last[:-1])
    branch += ("└─ " if row.last[-1] else "├─ ") if row.last else ""
    label = f"{branch}{_sign(mark.shape, mark.letter)} {person.label}{_absence(person)}"
    roles = ", ".join(labels.role(role) for role in person.roles)
    if person.state is not State.ACTIVE:
        told = Cell("who sits there?", Tone.UNKNOWN) if person.state is State.PLACEHOLDER else Cell("")
        power = Cell(str(person.power or ""), Tone.MUTED)
        return Cell(label, Tone.MUTED), power, Cell(""), Cell(""), told, Cell(roles), Cell(person.title)
    trust = Cell(words.UNKNOWN, Tone.UNKNOWN) if person.trust is None else Cell(words.plain(person.trust))
    return (
        Cell(label, Tone.STRONG if (person.power or 0) >= 4 else Tone.PLAIN),
        Cell(str(person.power)) if person.power else Cell(words.UNKNOWN, Tone.UNKNOWN),
        Cell(person.support, _TONES.get(person.support, Tone.PLAIN))
        if person.support
        else Cell(words.UNKNOWN, Tone.UNKNOWN),
        trust,
        _reached(drawn, person),
        Cell(roles),
        Cell(person.title),
    )


def _absence(person: MapPerson) -> str:
    if person.state is State.LEFT:
        return f" (left {person.left})" if person.left else " (left)"
    return " (seat without a name)" if person.state is State.PLACEHOLDER else ""


def _reached(drawn: AccountMap, person: MapPerson) -> Cell:
    """Say who of ours is in touch; on the map of reporting lines alone nobody of ours is looked at."""
    ties = [tie for tie in drawn.ties if tie.kind is Kind.KNOWN_BY and tie.target == person.key]
    if not ties:
        return Cell(_COVERAGE[person.coverage][0], _COVERAGE[person.coverage][1])
    return Cell(known_by_text(drawn, ties), _COVERAGE[person.coverage][1])


_COVERAGE = {
    "live": ("live", Tone.GOOD),
    "unclear": ("live or not is unknown", Tone.UNKNOWN),
    "not_live": ("not live", Tone.WATCH),
    "nobody": ("nobody of ours", Tone.WATCH),
}


def _side_lines(drawn: AccountMap) -> Section | None:
    told = {
        Kind.DOTTED: "{} also reports to {} (dotted line)",
        Kind.INFLUENCES: "{} influences {}",
        Kind.CONFLICTS: "{} is at odds with {}",
    }
    lines = [
        told[tie.kind].format(drawn.label(tie.source), drawn.label(tie.target))
        for tie in drawn.ties
        if tie.kind in told
    ]
    return Section("Dotted lines, influence and conflicts", (bullets(lines),)) if lines else None


def coverage_section(drawn: AccountMap) -> Section:
    """Return the matrix of our people and theirs."""
    ties = {(tie.source, tie.target): tie for tie in drawn.ties if tie.kind is Kind.KNOWN_BY}
    people = sorted(
        (person for person in drawn.people if person.state is State.ACTIVE), key=lambda person: -(person.power or 0)
    )
    parts = [drawn.team[start : start + SIDE_BY_SIDE] for start in range(0, len(drawn.team), SIDE_BY_SIDE)]
    grids: list[Block] = [_matrix(people, members, ties) for members in parts]
    unknown = [person.label for person in people if person.coverage == "nobody"]
    nobody = [prose(f"Nobody of ours knows {words.listed(unknown)}.", Tone.WATCH)] if unknown else []
    return Section("Who of ours knows whom", (*grids, prose(_KEY, Tone.MUTED), *nobody))


def _matrix(people: Sequence[MapPerson], members: Sequence[MapMember], ties: dict[tuple[str, str], Tie]) -> Grid:
    heads = words.shortened([member.id for member in members], 10)
    columns = (Column("Theirs, by power"), *map(Column, heads))
    rows = []
    for person in people:
        found = [ties.get((member.key, person.key)) for member in members]
        if any(found):
            rows.append((Cell(f"{person.power or '?'} {person.label}"), *map(_strength, found)))
    return Grid(columns, tuple(rows))


def _strength(tie: Tie | None) -> Cell:
    if tie is None:
        return _NO_TIE
    age = "" if tie.age is None else f" {tie.age}"
    return Cell(f"{_LIVE[tie.live]} {_LEVELS[tie.level] if tie.level else '?'}{age}", _LIVE_TONES[tie.live])


_NO_TIE = Cell("·", Tone.MUTED)
_LIVE_TONES = {True: Tone.GOOD, False: Tone.WATCH, None: Tone.UNKNOWN}


def _power_grid(drawn: AccountMap) -> Section:
    """Return the grid as a table: high power above low, low interest left of high; 4 and 5 are high."""
    people = [person for person in drawn.people if person.state is State.ACTIVE]
    columns = (
        Column(""),
        Column("interest low (1–3)", wrap=True, whole=True),
        Column("interest high (4, 5)", wrap=True, whole=True),
        Column("interest ?", wrap=True, whole=True),
    )
    rows = []
    for title, power in (("power high (4, 5)", True), ("power low (1–3)", False), ("power ?", None)):
        cells = [_those(people, power=power, interest=interest) for interest in (False, True, None)]
        if power is not None or any(cells):
            rows.append((Cell(title, Tone.STRONG), *(Cell(text or "–") for text in cells)))
    told = "high power and interest: manage closely · power alone: keep satisfied · interest alone: keep informed"
    return Section("Power and interest", (Grid(columns, tuple(rows)), prose(told, Tone.MUTED)))


def _those(people: Sequence[MapPerson], *, power: bool | None, interest: bool | None) -> str:
    return ", ".join(
        person.label for person in people if _high(person.power) is power and _high(person.interest) is interest
    )


def _high(value: int | None) -> bool | None:
    return None if value is None else value >= 4


def _roles(drawn: AccountMap) -> Section | None:
    if not drawn.roles:
        return None
    gaps = [fact("Gap", role_text(drawn, state), Tone.WATCH) for state in drawn.roles if state.state != COVERED]
    covered = [fact("Covered", role_text(drawn, state), Tone.GOOD) for state in drawn.roles if state.state == COVERED]
    return Section("Roles", (Facts((*gaps, *covered)),))


def _single_points(drawn: AccountMap) -> Section:
    lines = [f"{loss_text(drawn, entry)}." for entry in drawn.single_points]
    blocks: list[Block] = [bullets(lines, Tone.WATCH)] if lines else []
    if names := unreached(drawn):
        blocks.append(prose(f"Out of reach already: {words.listed(names)}.", Tone.BAD))
    if not blocks:
        blocks.append(prose(_nobody(drawn)))
    return Section("Single points of failure", tuple(blocks))


def _nobody(drawn: AccountMap) -> str:
    if drawn.resilience.value is None:
        return f"Not known: {drawn.resilience.reason}."
    return "None: no single departure cuts us off from a key player."


def _brokers(drawn: AccountMap) -> Section | None:
    if not (lines := broker_lines(drawn)):
        return None
    return Section("Who stands between others", (bullets(lines), prose(f"Counted as {CONVENTION}.", Tone.MUTED)))
