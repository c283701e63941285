"""What to ask next: what is not known of an account, ranked by how far the answer can change what relmap says.

The scale is points of health, 0 to 100; what the other measures are worth on it is ours.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount
from relmap.assess.profile import Profile
from relmap.measures.coverage import contact_question
from relmap.measures.dependence import our_dependence
from relmap.measures.facts import Person
from relmap.measures.result import Score, Unknown
from relmap.measures.roles import MISSING, PLACEHOLDER
from relmap.measures.stage import highest
from relmap.measures.stage_tests import StageTest
from relmap.model.settings import OwnSignal
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import STAGE_TESTS, signal_question
from relmap.model.words import STAGES

NOBODY = 100.0
"""Without a contact nearly everything else stays open."""
NO_REVENUE = 30.0
THEIR_STAGE, THEIR_STANDING = 20.0, 10.0
DEPENDENCE_OPEN, DEPENDENCE_SETTLED = 25.0, 10.0
"""One whole unit of either side's dependence, while pattern or direction is open, and when both are settled."""
SIGN_OPEN, SIGN_SETTLED = 12.0, 3.0
"""A sign of deep dependence, while it can still decide whether we suffer it, and else."""
STAGE_DECIDED, STAGE_HELPED = 15.0, 5.0
STANDING_DECIDED, STANDING_HELPED = 7.5, 2.5
"""Half of what the stage is worth, as with their word on either."""
CONTRACT_BY_SHARE, CONTRACT_MOST = 30.0, 12.0
POWER, SEAT, MARGIN, NO_PROMISE, SPEND, LIVE, INTEREST, PAYMENT = 12.0, 7.0, 8.0, 8.0, 5.0, 3.0, 2.0, 2.0

NAMED = 3
"""How many people a question names; the others are counted."""

OUR_CRITICALITY = "How critical are they to us, 1 to 5?"
OUR_ALTERNATIVES = "How many others could take their place for us: none, few, several or many?"
THEIR_ALTERNATIVES = "How many others could take our place for them: none, few, several or many?"
BOTH_ALTERNATIVES = "How many others could take our place for them, and theirs for us: none, few, several or many?"
ANNUAL_REVENUE = "How much do they buy from us in a year?"
_SEATS = {
    "budget": "Who holds the budget?",
    "user": "Who uses what we deliver?",
    "technical": "Who judges it technically?",
    "legal": "Who looks at it legally?",
}
_TESTS = {
    "trade": ANNUAL_REVENUE,
    "offerings": "Which of our offerings do they buy?",
    "acknowledged": CATALOGUE["mutual_acknowledgement"].question,
    "joint_work": "Have both sides developed or marketed something together, or taken out cost?",
    "switching_cost": "What would changing supplier cost them, 1 to 5?",
    "counterpart": "Who runs the relationship on their side?",
}
"""The tests of a stage that one answer settles, beside the signals; the others hang on contacts asked for by name."""
_AT_HOME = ("trade", "offerings")
"""Those that our own books answer."""
_SIGNALS = {
    "acknowledged": ("mutual_acknowledgement",),
    "joint_work": ("joint_product", "joint_marketing", "joint_cost_saving"),
    "engagement": ("customer_engages", "joint_plan"),
}
"""The tests of a stage or standing that signals of other names pass."""


class Topic(StrEnum):
    """What a question is about. The second question about one thing is worth half the first."""

    PEOPLE = "people"
    THEIR_WORD = "their_word"
    STAGE = "stage"
    DEPENDENCE = "dependence"
    MONEY = "money"
    CONTRACT = "contract"
    PROMISES = "promises"


_TOPICS = {
    "contacts": Topic.PEOPLE,
    "views": Topic.THEIR_WORD,
    "promises": Topic.PROMISES,
    "exchanges": Topic.MONEY,
}


class Question(NamedTuple):
    """Something to go and ask, and why it matters."""

    text: str
    topic: Topic
    weight: float
    """How far the answer can change what relmap says, on the scale of health."""
    why: str = ""
    health: float = 0.0
    """Points by which the answer can move health."""
    signals: tuple[str, ...] = ()
    """The signals that record the answer, by id."""
    at_home: bool = False
    """Do we hold the answer ourselves, so that nobody of theirs need be asked?"""
    about: tuple[str, ...] = ()
    """The contacts whom it names, by id; empty: it is about the account."""


