"""Service fit: effort against the stage aimed at."""

import pytest

from relmap.assess.profile import Profile
from relmap.measures.service import Service, measure_service

from .build import facts


def service(account: str, *stages: str) -> Service:
    return measure_service(facts(account), stages or ("basic",))


def touches(count: int, day: str = "2026-11-01") -> str:
    return "touchpoints: [" + ", ".join([f"{{date: {day}}}"] * count) + "]\n"


def cost(amount: float) -> str:
    return f"financials: {{2025: {{revenue: 500, gross_profit: 100, cost_to_serve: {amount}}}}}\n"


@pytest.mark.parametrize(
    ("account", "stage", "fit"),
    [
        (touches(1) + cost(30), "basic", "fitting"),
        (touches(12) + cost(30), "basic", "fitting"),
        (touches(13) + cost(30), "basic", "over"),
        (touches(1) + cost(30.1), "basic", "over"),
        (touches(1) + cost(50), "collaborative", "under"),
        (touches(2) + cost(50), "collaborative", "fitting"),
        (touches(3) + cost(50), "interconnected", "under"),
        (touches(1, "2025-09-30") + cost(10), "basic", "under"),  # before the four quarters
        (touches(1) + cost(0).replace("100", "-5"), "basic", "fitting"),
        (touches(1) + cost(1).replace("100", "-5"), "basic", "over"),  # costs where nothing is earned
    ],
)
def test_effort_fits_its_stage(account: str, stage: str, fit: str) -> None:
    assert service(account, stage).fit.value == fit


def test_the_stage_aimed_at_comes_before_the_present_one() -> None:
    aimed = service(touches(1) + cost(10) + "ambition: {stage: interconnected}\n")
    assert (aimed.aim, aimed.fit.value) == ("interconnected", "under")


def test_what_the_stage_may_yet_be_widens_what_the_fit_may_be() -> None:
    found = service(touches(1) + cost(10), "basic", "collaborative")
    assert (found.aim, found.fit.value, found.fit.possible) == ("basic", "fitting", ("under", "fitting"))
    aimed = service(touches(1) + cost(10) + "ambition: {stage: basic}\n", "basic", "collaborative")
    assert aimed.fit.possible == ("fitting",)


def test_a_stage_that_may_yet_be_earned_is_part_of_the_range() -> None:
    maybe_live = "contract: {starts: 2024-01-01}\ncontacts: {jane: {known_by: tom}}\n"
    found = Profile(facts(maybe_live + touches(1) + cost(45)))
    assert found.stage.headline.possible == ("exploratory", "basic")
    assert (found.service.fit.value, found.service.fit.possible) == ("fitting", ("fitting", "over"))


def test_a_touchpoint_to_come_says_nothing_of_how_many_there_were() -> None:
    assert service(touches(3, "2026-11-16")).touchpoints is None
    assert service(touches(1, "2026-11-15")).touchpoints == 1


@pytest.mark.parametrize(
    ("account", "possible", "reason"),
    [
        (touches(1), ("fitting", "over"), "cost to serve is not known"),
        (touches(20), ("over",), ""),
        (cost(10), ("under", "fitting", "over"), "touchpoints are not kept"),
        ("", ("under", "fitting", "over"), "touchpoints are not kept, cost to serve is not known"),
        ("status: former\n", (), "a former customer is not served"),
    ],
)
def test_what_is_not_known_leaves_the_fit_open(account: str, possible: tuple[str, ...], reason: str) -> None:
    found = service(account).fit
    assert (found.possible, found.reason) == (possible, reason)
