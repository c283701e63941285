"""Promises and reviews on a card, and the divisions of a parent."""

from collections.abc import Iterator

from relmap.assess.assessment import Assessment, Card
from relmap.assess.leads import contact_label, member_label
from relmap.assess.profile import Profile
from relmap.measures.promises import PromiseState, is_ours
from relmap.measures.result import Score
from relmap.render import labels, words
from relmap.render.book_rows import COLUMNS, account_row
from relmap.render.card_head import review_fact
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, fact

_COLUMNS = (Column("Promise", wrap=True), Column("By", wrap=True), Column("Due"), Column("State"))
_STATES = {
    "overdue": ("overdue", Tone.BAD),
    "broken": ("broken", Tone.BAD),
    "late": ("kept late", Tone.WATCH),
    "open": ("open", Tone.PLAIN),
    "undated": ("no due date", Tone.UNKNOWN),
    "kept, day unknown": ("kept, day unknown", Tone.UNKNOWN),
}
MOST = 12


def promises_section(card: Card) -> Section | None:
    """Return promises kept and the ones that ask for something; None where there are none."""
    profile = card.profile
    if not profile.promises.states:
        return None
    blocks: list[Block] = [Facts(tuple(_facts(profile)))]
    asking = sorted(
        (entry for entry in profile.promises.states if entry.state in _STATES),
        key=lambda entry: (list(_STATES).index(entry.state), str(entry.promise.due), entry.position),
    )
    if asking:
        rows = tuple(_row(profile, entry) for entry in asking[:MOST])
        blocks.append(Grid(_COLUMNS, rows, len(asking) - len(rows)))
    return Section("Promises", tuple(blocks))


def _facts(profile: Profile) -> Iterator[Fact]:
    promises, rubric = profile.promises, profile.facts.rubric.promises
    tones = {"good": Tone.GOOD, "watch": Tone.WATCH, "serious": Tone.BAD, None: Tone.UNKNOWN}
    lines = f"good from {words.plain(rubric.good)} %, serious below {words.plain(rubric.serious)} %"
    verdict = f", {promises.verdict}" if promises.verdict else ""
    yield fact("Ours", _kept(promises.ours, (rubric.serious, rubric.good)) + verdict, tones[promises.verdict], lines)
    if promises.theirs.inputs:
        yield fact("Theirs", _kept(promises.theirs, ()))


def _kept(score: Score, lines: tuple[float, ...]) -> str:
    due = len(score.inputs)
    figure = words.ranged(score, lambda value: f"{words.settled(value, lines)} %")
    if score.value is None:
        return f"{figure}, not scored: {score.reason}"
    return f"{figure} of {words.count(due, 'promise')} due were kept in time"


def _row(profile: Profile, entry: PromiseState) -> tuple[Cell, ...]:
    promise = entry.promise
    ours = is_ours(profile.facts, promise)
    text, tone = _STATES[entry.state]
    by = (member_label if ours else contact_label)(profile, promise.by)
    return (
        Cell(promise.what),
        Cell(by, note="ours" if ours else "theirs"),
        Cell(words.day(promise.due)),
        Cell(text, tone),
    )


def review_section(card: Card) -> Section:
    """Return where the review stands."""
    profile = card.profile
    rows = [review_fact(card, "State")]
    if profile.review.cadence and profile.review.state != "none":
        rows.append(fact("Asked for", f"every {profile.review.cadence}"))
    if profile.review.last:
        made = [entry for entry in profile.facts.account.reviews if entry.date == profile.review.last]
        by = f" by {member_label(profile, made[-1].by)}" if made else ""
        outcome = f"; outcome: {made[-1].outcome.replace('_', ' ')}" if made and made[-1].outcome else ""
        rows.append(fact("Last one", f"{words.day(profile.review.last)}{by}, for FY{profile.review.quarter}{outcome}"))
    if profile.changed_since_review:
        rows.append(fact("Since then", "the file says something else than what was reviewed"))
    return Section("Review", (Facts(tuple(rows)),))


def divisions_section(assessment: Assessment, card: Card) -> Section | None:
    """Return the divisions of a parent, so that one does not mask another."""
    if not card.divisions:
        return None
    names = labels.members(assessment.settings)
    rows = tuple(account_row(entry, assessment.settings, names) for entry in card.divisions)
    return Section("Divisions", (Grid(COLUMNS, rows),))