def find_questions(profile: Profile, entry: AssessedAccount) -> tuple[Question, ...]:
    """Return what to ask, the weightiest first and nothing twice; nobody is asked about a former customer."""
    status = profile.facts.account.status
    if status == "former":
        return ()
    found = chain(_people(profile), _health(profile), _promises(profile), _spend(profile))
    if status == "customer":
        found = chain(found, _their_word(profile), _dependence(profile, entry), _money(profile, entry), _stage(profile))
    return _ranked(found)


def weigh_signals(profile: Profile, entry: AssessedAccount) -> dict[str, float]:
    """Return the signals that open tests of the next stage or standing, or open signs of dependence, wait for.

    By id, each with the weight of its question.
    """
    weights: dict[str, float] = {}
    for question in chain(_stage(profile), _standing(profile), _signs(entry)):
        for signal in question.signals:
            weights[signal] = max(question.weight, weights.get(signal, 0.0))
    return weights


def _ranked(found: Iterable[Question]) -> tuple[Question, ...]:
    """Sort by weight, where each further question of a topic counts half the one before it."""
    ordered = sorted(_merged(found), key=lambda question: (-question.weight, question.text))
    seen = dict.fromkeys(Topic, 0)
    ranks = []
    for question in ordered:
        ranks.append((-question.weight / 2 ** min(seen[question.topic], 32), question.text, question))
        seen[question.topic] += 1
    return tuple(question for *_, question in sorted(ranks))


def _merged(found: Iterable[Question]) -> Iterable[Question]:
    """Keep one of equal questions: the weightiest."""
    kept: dict[str, Question] = {}
    for question in found:
        kept[question.text] = max(kept.get(question.text, question), question, key=lambda asked: asked.weight)
    return kept.values()


def _people(profile: Profile) -> Iterator[Question]:
    people = profile.facts.people
    if not people:
        why = "no contact is in the file: who knows whom, support and trust hang on it"
        yield Question("Who are the people there, and who decides?", Topic.PEOPLE, NOBODY, why)
        return
    yield from _contact(profile, [person for person in people if person.live is None])
    yield from _seats(profile)
    if unrated := [person for person in people if person.contact.power is None]:
        text = f"How much {_do(unrated)} {_names(unrated)} decide, 1 to 5?"
        yield Question(text, Topic.PEOPLE, POWER, "says who the key players are", about=_ids(unrated))
    if aloof := [person for person in people if person.key and person.contact.interest is None]:
        text = f"How much {_do(aloof)} {_names(aloof)} care about what we do, 1 to 5?"
        yield Question(text, Topic.PEOPLE, INTEREST, "says how to go about a key player", about=_ids(aloof))


def _contact(profile: Profile, people: Sequence[Person]) -> Iterator[Question]:
    """Ask in one question for everybody of whom it is not known whether the relationship is live."""
    if people:
        asked = {contact_question(person) for person in people}
        points = _points(profile, [entry for entry in profile.health.score.unknowns if entry.question in asked])
        text = f"When was the last contact with {_names(people)}, and what are we to them?"
        weight, about = max(LIVE, points), _ids(people)
        yield Question(text, Topic.PEOPLE, weight, "says who is live", points, at_home=True, about=about)


def _seats(profile: Profile) -> Iterator[Question]:
    for state in profile.roles:
        if state.state in (MISSING, PLACEHOLDER):
            text = _SEATS.get(state.role, f"Who is the {state.role.replace('_', ' ')}?")
            why = "nobody is known" if state.state == MISSING else "a seat without a name"
            yield Question(text, Topic.PEOPLE, SEAT, why)


def _do(people: Sequence[Person]) -> str:
    return "does" if len(people) == 1 else "do"


def _ids(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.id for person in people)


def _names(people: Sequence[Person]) -> str:
    """List a few people by name and count the rest."""
    names = [person.label for person in people]
    if len(names) > NAMED:
        names[NAMED:] = [f"{len(names) - NAMED} more"]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _health(profile: Profile) -> Iterator[Question]:
    """Ask for what else health lacks; their trust in us is part of a larger question where they have said nothing."""
    asked = {contact_question(person) for person in profile.facts.people if person.live is None}
    for unknown in profile.health.score.unknowns:
        topic = _TOPICS[str(unknown.route[0])]
        if unknown.question not in asked and not (topic is Topic.THEIR_WORD and _silent(profile)):
            points = _points(profile, [unknown])
            ours = topic in (Topic.PROMISES, Topic.MONEY)
            about = (str(unknown.route[1]),) if topic is Topic.PEOPLE else ()
            yield Question(unknown.question, topic, points, health=points, at_home=ours, about=about)


