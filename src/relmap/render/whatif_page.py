"""`relmap whatif --leaves` as a page: first what to do about it in sentences, then the measures that move."""

from collections.abc import Iterator, Sequence

from relmap.assess.assessment import Assessment
from relmap.assess.figures import Figure, MeasureInfo
from relmap.render import words
from relmap.render.figure_text import bounded_text
from relmap.render.page import Bullets, Cell, Column, Grid, Page, Section, Tone, prose
from relmap.render.rubric_line import rubric_section
from relmap.render.whatif_words import departure_summary, kind_text, link_note, link_text
from relmap.whatif.departure import Departure
from relmap.whatif.effects import Effect, Moved
from relmap.whatif.mending import Plan

_MEASURES = (Column("Measure", wrap=True), Column("Before"), Column("After"), Column("With the way back", fold=90))
_ACCOUNTS = (
    Column("Account", wrap=True),
    Column("Revenue", right=True),
    Column("Health", wrap=True),
    Column("Cut off from", wrap=True, fold=90),
    Column("To hand over", right=True),
    Column("New relationships", right=True),
)


def departure_page(found: Departure) -> Page:
    """Return the page, before it is drawn. What has nothing to say is left out."""
    day = found.before.as_of.isoformat()
    where = "The book" if found.whole_book else found.effects[0].before.assessed.row.name
    leave = "leaves" if len(found.leavers) == 1 else "leave"
    title = f"What if {words.listed([who.name for who in found.leavers])} {leave}? {where} on {day}"
    sections = _book(found) if found.whole_book else _account(found, found.effects[0])
    return Page(title, (Cell(departure_summary(found)),), (*sections, rubric_section(found.before.settings)))


def _account(found: Departure, effect: Effect) -> Iterator[Section]:
    yield _measures(found.before, effect.moved)
    yield from _plan("The smallest way back to where we stand today", effect.back)
    if {link[:3:2] for link in effect.safe.links} != {link[:3:2] for link in effect.back.links}:
        yield from _plan("Every needed role, and two ways to every key player", effect.safe)
    yield from _ways(effect)
    yield from _left_behind([effect])


def _measures(book: Assessment, moved: Sequence[Moved]) -> Section:
    if not moved:
        return Section("Measures that move", (prose("None.", Tone.MUTED),))
    mended = any(entry.mended for entry in moved)
    columns = _MEASURES if mended else _MEASURES[:3]
    rows = tuple(tuple(_row(book, entry))[: len(columns)] for entry in moved)
    return Section("Measures that move", (Grid(columns, rows),))


def _row(book: Assessment, entry: Moved) -> Iterator[Cell]:
    yield Cell(entry.measure.title)
    yield figure_cell(book, entry.measure, entry.before)
    yield figure_cell(book, entry.measure, entry.after)
    yield (
        Cell("") if entry.mended is None else figure_cell(book, entry.measure, entry.mended, below="with the way back ")
    )


def figure_cell(book: Assessment, measure: MeasureInfo, figure: Figure, below: str | None = None) -> Cell:
    """Write a figure with its bounds."""
    text = bounded_text(book.settings, measure, figure)
    return Cell(text, Tone.UNKNOWN if figure.value is None else Tone.PLAIN, "", None if below is None else below + text)


def _plan(title: str, plan: Plan) -> Iterator[Section]:
    if plan.links:
        proof = "no smaller set is enough" if plan.is_smallest else f"at least {words.number(plan.least)} are needed"
        links = tuple(Cell(link_text(link), note=link_note(link)) for link in plan.links)
        yield Section(title, (Bullets(links), prose(f"Searched: {proof}.", Tone.MUTED)))


def _ways(effect: Effect) -> Iterator[Section]:
    old, new = (card.profile.resilience.find_counts() for card in (effect.before, effect.after))
    people = [person for person in effect.after.profile.facts.people if person.id in new]
    if people:
        columns = (
            Column("Key player", wrap=True),
            Column("Title", wrap=True),
            Column("Ways before"),
            Column("Ways after"),
        )
        rows = tuple(
            (
                Cell(person.label),
                Cell(person.contact.title or ""),
                Cell(words.number(old.get(person.id, 0))),
                Cell(words.number(new[person.id]), Tone.PLAIN if new[person.id] else Tone.BAD),
            )
            for person in people
        )
        yield Section("Ways to key players that share nobody", (Grid(columns, rows),))


def _left_behind(effects: Sequence[Effect]) -> Iterator[Section]:
    rows = tuple(
        (
            Cell(effect.before.assessed.row.name),
            Cell(kind_text(orphan)),
            Cell(orphan.what if orphan.value is None else f"{orphan.what} ({_worth(effect, orphan.value)} a year)"),
            Cell(words.day(orphan.due) if orphan.due else ""),
            Cell(orphan.person),
        )
        for effect in effects
        for orphan in effect.orphans
    )
    if rows:
        columns = (
            Column("Account"),
            Column("Kind"),
            Column("What", wrap=True),
            Column("Due"),
            Column("Hung on", fold=100),
        )
        kept = [place for place in range(5) if place or len(effects) > 1]
        picked = tuple(tuple(row[place] for place in kept) for row in rows)
        yield Section("Left behind", (Grid(tuple(columns[place] for place in kept), picked),))


def _worth(effect: Effect, value: float) -> str:
    return words.money(value, effect.before.profile.facts.settings.currency)


def _book(found: Departure) -> Iterator[Section]:
    if not found.effects:
        return
    currency = found.before.settings.currency
    rows = tuple(
        (
            Cell(effect.before.assessed.row.name, note="loses its owner" if effect.loses_owner else ""),
            Cell(
                words.UNKNOWN if (amount := effect.before.assessed.revenue) is None else words.money(amount, currency)
            ),
            Cell(" → ".join(_health(card_figure) for card_figure in _healths(effect))),
            Cell(words.listed([reach.person.label for reach in effect.cut_off], 4)),
            Cell(words.number(len(effect.orphans))),
            Cell(words.number(len(effect.back.links))),
        )
        for effect in found.effects
    )
    yield Section("Accounts", (Grid(_ACCOUNTS, rows),))
    for effect in found.effects:
        name = effect.before.assessed.row.name
        if effect.moved:
            yield _measures(found.before, effect.moved)._replace(title=f"{name}: measures that move")
        yield from _plan(f"{name}: the smallest way back", effect.back)
    yield from _left_behind(found.effects)


def _healths(effect: Effect) -> list[Figure]:
    figures = [card.assessed.figures["health"] for card in (effect.before, effect.after)]
    return figures[:1] if figures[0][:3] == figures[1][:3] else figures


def _health(figure: Figure) -> str:
    return words.ranged(figure)
