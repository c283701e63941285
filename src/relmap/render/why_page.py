"""`relmap why`: one figure taken apart on one page, from the formula down to the line of the file."""

from collections.abc import Sequence

from relmap.findings import route_text
from relmap.measures.check import Check
from relmap.measures.result import Known, Part
from relmap.render import labels, words
from relmap.render.page import Bullets, Cell, Column, Fact, Facts, Grid, Page, Section, Tone, fact, prose
from relmap.render.rubric_line import rubric_section
from relmap.render.why_formula import formula_lines, number_text, value_text, word_text
from relmap.why.explanation import Explanation
from relmap.why.moves import Kind, Move
from relmap.why.places import Placed
from relmap.why.raising import Change

_CHECKS = (Column("What was asked", wrap=True), Column("Answer"), Column("More", wrap=True))
_INPUTS = (
    Column("Field", wrap=True),
    Column("What stands there", wrap=True, widest=30, fold=110),
    Column("Says"),
    Column("Age", right=True),
    Column("Counts"),
    Column("Place", fold=150),
)
_ANSWERS = {True: ("✓ yes", Tone.GOOD), False: ("✗ no", Tone.BAD), None: ("? not known", Tone.UNKNOWN)}
_BAD_NEWS = {True: ("yes", Tone.BAD), False: ("no", Tone.GOOD), None: ("? not known", Tone.UNKNOWN)}
_OF_BAD_NEWS = frozenset(("phase.dissolution", "breakdown", "ladder.excessive", "dependence.suffering"))
"""Measures whose checks ask for what is wrong."""
_COUNTS = {
    Known.FRESH: ("yes", Tone.PLAIN),
    Known.UNDATED: ("yes, undated", Tone.PLAIN),
    Known.STALE: ("no, too old", Tone.WATCH),
    Known.UNKNOWN: ("not known", Tone.UNKNOWN),
}
_SOURCES = {"ours": "we", "theirs": "they", "document": "a document"}


def why_page(found: Explanation) -> Page:
    """Return the page, before it is drawn. What has nothing to say is left out."""
    sections = (
        _computed(found),
        _parts(found),
        _checks(found),
        _inputs("What it read", found.inputs),
        _inputs("What is too old to count", found.stale),
        _unknowns(found),
        _changes(found),
        _firmness(found),
        _further(found),
        rubric_section(found.assessment.settings),
    )
    title = f"{found.measure.title}: {found.card.assessed.row.name} on {found.assessment.as_of.isoformat()}"
    return Page(title, (_lead(found),), tuple(section for section in sections if section))


def _lead(found: Explanation) -> Cell:
    """Say what the figure is, and what it might be."""
    text, figure = value_text(found), found.figure
    if figure.value is None:
        text = f"Not known{f': {figure.reason}' if figure.reason else ''}"
    return Cell(words.sentence(f"{text}{_range(found)}"), Tone.STRONG if figure.value is not None else Tone.UNKNOWN)


def _range(found: Explanation) -> str:
    low, high, value = found.figure.low, found.figure.high, found.figure.value
    if low is None or high is None or (low == high and value is not None):
        return ""
    if isinstance(low, str) or isinstance(high, str):
        possible = found.basis.possible or (str(low), str(high))
        return f"; what is not known allows {words.either([word_text(found, word) for word in possible])}"
    ends = words.span(number_text(found, low), number_text(found, high))
    return f"; it can lie anywhere in {ends}" if value is None else f", between {ends} whatever the unknowns are"


def _computed(found: Explanation) -> Section:
    rows = [Fact("Rule" if position == 0 else "Here", Cell(line)) for position, line in enumerate(formula_lines(found))]
    if found.figure.completeness < 1:
        rows.append(fact("Known", f"{words.share(found.figure.completeness)} of what it is made of"))
    if found.basis.confirmed is not None:
        said = f"{words.share(found.basis.confirmed)} of what carries it is said by them or by a document"
        rows.append(fact("Confirmed", said))
    return Section("How it is computed", (Facts(tuple(rows)),))


def _parts(found: Explanation) -> Section | None:
    """Return the parts: their weights where they differ, and what each adds where they add up to something."""
    parts, value = found.basis.parts, found.figure.value
    if not parts:
        return None
    weighted = len({part.weight for part in parts}) > 1
    adds = isinstance(value, float | int)
    columns = [Column("Part", wrap=True), Column("Value", right=True)]
    columns += [Column("Weight", right=True)] * weighted + [Column("Adds", right=True)] * adds
    rows = [_part(found, part, weighted=weighted, adds=adds) for part in parts]
    if adds:
        blank = (Cell(""),) * (len(columns) - 2)
        rows.append((Cell("together", Tone.STRONG), *blank, Cell(value_text(found), Tone.STRONG)))
    return Section("Its parts", (Grid(tuple(columns), tuple(rows)),))


def _part(found: Explanation, part: Part, *, weighted: bool, adds: bool) -> tuple[Cell, ...]:
    is_open = part.value is None and part.low != part.high
    text = words.bounded(part.value, part.low, part.high, lambda value: number_text(found, value), None)
    cells = [
        Cell(part.name),
        Cell(text if part.value is not None or is_open else "", Tone.UNKNOWN if is_open else Tone.PLAIN),
    ]
    if weighted:
        cells.append(Cell(words.plain(part.weight) if part.weight else ""))
    if adds:
        cells.append(Cell(number_text(found, part.share) if part.value is not None or part.share else ""))
    return tuple(cells)


