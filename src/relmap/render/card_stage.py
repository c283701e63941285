"""The three voices and the tests of the stage on a card."""

from collections.abc import Iterator

from relmap.assess.assessment import Card
from relmap.assess.leads import contact_label, member_label
from relmap.assess.profile import Profile
from relmap.measures.stage import needed
from relmap.measures.stage_tests import StageTest
from relmap.measures.voices import Saying, Voice
from relmap.model.words import STAGES, STANDINGS
from relmap.render import labels, words
from relmap.render.page import Block, Cell, Column, Facts, Grid, Section, Tone, bullets, fact, prose

_VOICES = (
    Column(""),
    Column("We say", wrap=True),
    Column("They say", wrap=True),
    Column("The evidence shows", wrap=True),
)
_TESTS = (Column("For"), Column("Test", wrap=True), Column("Answer"), Column("Needed"))
_ANSWERS = {True: ("✓ yes", Tone.GOOD), False: ("✗ no", Tone.BAD), None: ("? not known", Tone.UNKNOWN)}


def voices_section(card: Card) -> Section:
    """Return what we say, what they say and what the evidence shows, side by side."""
    profile = card.profile
    rows = (_stage_row(profile), _standing_row(profile), _trust_row(profile))
    table = Grid(_VOICES, tuple(row for row in rows if row))
    blocks: list[Block] = [table, prose(_headline(profile))]
    if gaps := list(_gaps(profile)):
        blocks.append(bullets(gaps))
    return Section("Three voices", tuple(blocks))


def _stage_row(profile: Profile) -> tuple[Cell, ...]:
    stage, own = profile.stage, profile.facts.settings
    earned = labels.stage(own, stage.earned.value)
    best = stage.earned.high
    note = f"on their word and documents alone: {labels.stage(own, stage.confirmed)}"
    if best != stage.earned.value:
        note += f"; at best {labels.stage(own, best)}"
    return (
        Cell("Stage"),
        _said(profile, stage.ours, labels.stage(own, stage.ours.said), ours=True),
        _said(profile, stage.theirs, labels.stage(own, stage.theirs.said)),
        Cell(earned, Tone.PLAIN, note),
    )


def _standing_row(profile: Profile) -> tuple[Cell, ...]:
    own, (ours, theirs) = profile.facts.settings, profile.standings
    return (
        Cell("Standing"),
        _said(profile, ours, labels.standing(own, ours.said), ours=True),
        _said(profile, theirs, labels.standing(own, theirs.said)),
        _standing_earned(profile),
    )


def _standing_earned(profile: Profile) -> Cell:
    """Write the earned standing, what it could be, and what the next one takes."""
    own, standing = profile.facts.settings, profile.standing
    earned = standing.earned
    if earned.value is None:
        return Cell(words.UNKNOWN, Tone.UNKNOWN, earned.reason)
    notes = [f"at best {labels.standing(own, earned.high)}"] if earned.high != earned.value else []
    if standing.missing:
        needs = [test.label + (" (not known)" if test.passed is None else "") for test in standing.missing]
        notes.append(f"next needs {', '.join(needs)}")
    return Cell(labels.standing(own, earned.value), Tone.PLAIN, "; ".join(notes))


def _trust_row(profile: Profile) -> tuple[Cell, ...]:
    ours, theirs = profile.trusts
    personal = profile.trust.personal
    figure = words.ranged(personal, lambda value: words.number(value / 10, 1))
    evidence = (
        Cell(words.UNKNOWN, Tone.UNKNOWN, personal.reason)
        if figure == words.UNKNOWN
        else Cell(figure, Tone.PLAIN, "rated person by person, weighted by their power")
    )
    return (
        Cell("Trust in us, 0–10"),
        _said(profile, ours, _rating(ours), ours=True),
        _said(profile, theirs, _rating(theirs)),
        evidence,
    )


def _rating(voice: Voice) -> str:
    return words.plain(voice.said) if isinstance(voice.said, float | int) else words.UNKNOWN


def _said(profile: Profile, voice: Voice, text: str, *, ours: bool = False) -> Cell:
    """Write what a side says, with who and when."""
    if voice.said is None:
        if voice.inputs:
            return Cell(words.UNKNOWN, Tone.UNKNOWN, f"last said {words.day(voice.day)}: too old")
        return Cell(words.UNKNOWN, Tone.UNKNOWN, "not said" if ours else "not asked yet")
    by = "" if voice.by is None else _respondent(profile, voice.by, ours=ours)
    told = ", ".join(part for part in (by, words.day(voice.day)) if part)
    others = [_other(profile, saying, ours=ours) for saying in voice.others]
    return Cell(text, Tone.WATCH if others else Tone.PLAIN, "; ".join((told, *others)))


