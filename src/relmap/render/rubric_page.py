"""The effective rubric as a page: `relmap rubric`."""

from collections.abc import Iterator
from itertools import groupby

from relmap.book.rubric_table import RubricTable, SetTest, SetThreshold
from relmap.model.thresholds import section_meaning
from relmap.render import words
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Page, Section, Tone, fact, prose
from relmap.render.threshold_text import threshold_text

_TIER, _FOLD = 1, 140
"""Which column names the tier, and from which width on; on narrower screens it stands before the meaning."""
_PLACED = (Column("Value", right=True), Column("Default", right=True), Column("Set in"))
_MEANING = Column("Meaning", fold=_FOLD, wrap=True)
_THRESHOLDS = (
    Column("Threshold"),
    Column("Tier", least=_FOLD),
    *_PLACED,
    Column("Origin", fold=_FOLD, wrap=True),
    _MEANING,
)
_TESTS = (Column("Test"), Column("Tier", least=_FOLD), *_PLACED, _MEANING)


def rubric_page(table: RubricTable, company: str, *, only_differences: bool = False) -> Page:
    """Return the page: thresholds by section, then the tests of the stages. `company` is empty where there is none."""
    whose = f"{company}: the rubric" if company else "The default rubric"
    title = f"{whose} of tier {table.tier}" if table.tier else whose
    shown = table.differences() if only_differences else table
    sections = [*_sections(shown)]
    if shown.tests:
        rows = tuple(_test_row(entry, shown) for entry in shown.tests)
        sections.append(Section("Tests of the stages", (_grid(_TESTS, rows),)))
    if not sections:
        sections.append(Section("", (prose("Nothing differs from the defaults."),)))
    return Page(title, tuple(_lead(table)), tuple(sections))


def _lead(table: RubricTable) -> Iterator[Cell]:
    differing = table.differences()
    kinds = ((differing.thresholds, "threshold"), (differing.tests, "test"))
    counted = [words.count(len(found), noun) for found, noun in kinds if found]
    yield Cell(f"rubric version {table.stamp.version}, {table.stamp.digest}", Tone.MUTED)
    yield Cell(f"Set otherwise than by default: {' and '.join(counted) or 'nothing'}.")


def _sections(table: RubricTable) -> Iterator[Section]:
    for name, found in groupby(table.thresholds, key=_section):
        rows = list(found)
        lists = [_list_fact(entry, table) for entry in rows if _is_list(entry)]
        figures = tuple(_row(entry, table) for entry in rows if not _is_list(entry))
        blocks: list[Block] = [_grid(_THRESHOLDS, figures)] if figures else []
        if lists:
            blocks.append(Facts(tuple(lists)))
        title = section_meaning(name).rstrip(".") if name else "The measures in common"
        yield Section(title, tuple(blocks))


def _section(entry: SetThreshold) -> str:
    route = entry.threshold.route
    return route[0] if len(route) > 1 else ""


def _is_list(entry: SetThreshold) -> bool:
    return isinstance(entry.threshold.default, list | dict)


def _grid(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> Grid:
    """Make a table, without the column of tiers where no row is of one."""
    if any(row[_TIER].text for row in rows):
        return Grid(columns, rows)
    return Grid((*columns[:_TIER], *columns[_TIER + 1 :]), tuple((*row[:_TIER], *row[_TIER + 1 :]) for row in rows))


def _row(entry: SetThreshold, table: RubricTable) -> tuple[Cell, ...]:
    threshold, tier = entry.threshold, _tier(entry, table)
    return (
        Cell(threshold.path),
        Cell(tier),
        Cell(threshold_text(entry.value), Tone.STRONG if entry.differs else Tone.PLAIN),
        Cell(threshold_text(threshold.default), Tone.MUTED),
        _place(entry),
        Cell(_origin(entry), Tone.MUTED),
        _meaning(threshold.meaning, tier),
    )


def _list_fact(entry: SetThreshold, table: RubricTable) -> Fact:
    """A list is too long for a column."""
    threshold, tier = entry.threshold, _tier(entry, table)
    set_in = f"set in {_place(entry).text}" if entry.place else "default"
    default = f"by default {threshold_text(threshold.default)}" if entry.differs else ""
    notes = filter(None, (set_in, default, _origin(entry), threshold.meaning))
    label = f"{threshold.path}, tier {tier}" if tier else threshold.path
    return fact(label, threshold_text(entry.value), note="; ".join(notes))


def _test_row(entry: SetTest, table: RubricTable) -> tuple[Cell, ...]:
    tier = _tier(entry, table)
    return (
        Cell(f"{entry.stage}.{entry.id}"),
        Cell(tier),
        Cell(entry.need, Tone.STRONG if entry.differs else Tone.PLAIN),
        Cell(entry.default, Tone.MUTED),
        _place(entry),
        _meaning(entry.label, tier),
    )


def _tier(entry: SetThreshold | SetTest, table: RubricTable) -> str:
    """Name the tier of a line, unless the whole page is about it."""
    return "" if table.tier else entry.tier or ""


def _meaning(text: str, tier: str) -> Cell:
    return Cell(text, below=f"for tier {tier}: {text}" if tier else None)


def _place(entry: SetThreshold | SetTest) -> Cell:
    return Cell(str(entry.place)) if entry.place else Cell("default", Tone.MUTED)


def _origin(entry: SetThreshold) -> str:
    source = entry.threshold.source
    return f"published: {source}" if source else "ours"
