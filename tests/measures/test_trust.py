"""Personal and organisational trust."""

import pytest

from relmap.measures.result import Known, Score
from relmap.measures.trust import measure_trust, pair_trust, raw_trust_equation
from relmap.model.contacts import TrustEquation, TrustFactors

from .build import facts


def personal(account: str, **more: str) -> Score:
    return measure_trust(facts(account, **more)).personal


def equation(credibility: float, reliability: float, intimacy: float, self_orientation: float) -> TrustEquation:
    return TrustEquation(
        credibility=credibility, reliability=reliability, intimacy=intimacy, self_orientation=self_orientation
    )


def test_the_published_trust_equation() -> None:
    assert raw_trust_equation(equation(8, 7, 5, 2)) == 10.0


@pytest.mark.parametrize(
    ("factors", "raw", "scaled"),
    [((1, 1, 1, 10), 0.3, 0), ((5, 5, 5, 5), 3, 5), ((10, 10, 10, 1), 30, 10), ((8, 7, 5, 2), 10, 7.614)],
)
def test_the_trust_equation_on_nought_to_ten(
    factors: tuple[float, float, float, float], raw: float, scaled: float
) -> None:
    assert raw_trust_equation(equation(*factors)) == pytest.approx(raw)
    assert pair_trust(equation(*factors)) == pytest.approx(scaled, abs=5e-4)


def test_ability_benevolence_and_integrity_give_their_mean() -> None:
    assert pair_trust(TrustFactors(ability=9, benevolence=4, integrity=5)) == 6


def test_a_number_stands_as_it_is() -> None:
    assert pair_trust(7.5) == 7.5


def test_a_contact_trusts_as_her_best_pair_does() -> None:
    score = personal("contacts: {jane: {power: 5, known_by: {maria: {trust: 7}, tom: {trust: 4}}}}")
    assert (score.value, score.low, score.high) == (70, 70, 70)


def test_an_unrated_pair_may_be_the_better_one() -> None:
    score = personal("contacts: {jane: {power: 5, known_by: {maria: {trust: 7}, tom: {}}}}")
    assert (score.value, score.low, score.high) == (70, 70, 100)


def test_the_account_is_the_mean_by_power() -> None:
    score = personal("""
        contacts:
          jane: {power: 5, known_by: {maria: {trust: 8}}}
          carl: {power: 1, known_by: {maria: {trust: {ability: 2, benevolence: 2, integrity: 2}}}}
    """)
    assert score.value == pytest.approx(70)
    assert [part.share for part in score.parts] == pytest.approx([400 / 6, 20 / 6])


def test_unknown_power_is_three_and_ranges_from_one_to_five() -> None:
    score = personal("""
        contacts:
          jane: {power: 3, known_by: {maria: {trust: 8}}}
          carl: {known_by: {maria: {trust: 4}}}
    """)
    assert score.value == 60
    assert (score.low, score.high) == (55, 70)
    assert score.completeness == 1


def test_known_by_nobody_is_unknown_trust() -> None:
    score = personal("contacts: {jane: {power: 3, known_by: {maria: {trust: 8}}}, carl: {power: 2}}")
    assert (score.value, score.low, score.high, score.completeness) == (80, 48, 88, 0.6)
    assert [unknown.route for unknown in score.unknowns] == [("contacts", "carl", "known_by")]


def test_below_six_tenths_it_is_not_scored_but_bounded() -> None:
    score = personal("contacts: {jane: {power: 2, known_by: {maria: {trust: 8}}}, carl: {power: 2}}")
    assert (score.value, score.low, score.high) == (None, 40, 90)
    assert "50" in score.reason


def test_without_an_active_contact_it_is_not_scored() -> None:
    score = personal("contacts: {carl: {status: left, known_by: {maria: {trust: 9}}}, seat: {placeholder: true}}")
    assert (score.value, score.low, score.high) == (None, 0, 100)
    assert score.reason


