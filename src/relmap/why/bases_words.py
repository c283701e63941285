"""What the words rest on: stage, standing, phase, Trust Ladder, breakdown, plan, and the other answers by checks."""

from functools import partial

from relmap.assess.assessment import Assessment, Card
from relmap.measures.check import Check
from relmap.measures.dependence import Dependence
from relmap.measures.logic import Truth, all_of, any_of
from relmap.measures.result import Input, Part
from relmap.measures.stakeholders import DECIDING_ROLES, is_supportive
from relmap.measures.voices import Voice
from relmap.model.words import STAGES, STANDINGS
from relmap.why.asking import questions_of
from relmap.why.basis import Basis, answered, of_checks, of_count, of_stage_test, of_verdict, of_voice, plus


def stage(_: Assessment, card: Card) -> Basis:
    """The headline: the earned stage, or theirs where that is lower."""
    found = card.profile.stage
    tests = [*map(of_stage_test, found.tests), _heard(found.theirs, "stage")]
    return of_verdict(found.headline, tests, card.profile.facts.settings.signals)


def stage_earned(_: Assessment, card: Card) -> Basis:
    """The tests of every stage."""
    found = card.profile.stage
    tests = [of_stage_test(test) for test in found.tests]
    return of_verdict(found.earned, tests, card.profile.facts.settings.signals)


def stage_confirmed(_: Assessment, card: Card) -> Basis:
    """The tests, each passed only where they or a document say so."""
    return of_checks([_on_record(of_stage_test(test)) for test in card.profile.stage.tests])


def _on_record(check: Check) -> Check:
    """Return a check as it stands on their word and documents alone."""
    spoken = bool(check.passed and check.confirmed)
    detail = "" if spoken or not check.passed else "only our word"
    return check._replace(passed=spoken, detail=detail or check.detail)


def _heard(theirs: Voice, what: str) -> Check:
    said = (
        f"they say {labelled(theirs.said)}" if theirs.said is not None else "too old" if theirs.inputs else "not asked"
    )
    passed = None if theirs.said is None else True
    return Check("theirs", "theirs", f"their word on the {what}", passed, True, lambda: theirs.inputs, said)


def labelled(word: object) -> str:
    """Write a word of a closed list as people read it."""
    return str(word).replace("_", " ")


def stage_theirs(_: Assessment, card: Card) -> Basis:
    """Their newest view."""
    return of_voice(card.profile.stage.theirs)


def stage_ours(_: Assessment, card: Card) -> Basis:
    """Our newest view."""
    return of_voice(card.profile.stage.ours)


def standing(_: Assessment, card: Card) -> Basis:
    """The headline: the earned standing, or theirs where that is lower."""
    found = card.profile.standing
    return of_verdict(found.headline, [*found.tests, _heard(found.theirs, "standing")])


def standing_earned(_: Assessment, card: Card) -> Basis:
    """The tests of every standing."""
    return of_verdict(card.profile.standing.earned, card.profile.standing.tests)


def standing_confirmed(_: Assessment, card: Card) -> Basis:
    """The tests, each passed only where they or a document say so."""
    return of_checks([_on_record(test) for test in card.profile.standing.tests])


def standing_theirs(_: Assessment, card: Card) -> Basis:
    """Their newest view."""
    return of_voice(card.profile.standing.theirs)


def standing_ours(_: Assessment, card: Card) -> Basis:
    """Our newest view."""
    return of_voice(card.profile.standing.ours)


def phase(_: Assessment, card: Card) -> Basis:
    """The tests of every phase."""
    return of_verdict(card.profile.phase.earned, card.profile.phase.checks)


def phase_confirmed(_: Assessment, card: Card) -> Basis:
    """The tests, each passed only where they or a document say so."""
    return of_checks([_on_record(check) for check in card.profile.phase.checks])


def dissolution(_: Assessment, card: Card) -> Basis:
    """The notice and the signs."""
    found = card.profile.dissolution
    return of_verdict(found.verdict, (found.notice, *found.signs))


