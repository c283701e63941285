"""Health on a card: its parts, how sure it is, and what would narrow it."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.measures.result import Part
from relmap.render import words
from relmap.render.page import Block, Bullets, Cell, Column, Fact, Facts, Grid, Section, Tone, fact

_COLUMNS = (
    Column("Part"),
    Column("Score, 0–100", right=True),
    Column("Weight", right=True),
    Column("Adds", right=True),
)
NARROWING = 2
_NAMES = {
    "organisational trust": "trust in our company",
    "coverage": "power we reach, as the stage needs it",
    "support": "their support",
    "reciprocity": "give and take",
}


def health_section(card: Card) -> Section | None:
    """Return the section, or None where nothing of health is known."""
    health = card.profile.health
    if not any(part.value is not None for part in health.score.parts):
        return None
    blocks: list[Block] = [Facts(tuple(_facts(card))), _parts(card)]
    if questions := _narrowing(card):
        blocks.append(Bullets(tuple(questions)))
    return Section("Health: how strong the relationship is", tuple(blocks))


def _facts(card: Card) -> Iterator[Fact]:
    score, rubric = card.profile.health.score, card.profile.facts.rubric.health
    yield fact(
        "Bands", f"red up to {words.plain(rubric.red_to)}, amber up to {words.plain(rubric.amber_to)}, green above"
    )
    known = f"{words.share(score.completeness)} of what health is made of"
    if score.confirmed is not None:
        known += f"; {words.share(score.confirmed)} of that is confirmed by them or by a document"
    yield fact("Known", known, Tone.PLAIN if score.value is not None else Tone.UNKNOWN)


def _parts(card: Card) -> Grid:
    score = card.profile.health.score
    total = sum(part.weight for part in score.parts) or 1.0
    rows = [_part(part, total, scored=score.value is not None) for part in score.parts]
    if score.value is not None:
        rows.append(
            (
                Cell("health", Tone.STRONG),
                Cell(words.ranged(score), Tone.STRONG),
                Cell(""),
                Cell(words.number(score.value, 1), Tone.STRONG),
            )
        )
    return Grid(_COLUMNS, tuple(rows))


def _part(part: Part, total: float, *, scored: bool) -> tuple[Cell, ...]:
    figure = words.bounded(part.value, part.low, part.high)
    adds = words.number(part.share, 1) if scored and part.value is not None else ""
    tone = Tone.UNKNOWN if part.value is None else Tone.PLAIN
    weight = f"{words.number(part.weight / total * 100)} %" if part.weight else ""
    return Cell(_NAMES.get(part.name, part.name)), Cell(figure, tone), Cell(weight), Cell(adds)


def _narrowing(card: Card) -> list[Cell]:
    health = card.profile.health
    unknowns = sorted(health.score.unknowns, key=lambda unknown: (-unknown.spread, unknown.route))[:NARROWING]
    told = [entry for entry in unknowns if entry.spread >= 0.5]
    return [
        Cell(
            f"To know more, ask: {entry.question}",
            note=words.open_points(round(entry.spread)),
        )
        for entry in told
    ]
