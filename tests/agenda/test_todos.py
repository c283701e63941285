"""What there is to do at one account: each kind, on which side of its line, whose it is, and nothing twice."""

import pytest

from relmap.agenda.todo import Kind

from .todos import LIVE, PEOPLE, QUIET, REVIEWED, todos, told

KEEP = "Keep the promise to Jane Doe:"
OVERDUE = "Keep the promise to Jane Doe that is overdue, or agree a new day:"
Q3 = "reviews: [{date: 2026-07-20, by: tom, quarter: 2026-Q3}]\n"
GOES_ON = "Settle how the contract that ends on 2027-03-31 goes on: notice"
AFTER = "Settle what comes after the contract that ends on 2026-12-31: notice"
UNPLANNED = ", and nothing is planned before."
JANE = "Jane Doe (power 5)"
TALK, COUNT = f"Talk to {JANE} before", "when they would count as quiet:"
UNCLEAR = "or call: the file does not say whether they are live."
SEAT = "  seat: {placeholder: true, title: Buyer, roles: [gatekeeper, user]}\n"
BEN = "  ben: {name: Ben, power: 2, roles: user}\n"


def test_at_an_account_in_order_there_is_nothing_to_do() -> None:
    assert told(QUIET) == []


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (
            "{what: Spares, to: jane, by: tom, due: 2026-10-31}",
            ("promise", "tom", "2026-10-31", f"{OVERDUE} “Spares”."),
        ),
        (
            "{what: Spares, to: jane, by: tom, due: 2026-11-15}",
            ("promise", "tom", "2026-11-15", f"{KEEP} “Spares”."),
        ),
        (
            "{what: Spares, by: tom, due: 2026-11-29}",
            ("promise", "tom", "2026-11-29", "Keep the promise: “Spares”."),
        ),
        (
            "{what: Spares, to: jane, by: tom}",
            ("promise", "tom", "", "Agree a day with Jane Doe for our promise “Spares”, which has none."),
        ),
        (
            "{what: Spares, to: jane, by: olaf, due: 2026-11-20}",
            ("promise", "maria", "2026-11-20", f"{KEEP} “Spares”. olaf, who made it, has left us."),
        ),
        (
            "{what: Forecast, to: tom, by: jane, due: 2026-10-31}",
            ("their_promise", "tom", "2026-10-31", "Ask Jane Doe for what they promised us: “Forecast”."),
        ),
        (
            "{what: Forecast, by: jane, due: 2026-11-20}",
            ("their_promise", "maria", "2026-11-20", "See that Jane Doe keeps the promise to us: “Forecast”."),
        ),
    ],
    ids=["overdue", "due today", "due on the last day", "undated", "of somebody who left", "theirs overdue", "theirs"],
)  # fmt: skip
def test_promises_both_ways(promise: str, expected: tuple[str, ...]) -> None:
    assert told(f"{QUIET}promises: [{promise}]") == [expected]


@pytest.mark.parametrize(
    "promise",
    [
        "{what: Spares, by: tom, due: 2026-11-30}",
        "{what: Spares, by: tom, due: 2026-10-31, kept: 2026-10-30}",
        "{what: Spares, by: tom, due: 2026-10-31, kept: false}",
        "{what: Spares, by: tom, made: 2026-11-16, due: 2026-11-20}",
        "{what: Spares, by: somebody, due: 2026-11-20}",
    ],
    ids=["a day too far", "kept", "broken", "not made yet", "of nobody known"],
)
def test_promises_that_ask_for_nothing(promise: str) -> None:
    assert told(f"{QUIET}promises: [{promise}]") == []


def test_a_promise_that_is_kept_later_is_open_on_the_day() -> None:
    kept_later = f"{QUIET}promises: [{{what: Spares, by: tom, due: 2026-11-20, kept: 2026-11-18}}]"
    assert [kind for kind, *_ in told(kept_later)] == ["promise"]


def test_of_a_former_customer_only_promises_are_left() -> None:
    former = "status: former\npromises: [{what: Refund, by: tom, due: 2026-10-31}]\n"
    former += "initiatives: {i: {what: X, due: 2026-10-01}}"
    assert [kind for kind, *_ in told(former)] == ["promise"]


@pytest.mark.parametrize(
    ("account", "as_of", "expected"),
    [
        (Q3, "2026-11-15", ("2026-10-15", "the last review was on 2026-07-20")),
        (Q3, "2026-10-05", ("2026-10-15", "the last review was on 2026-07-20")),
        ("", "2026-11-15", ("2026-10-15", "nobody has reviewed it yet")),
        ("since: 2019-02-01\n", "2026-11-15", ("2026-10-15", "nobody has reviewed it yet")),
        ("since: 2026-11-10\n", "2026-11-15", ("2026-11-24", "nobody has reviewed it yet")),
        ("", "2026-10-02", ("2026-10-02", "nobody has reviewed it yet")),
    ],
    ids=["overdue", "due", "never", "never for years", "new", "never, in the days of grace"],
)  # fmt: skip
def test_reviews(account: str, as_of: str, expected: tuple[str, str]) -> None:
    due, why = expected
    found = told("status: customer\n" + account + LIVE.replace("2026-10-20", "2026-09-20"), as_of=as_of)
    assert found == [("review", "maria", due, f"Review the account for FY2026-Q4: {why}.")]