def _points(profile: Profile, unknowns: Iterable[Unknown]) -> float:
    """Return how far the answers can move health: by no more than its bounds are apart."""
    score = profile.health.score
    return min(sum(unknown.spread for unknown in unknowns), score.high - score.low)


def _silent(profile: Profile) -> bool:
    """Say whether a customer has said nothing that still counts: no stage, no standing, no trust."""
    said = (profile.stage.theirs.said, profile.standings[1].said, profile.trusts[1].said)
    return profile.facts.account.status == "customer" and said == (None, None, None)


def _their_word(profile: Profile) -> Iterator[Question]:
    one_sided = "the stage is one-sided until they say it"
    if _silent(profile):
        points = _points(profile, [entry for entry in profile.health.score.unknowns if entry.route[0] == "views"])
        text = "How do they see it: at which stage are we, what are we to them, and how far do they trust us, 0 to 10?"
        yield Question(text, Topic.THEIR_WORD, THEIR_STAGE + THEIR_STANDING + points, one_sided, points)
        return
    if profile.stage.theirs.said is None:
        text = "How do they see the relationship: exploratory, basic, collaborative or interconnected?"
        yield Question(text, Topic.THEIR_WORD, THEIR_STAGE, one_sided)
    if profile.standings[1].said is None:
        text = "What are we to them: a supplier, the supplier of choice, or a partner?"
        yield Question(text, Topic.THEIR_WORD, THEIR_STANDING, "only our own word says it so far")


def _promises(profile: Profile) -> Iterator[Question]:
    if not profile.promises.states:
        text = "What have we promised them, by when, and was it kept?"
        yield Question(text, Topic.PROMISES, NO_PROMISE, "no promise is in the file", at_home=True)


def _spend(profile: Profile) -> Iterator[Question]:
    for unknown in profile.wallet.share.unknowns:
        yield Question(unknown.question, Topic.MONEY, SPEND, "says how much of it we have")


def _dependence(profile: Profile, entry: AssessedAccount) -> Iterator[Question]:
    unit = dependence_unit(entry)
    settled = unit == DEPENDENCE_SETTLED
    why = "moves how far each side depends" if settled else "who depends on whom, and how deeply, is open"
    swings = {**our_swings(profile, entry), **their_swings(profile)}
    if OUR_ALTERNATIVES in swings and THEIR_ALTERNATIVES in swings:  # one talk answers both
        swings[BOTH_ALTERNATIVES] = max(swings.pop(OUR_ALTERNATIVES), swings.pop(THEIR_ALTERNATIVES))
    for text, swing in swings.items():
        ours = text in (OUR_CRITICALITY, OUR_ALTERNATIVES)
        yield Question(text, Topic.DEPENDENCE, unit * swing, why, at_home=ours)
    yield from _signs(entry)


def dependence_unit(entry: AssessedAccount) -> float:
    """Return what one whole unit of either side's dependence is worth on the scale of health."""
    settled = entry.dependence.pattern.value is not None and entry.dependence.direction is not None
    return DEPENDENCE_SETTLED if settled else DEPENDENCE_OPEN


def our_swings(profile: Profile, entry: AssessedAccount) -> dict[str, float]:
    """Return what our dependence lacks, with how far the answer can move its bounds, 0 to 1."""
    parts, share, rubric = profile.dependence, entry.group_share, profile.facts.rubric.dependence
    swings = {}
    if parts.criticality is None:
        low, high = (our_dependence(parts._replace(criticality=end), share, rubric) for end in (0.0, 1.0))
        swings[OUR_CRITICALITY] = _swing(low, high)
    if parts.looseness is None:
        ends = rubric.alternatives.bounds
        high, low = (our_dependence(parts._replace(looseness=end), share, rubric) for end in ends)
        swings[OUR_ALTERNATIVES] = _swing(low, high)
    return swings


def their_swings(profile: Profile) -> dict[str, float]:
    """Return what their dependence lacks; what they spend is asked for as money."""
    unknowns = [unknown for unknown in profile.dependence.theirs.unknowns if unknown.route[0] == "dependence"]
    return {
        THEIR_ALTERNATIVES if unknown.route[-1] == "alternatives" else unknown.question: unknown.spread
        for unknown in unknowns
    }


