"""Resilience and single points of failure."""

from relmap.measures.resilience import Resilience, measure_resilience

from .build import facts


def measured(contacts: str) -> Resilience:
    """Read contacts in which LIVE stands for a live relationship."""
    live = "{level: credible_source, last_contact: 2026-11-01}"
    return measure_resilience(facts(f"contacts: {{{contacts.replace('LIVE', live)}}}"))


def points(found: Resilience) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(point.side, point.person, point.cut_off) for point in found.single_points]


def test_two_of_ours_who_know_the_player_are_two_paths() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE, tom: LIVE}}")
    assert (found.score.value, found.score.low, found.score.high) == (2, 2, 2)
    assert (points(found), found.unreached) == ([], ())


def test_where_one_of_ours_is_the_only_way_he_is_the_cut() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE}}, carl: {power: 1, known_by: {tom: LIVE}}")
    assert found.score.value == 1
    assert points(found) == [("ours", "maria", ("jane",))]


def test_influence_is_a_way_in_both_directions() -> None:
    sways = "jane: {power: 5}, ana: {power: 1, influences: jane, known_by: {tom: LIVE}}"
    swayed = "jane: {power: 5, influences: ana}, ana: {power: 1, known_by: {tom: LIVE}}"
    for contacts in (sways, swayed):
        found = measured(contacts)
        assert found.score.value == 1
        assert points(found) == [("ours", "tom", ("jane",)), ("theirs", "ana", ("jane",))]


def test_reporting_lines_are_no_way() -> None:
    found = measured("jane: {power: 5}, ana: {power: 1, reports_to: jane, known_by: {tom: LIVE}}")
    assert (found.score.value, found.unreached) == (0, ("jane",))


def test_the_player_itself_is_never_the_cut() -> None:
    found = measured("jane: {power: 5, known_by: {maria: LIVE, tom: LIVE}, influences: carl}, carl: {power: 4}")
    assert found.score.value == 1, "carl hangs on jane"
    assert points(found) == [("theirs", "jane", ("carl",))]


def test_two_ways_through_one_person_are_one() -> None:
    found = measured("""
        jane: {power: 4}, ana: {power: 1, influences: jane, known_by: {maria: LIVE, tom: LIVE, ines: LIVE}}""")
    assert found.score.value == 1
    assert points(found) == [("theirs", "ana", ("jane",))]


def test_the_weakest_key_player_sets_the_value() -> None:
    found = measured("""
        jane: {power: 4, known_by: {maria: LIVE, tom: LIVE}}, carl: {power: 5, known_by: {maria: LIVE}}""")
    assert found.score.value == 1
    assert points(found) == [("ours", "maria", ("carl",))]


def test_an_unreached_player_is_nought() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE, tom: LIVE}}, carl: {power: 5}")
    assert (found.score.value, found.unreached, points(found)) == (0, ("carl",), [])


def test_those_who_left_and_placeholders_are_no_way() -> None:
    gone = "ana: {power: 1, influences: jane, left: 2026-11-15, known_by: {tom: LIVE}}"
    seat = "eve: {placeholder: true, influences: jane, known_by: {ines: LIVE}}"
    assert measured(f"jane: {{power: 4, known_by: {{maria: LIVE, olaf: LIVE}}}}, {gone}, {seat}").score.value == 1


def test_a_relationship_of_unknown_recency_is_in_the_bounds() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE, tom: {}}}, carl: {power: 1}")
    assert (found.score.value, found.score.low, found.score.high) == (1, 1, 2)
    assert found.score.completeness == 0.75


def test_an_unknown_power_may_be_a_key_player_out_of_reach() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE, tom: LIVE}}, carl: {}")
    assert (found.score.value, found.score.low, found.score.high) == (2, 0, 2)
    assert [unknown.route for unknown in found.score.unknowns] == [("contacts", "carl", "power")]


def test_a_question_says_how_far_its_answer_moves_it() -> None:
    found = measured("jane: {power: 4, known_by: {maria: LIVE, tom: LIVE}}, carl: {known_by: {maria: LIVE}}")
    assert (found.score.low, found.score.high) == (1, 2)
    assert [unknown.spread for unknown in found.score.unknowns] == [1]


def test_without_a_known_key_player_it_is_not_scored() -> None:
    assert measured("jane: {power: 3, known_by: {maria: LIVE}}").score.value is None
    assert measure_resilience(facts()).score.value is None
    open_power = measured("jane: {known_by: {maria: LIVE, tom: LIVE}}, carl: {}").score
    assert (open_power.value, open_power.low, open_power.high) == (None, 0, 2)


def test_mostly_unknown_is_not_scored() -> None:
    score = measured("jane: {power: 4, known_by: {maria: LIVE, tom: {}, ines: {}}}").score
    assert (score.value, score.low, score.high) == (None, 1, 3)


def test_a_member_and_a_contact_of_one_id_are_two_people() -> None:
    found = measured("maria: {power: 4, known_by: {maria: LIVE}}")
    assert points(found) == [("ours", "maria", ("maria",))]


def test_the_ways_are_those_to_the_key_player_with_the_fewest() -> None:
    found = measured("""
        jane: {name: Jane Doe, power: 5, known_by: {maria: LIVE, tom: LIVE}},
        carl: {name: Carl Berg, power: 4, influences: ana}, ana: {power: 1, known_by: {tom: LIVE}}""")
    assert found.weakest_ways == ("tom → ana → Carl Berg",)
    assert found.find_counts() == {"jane": 2, "carl": 1}


def test_of_two_with_as_few_ways_the_first_by_id_is_named_wherever_it_stands() -> None:
    jane, carl = "jane: {power: 5, known_by: {maria: LIVE}}", "carl: {power: 5, known_by: {tom: LIVE}}"
    for contacts in (f"{jane}, {carl}", f"{carl}, {jane}"):
        assert measured(contacts).weakest_ways == ("tom → carl",)


def test_nobody_reached_has_no_ways() -> None:
    found = measured("jane: {power: 5}")
    assert (found.weakest_ways, found.find_counts()) == ((), {"jane": 0})
