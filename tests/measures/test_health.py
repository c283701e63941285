"""Health, its band and the answers that would narrow it."""

import pytest

from relmap.measures.coverage import measure_coverage, measure_support
from relmap.measures.equity import measure_equity
from relmap.measures.facts import Facts
from relmap.measures.health import Health, band, coverage_for, measure_health
from relmap.measures.promises import measure_promises
from relmap.measures.result import Score, Unknown, exactly, not_scored
from relmap.measures.trust import Trust, measure_trust
from relmap.model.rubric import HealthRubric

from .build import facts

LIVE = "known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}"
UNKNOWN = not_scored("not known")
NO_SUPPORT = not_scored("not known", -2, 2)
NO_RECIPROCITY = not_scored("not known", -1, 1)


def health(
    personal: Score = UNKNOWN,
    organisation: Score = UNKNOWN,
    promises: Score = UNKNOWN,
    coverage: Score = UNKNOWN,
    support: Score = NO_SUPPORT,
    reciprocity: Score = NO_RECIPROCITY,
    *,
    account: str = "",
    earned: str = "collaborative",
    settings: str = "",
) -> Health:
    """Put health together from finished pieces."""
    trust = Trust(personal, organisation, None, None)
    found = facts(account, settings=settings)
    return measure_health(found, trust, promises, coverage, support, reciprocity, (earned,))


def measured(found: Facts, earned: str = "collaborative") -> Health:
    """Put health together from an account."""
    return measure_health(
        found,
        measure_trust(found),
        measure_promises(found).ours,
        measure_coverage(found),
        measure_support(found),
        measure_equity(found).reciprocity,
        (earned,),
    )


def test_health_is_the_weighted_mean_of_its_parts() -> None:
    score = health(exactly(70), exactly(60), exactly(90), exactly(50), exactly(1), exactly(-0.4)).score
    assert score.value == pytest.approx(0.15 * 70 + 0.15 * 60 + 0.2 * 90 + 0.25 * 50 + 0.15 * 75 + 0.1 * 60)
    assert (score.completeness, score.low, score.high) == (1, score.value, score.value)
    assert sum(part.share for part in score.parts) == pytest.approx(score.value)


@pytest.mark.parametrize(
    ("support", "reciprocity", "expected"), [(-2, -1, 0), (2, 0, 25), (2, 0.9, 25), (0, -0.5, 12.5), (2, -1, 15)]
)
def test_giving_too_much_costs_and_getting_does_not(support: float, reciprocity: float, expected: float) -> None:
    nought = exactly(0)
    score = health(nought, nought, nought, nought, exactly(support), exactly(reciprocity)).score
    assert score.value == pytest.approx(expected)


def test_one_kind_of_trust_counts_half() -> None:
    full = health(exactly(50), exactly(50), exactly(50), exactly(50), exactly(0), exactly(-0.5)).score
    half = health(exactly(50), UNKNOWN, exactly(50), exactly(50), exactly(0), exactly(-0.5)).score
    assert (full.completeness, half.completeness) == (1, 0.85)
    assert half.value == pytest.approx(50)
    assert [half.low, half.high] == pytest.approx([42.5, 57.5])


@pytest.mark.parametrize(("promises", "scored"), [(UNKNOWN, False), (exactly(50), True)])
def test_below_six_tenths_it_is_not_scored(promises: Score, scored: bool) -> None:
    score = health(promises=promises, coverage=exactly(50), support=exactly(0)).score
    assert score.completeness == pytest.approx(0.6 if scored else 0.4)
    assert (score.value is not None) is scored
    assert score.low < 50 < score.high


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "red"), (50, "red"), (50.0000001, "amber"), (75, "amber"), (75.0000001, "green"), (100, "green")],
)
def test_bands_are_compared_unrounded(value: float, expected: str) -> None:
    found = band(exactly(value), HealthRubric())
    assert (found.value, found.possible) == (expected, (expected,))