def _other(profile: Profile, saying: Saying, *, ours: bool) -> str:
    """Write what another respondent of the same side says instead."""
    who = _respondent(profile, saying.by, ours=ours) if saying.by else "somebody"
    said = saying.said if isinstance(saying.said, str) else words.plain(saying.said)
    named = _word(profile, said)
    return f"but {who} said {named}, {words.day(saying.day)}"


def _word(profile: Profile, said: str) -> str:
    own = profile.facts.settings
    return labels.stage(own, said) if said in STAGES else labels.standing(own, said) if said in STANDINGS else said


def _respondent(profile: Profile, person: str, *, ours: bool) -> str:
    """Name who said it, and whether that person has left since."""
    if ours:
        entry, as_of = profile.facts.member(person), profile.facts.as_of
        gone = entry and (entry.left <= as_of if entry.left is not None else entry.status == "left")
    else:
        gone = person in dict(profile.facts.left)
    name = (member_label if ours else contact_label)(profile, person)
    return f"{name} (has left)" if gone else name


def _headline(profile: Profile) -> str:
    stage, own = profile.stage, profile.facts.settings
    name = labels.stage(own, stage.headline.value)
    if stage.one_sided:
        return f"The stage counts as {name}, one-sided: it rests on our evidence, without a fresh word of theirs."
    lower = "the lower of what the evidence earns and what they say"
    return f"The stage counts as {name}: {lower}. Our own claim never raises it."


def _gaps(profile: Profile) -> Iterator[str]:
    gap = profile.perception
    if gap.stage:
        yield _steps(gap.stage, "the relationship", "stage")
    if gap.standing:
        yield _steps(gap.standing, "our standing", "rank")
    if gap.trust:
        ours, theirs = (_rating(voice) for voice in profile.trusts)
        yield f"We put their trust in us at {ours} of 10; they say {theirs}."
    if gap.optimism and gap.optimism > 0:
        yield f"We claim {words.count(gap.optimism, 'stage')} more than the evidence earns."
    for obstacle in profile.standing.obstacles:
        if obstacle.passed:
            yield words.sentence(f"in the way of a partnership stands {obstacle.label}: {obstacle.detail}")
    if profile.trust.person_held:
        yield "Their trust is in our people rather than in the company: it may leave with them."


def _steps(gap: int, what: str, unit: str) -> str:
    steps = words.count(abs(gap), unit)
    return f"We see {what} {steps} {'above' if gap > 0 else 'below'} where they see it."


def tests_section(card: Card) -> Section:
    """Return the tests of the stages reached and of the next one, and what is missing for it."""
    profile = card.profile
    stage, own = profile.stage, profile.facts.settings
    upto = STAGES.index(stage.next_stage or STAGES[-1])
    shown = [test for test in stage.tests if STAGES.index(test.stage) <= upto]
    blocks: list[Block] = [prose(line) for line in _missing(profile)]
    blocks.append(Grid(_TESTS, tuple(_test_row(profile, test) for test in shown)))
    later = [_summary(profile, name) for name in STAGES[upto + 1 :]]
    if later:
        blocks.append(Facts(tuple(fact(labels.stage(own, name), text) for name, text in later)))
    return Section("What the stage rests on", tuple(blocks))


def _test_row(profile: Profile, test: StageTest) -> tuple[Cell, ...]:
    answer, tone = _ANSWERS[test.passed]
    detail = ("confirmed" if test.confirmed else "") if test.passed else test.detail
    count = needed(test.stage, profile.facts.rubric.stage)
    return (
        Cell(labels.stage(profile.facts.settings, test.stage)),
        Cell(test.label),
        Cell(answer, tone, detail),
        Cell("must" if test.must else f"{words.number(count)} of these", Tone.PLAIN if test.must else Tone.MUTED),
    )


def _missing(profile: Profile) -> Iterator[str]:
    stage, own = profile.stage, profile.facts.settings
    if stage.next_stage is None:
        yield f"{labels.stage(own, stage.earned.value)} is the highest stage."
        return
    name = labels.stage(own, stage.next_stage)
    musts = [_open(test) for test in stage.missing if test.must]
    more = [_open(test) for test in stage.missing if not test.must]
    whole = needed(stage.next_stage, profile.facts.rubric.stage)
    if musts:
        yield f"{name} still needs: {'; '.join(musts)}."
    if stage.still_needed and more:
        still = f"{words.number(stage.still_needed)} of {words.number(whole)} more needed"
        yield f"{'And' if musts else name + ':'} {still}: {'; '.join(more)}."


def _open(test: StageTest) -> str:
    about = [part for part in (test.detail, "not known yet" if test.passed is None else "") if part]
    return f"{test.label} ({', '.join(about)})" if about else test.label


def _summary(profile: Profile, stage: str) -> tuple[str, str]:
    tests = [test for test in profile.stage.tests if test.stage == stage]
    passed = sum(test.passed is True for test in tests)
    unknown = sum(test.passed is None for test in tests)
    return (
        stage,
        f"{words.number(passed)} of {words.count(len(tests), 'test')} passed, {words.number(unknown)} not known",
    )
