"""The tests of the relationship stages, each answered yes, no or not known from the file.

Source: Bacon's four relationship stages; which tests there are stands in `model/stage_tests.py`, which of them a book
asks for, and with which thresholds, in its rubric.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from relmap.measures.facts import Facts, Link, evidence_of
from relmap.measures.initiatives import was_active
from relmap.measures.logic import Truth, any_of, within
from relmap.measures.result import Input
from relmap.measures.trade import money_inputs, revenue_of
from relmap.measures.voices import Voice, signal
from relmap.model.period import Period
from relmap.model.stage_tests import STAGE_TESTS, PlannedTest, is_good_signal
from relmap.model.words import STAGES, Stage


class StageTest(NamedTuple):
    """One test of a stage; of those that are no must, some number is needed. `confirmed`: by them or a document."""

    id: str
    stage: Stage
    must: bool
    label: str
    passed: Truth
    confirmed: bool
    find_inputs: Callable[[], tuple[Input, ...]]
    detail: str = ""

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The place in the file of everything that was read."""
        return self.find_inputs()


class _Case(NamedTuple):
    """What tests are held against: the facts, how they see the stage, and the bounds of promises kept."""

    facts: Facts
    theirs: Voice
    promises_low: float
    promises_high: float


def stage_tests(facts: Facts, theirs: Voice, promises_low: float, promises_high: float) -> tuple[StageTest, ...]:
    """Return every test that the rubric asks for, of every stage above exploratory, in order."""
    case = _Case(facts, theirs, promises_low, promises_high)
    return tuple(_ANSWERS.get(test.id, _signal)(case, test) for test in facts.tests)


def trade_test(facts: Facts, tests: Sequence[StageTest]) -> StageTest:
    """Return the test of revenue or a contract: the one that a stage asked, or a new one where none did."""
    return next((test for test in tests if test.id == _TRADE.id), None) or _answer_trade(facts, _TRADE)


_TRADE = PlannedTest("trade", "basic", True, STAGE_TESTS["trade"].words)


def _trade(case: _Case, test: PlannedTest) -> StageTest:
    return _answer_trade(case.facts, test)


def _answer_trade(facts: Facts, test: PlannedTest) -> StageTest:
    periods = _recent_periods(facts.quarter)
    found = [taken for keys in periods if (taken := revenue_of(facts, keys))]
    bought: Truth = True if any(taken.revenue for taken in found) else None
    if bought is None and len(found) == len(periods):
        bought = False  # a quarter without a figure is not a quarter without revenue
    contract = contract_in_force(facts)
    passed = any_of((bought, contract))

    def inputs() -> tuple[Input, ...]:
        money = money_inputs(sorted({taken.key for taken in found}))
        return money if contract is None else (*money, Input(("contract",), source="document"))

    return StageTest(*test, passed, bool(passed), inputs)


@lru_cache(maxsize=64)
def _recent_periods(quarter: Period) -> tuple[tuple[str, str], ...]:
    """The four complete quarters and the current one, each with its year, which counts where it has no figure."""
    quarters = [quarter.back(back) for back in range(5)]
    return tuple((str(quarter), str(quarter.year)) for quarter in quarters)


def contract_in_force(facts: Facts) -> Truth:
    """Say whether a contract is in force on the day; without any date of it that is not known."""
    contract = facts.account.contract
    if contract is None or (contract.starts is None and contract.ends is None):
        return None
    begun = contract.starts is None or contract.starts <= facts.as_of
    return begun and (contract.ends is None or contract.ends >= facts.as_of)


def _live_relationship(case: _Case, test: PlannedTest) -> StageTest:
    facts = case.facts
    passed = any_of(link.live for link in facts.links)
    confirmed = any(is_confirmed(link) for link in facts.links)
    return StageTest(*test, passed, confirmed, lambda: facts.link_inputs)


def _departments(case: _Case, test: PlannedTest) -> StageTest:
    facts = case.facts
    needed = facts.rubric.stage.departments
    sure, hoped, nameless = set[str](), set[str](), 0
    for person in facts.people:
        department = person.contact.department
        if person.live is False:
            continue
        if department is None:
            nameless += 1
            continue
        hoped.add(department)
        if person.live:
            sure.add(department)
    low = max(len(sure), int(any(person.live for person in facts.people)))
    passed = within(low, len(hoped) + nameless, needed)
    return StageTest(
        *test,
        passed,
        bool(passed) and len(_confirmed_departments(facts)) >= needed,
        lambda: tuple(
            Input(("contacts", person.id, "department")) for person in facts.people if person.contact.department
        ),
        f"{len(sure)} of {needed}",
    )


def _confirmed_departments(facts: Facts) -> set[str]:
    return {
        person.contact.department
        for person in facts.people
        if person.contact.department and any(is_confirmed(link) for link in person.links)
    }


def is_confirmed(link: Link) -> bool:
    """Say whether a relationship is live on their word, or a document's."""
    return link.live is True and link.relationship.source != "ours"


def _our_people(case: _Case, test: PlannedTest) -> StageTest:
    facts = case.facts
    needed = facts.rubric.stage.our_people
    sure = {link.member for link in facts.links if link.live}
    hoped = {link.member for link in facts.links if link.live is not False}
    passed = within(len(sure), len(hoped), needed)
    return StageTest(
        *test,
        passed,
        bool(passed) and len({link.member for link in facts.links if is_confirmed(link)}) >= needed,
        lambda: facts.link_inputs,
        f"{len(sure)} of {needed}",
    )


