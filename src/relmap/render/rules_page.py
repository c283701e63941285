"""The list of rules, and the page of one."""

from collections.abc import Iterable, Iterator

from relmap.book.codes import Code
from relmap.render.page import Block, Cell, Column, Facts, Grid, Page, Section, Tone, fact, prose
from relmap.render.page import Code as Listing
from relmap.rules.plan import Listed
from relmap.rules.rule import Example, OptionValue, Rule

TONES = {"error": Tone.BAD, "warning": Tone.WATCH, "info": Tone.PLAIN}
RANGES = {
    "RM0": "Files and YAML",
    "RM1": "The format and references",
    "RM2": "Relationship map",
    "RM3": "Review and freshness",
    "RM4": "Plans, promises and actions",
    "RM5": "Dependence and portfolio",
    "RM6": "Stage and perception",
    "RM7": "Privacy",
    "RM9": "The gate itself",
}
"""What the first digit of a code says."""
_COLUMNS = (
    Column("code"),
    Column("name", least=100),
    Column("severity"),
    Column("profile"),
    Column("runs"),
    Column("what it finds", fold=80, wrap=True),
)


def rules_page(listed: Iterable[Listed], title: str) -> Page:
    """Return the list, a table for each range of codes."""
    by_range: dict[str, list[Listed]] = {}
    for entry in listed:
        by_range.setdefault(entry.kind.code[:3], []).append(entry)
    lead = Cell("relmap explain CODE says why a rule is there, what to do, and shows an example.")
    sections = [
        Section(RANGES.get(start, start), (Grid(_COLUMNS, tuple(map(_row, entries))),))
        for start, entries in by_range.items()
    ]
    return Page(title, (lead,), tuple(sections))


def rule_page(rule: Rule) -> Page:
    """Return a rule's page: what it finds, why that matters, what to do, its options, and both examples."""
    sections = [
        Section("Why it matters", (prose(rule.why), *_sources(rule))),
        Section("What to do", (prose(f"{rule.hint[:1].upper()}{rule.hint[1:]}."),)),
        Section("An example that fires", tuple(_example(rule.fires))),
        Section("One that does not", tuple(_example(rule.clean))),
        Section("Options", tuple(_options(rule))),
    ]
    rows = (
        fact("name", rule.name),
        fact("severity", str(rule.severity), TONES[rule.severity], "unless relmap.yaml says otherwise"),
        fact("profile", f"{rule.profile}, and all that ask for more" if rule.profile != "strict" else "strict"),
    )
    return Page(rule.code, (Cell(rule.summary, Tone.STRONG),), (Section("", (Facts(rows),)), *sections))


def code_page(code: Code) -> Page:
    """Return what is known of a code that is no rule: a finding says the rest itself."""
    rows = (
        fact("name", code.name),
        fact("severity", str(code.severity), TONES[code.severity]),
        fact("where it shows", "with file, line and column, the text found and what was expected"),
    )
    return Page(code.code, (Cell(code.summary),), (Section("", (Facts(rows),)),))


def option_text(value: OptionValue) -> str:
    """Write an option's value as relmap.yaml takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else f"{value:g}"


def _row(entry: Listed) -> tuple[Cell, ...]:
    kind = entry.kind
    return (
        Cell(kind.code),
        Cell(kind.name),
        Cell(str(entry.severity), TONES[entry.severity]),
        Cell(kind.profile if isinstance(kind, Rule) else "–"),
        Cell("yes") if entry.runs else Cell("no", Tone.MUTED),
        Cell(kind.summary),
    )


def _sources(rule: Rule) -> Iterator[Block]:
    if rule.sources:
        yield Facts(tuple(fact("source", source) for source in rule.sources))


def _example(example: Example) -> Iterator[Block]:
    yield prose(f"On {example.as_of}:")
    for path, text in example.files().items():
        yield prose(f"{path}:")
        yield Listing(tuple(text.splitlines()), "yaml")


def _options(rule: Rule) -> Iterator[Block]:
    if not rule.options:
        yield prose("None.")
        return
    rows = tuple(
        (Cell(option.name), Cell(option_text(option.default)), Cell(option.description)) for option in rule.options
    )
    yield Grid((Column("option"), Column("default"), Column("what it sets", wrap=True)), rows)
    first = rule.options[0]
    yield prose("In relmap.yaml:")
    setting = f"  options: {{{rule.code}: {{{first.name}: {option_text(first.default)}}}}}"
    yield Listing(("rules:", setting), "yaml")