def ladder(assessment: Assessment, card: Card) -> Basis:
    """The pattern of dependence, which is the rung, with what the next rung takes."""
    rung, climb = pattern(assessment, card), of_verdict(card.dependence.pattern, card.ladder.climbing)
    checks = (*(check._replace(level="rung") for check in rung.checks), *climb.checks)
    inputs = tuple(dict.fromkeys((*climb.inputs, *rung.inputs)))
    return climb._replace(parts=rung.parts, checks=checks, inputs=inputs, unknowns=(*climb.unknowns, *rung.unknowns))


def trust_type(_: Assessment, card: Card) -> Basis:
    """The tests of every type of trust."""
    return of_verdict(card.profile.trust_types.earned, card.profile.trust_types.checks)


def excessive(_: Assessment, card: Card) -> Basis:
    """High trust, and whether anything stands behind it."""
    found = card.profile.trust_types
    check = answered("excessive", "trust beyond the evidence", found.excessive, found.excessive_why)
    return Basis(
        checks=(check,), unknowns=questions_of((check,)), inputs=tuple(dict.fromkeys(found.find_evidence().inputs))
    )


def pattern(_: Assessment, card: Card) -> Basis:
    """Both sides' dependence against the lines of the patterns."""
    found = card.dependence
    rubric = card.profile.facts.rubric.dependence
    sides = {"our dependence": found.ours, "their dependence": found.theirs}
    parts = tuple(
        Part(name, score.value, score.low, score.high, 1.0, score.value or 0.0) for name, score in sides.items()
    )
    deep = f"deep: the larger {rubric.deep:g} or more, or {rubric.deep_share * 100:g} % of our revenue"
    near = f"inter: within {rubric.inter_imbalance:g} of each other, the smaller {rubric.inter_least:g} or more"
    checks = (answered("deep", deep, _settled(found, "deep_")), answered("inter", near, _settled(found, "_inter")))
    inputs = tuple(dict.fromkeys((*found.ours.inputs, *found.theirs.inputs)))
    return Basis(parts, checks, inputs, (*found.ours.unknowns, *found.theirs.unknowns), found.pattern.possible)


def _settled(found: Dependence, word: str) -> Truth:
    """Say whether all possible patterns have a word in their name, or none has; else it is open."""
    answers = {word in possible for possible in found.pattern.possible}
    return None if len(answers) == 2 else answers == {True}


def suffering(_: Assessment, card: Card) -> Basis:
    """The core group, a deep pattern with ours the larger, and one of three signs."""
    found = card.dependence
    signs = found.signs
    deep, larger = _settled(found, "deep_"), None if found.direction is None else found.direction == "ours"
    checks = (
        answered("core_group", "one of the few customers who make most of the revenue", signs.core_group),
        answered("deep", "deep dependence, ours the larger", all_of((deep, larger))),
        answered("held_to_ransom", "sign: held to ransom", signs.held_to_ransom),
        answered("one_way", "sign: a one-way street", signs.one_way),
        answered("margins_eroding", "sign: margins eroding", signs.margins_eroding),
    )
    inputs = (*found.ours.inputs, *found.theirs.inputs, *card.profile.equity.margin.inputs)
    unknowns = (*found.ours.unknowns, *found.theirs.unknowns)
    return Basis(checks=checks, inputs=tuple(dict.fromkeys(inputs)), unknowns=unknowns)


def gap(field: str, _: Assessment, card: Card) -> Basis:
    """Our word less theirs, or less what is earned, on one scale."""
    profile = card.profile
    stage_, standings = profile.stage, profile.standings
    pairs: dict[str, tuple[Voice, object, tuple[Input, ...]]] = {
        "stage": (stage_.ours, stage_.theirs.said, stage_.theirs.inputs),
        "standing": (standings[0], standings[1].said, standings[1].inputs),
        "trust": (profile.trusts[0], profile.trusts[1].said, profile.trusts[1].inputs),
        "optimism": (stage_.ours, stage_.earned.value, stage_.earned.inputs),
    }
    ours, other, inputs = pairs[field]
    who = "the evidence earns" if field == "optimism" else "they say"
    parts = (plus("we say", _place(ours.said)), plus(who, _place(other), -1))
    known = all(part.value is not None for part in parts)
    return Basis(parts if known else (), (), (*ours.inputs, *inputs))


