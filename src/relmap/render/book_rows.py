"""The book's table: one row an account, built once for every way of drawing it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.figures import Figure
from relmap.assess.leads import NOTHING, Rank
from relmap.measures.dependence import Dependence
from relmap.model.settings import Settings
from relmap.model.words import STAGES
from relmap.render import labels, words
from relmap.render.page import Cell, Column, Grid, Tone

ONE_LINE = 200
"""From this width on an account has one line of columns and nothing below it."""
COLUMNS = (
    Column("Account", wrap=True),
    Column("Id", least=260, wide=True),
    Column("Owner", fold=160),
    Column("Share", right=True),
    Column("Exposure", least=240, right=True, wide=True),
    Column("Health"),
    Column("Stage earned → claimed", fold=72, wrap=True),
    Column("They say", fold=180),
    Column("Dependence (whose)", fold=112, wrap=True, widest=24),
    Column("Live contacts", least=140, fold=ONE_LINE, wrap=True, widest=18),
    Column("Review", fold=140, wrap=True, widest=10),
    Column("Look at this first", fold=ONE_LINE, wrap=True),
)
BAND_TONES = {"red": Tone.BAD, "amber": Tone.WATCH, "green": Tone.GOOD}
REVIEW_TONES = {"current": Tone.GOOD, "due": Tone.WATCH, "overdue": Tone.BAD, "never": Tone.BAD, "none": Tone.MUTED}


def book_grid(assessment: Assessment, accounts: Sequence[AssessedAccount], limit: int | None = None) -> Grid:
    """Return the table of the accounts as the caller ordered them, at most `limit` rows of it."""
    rows = tuple(book_rows(assessment, accounts if limit is None else accounts[:limit]))
    return Grid(COLUMNS, rows, len(accounts) - len(rows))


def book_rows(assessment: Assessment, accounts: Iterable[AssessedAccount]) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the table, one by one."""
    names = labels.members(assessment.settings)
    return (account_row(entry, assessment.settings, names) for entry in accounts)


def account_row(entry: AssessedAccount, settings: Settings, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return one account's row of the book's table; `names` are those of the team, by id."""
    row, figures = entry.row, entry.figures
    return (
        Cell(row.name, Tone.STRONG, "" if row.status == "customer" else labels.STATUSES[row.status]),
        Cell(row.id, Tone.MUTED),
        Cell(names.get(row.owner, row.owner)),
        _share(entry),
        _exposure(entry),
        health_cell(entry, settings),
        _stage(figures, settings),
        _they_say(figures, settings),
        _dependence(entry),
        _contacts(entry),
        _review(entry),
        _lead(entry),
    )


def _share(entry: AssessedAccount) -> Cell:
    figure = entry.figures["share"]
    if figure.value is None:
        return Cell("–", Tone.MUTED) if entry.row.status == "former" else Cell(words.UNKNOWN, Tone.UNKNOWN)
    return Cell(words.ranged(figure, words.percent))


def _exposure(entry: AssessedAccount) -> Cell:
    figure = entry.figures["exposure"]
    text = words.ranged(figure, words.percent)
    return Cell(text, Tone.UNKNOWN if figure.value is None else Tone.PLAIN)


def health_cell(entry: AssessedAccount, settings: Settings) -> Cell:
    """Return health with its bounds and its band: `58 (40–77) amber`, `40–77 red–green`, `?`."""
    health, band = entry.figures["health"], entry.figures["health.band"]
    rubric = settings.rubric_for(entry.row.tier).health
    lines = (rubric.red_to, rubric.amber_to)
    text = words.ranged(health, lambda value: words.settled(value, lines))
    if text == words.UNKNOWN:
        return Cell(text, Tone.UNKNOWN)
    if band.value is None:
        return Cell(f"{text} {band.low}–{band.high}", Tone.UNKNOWN)
    return Cell(f"{text} {band.value}", BAND_TONES[str(band.value)])


def _stage(figures: Mapping[str, Figure], settings: Settings) -> Cell:
    """Say what the evidence earns and what we claim; a claim above it is worth a look."""
    earned, ours = figures["stage.earned"].value, figures["stage.ours"].value
    claimed = words.UNKNOWN if ours is None else labels.stage(settings, ours)
    ahead = ours is not None and STAGES.index(ours) > STAGES.index(earned)
    claimed = "same" if ours == earned else claimed
    return Cell(f"{labels.stage(settings, earned)} → {claimed}", Tone.WATCH if ahead else Tone.PLAIN)


def _they_say(figures: Mapping[str, Figure], settings: Settings) -> Cell:
    theirs = figures["stage.theirs"].value
    if theirs is None:
        return Cell(words.UNKNOWN, Tone.UNKNOWN, below="")
    said = labels.stage(settings, theirs)
    return Cell(said, below="" if theirs == figures["stage.earned"].value else f"they say {said}")


_WHOSE: dict[str | None, str] = {"ours": "ours", "theirs": "theirs", "even": "even"}


def _dependence(entry: AssessedAccount) -> Cell:
    pattern, whose = entry.dependence.pattern, _WHOSE.get(entry.dependence.direction)
    tone = dependence_tone(entry.dependence)
    whose = f" ({whose})" if whose else ""
    if pattern.value is not None:
        return Cell(f"{labels.PATTERNS[pattern.value]}{whose}", tone)
    depths = {word.partition("_")[0] for word in pattern.possible}
    if len(depths) > 1:
        return Cell(words.UNKNOWN, tone, below="")
    return Cell(f"{depths.pop()}, kind open{whose}", tone)


def dependence_tone(dependence: Dependence) -> Tone:
    """Say how much a pattern matters: bad where we suffer from it, to be watched where we depend deeply."""
    if dependence.suffering:
        return Tone.BAD
    if dependence.pattern.value is None:
        return Tone.UNKNOWN
    deep = dependence.pattern.value == "deep_dependence" and dependence.direction == "ours"
    return Tone.WATCH if deep else Tone.PLAIN


def _contacts(entry: AssessedAccount) -> Cell:
    figure = entry.figures["threads"]
    text = words.ranged(figure, words.number, None)
    if not entry.row.single_points:
        tone = Tone.UNKNOWN if figure.value is None else Tone.BAD if figure.high == 0 else Tone.PLAIN
        return Cell(text, tone, below=f"{text} live")
    first = min(entry.row.single_points, key=lambda point: point.side)  # ours first: that we can mend
    others = len(entry.row.single_points) - 1
    hanging = f"hangs on {first.name}{f' +{others}' if others else ''}"
    return Cell(f"{text}, {hanging}", Tone.WATCH, below=f"{text} live, {hanging}")


def _review(entry: AssessedAccount) -> Cell:
    state = str(entry.figures["review"].value)
    if state == "due":
        text = f"due by {words.day(entry.row.review_due_by)}"
        return Cell(text, Tone.WATCH, below=f"review {text}")
    text = {"none": "not asked", "never": "never reviewed"}.get(state, state)
    below = "" if state in ("current", "none") else text if state == "never" else f"review {text}"
    return Cell(text, REVIEW_TONES.get(state, Tone.PLAIN), below=below)


def _lead(entry: AssessedAccount) -> Cell:
    lead = entry.first_lead
    tone = Tone.MUTED if lead == NOTHING else Tone.BAD if lead.rank < Rank.SINGLE_POINT else Tone.PLAIN
    return Cell(lead.text, tone)
