"""Do the rubric's thresholds and tests make sense together? Held for the book, and for each tier that differs."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from relmap.book.problem import Problem, did_you_mean
from relmap.book.schema_codes import NOT_A_CHOICE, SENSELESS_RUBRIC
from relmap.book.source import shorten
from relmap.findings import Route
from relmap.model.rubric import AccountRubric, Alternatives, Rubric, ServiceRubric
from relmap.model.scalars import Noun
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import STAGE_TESTS, TESTED_STAGES, Need, PlannedTest
from relmap.model.words import Stage


class _Clash(NamedTuple):
    """What makes no sense, the thresholds that take part in it, and what to do."""

    message: str
    routes: tuple[Route, ...]
    hint: str


def check_rubric(settings: Settings) -> list[Problem]:
    """Return a problem for each combination of settings that makes no sense, and for each test that is none.

    A tier is held together with what it takes over from the book; what is wrong in the book is told there only.
    """
    rubric = settings.rubric
    problems = list(_check(("rubric",), rubric, rubric, settings.tests_for(None)))
    for tier, own in rubric.tiers.items():
        problems += _check(("rubric", "tiers", tier), own, settings.rubric_for(tier), settings.tests_for(tier))
    return problems + [
        problem
        for route, needs in _needs(rubric)
        for problem in _tests(route, needs, {**CATALOGUE, **settings.signals})
    ]


def _check(route: Route, own: Noun, rubric: Rubric, tests: tuple[PlannedTest, ...]) -> Iterator[Problem]:
    """Yield the clashes in which something takes part that `own` sets itself; they are told at its place."""
    for clash in _clashes(rubric, tests):
        place = next((step for step in clash.routes if is_set(own, step)), None)
        if place is not None:
            yield Problem(SENSELESS_RUBRIC, clash.message, (*route, *place), clash.hint)


def is_set(noun: Noun, route: Route) -> bool:
    """Say whether the file itself sets what stands at a route below a noun."""
    found: object = noun
    for step in route:
        is_key = isinstance(found, dict) and step in found
        if not is_key and not (isinstance(found, Noun) and step in found.model_fields_set):
            return False
        found = found[step] if isinstance(found, dict) else getattr(found, str(step))
    return True


def _clashes(rubric: Rubric, tests: tuple[PlannedTest, ...]) -> Iterator[_Clash]:
    yield from _bands(rubric)
    yield from _alternatives(rubric.dependence.alternatives)
    yield from _service(rubric.service)
    yield from _more_than_left(rubric, tests)


def _bands(rubric: Rubric) -> Iterator[_Clash]:
    health, promises = rubric.health, rubric.promises
    if health.red_to > health.amber_to:
        message = f"red reaches up to {health.red_to:g}, beyond amber's {health.amber_to:g}"
        yield _Clash(message, _under("health", "red_to", "amber_to"), "`red_to` is at most `amber_to`")
    if not any(health.weights.model_dump().values()):
        message = "every part of health weighs 0, so there is nothing to make it of"
        yield _Clash(message, (("health", "weights"),), "give at least one part a weight")
    if promises.serious > promises.good:
        message = f"serious begins below {promises.serious:g}, above where good begins: {promises.good:g}"
        yield _Clash(message, _under("promises", "serious", "good"), "`serious` is at most `good`")


def _alternatives(worths: Alternatives) -> Iterator[_Clash]:
    for (fewer, low), (more, high) in pairwise(worths):
        if low > high:
            message = f"`{fewer}` loosens dependence by {low:g}, more than `{more}` by {high:g}"
            routes = tuple(("dependence", *step) for step in _under("alternatives", fewer, more))
            yield _Clash(message, routes, "more alternatives are worth at least as much as fewer")


def _service(service: ServiceRubric) -> Iterator[_Clash]:
    for stage, line in service:
        if line.touchpoints_least > line.touchpoints_most:
            message = f"{line.touchpoints_least} touchpoints at least and {line.touchpoints_most} at most"
            routes = tuple(("service", *step) for step in _under(stage, "touchpoints_least", "touchpoints_most"))
            yield _Clash(message, routes, "`touchpoints_least` is at most `touchpoints_most`")


def _more_than_left(rubric: Rubric, tests: tuple[PlannedTest, ...]) -> Iterator[_Clash]:
    for stage in TESTED_STAGES:
        more = f"{stage}_more"
        needed = getattr(rubric.stage, more)
        left = sum(test.stage == stage and not test.must for test in tests)
        if needed > left:
            message = f"{needed} further tests are needed for {stage}, and there are {left}"
            routes = (("stage", more), ("stage", "tests", stage))
            yield _Clash(message, routes, f"lower `{more}`, or mark more tests as `further`")


def _under(name: str, *keys: str) -> tuple[Route, ...]:
    return tuple((name, key) for key in keys)


def _needs(rubric: Rubric) -> Iterator[tuple[Route, dict[Stage, Mapping[str, Need]]]]:
    """Yield what book and tiers say about tests, by stage, each with its place."""
    levels: dict[Route, AccountRubric] = {(): rubric}
    levels |= {("tiers", tier): own for tier, own in rubric.tiers.items()}
    for route, level in levels.items():
        yield ("rubric", *route, "stage", "tests"), {stage: level.stage.tests.of(stage) for stage in TESTED_STAGES}


def _tests(route: Route, needs: Mapping[Stage, Mapping[str, Need]], signals: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is named as a test of a stage and is none, or one of another stage."""
    for stage, names in needs.items():
        for name in names:
            place = (*route, stage, name)
            kind = STAGE_TESTS.get(name)
            if kind is None and name not in signals:
                known = [kind.id for kind in STAGE_TESTS.values() if kind.stage == stage] + list(signals)
                message = f"{shorten(name)!r} is no test of {stage} and no signal"
                yield Problem(NOT_A_CHOICE, message, place, did_you_mean(name, known), at_key=True)
            elif kind is not None and kind.stage != stage:
                hint = f"write it under `{kind.stage}:`, or leave it out"
                yield Problem(SENSELESS_RUBRIC, f"{name} is a test of {kind.stage}", place, hint, at_key=True)