@pytest.mark.parametrize(
    ("low", "high", "value", "possible"),
    [
        (10, 50, "red", ("red",)),
        (50, 51, None, ("red", "amber")),
        (60, 80, None, ("amber", "green")),
        (0, 100, None, ("red", "amber", "green")),
        (76, 100, "green", ("green",)),
    ],
)
def test_without_a_score_the_band_is_a_range(low: float, high: float, value: str | None, possible: tuple[str]) -> None:
    found = band(Score(None, low, high, 0.5), HealthRubric())
    assert (found.value, found.possible) == (value, possible)


def test_the_rubric_sets_weights_and_bands() -> None:
    settings = (
        "rubric: {health: {weights: {promises: 100, trust: 0, coverage: 0, support: 0, reciprocity: 0}, red_to: 90}}"
    )
    found = health(promises=exactly(90), settings=settings)
    assert (found.score.value, found.score.completeness, found.band.value) == (90, 1, "red")


@pytest.mark.parametrize(
    ("aimed", "earned", "coverage"),
    [
        ("", "exploratory", 100),
        ("", "basic", 100),
        ("", "collaborative", 25),
        ("", "interconnected", 25),
        ("ambition: {stage: collaborative}", "basic", 25),
        ("ambition: {stage: basic}", "interconnected", 100),
    ],
)
def test_up_to_basic_one_live_decider_is_enough(aimed: str, earned: str, coverage: float) -> None:
    found = facts(f"{aimed}\ncontacts: {{a: {{power: 1, roles: budget, {LIVE}}}, b: {{power: 3}}}}")
    part = {part.name: part.value for part in measured(found, earned).score.parts}
    assert part["coverage"] == coverage


@pytest.mark.parametrize(
    ("holder", "bounds"),
    [
        (f"roles: budget, {LIVE}", (100, 100, 100)),
        (f"roles: [user, approver], {LIVE}", (100, 100, 100)),
        (f"roles: sponsor, {LIVE}", (40, 40, 40)),
        ("roles: budget", (0, 0, 0)),
        ("roles: budget, known_by: maria", (0, 0, 100)),
    ],
)
def test_the_decider_must_be_live(holder: str, bounds: tuple[float, float, float]) -> None:
    found = facts(f"contacts: {{a: {{power: 2, {holder}}}, b: {{power: 3}}}}")
    score = coverage_for(found, measure_coverage(found), "basic")
    assert (score.value, score.low, score.high) == bounds


def test_dependence_concentration_and_money_are_kept_out() -> None:
    account = f"contacts: {{a: {{power: 4, support: champion, {LIVE}}}}}\n"
    rich = "financials: {2025: 9000000}\ndependence: {ours: {criticality: 5, alternatives: none}}\n"
    assert measured(facts(account + rich)).score[:4] == measured(facts(account)).score[:4]


def test_what_would_narrow_it_most_is_named_when_it_is_not_scored() -> None:
    contacts = ", ".join(f"c{power}: {{power: {power}, {LIVE}}}" for power in (1, 5))
    found = measured(facts(f"contacts: {{{contacts}}}"))
    assert found.score.value is None
    # organisational trust moves it by 15, personal trust and support of power 5 by 12.5 each
    assert [unknown.route for unknown in found.narrowing] == [("views",), ("contacts", "c5")]
    assert [unknown.spread for unknown in found.narrowing] == pytest.approx([15, 12.5])


def test_a_scored_health_needs_no_questions() -> None:
    found = health(exactly(70), exactly(60), exactly(90), exactly(50))
    assert found.score.value is not None
    assert found.narrowing == ()


def test_confirmed_is_the_share_that_they_or_documents_say() -> None:
    theirs = exactly(60)._replace(confirmed=1.0)
    half = exactly(60)._replace(confirmed=0.5)
    score = health(half, theirs, exactly(90), exactly(50)).score
    assert score.confirmed == pytest.approx((15 * 0.5 + 15) / 75)


def test_an_empty_account_is_unknown_from_red_to_green() -> None:
    found = measured(facts(), "exploratory")
    assert (found.score.value, found.score.low, found.score.high, found.score.completeness) == (None, 0, 100, 0)
    assert (found.band.value, found.band.possible) == (None, ("red", "amber", "green"))
    assert found.narrowing == (Unknown(("views",), "How far do you trust us as a company, 0 to 10?", 15.0),)
