"""What either side says: views and signals."""

from datetime import date
from itertools import permutations

import pytest

from relmap.measures.result import Known
from relmap.measures.voices import Saying, SignalState, sayings, signal, voice

from .build import facts, facts_of, read


def test_the_newest_view_counts_wherever_it_stands() -> None:
    found = facts("""
        views:
          - {date: 2026-09-12, side: theirs, by: jane, stage: basic}
          - {date: 2026-03-01, side: theirs, by: carl, stage: collaborative}
          - {date: 2026-10-01, side: ours, by: maria, stage: interconnected}
    """)
    said = voice(found, "theirs", "stage")
    assert (said.said, said.by, str(said.day)) == ("basic", "jane", "2026-09-12")
    assert [(entry.route, entry.source) for entry in said.inputs] == [(("views", 0, "stage"), "theirs")]
    assert voice(found, "ours", "stage").said == "interconnected"
    assert [entry.source for entry in voice(found, "ours", "stage").inputs] == ["ours"]


def test_the_newest_view_that_speaks_of_it_counts() -> None:
    found = facts("""
        views:
          - {date: 2026-09-12, side: theirs, trust: 6}
          - {date: 2026-10-12, side: theirs, stage: basic}
    """)
    assert voice(found, "theirs", "trust").said == 6
    assert voice(found, "theirs", "standing").said is None


def test_what_we_infer_is_our_word_and_not_theirs() -> None:
    account = "views: [{date: 2026-09-12, side: %s, source: %s, stage: basic}]"
    assert voice(facts(account % ("theirs", "inferred")), "theirs", "stage").said is None
    assert voice(facts(account % ("theirs", "inferred")), "theirs", "stage").inputs == ()
    assert voice(facts(account % ("theirs", "asked")), "theirs", "stage").said == "basic"
    assert voice(facts(account % ("theirs", "said")), "theirs", "stage").said == "basic"
    assert voice(facts(account % ("ours", "inferred")), "ours", "stage").said == "basic"


@pytest.mark.parametrize(("day", "said", "known"), [("2025-11-14", 6, Known.FRESH), ("2025-11-13", None, Known.STALE)])
def test_a_view_counts_for_366_days_and_is_then_listed_as_stale(day: str, said: float | None, known: Known) -> None:
    found = voice(facts(f"views: [{{date: {day}, side: theirs, trust: 6}}]"), "theirs", "trust")
    assert found.said == said
    assert [entry.known for entry in found.inputs] == [known]


def test_a_view_after_the_day_does_not_exist() -> None:
    account = "views: [{date: 2026-11-16, side: theirs, trust: 9}, {date: 2026-11-15, side: theirs, trust: 5}]"
    assert voice(facts(account), "theirs", "trust").said == 5
    assert voice(facts(account, as_of="2026-11-16"), "theirs", "trust").said == 9
    assert voice(facts(account, as_of="2026-11-14"), "theirs", "trust").said is None


@pytest.mark.parametrize(("field", "expected"), [("stage", "basic"), ("standing", "supplier"), ("trust", 4)])
def test_of_two_views_of_one_day_the_more_cautious_counts_in_any_order(field: str, expected: object) -> None:
    views = read("""
        views:
          - {date: 2026-09-12, side: theirs, stage: collaborative, standing: supplier, trust: 7}
          - {date: 2026-09-12, side: theirs, stage: basic, standing: partner, trust: 4}
          - {date: 2026-09-11, side: theirs, stage: exploratory, standing: supplier, trust: 1}
    """)["views"]
    found = [voice(facts_of({"views": list(order)}), "theirs", field).said for order in permutations(views)]
    assert found == [expected] * 6


def joint_plan(entries: str, **more: str) -> SignalState:
    return signal(facts(f"signals: {{joint_plan: {entries}}}", **more), "joint_plan")


def test_a_bare_word_is_ours_and_undated() -> None:
    state = joint_plan("true")
    assert (state.holds, state.confirmed, state.disputed) == (True, False, False)
    assert [(entry.known, entry.source) for entry in state.inputs] == [(Known.UNDATED, "ours")]
    assert joint_plan("false").holds is False