def _place(said: object) -> float | None:
    """Return what was said as a place on its scale: a rating as it is, a word as its position."""
    if isinstance(said, str):
        return float((STAGES if said in STAGES else STANDINGS).index(said))
    return float(said) if isinstance(said, float | int) else None


gap_of_stage, gap_of_standing = partial(gap, "stage"), partial(gap, "standing")
gap_of_trust, optimism = partial(gap, "trust"), partial(gap, "optimism")


def breakdown(_: Assessment, card: Card) -> Basis:
    """The five causes."""
    found = card.profile.breakdown
    return of_count(found.score.value, found.causes, found.score.unknowns)


def checklist(_: Assessment, card: Card) -> Basis:
    """The five points."""
    return of_count(card.profile.checklist.done, card.profile.checklist.checks)


def crp(_: Assessment, card: Card) -> Basis:
    """The six steps, each one where it is done; the checks say what is missing."""
    steps = card.profile.crp.steps
    parts = tuple(plus(f"{step.id}: {step.state}", float(step.state == "done")) for step in steps)
    return of_checks([check for step in steps for check in step.checks])._replace(parts=parts)


def service(_: Assessment, card: Card) -> Basis:
    """Effort against what fits the stage aimed at."""
    found = card.profile.service
    line, count, cost = found.line, found.touchpoints, found.cost
    enough = None if count is None else count >= line.touchpoints_least
    few = None if count is None else count <= line.touchpoints_most
    cheap = None if cost is None else cost <= line.cost_most
    kept = "not kept" if count is None else f"{count}"
    spent = "not known" if cost is None else f"{cost:.0f} %"
    checks = (
        answered("touchpoints_least", f"at least {line.touchpoints_least} touchpoints in four quarters", enough, kept),
        answered("touchpoints_most", f"at most {line.touchpoints_most} touchpoints in four quarters", few, kept),
        answered("cost_most", f"cost to serve at most {line.cost_most:g} % of gross profit", cheap, spent),
    )
    return of_verdict(found.fit, checks)


def review(_: Assessment, card: Card) -> Basis:
    """The last review."""
    return Basis(inputs=card.profile.review.inputs)


def changed_since_review(_: Assessment, card: Card) -> Basis:
    """The last review, and whether its digest is that of the file."""
    changed = card.profile.changed_since_review
    return Basis(
        checks=(answered("digest", "the file has another digest than the review", changed),),
        inputs=card.profile.review.inputs,
    )


def map_status(_: Assessment, card: Card) -> Basis:
    """Whether there are contacts, a key player, and a supportive one."""
    people = card.profile.facts.people
    supportive = any_of(all_of((person.key, is_supportive(person))) for person in people)
    checks = (
        answered("contacts", "contacts in the file", bool(people), f"{len(people)}"),
        answered("key_player", "a key player (power 4 or 5)", any_of(person.key for person in people)),
        answered("supportive", "a key player who supports us", supportive),
    )
    return of_verdict(card.profile.map.status, checks)


def map_colour(_: Assessment, card: Card) -> Basis:
    """Whether a key player supports us, and whether one of them decides."""
    people = card.profile.facts.people
    supportive = {person.id: all_of((person.key, is_supportive(person))) for person in people}
    deciding = [supportive[person.id] for person in people if not DECIDING_ROLES.isdisjoint(person.contact.roles)]
    checks = (
        answered("supportive", "a key player who supports us", any_of(supportive.values())),
        answered("decides", "one of them decides: budget, approver or sponsor", any_of(deciding)),
    )
    return of_verdict(card.profile.map.colour, checks)
