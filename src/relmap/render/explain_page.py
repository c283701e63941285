"""A page of the manual, with what the code itself says of its figures, keys, signals and thresholds."""

from collections.abc import Iterable, Iterator

from relmap.assess.figures import MEASURES_BY_ID
from relmap.manual.find import Topic
from relmap.manual.keys import describe_key
from relmap.manual.page import Example, Expected
from relmap.manual.page import Page as Entry
from relmap.manual.pages import PAGES_BY_ID
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.model.signals import signals_read_by
from relmap.model.thresholds import thresholds_at
from relmap.render import words
from relmap.render.page import Block, Cell, Code, Column, Fact, Facts, Grid, Page, Section, Tone, bullets, fact
from relmap.render.page import prose as paragraph
from relmap.render.threshold_text import threshold_text

OURS = "ours"


def entry_page(topic: Topic, entry: Entry) -> Page:
    """Return the page of a family of measures, with the word that bears its name; a measure asked for is marked."""
    lead = [Cell(entry.question, Tone.STRONG)]
    if topic.word:
        lead.append(Cell(topic.word.means))
    return Page(entry.title, tuple(lead), _sections(entry, topic.measure))


def see_also(entry: Entry) -> Section:
    """Return the related pages, each with its question and how to ask for it."""
    pairs = [(f"relmap explain {other}", PAGES_BY_ID[other].question) for other in entry.see]
    if entry.measures:
        pairs.append((f"relmap why ACCOUNT {entry.measures[0]}", "The figure of one account, taken apart."))
    return Section("See also", (_facts(pairs),))


def _sections(entry: Entry, asked: str) -> tuple[Section, ...]:
    found: tuple[tuple[str, list[Block]], ...] = (
        ("Figures", _figures(entry, asked)),
        ("What the words mean", [_facts(entry.words.items())]),
        ("How it is computed", [Code(entry.formula)]),
        ("What it reads", _reads(entry)),
        ("Signals", [_signals(entry)]),
        ("Thresholds", _thresholds(entry)),
        ("Where it comes from", _sources(entry)),
        ("Example", list(_example(entry.example))),
        ("What raises it", [bullets(list(entry.raises))]),
        ("What it must not be used for", [bullets(list(entry.not_for))]),
    )
    return tuple(Section(title, tuple(blocks)) for title, blocks in found if any(_says_something(b) for b in blocks))


def _says_something(block: Block) -> bool:
    match block:
        case Facts(rows):
            return bool(rows)
        case Grid():
            return bool(block.rows)
    return True


def _facts(pairs: Iterable[tuple[str, str]]) -> Facts:
    return Facts(tuple(fact(label, text) for label, text in pairs))


def _figures(entry: Entry, asked: str) -> list[Block]:
    if not entry.measures:
        return [paragraph("It has no figure in tables and selectors; the screens of assess show it.")]
    return [_grid(("Id", "What it is", "Unit"), _figure_rows(entry, asked))]


def _figure_rows(entry: Entry, asked: str) -> Iterator[tuple[Cell, ...]]:
    for measure_id in entry.measures:
        measure, marked = MEASURES_BY_ID[measure_id], measure_id == asked != entry.id
        name = Cell(f"→ {measure.id}", Tone.STRONG) if marked else Cell(measure.id)
        yield name, Cell(measure.title), Cell(measure.unit)


def _grid(titles: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], fold: int = 0) -> Grid:
    """A table whose last column goes below its row on screens narrower than `fold`."""
    *first, last = titles
    return Grid((*(Column(title) for title in first), Column(last, fold=fold, wrap=True)), tuple(rows))


def _reads(entry: Entry) -> list[Block]:
    pairs = [(key, describe_key(key, Account)) for key in entry.reads]
    pairs += [(f"relmap.yaml: {key}", describe_key(key, Settings)) for key in entry.settings]
    return [_facts(pairs)]


def _signals(entry: Entry) -> Grid:
    rows = [
        (Cell(kind.id), Cell("good" if kind.good else "bad"), Cell(kind.question)) for kind in signals_read_by(entry.id)
    ]
    return _grid(("Signal", "Yes is", "Question"), rows, fold=100)


def _thresholds(entry: Entry) -> list[Block]:
    rows = [
        (
            Cell(row.path),
            Cell(threshold_text(row.default)),
            Cell(row.meaning, note=f"published: {row.source}" if row.source else OURS),
        )
        for path in entry.rubric
        for row in thresholds_at(path)
    ]
    return [_grid(("Rubric", "Default", "What it sets"), rows, fold=100)]


def _sources(entry: Entry) -> list[Block]:
    published = [fact("published", text) for text in entry.published]
    return [Facts(tuple(published + [fact(OURS, text) for text in entry.ours]))]


def _example(example: Example) -> Iterator[Block]:
    for path, text in example.files().items():
        yield paragraph(f"{path}:")
        yield Code(tuple(text.splitlines()), "yaml")
    yield paragraph(f"On {example.as_of}:")
    yield Code(example.working)
    yield Facts(tuple(map(_outcome, example.expected)))


def _outcome(expected: Expected) -> Fact:
    """Write what must come out: the value, and its bounds where they differ from it."""
    bounds = " to ".join(map(plain_value, expected.bounds))
    if expected.value is None:
        return fact(expected.figure, "not scored", Tone.UNKNOWN, bounds)
    open_ended = expected.bounds != (expected.value, expected.value)
    return fact(expected.figure, plain_value(expected.value), note=bounds if open_ended else "")


def plain_value(value: float | str | None) -> str:
    """Write a figure with at most two decimals, and a word as it is."""
    if not isinstance(value, int | float):
        return str(value)
    whole, point, decimals = words.number(value, 2).partition(".")
    return (whole + point + decimals.rstrip("0")).rstrip(".")


def measures_grid(entries: Iterable[Entry]) -> Grid:
    """Return every measure with its unit, page by page."""
    rows = [row for entry in entries for row in _figure_rows(entry, "")]
    return _grid(("Id", "What it is", "Unit"), rows)


def questions(entries: Iterable[Entry]) -> Facts:
    """Return the question that each page answers."""
    return _facts((entry.id, entry.question) for entry in entries)