def _swing(low: Score, high: Score) -> float:
    return max(high.low - low.low, high.high - low.high)


def _signs(entry: AssessedAccount) -> Iterator[Question]:
    signs = entry.dependence.signs
    weight = SIGN_OPEN if entry.dependence.suffering is None else SIGN_SETTLED
    for name, holds in (("held_to_ransom", signs.held_to_ransom), ("one_way", signs.one_way)):
        if holds is None:
            text = CATALOGUE[name].question
            yield Question(text, Topic.DEPENDENCE, weight, "a sign of deep dependence", signals=(name,))


def _money(profile: Profile, entry: AssessedAccount) -> Iterator[Question]:
    if entry.revenue is None:
        yield Question(ANNUAL_REVENUE, Topic.MONEY, NO_REVENUE, "their share of the book is not known", at_home=True)
    if profile.equity.margin.latest is None:
        text = "What is the gross profit with them in a complete year, and what does serving them cost?"
        yield Question(text, Topic.MONEY, MARGIN, "says whether the business pays", at_home=True)
    if profile.equity.days_beyond_terms is None:
        text = "On which terms, and how many days later, do they pay?"
        yield Question(text, Topic.MONEY, PAYMENT, "says whether they pay in time", at_home=True)
    yield from _contract(profile, entry)


def _contract(profile: Profile, entry: AssessedAccount) -> Iterator[Question]:
    """Ask until when the business is sure; it matters as much as the account does. A notice alone is open-ended."""
    contract = profile.facts.account.contract
    weight = min(CONTRACT_MOST, CONTRACT_BY_SHARE * entry.share.high)
    if contract is None or (contract.ends is None and contract.notice_days is None):
        text = "Is there a contract: until when does it run, and with how many days of notice?"
        yield Question(text, Topic.CONTRACT, weight, "says until when the revenue is sure", at_home=True)
    elif contract.notice_days is None:
        text = "With how many days of notice does the contract end?"
        yield Question(text, Topic.CONTRACT, weight / 2, "says by when to talk about the renewal", at_home=True)


def _stage(profile: Profile) -> Iterator[Question]:
    """Ask for the next stage's open tests; what they say below what is earned holds the headline, whatever we learn."""
    stage, settings = profile.stage, profile.facts.settings
    own = settings.labels.stages
    following = stage.next_stage
    name = own.get(following, following) if following else ""
    held = following is not None and stage.theirs.said in STAGES[: STAGES.index(following)]
    for test in stage.missing:
        text = _settling(test.id, settings.signals)
        if test.passed is None and text:
            decides = _decides(profile, test)
            weight = (STAGE_DECIDED if decides else STAGE_HELPED) / (2 if held else 1)
            why = f"decides whether {name} is earned" if decides else f"a test of {name}"
            signals, ours = _signals_of(test.id, settings.signals), test.id in _AT_HOME
            yield Question(text, Topic.STAGE, weight, why, signals=signals, at_home=ours)


def _standing(profile: Profile) -> Iterator[Question]:
    """Ask for what signals say of the next standing's open tests."""
    missing = profile.standing.missing
    for test in missing:
        if test.passed is None and test.id in _SIGNALS:
            weight = STANDING_DECIDED if len(missing) == 1 else STANDING_HELPED
            yield Question(test.label, Topic.STAGE, weight, signals=_SIGNALS[test.id])


def _signals_of(test: str, own: Mapping[str, OwnSignal]) -> tuple[str, ...]:
    """Return the signals that pass a test; a test that is none of ours is a signal of the book."""
    is_signal = test in CATALOGUE or (test in own and test not in STAGE_TESTS)
    return _SIGNALS.get(test, (test,) if is_signal else ())


def _settling(test: str, own: Mapping[str, OwnSignal]) -> str:
    """Return the question that settles a test, if one does; of a book's own signals those that are no test of ours."""
    return _TESTS.get(test) or signal_question(test, {} if test in STAGE_TESTS else own)


def _decides(profile: Profile, asked: StageTest) -> bool:
    """Say whether a yes to one test alone earns a higher stage."""
    reached = highest(profile.stage.tests, profile.facts.rubric.stage, lambda test: test is asked or bool(test.passed))
    return reached != profile.stage.earned.value