@pytest.mark.parametrize(
    ("rated", "value", "known"),
    [
        ("2025-11-14", 80, Known.FRESH),
        ("2025-11-13", None, Known.STALE),
        ("2026-11-15", 80, Known.FRESH),
        ("2026-11-16", None, Known.UNKNOWN),
    ],
)
def test_a_rating_counts_from_its_day_for_366_days(rated: str, value: float | None, known: Known) -> None:
    score = personal(f"contacts: {{jane: {{power: 5, known_by: {{maria: {{trust: 8, rated: {rated}}}}}}}}}")
    assert score.value == value
    assert (score.low, score.high) == ((80, 80) if value else (0, 100))
    assert [(entry.route[-1], entry.known) for entry in score.inputs] == [("trust", known)]


def test_an_undated_rating_counts_and_is_listed_as_undated() -> None:
    score = personal("contacts: {jane: {power: 5, known_by: {maria: {trust: 8}}}}")
    assert score.value == 80
    assert [entry.known for entry in score.inputs] == [Known.UNDATED]


def test_their_word_is_told_apart_from_our_estimate() -> None:
    score = personal("""
        contacts:
          jane: {power: 5, known_by: {maria: {trust: 8, source: theirs}, tom: {trust: 3}}}
          carl: {power: 3, known_by: {maria: {trust: 5}}}
    """)
    assert score.confirmed == 5 / 8


def test_of_two_equal_pairs_their_own_word_confirms_in_any_order() -> None:
    ours, theirs = "maria: {trust: 8}", "tom: {trust: 8, source: theirs}"
    for pairs in (f"{ours}, {theirs}", f"{theirs}, {ours}"):
        assert personal(f"contacts: {{jane: {{power: 5, known_by: {{{pairs}}}}}}}").confirmed == 1


def test_organisational_trust_is_their_newest_view() -> None:
    organisation = measure_trust(
        facts("""
        views:
          - {date: 2026-03-01, side: theirs, trust: 8}
          - {date: 2026-09-01, side: theirs, trust: 6}
          - {date: 2026-10-01, side: ours, trust: 9}
    """)
    ).organisation
    assert (organisation.value, organisation.low, organisation.high, organisation.confirmed) == (60, 60, 60, 1)
    assert [entry.route for entry in organisation.inputs] == [("views", 1, "trust")]


@pytest.mark.parametrize("views", ["", "views: [{date: 2025-01-01, side: theirs, trust: 6}]"])
def test_without_a_fresh_view_of_theirs_organisational_trust_is_unknown(views: str) -> None:
    organisation = measure_trust(facts(views)).organisation
    assert (organisation.value, organisation.low, organisation.high) == (None, 0, 100)
    assert organisation.unknowns[0].spread == 100


@pytest.mark.parametrize(
    ("pair", "view", "gap", "held"),
    [(8, 7.5, 5, True), (8, 8, 0, False), (7, 3, 40, False), (9, 2, 70, True), (3, 9, -60, False)],
)
def test_personal_high_and_organisational_low_is_person_held(pair: float, view: float, gap: float, held: bool) -> None:
    trust = measure_trust(
        facts(f"""
        contacts: {{jane: {{power: 5, known_by: {{maria: {{trust: {pair}}}}}}}}}
        views: [{{date: 2026-09-01, side: theirs, trust: {view}}}]
    """)
    )
    assert trust.gap == pytest.approx(gap)
    assert trust.person_held is held


def test_without_both_there_is_no_gap() -> None:
    trust = measure_trust(facts("contacts: {jane: {power: 5, known_by: {maria: {trust: 9}}}}"))
    assert (trust.gap, trust.person_held) == (None, None)


def test_who_left_us_took_the_trust_along() -> None:
    score = personal("contacts: {jane: {power: 5, known_by: {maria: {trust: 4}, olaf: {trust: 9}}}}")
    assert (score.value, score.low, score.high) == (40, 40, 40)
    assert [entry.route for entry in score.inputs] == [("contacts", "jane", "known_by", "maria", "trust")]