def test_a_signal_nobody_answered_is_unknown() -> None:
    assert signal(facts(), "joint_plan") == SignalState(None)


@pytest.mark.parametrize(("day", "holds"), [("2025-11-14", True), ("2025-11-13", None), ("2026-11-16", None)])
def test_a_signal_counts_for_366_days_and_not_before_its_day(day: str, holds: bool | None) -> None:
    assert joint_plan(f"{{holds: true, date: {day}}}").holds is holds


def test_stale_is_listed_and_the_future_is_not() -> None:
    state = joint_plan("[{holds: true, date: 2025-01-01}, {holds: true, date: 2026-12-01}]")
    assert [(entry.route, entry.known) for entry in state.inputs] == [(("signals", "joint_plan", 0), Known.STALE)]


def test_the_newest_of_each_respondent_counts() -> None:
    state = joint_plan("""[{holds: false, date: 2026-01-01, by: jane, source: theirs},
                           {holds: true, date: 2026-09-01, by: jane, source: theirs}]""")
    assert (state.holds, state.disputed, state.confirmed) == (True, False, True)


def test_respondents_who_disagree_count_as_the_bad_news() -> None:
    entries = "[{holds: true, date: 2026-10-01, by: maria}, {holds: false, date: 2026-01-01, by: jane, source: theirs}]"
    good = joint_plan(entries)
    assert (good.holds, good.disputed, good.confirmed) == (False, True, True)
    bad = signal(facts(f"signals: {{held_to_ransom: {entries}}}"), "held_to_ransom")
    assert (bad.holds, bad.disputed, bad.confirmed) == (True, True, False)


def test_a_stale_contradiction_contradicts_no_more() -> None:
    state = joint_plan("[{holds: true, date: 2026-10-01, by: maria}, {holds: false, date: 2025-01-01, by: jane}]")
    assert (state.holds, state.disputed) == (True, False)


def test_two_answers_of_one_respondent_on_one_day_disagree_in_any_order() -> None:
    one, other = "{holds: true, date: 2026-10-01, by: jane}", "{holds: false, date: 2026-10-01, by: jane}"
    for entries in (f"[{one}, {other}]", f"[{other}, {one}]"):
        assert (joint_plan(entries).holds, joint_plan(entries).disputed) == (False, True)


@pytest.mark.parametrize(("source", "confirmed"), [("ours", False), ("theirs", True), ("document", True)])
def test_their_word_and_a_document_confirm(source: str, confirmed: bool) -> None:
    assert joint_plan(f"{{holds: true, source: {source}}}").confirmed is confirmed


@pytest.mark.parametrize(("good", "holds"), [("true", False), ("false", True)])
def test_a_signal_of_the_book_has_its_own_direction(good: str, holds: bool) -> None:
    found = facts(
        "signals: {uses_portal: [{holds: true, by: maria}, {holds: false, by: tom}]}",
        settings=f"signals: {{uses_portal: {{question: Do they order by portal?, good: {good}}}}}",
    )
    assert signal(found, "uses_portal").holds is holds


def test_every_respondent_of_a_side_is_heard_once_with_the_newest_fresh_word() -> None:
    found = facts("""
        views:
          - {date: 2026-10-01, side: theirs, by: jane, stage: collaborative}
          - {date: 2026-10-01, side: theirs, by: jane, stage: basic}
          - {date: 2026-09-01, side: theirs, by: carl, stage: basic}
          - {date: 2026-03-01, side: theirs, by: carl, stage: exploratory}
          - {date: 2020-01-01, side: theirs, by: ana, stage: basic}
          - {date: 2026-10-01, side: ours, by: maria, stage: interconnected}
    """)
    assert sayings(found, "theirs", "stage") == (
        Saying("basic", "carl", date(2026, 9, 1)),
        Saying("basic", "jane", date(2026, 10, 1)),
    )
