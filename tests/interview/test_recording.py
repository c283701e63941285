"""Answers become views and signals once, and never over what the same person said on the same day."""

from relmap.book.locate import Locator
from relmap.interview.answers import check_forms
from relmap.interview.disagreement import find_disagreements
from relmap.interview.forms import read_forms
from relmap.interview.questions import every_question
from relmap.interview.recording import Recording, record

from ..measures.build import facts

CONTACTS = "contacts: {jane: {}, bob: {}}\n"
JANE = "respondent: jane\ndate: 2026-11-01\nstage: basic\ntrust: 7\njoint_plan: yes\n"


def recorded(form: str, account: str = "") -> Recording:
    known = facts(CONTACTS + account)
    checked = check_forms(read_forms(form.encode(), "form.md", "markdown", every_question(known)).forms, known)
    assert checked.findings == ()
    return record(checked.answers, known.account, "acme", Locator((CONTACTS + account).encode(), "acme.yaml"))


def test_an_answer_is_a_view_and_a_signal_with_day_and_source() -> None:
    views, signals = recorded(JANE).edits
    assert views.route == ("views",)
    assert {key: str(value) for key, value in views.entry.items()} == {
        "date": "2026-11-01",
        "side": "theirs",
        "by": "jane",
        "source": "asked",
        "stage": "basic",
        "trust": "7",
    }
    assert signals.route == ("signals", "joint_plan")
    assert {key: str(value) for key, value in signals.entry.items()} == {
        "holds": "True",
        "date": "2026-11-01",
        "source": "theirs",
        "by": "jane",
    }


def test_what_one_of_us_answers_is_our_word() -> None:
    views, signals = recorded(JANE.replace("jane", "maria")).edits
    assert (views.entry["side"], signals.entry["source"]) == ("ours", "ours")


def test_what_the_file_has_is_not_recorded_again() -> None:
    there = """
views: [{date: 2026-11-01, side: theirs, by: jane, source: asked, stage: basic, trust: 7}]
signals: {joint_plan: {holds: true, date: 2026-11-01, source: theirs, by: jane}}
"""
    assert recorded(JANE, there) == Recording((), ())


def test_only_what_is_new_is_recorded() -> None:
    there = "views: [{date: 2026-11-01, side: theirs, by: jane, stage: basic}]\n"
    (view, _) = recorded(JANE, there).edits
    assert "stage" not in view.entry
    assert view.entry["trust"] == 7


def test_the_same_form_twice_is_recorded_once() -> None:
    assert recorded(f"{JANE}\n{JANE}") == recorded(JANE)


def test_another_answer_of_the_same_day_is_refused_and_names_both() -> None:
    there = "views: [{date: 2026-11-01, side: theirs, by: jane, stage: collaborative}]\n"
    found = recorded(JANE, there)
    assert found.edits == ()
    (finding,) = found.findings
    assert (finding.code, str(finding.span)) == ("RM110", "form.md:3:8")
    assert finding.message == "jane answers stage on 2026-11-01 with basic"
    (place,) = finding.related
    assert (str(place.span), place.message) == ("acme.yaml:2:9", "here it is collaborative")


def test_another_answer_to_a_signal_written_as_one_entry_is_refused_with_its_place() -> None:
    found = recorded(JANE, "signals: {joint_plan: {holds: false, date: 2026-11-01, source: theirs, by: jane}}\n")
    (there,) = found.findings[0].related
    assert (str(there.span), there.message) == ("acme.yaml:2:23", "here it is no")


def test_what_we_infer_of_them_is_no_answer_of_theirs() -> None:
    there = "views: [{date: 2026-11-01, side: theirs, by: jane, source: inferred, stage: collaborative}]\n"
    assert recorded(JANE, there).edits[0].entry["stage"] == "basic"


def test_two_forms_that_contradict_each_other_are_refused() -> None:
    found = recorded(f"{JANE}\n{JANE.replace('yes', 'no')}")
    assert [finding.subject for finding in found.findings] == ["jane.joint_plan"]


def test_a_later_day_is_a_new_answer() -> None:
    there = "views: [{date: 2026-10-01, side: theirs, by: jane, stage: collaborative}]\n"
    assert len(recorded(JANE, there).edits) == 2


def test_respondents_who_disagree_are_shown_beside_each_other() -> None:
    account = """
contacts: {jane: {}, bob: {}}
views:
  - {date: 2026-10-01, side: theirs, by: bob, stage: basic, trust: 6}
  - {date: 2026-11-01, side: theirs, by: jane, stage: collaborative, trust: 6}
  - {date: 2020-01-01, side: ours, by: maria, stage: exploratory}
signals:
  joint_plan: [{holds: true, date: 2026-11-01, by: jane}, {holds: false, date: 2026-10-01, by: bob}]
  one_way: [{holds: false, by: jane}, {holds: false, by: bob}]
"""
    stage, plan = find_disagreements(facts(account))
    assert [(entry.by, entry.said) for entry in stage.statements] == [("bob", "basic"), ("jane", "collaborative")]
    assert stage.counts.startswith("theirs counts as collaborative")
    assert [(entry.by, entry.said) for entry in plan.statements] == [("bob", False), ("jane", True)]
    assert plan.counts == "it counts as no, the bad news, and is marked as disputed"


def test_who_changed_their_mind_does_not_disagree_with_themselves() -> None:
    account = """
contacts: {jane: {}}
views:
  - {date: 2026-10-01, side: theirs, by: jane, stage: basic}
  - {date: 2026-11-01, side: theirs, by: jane, stage: collaborative}
"""
    assert find_disagreements(facts(account)) == ()


def test_of_one_day_the_more_cautious_word_is_shown_whatever_the_order() -> None:
    views = (
        "  - {date: 2026-11-01, side: theirs, by: jane, stage: basic}\n"
        "  - {date: 2026-11-01, side: theirs, by: jane, stage: collaborative}\n"
        "  - {date: 2026-11-02, side: ours, by: maria, stage: collaborative}\n"
    )
    (stage,) = find_disagreements(facts(f"contacts: {{jane: {{}}}}\nviews:\n{views}"))
    assert [(entry.by, entry.said) for entry in stage.statements] == [("maria", "collaborative"), ("jane", "basic")]


def test_where_they_are_silent_our_word_is_said_to_raise_nothing() -> None:
    maria, tom = (
        "{date: 2026-11-01, side: ours, by: maria, trust: 7}",
        "{date: 2026-11-01, side: ours, by: tom, trust: 5}",
    )
    (trust,) = find_disagreements(facts(f"views: [{maria}, {tom}]"))
    assert trust.counts == "they have not said it, and our own word raises nothing"


def test_one_respondent_who_says_both_on_one_day_is_shown_as_disputed() -> None:
    plan = "[{holds: true, date: 2026-11-01, by: jane}, {holds: false, date: 2026-11-01, by: jane}]"
    (found,) = find_disagreements(facts(f"contacts: {{jane: {{}}}}\nsignals: {{joint_plan: {plan}}}"))
    assert [(entry.by, entry.said) for entry in found.statements] == [("jane", True), ("jane", False)]
    assert found.counts == "it counts as no, the bad news, and is marked as disputed"