def test_the_next_review_is_told_when_its_quarter_begins_within_the_days() -> None:
    coming = told(QUIET, as_of="2026-12-20")
    said = "Review the account for FY2027-Q1: the last review was on 2026-10-20, and this one counts from "
    assert coming == [("review", "maria", "2027-01-15", f"{said}2027-01-01 on.")]
    assert told(QUIET, as_of="2026-12-17") == []


@pytest.mark.parametrize(
    ("contract", "days", "expected"),
    [
        ("{ends: 2027-03-31, notice_days: 90}", 14,
         [("contract", "2026-12-31", f"{GOES_ON} is possible until 2026-12-31{UNPLANNED}")]),
        ("{ends: 2026-12-31, notice_days: 90}", 60,
         [("contract", "2026-12-31", f"{AFTER} was possible until 2026-10-02{UNPLANNED}")]),
        ("{ends: 2028-12-31, notice_days: 90}", 14, []),
        ("{ends: 2026-10-31, notice_days: 90}", 14, []),
        ("{tender: 2026-11-20}", 14, [("tender", "2026-11-20", f"Get ready for the tender on 2026-11-20{UNPLANNED}")]),
        ("{tender: 2027-12-01}", 14, []),
        ("{tender: 2026-11-01}", 14, []),
    ],
    ids=["unplanned early", "notice over", "far", "over", "tender", "tender far", "tender over"],
)  # fmt: skip
def test_contract_and_tender(contract: str, days: int, expected: list[tuple[str, str, str]]) -> None:
    found = told(f"{QUIET}contract: {contract}", days=days)
    assert [(kind, due, what) for kind, _, due, what in found if kind in ("contract", "tender")] == expected


def test_what_is_planned_before_a_contract_s_day_keeps_it_quiet_until_it_is_near() -> None:
    planned = f"{QUIET}contract: {{ends: 2027-03-31, notice_days: 90}}\ngoals: {{g: {{what: Renew, due: 2026-12-31}}}}"
    assert told(planned) == []
    first = told(planned, days=46)[0]
    assert first[-1].endswith("notice is possible until 2026-12-31.")


def test_initiatives_to_finish_and_to_start() -> None:
    account = f"""{QUIET}
goals: {{g: {{what: Jane names us partner, contact: jane}}}}
initiatives:
  visit: {{what: A day at their line, owner: tom, goals: [g], status: in_progress, due: 2026-11-20}}
  board: {{what: Board day, status: planned, started: 2026-11-25, due: 2027-03-01}}
  done: {{what: Nothing, status: done, due: 2026-11-20}}
  later: {{what: Later, status: planned, due: 2027-03-01}}
"""
    assert told(account) == [
        ("initiative", "tom", "2026-11-20", "Finish “A day at their line”, for the goal “Jane names us partner”."),
        ("initiative", "maria", "2026-11-25", "Start “Board day”."),
    ]
    assert [todo.person for todo in todos(account)] == ["Jane Doe", ""]


def test_a_goal_is_told_unless_its_initiative_is() -> None:
    goal = f"{QUIET}goals: {{g: {{what: Jane names us partner, contact: jane, due: 2026-11-01}}}}\n"
    assert told(goal) == [
        ("goal", "maria", "2026-11-01", "Reach the goal with Jane Doe, or set a new day: “Jane names us partner”.")
    ]
    served = f"{goal}initiatives: {{i: {{what: A visit, goals: [g], due: 2026-11-20}}}}"
    assert [kind for kind, *_ in told(served)] == ["initiative"]


@pytest.mark.parametrize(
    ("link", "due", "what"),
    [
        ("{level: problem_solver, last_contact: 2026-05-01}", "2026-10-29",
         f"Get back in touch with {JANE}: the last contact was on 2026-05-01, with maria."),
        ("{level: problem_solver, last_contact: 2026-05-30}", "2026-11-27",
         f"{TALK} 2026-11-27, {COUNT} the last contact was on 2026-05-30, with maria."),
        ("{level: vendor, last_contact: 2026-11-01}", "", f"Earn more with {JANE}: maria is a vendor to them."),
        ("{level: problem_solver, two_way: false, last_contact: 2026-11-01}", "",
         f"Get an answer from {JANE}: the relationship with maria goes one way."),
        ("{level: problem_solver}", "", f"Note when we last talked to {JANE}, {UNCLEAR}"),
        ("{level: none}", "", f"Find a way to {JANE}: nobody of ours knows them."),
    ],
    ids=["quiet", "about to be", "vendor", "one way", "nobody knows", "known by nobody"],
)  # fmt: skip
def test_key_players_are_told_once_and_not_again_for_their_roles(link: str, due: str, what: str) -> None:
    account = "status: customer\n" + REVIEWED + PEOPLE.replace("LINK", link)
    assert told(account) == [("key_player", "maria", due, what)]


