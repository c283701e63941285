"""How firm a verdict is: which single step turns it."""

from relmap.why.sensitivity import Sensitivity, find_sensitivity

from .benches import bench

LIVE = "{level: credible_source, last_contact: 2026-11-01}"
BASIC = f"""
financials: {{2025: 100}}
contacts: {{jane: {{name: Jane, power: 5, known_by: {{maria: {LIVE}}}}}}}
"""


def turns(found: Sensitivity) -> list[tuple[str, object, object]]:
    return [(turn.move.what, turn.move.after, turn.figure.value) for turn in found.turns]


def test_a_stage_that_hangs_on_one_relationship_turns_with_it() -> None:
    assert turns(find_sensitivity(bench(BASIC), "stage")) == [
        ("Jane and maria: level", "vendor", "exploratory"),
        ("Jane", "gone", "exploratory"),
    ]


def test_a_stage_on_two_legs_is_firm() -> None:
    account = f"""
    financials: {{2025: 100}}
    contacts:
      jane: {{name: Jane, power: 5, known_by: {{maria: {LIVE}}}}}
      bob: {{name: Bob, power: 2, known_by: {{tom: {LIVE}}}}}
    """
    found = find_sensitivity(bench(account), "stage")
    assert found.turns == ()
    assert found.tried > 5


def test_health_is_looked_at_by_its_band() -> None:
    view = "views: [{date: 2026-09-01, side: theirs, trust: 8}]\n"
    found = find_sensitivity(bench(BASIC + view), "health")
    assert (found.measure, found.is_word) == ("health.band", True)


def test_of_a_number_the_steps_that_move_it_most_come_first() -> None:
    account = """
    contacts:
      jane: {name: Jane, power: 5, support: neutral}
      bob: {name: Bob, power: 1, support: champion}
    """
    found = find_sensitivity(bench(account), "support")
    assert not found.is_word
    moved = [turn for turn in turns(found) if turn[0].endswith("support")]
    assert [what for what, _, _ in moved] == ["Jane: support", "Jane: support", "Bob: support"]


def test_only_what_is_known_is_moved() -> None:
    found = find_sensitivity(bench("contacts: {jane: {name: Jane}}"), "coverage")
    assert all(turn.move.before is not None for turn in found.turns)
    assert found.tried == 1, "Jane can be gone, and nothing else of her is known"