def _signal(case: _Case, test: PlannedTest) -> StageTest:
    """A signal passes when it is good news: one that is bad news, when it does not hold."""
    state = signal(case.facts, test.id)
    passed = state.holds
    if passed is not None and not is_good_signal(test.id, case.facts.settings.signals):
        passed = not passed
    detail = "respondents disagree" if state.disputed else ""
    return StageTest(*test, passed, state.confirmed, lambda: state.inputs, detail)


def _goal_initiative(case: _Case, test: PlannedTest) -> StageTest:
    """An initiative that serves a customer goal and was active within four quarters."""
    facts = case.facts
    serving = [
        (initiative_id, active, facts.account.customer_goals[goal].source)
        for initiative_id, initiative in facts.account.initiatives.items()
        for goal in initiative.customer_goals
        if goal in facts.account.customer_goals and (active := was_active(facts, initiative)) is not False
    ]
    return StageTest(
        *test,
        any_of(active for _, active, _ in serving),
        any(active and source != "ours" for _, active, source in serving),
        lambda: tuple(Input(("initiatives", initiative), source=source) for initiative, _, source in serving),
    )


def _offerings(case: _Case, test: PlannedTest) -> StageTest:
    facts = case.facts
    there = [use for use in facts.account.offerings.values() if facts.happened(use.since)]
    bought = [use for use in there if not use.trial]
    passed = len(bought) > 1 if there else None
    inputs = tuple(Input(("offerings",), source="document") for _ in bought[:1])
    return StageTest(*test, passed, bool(passed), lambda: inputs)


def _promises(case: _Case, test: PlannedTest) -> StageTest:
    passed = within(case.promises_low, case.promises_high, case.facts.rubric.stage.promises)
    inputs = (Input(("promises",)),) if case.facts.account.promises else ()
    return StageTest(*test, passed, False, lambda: inputs)


def _acknowledged(case: _Case, test: PlannedTest) -> StageTest:
    facts, theirs = case.facts, case.theirs
    state = signal(facts, "mutual_acknowledgement")
    view = None if theirs.said is None else STAGES.index(theirs.said) >= STAGES.index("collaborative")
    passed = any_of((state.holds, view))
    return StageTest(
        *test, passed, bool(view or (state.holds and state.confirmed)), lambda: state.inputs + theirs.inputs
    )


def _pairs(case: _Case, test: PlannedTest) -> StageTest:
    """Department-to-department pairs that are live, not all through the owner."""
    facts = case.facts
    needed = facts.rubric.stage.pairs
    departments = {person.id: person.contact.department for person in facts.people}
    sure: set[tuple[str, str]] = set()
    hoped: set[object] = set()
    confirmed: set[tuple[str, str]] = set()
    owner, by_others = facts.account.owner, False
    for link in facts.links:
        if link.live is False:
            continue
        ours, theirs = _department(facts, link.member), departments[link.contact]
        hoped.add((ours, theirs) if ours and theirs else link.route)
        if link.live and ours and theirs:
            sure.add((ours, theirs))
            if link.relationship.source != "ours":
                confirmed.add((ours, theirs))
                by_others = by_others or link.member != owner
    others = any_of(link.live for link in facts.links if link.member != owner)
    counted = within(len(sure), len(hoped), needed)
    passed = False if counted is False or others is False else True if counted and others else None
    return StageTest(
        *test,
        passed,
        by_others and len(confirmed) >= needed,
        lambda: facts.link_inputs,
        f"{len(sure)} of {needed}",
    )


def _department(facts: Facts, member: str) -> str | None:
    entry = facts.member(member)
    return entry.department if entry else None


def _joint_work(case: _Case, test: PlannedTest) -> StageTest:
    states = [signal(case.facts, name) for name in ("joint_product", "joint_marketing", "joint_cost_saving")]
    return StageTest(
        *test,
        any_of(state.holds for state in states),
        any(state.holds and state.confirmed for state in states),
        lambda: tuple(entry for state in states for entry in state.inputs),
    )


def _switching(case: _Case, test: PlannedTest) -> StageTest:
    cost, line = case.facts.account.dependence.theirs.switching_cost, case.facts.rubric.stage.switching_cost
    passed = None if cost is None else cost >= line
    inputs = () if cost is None else (Input(("dependence", "theirs", "switching_cost")),)
    return StageTest(*test, passed, False, lambda: inputs)


def _executive(case: _Case, test: PlannedTest) -> StageTest:
    facts = case.facts
    links = [
        link
        for person in facts.people
        if {"sponsor", "approver"} & set(person.contact.roles)
        for link in person.links
        if link.member != facts.account.owner
    ]
    confirmed = any(is_confirmed(link) for link in links)
    return StageTest(*test, any_of(link.live for link in links), confirmed, lambda: evidence_of(links))


def _counterpart(case: _Case, test: PlannedTest) -> StageTest:
    counterpart = case.facts.account.counterpart
    passed: Truth = None if counterpart is None else any(person.id == counterpart for person in case.facts.people)
    inputs = () if counterpart is None else (Input(("counterpart",)),)
    return StageTest(*test, passed, False, lambda: inputs)


_ANSWERS: dict[str, Callable[[_Case, PlannedTest], StageTest]] = {
    "trade": _trade,
    "live_relationship": _live_relationship,
    "departments": _departments,
    "our_people": _our_people,
    "goal_initiative": _goal_initiative,
    "offerings": _offerings,
    "promises": _promises,
    "acknowledged": _acknowledged,
    "department_pairs": _pairs,
    "joint_work": _joint_work,
    "switching_cost": _switching,
    "executive": _executive,
    "counterpart": _counterpart,
}
"""How each test of ours is answered; every other one is a signal, and passes with it."""