def _checks(found: Explanation) -> Section | None:
    checks = found.basis.checks
    if not checks:
        return None
    answers = _BAD_NEWS if found.measure.id in _OF_BAD_NEWS else _ANSWERS
    rows = []
    for check in checks:
        text, tone = answers[check.passed]
        rows.append((Cell(_level(found, check)), Cell(check.label), Cell(text, tone), Cell(_more(check))))
    if any(check.level for check in checks):
        return Section("What was asked", (Grid((Column("For"), *_CHECKS), tuple(rows)),))
    return Section("What was asked", (Grid(_CHECKS, tuple(row[1:] for row in rows)),))


def _level(found: Explanation, check: Check) -> str:
    settings, family = found.assessment.settings, found.measure.id.partition(".")[0]
    if family == "stage" and check.level:
        return labels.stage(settings, check.level)
    return labels.standing(settings, check.level) if family == "standing" else labels.spoken(check.level)


def _more(check: Check) -> str:
    confirmed = "confirmed" if check.passed and check.confirmed else ""
    return "; ".join(part for part in (check.detail, confirmed) if part)


def _inputs(title: str, placed: Sequence[Placed]) -> Section | None:
    if not placed:
        return None
    rows = []
    for entry in placed:
        text, tone = _COUNTS[entry.entry.known]
        says = _SOURCES.get(entry.entry.source, entry.entry.source)
        field, place = route_text(entry.entry.route), Cell(str(entry.span), Tone.MUTED)
        rows.append((Cell(field), Cell(entry.written), Cell(says), Cell(_age(entry.age)), Cell(text, tone), place))
    return Section(title, (Grid(_INPUTS, tuple(rows)),))


def _age(days: int | None) -> str:
    if days is None:
        return ""
    return f"in {words.count(-days, 'day')}" if days < 0 else words.count(days, "day") if days else "today"


def _unknowns(found: Explanation) -> Section | None:
    if not found.unknowns:
        return None
    cells = []
    for asked in found.unknowns:
        moves = f"leaves {_size(found, asked.unknown.spread)} of it open" if asked.unknown.spread else ""
        note = "; ".join(part for part in (moves, f"belongs to {asked.span}") if part)
        cells.append(Cell(asked.unknown.question, note=note))
    return Section("What is not known: go and ask", (Bullets(tuple(cells)),))


def _size(found: Explanation, spread: float) -> str:
    return number_text(found, spread) if not found.measure.words else words.number(spread, 2)


def _changes(found: Explanation) -> Section | None:
    better = found.measure.better
    if not better and not found.changes:
        return None
    title = "What climbing takes" if not better else "What would raise it" if better > 0 else "What would bring it down"
    if not found.changes:
        best = found.figure.value is not None and _is_best(found)
        text = "Nothing: it is the best there is." if best else "No small change from now on was found that does."
        return Section(title, (prose(text, Tone.MUTED),))
    return Section(title, (Bullets(tuple(_change(found, change) for change in found.changes)),))


def _is_best(found: Explanation) -> bool:
    scale, value = found.measure.words, found.figure.value
    return bool(scale) and value == (scale[-1] if found.measure.better > 0 else scale[0])


def _change(found: Explanation, change: Change) -> Cell:
    told = [move_text(found, move) for move in change.moves]
    after = found._replace(figure=change.figure)
    asks = {Kind.ACT: "", Kind.LEARN: "find out: ", Kind.PAST: ""}[change.moves[0].kind] if len(told) == 1 else ""
    together = f"all of these together: {'; '.join(told)}" if len(told) > 1 else f"{asks}{told[0]}"
    return Cell(words.sentence(together).rstrip("."), note=f"then {value_text(after)}")


def move_text(found: Explanation, move: Move) -> str:
    """Write a move as people would say it, in the team's own words for stages and standings."""
    if move.after is None:
        return move.what
    field = move.route[-1]
    before = "" if move.before is None else f"{_said(found, field, move.before)} → "
    return f"{move.what}{'' if move.what.endswith('?') else ':'} {before}{_said(found, field, move.after)}"


def _said(found: Explanation, field: str | int, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "stage":
        return labels.stage(found.assessment.settings, str(value))
    if field == "standing":
        return labels.standing(found.assessment.settings, str(value))
    if isinstance(value, float | int):
        return words.plain(value) if abs(value) < 1000 else words.number(value)
    return labels.spoken(str(value))


def _further(found: Explanation) -> Section:
    text = f"What it means and what it must not be used for: relmap explain {found.measure.id}"
    return Section("", (prose(text, Tone.MUTED),))


def _firmness(found: Explanation) -> Section | None:
    sensitivity = found.sensitivity
    if sensitivity is None:
        return None
    tried = words.count(sensitivity.tried, "single step")
    cells: list[Cell] = []
    for turn in sensitivity.turns:
        after = found._replace(measure=sensitivity.info, figure=turn.figure)
        cells.append(Cell(move_text(found, turn.move), note=f"then {_outcome(after)}"))
    if not cells:
        text = f"Firm: none of {tried} changes it." if sensitivity.is_word else f"None of {tried} moves it."
        return Section("How firm it is", (prose(text, Tone.GOOD),))
    told = _told(sensitivity.info.title, tried, len(cells), is_word=sensitivity.is_word)
    return Section("How firm it is", (prose(words.sentence(told)), Bullets(tuple(cells))))


def _outcome(after: Explanation) -> str:
    return value_text(after) if after.figure.value is not None else f"not scored{_range(after)}"


def _told(title: str, tried: str, turning: int, *, is_word: bool) -> str:
    if not is_word:
        return f"of {tried}, one at a time, these move it most"
    steps = "1 changes" if turning == 1 else f"{words.number(turning)} change"
    return f"of {tried}, one at a time, {steps} the verdict ({title[:1].lower()}{title[1:]})"