def test_a_key_player_whom_only_somebody_knew_who_left_is_the_owner_s() -> None:
    account = "status: customer\n" + LIVE.replace("maria: {", "olaf: {") + REVIEWED
    assert told(account) == [("key_player", "maria", "", f"Find a way to {JANE}: nobody of ours knows them.")]


def test_all_key_players_of_whom_nobody_can_tell_are_one_thing_to_do() -> None:
    more = "".join(f"  p{at}: {{name: P{at}, power: 4, known_by: tom}}\n" for at in range(4))
    ((kind, owner, due, what),) = told(QUIET + more)
    assert (kind, owner, due) == ("key_player", "maria", "")
    names = "P0 (power 4), P1 (power 4), P2 (power 4) and 1 more"
    assert what == f"Note when we last talked to {names}, {UNCLEAR}"


def test_a_role_s_holder_of_whom_nobody_can_tell_is_asked_for_as_well() -> None:
    ben = LIVE.replace("user, ", "") + BEN.replace("user}", "user, known_by: tom}")
    said = f"Note when we last talked to Ben (power 2), {UNCLEAR}"
    assert told("status: customer\n" + REVIEWED + ben) == [("role", "maria", "", said)]


def test_a_live_key_player_is_no_work() -> None:
    assert told(QUIET.replace("2026-10-20}}}", "2026-06-02}}}")) == []


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("", ["Find out who the people are, and who of them decides: nobody is on the map."]),
        (LIVE.replace("gatekeeper, ", ""), ["Find a gatekeeper: nobody on the map is one."]),
        (LIVE.replace("gatekeeper, user, ", ""), ["Find a gatekeeper and a user: nobody on the map is."]),
        (
            LIVE.replace("gatekeeper, user, ", "") + SEAT,
            ["Find out who sits in the seat “Buyer”, the gatekeeper and user."],
        ),
        (
            LIVE.replace("user, ", "") + BEN.replace("user}", "user, known_by: {tom: {level: vendor}}}"),
            ["Earn more with Ben, the user: tom is a vendor to them."],
        ),
        (
            LIVE.replace("user, ", "") + BEN,
            ["Find a way to Ben, the user, whom nobody of ours knows."],
        ),
    ],
    ids=["nobody", "one missing", "two missing", "a seat", "not live", "known by nobody"],
)  # fmt: skip
def test_roles(people: str, expected: list[str]) -> None:
    found = told("status: customer\n" + REVIEWED + people)
    assert [what for kind, *_, what in found] == expected
    assert {kind for kind, *_ in found} == {"role"}


def test_what_the_last_review_asked_for_is_told_with_its_steps_and_once() -> None:
    advance = QUIET.replace("quarter: 2026-Q4", "quarter: 2026-Q4, outcome: advance") + "ambition: {choice: climb}\n"
    ((kind, owner, due, what),) = told(advance)
    assert (kind, owner, due) == ("move", "maria", "")
    assert what.startswith("Advance, as the review of 2026-10-20 asked. Basic still lacks: revenue in four quarters")


def test_a_move_back_is_told_until_something_is_done_about_it() -> None:
    back = QUIET.replace("quarter: 2026-Q4", "quarter: 2026-Q4, outcome: move_back")
    said = "Move back, as the review of 2026-10-20 asked: neither ambition nor plan has changed since."
    assert told(back) == [("move", "maria", "", said)]
    assert told(f"{back}ambition: {{choice: move_back}}") == []


def test_the_step_to_the_stage_that_the_ambition_names() -> None:
    assert [kind for kind, *_ in told(f"{QUIET}ambition: {{stage: collaborative}}")] == ["step"]
    assert told(f"{QUIET}ambition: {{choice: maximise}}") == []
    assert told(f"{QUIET}ambition: {{choice: exit, stage: collaborative}}") == []


def test_of_a_prospect_what_a_first_acquaintance_lacks() -> None:
    prospect = f"status: prospect\n{LIVE}potential: {{needs: Drives, key_account: false}}\n"
    said = "Find out or do what a first acquaintance still lacks: how large the prize is and a first promise kept."
    assert told(prospect) == [("step", "maria", "", said)]


def test_things_that_are_called_the_same_are_told_apart() -> None:
    twice = f"{QUIET}promises: [{{what: Call, by: tom, due: 2026-11-16}}, {{what: Call, by: tom, due: 2026-11-17}}]"
    assert [todo.subject for todo in todos(twice)] == ["tom: Call", "tom: Call #2"]


def test_what_comes_after_the_day_does_not_exist() -> None:
    later = f"{QUIET}touchpoints: [{{date: 2026-11-16, us: maria, them: jane}}]\n".replace(
        "last_contact: 2026-10-20", "last_contact: 2026-05-01"
    )
    assert [todo.kind for todo in todos(later)] == [Kind.KEY_PLAYER]
