"""Moves: one change at a time, within what a file may say, said in words."""

import pytest
from hypothesis import given

from relmap.why.moves import GONE, Kind, Move, apply, document_of, followed, set_to

from ..measures.accounts import ACCOUNTS, Data
from ..measures.test_laws import lawful
from .benches import bench, bench_of, moves

JANE = """
contacts:
  jane:
    name: Jane Doe
    power: 4
    support: neutral
    known_by: {maria: {level: vendor, trust: 7, last_contact: 2026-09-01}}
"""


def steps(of: list[Move]) -> list[tuple[object, object]]:
    return [(move.before, move.after) for move in of]


def test_a_word_moves_to_what_stands_beside_it() -> None:
    assert steps(moves(bench(JANE), "Jane Doe: support")) == [("neutral", "skeptic"), ("neutral", "supporter")]


def test_at_the_end_of_its_scale_a_word_moves_one_way() -> None:
    found = bench(JANE.replace("neutral", "champion"))
    assert steps(moves(found, "Jane Doe: support")) == [("champion", "supporter")]


def test_what_is_not_known_is_filled_with_every_answer() -> None:
    found = moves(bench(JANE.replace("    support: neutral\n", "")), "Jane Doe: support")
    assert steps(found) == [(None, word) for word in ("opponent", "skeptic", "neutral", "supporter", "champion")]
    assert {move.kind for move in found} == {Kind.LEARN}


def test_power_is_a_judgement_and_nothing_to_work_on() -> None:
    assert {move.kind for move in moves(bench(JANE), "Jane Doe: power")} == {Kind.PAST}


@pytest.mark.parametrize(
    ("trust", "what"),
    [
        ("7", "Jane Doe's trust in maria"),
        ("{ability: 7, benevolence: 7, integrity: 7}", "Jane Doe's trust in maria, benevolence"),
        (
            "{credibility: 7, reliability: 7, intimacy: 7, self_orientation: 7}",
            "Jane Doe's trust in maria, self-orientation",
        ),
    ],
)
def test_trust_moves_by_one_point_in_each_of_its_forms(trust: str, what: str) -> None:
    assert steps(moves(bench(JANE.replace("trust: 7", f"trust: {trust}")), what)) == [(7, 6), (7, 8)]


def test_a_signal_turns_round_and_one_that_nobody_asked_is_answered_both_ways() -> None:
    question = "Do both sides work to one written plan?"
    assert steps(moves(bench("signals: {joint_plan: false}"), question)) == [(False, True)]
    assert steps(moves(bench(), question)) == [(None, True), (None, False)]


def test_a_promise_of_the_past_goes_the_other_way() -> None:
    late = "promises: [{what: Report, by: maria, due: 2026-03-01, kept: 2026-03-09}]"
    assert steps(moves(bench(late), "“Report”")) == [("late", "kept in time")]


def test_as_many_promises_are_offered_as_the_line_asks_for() -> None:
    broken = "{what: a, by: maria, due: 2026-03-01, kept: false}"
    kept = "{what: b, by: maria, due: 2026-03-01, kept: 2026-03-01}"
    found = bench(f"promises: [{broken}, {kept}, {kept}]")
    offered = [move for move in found.moves if "promises of ours" in move.what]
    assert [move.what for move in offered] == ["2 more promises of ours, kept in time"]
    after = found.after(offered)
    assert after is not None
    assert after.profile.promises.ours.value == pytest.approx(80)


def test_changes_leave_the_document_they_start_from_alone() -> None:
    found = bench(JANE)
    before = document_of(found.card.profile.facts.account)
    changed = apply(before, moves(found, "Jane Doe: support")[:1])
    assert before["contacts"]["jane"]["support"] == "neutral"
    assert changed["contacts"]["jane"]["support"] == "skeptic"


def test_an_edit_sets_appends_and_takes_away() -> None:
    document = {"contract": {"tender": "2027-01-01"}, "issues": [{"what": "a"}]}
    edits = ((("contract", "tender"), GONE), (("issues", 1), {"what": "b"}), (("potential", "needs"), "more"))
    assert apply(document, [Move(Kind.ACT, "all", None, None, edits)]) == {
        "contract": {},
        "issues": [{"what": "a"}, {"what": "b"}],
        "potential": {"needs": "more"},
    }


def test_two_steps_of_one_thing_are_one_longer_step() -> None:
    one = set_to(Kind.ACT, "trust", ("views", 0, "trust"), 4, 5)
    two = set_to(Kind.ACT, "trust", ("views", 0, "trust"), 5, 6)
    other = set_to(Kind.ACT, "stage", ("views", 0, "stage"), "basic", "collaborative")
    longer = followed(one, two)
    assert longer is not None
    assert (longer.before, longer.after) == (4, 6)
    assert followed(one, other) is None


@given(ACCOUNTS)
@lawful(12)
def test_every_move_of_any_account_is_said_and_leads_to_what_a_file_may_say(account: Data) -> None:
    found = bench_of(account)
    assert found.after([]) is not None
    assert len(found.single) == len(found.moves)
    assert all(move.what and move.edits for move in found.moves)


@given(ACCOUNTS)
@lawful(40)
def test_taken_again_without_a_change_every_figure_is_the_same(account: Data) -> None:
    found = bench_of(account)
    again = found.after([])
    assert again is not None
    assert again.assessed.figures == found.card.assessed.figures
