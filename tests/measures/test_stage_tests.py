"""Each test of the relationship stages, answered yes, no or not known."""

import pytest

from relmap.measures.logic import Truth
from relmap.measures.promises import measure_promises
from relmap.measures.stage_tests import StageTest, contract_in_force, stage_tests
from relmap.measures.voices import voice

from .build import facts

LIVE = "{level: credible_source, last_contact: 2026-11-01}"
THEIRS = "{level: credible_source, last_contact: 2026-11-01, source: theirs}"
DEAD = "{level: vendor}"
OPEN = "{level: credible_source}"


def found(name: str, account: str, **more: str) -> StageTest:
    gathered = facts(account, **more)
    ours = measure_promises(gathered).ours
    tests = stage_tests(gathered, voice(gathered, "theirs", "stage"), ours.low, ours.high)
    return next(test for test in tests if test.id == name)


def passed(name: str, account: str = "", **more: str) -> Truth:
    return found(name, account, **more).passed


def people(*entries: str) -> str:
    """Read contacts such as `a/Sales maria:LIVE tom:OPEN`: id, department, and who knows them how."""
    words = {"LIVE": LIVE, "DEAD": DEAD, "OPEN": OPEN, "THEIRS": THEIRS}
    contacts = []
    for entry in entries:
        contact, *known = entry.split()
        name, _, department = contact.partition("/")
        pairs = ", ".join(f"{member}: {words[how]}" for member, how in (pair.split(":") for pair in known))
        contacts.append(
            f"{name}: {{power: 3, {f'department: {department}, ' if department else ''}known_by: {{{pairs}}}}}"
        )
    return f"contacts: {{{', '.join(contacts)}}}\n"


def test_nothing_in_the_file_is_a_no_only_where_an_entry_would_be_a_new_fact() -> None:
    gathered = facts()
    answers = {test.id: test.passed for test in stage_tests(gathered, voice(gathered, "theirs", "stage"), 0, 100)}
    assert {name for name, answer in answers.items() if answer is False} == {
        "live_relationship",
        "departments",
        "our_people",
        "goal_initiative",
        "department_pairs",
        "executive",
    }
    assert True not in answers.values()


@pytest.mark.parametrize(
    ("financials", "expected"),
    [
        ("2026: 5", True),
        ("2025: 5", True),  # its last quarter is one of the four
        ("2024: 5", None),
        ("2025-Q4: 5", True),
        ("2025-Q3: 5", None),
        ("2026-Q4: 5", True),  # the current one
        ("2027: 5", None),
        ("2025-Q1: 5, 2025-Q2: 0, 2025-Q3: 0, 2025-Q4: 0", None),  # that year's revenue came before the four
        ("2025: 0, 2026: 0", False),
        ("2025: 0, 2026-Q1: 0, 2026-Q2: 0, 2026-Q3: 0, 2026-Q4: 0", False),
        ("2025: 0", None),  # nobody knows what 2026 brought
        ("2025: 0, 2026: {gross_profit: 1}", None),
        ("2025: 0, 2026: 0, 2026-Q2: 1", True),
        ("2025: 5, 2025-Q4: 0, 2026: 0", False),  # what 2025 brought, it brought before the four
        ("2025-Q4: 0, 2026-Q1: 0, 2026-Q2: 0, 2026-Q3: 0", None),  # the current quarter is not known
        ("", None),
    ],
)
def test_trade_is_revenue_in_the_last_four_quarters(financials: str, expected: Truth) -> None:
    assert passed("trade", f"contract: {{ends: 2020-12-31}}\nfinancials: {{{financials}}}") is expected


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ("starts: 2024-01-01, ends: 2026-11-15", True),
        ("starts: 2024-01-01, ends: 2026-11-14", False),
        ("starts: 2026-11-15", True),
        ("starts: 2026-11-16", False),
        ("ends: 2026-11-15", True),
        ("ends: 2026-11-14", False),
        ("notice_days: 30", None),
    ],
)
def test_a_contract_in_force(contract: str, expected: Truth) -> None:
    account = f"contract: {{{contract}}}"
    assert contract_in_force(facts(account)) is expected
    assert passed("trade", account) is (True if expected else None), "revenue is not known"
    assert passed("trade", f"{account}\nfinancials: {{2025: 0, 2026: 0}}") is expected


def test_without_a_contract_none_is_known() -> None:
    assert contract_in_force(facts()) is None
    assert passed("trade", "financials: {2025: 0, 2026: 0}") is None


def test_trade_is_on_documents() -> None:
    trade = found("trade", "financials: {2026: 5}\ncontract: {ends: 2026-12-31}")
    assert trade.confirmed is True
    assert [(entry.route, entry.source) for entry in trade.inputs] == [
        (("financials", "2026"), "document"),
        (("contract",), "document"),
    ]
    assert [entry.route for entry in found("trade", "financials: {2026: 5}").inputs] == [("financials", "2026")]
    assert found("trade", "financials: {2025: 0, 2026: 0}").confirmed is False


@pytest.mark.parametrize(
    ("entries", "expected", "confirmed"),
    [
        (["a maria:LIVE"], True, False),
        (["a maria:THEIRS"], True, True),
        (["a maria:THEIRS", "b tom:LIVE"], True, True),
        (["a maria:DEAD", "b tom:OPEN"], None, False),
        (["a maria:DEAD"], False, False),
    ],
)
def test_a_live_relationship(entries: list[str], expected: Truth, confirmed: bool) -> None:
    test = found("live_relationship", people(*entries))
    assert (test.passed, test.confirmed, test.must, test.stage) == (expected, confirmed, True, "basic")


@pytest.mark.parametrize(
    ("entries", "expected", "confirmed"),
    [
        (["a/Ops maria:LIVE", "b/Sales maria:LIVE"], True, False),
        (["a/Ops maria:THEIRS", "b/Sales maria:THEIRS"], True, True),
        (["a/Ops maria:THEIRS", "b/Sales maria:LIVE"], True, False),
        (["a/Ops maria:LIVE", "b/Ops maria:LIVE"], False, False),
        (["a/Ops maria:LIVE", "b/Sales maria:DEAD"], False, False),
        (["a/Ops maria:LIVE", "b/Sales maria:OPEN"], None, False),
        (["a/Ops maria:LIVE", "b maria:LIVE"], None, False),  # b may sit in operations too
        (["a maria:LIVE", "b maria:LIVE"], None, False),
        (["a/Ops maria:LIVE", "b/Sales maria:LIVE", "c maria:LIVE"], True, False),
    ],
)
def test_live_in_two_of_their_departments(entries: list[str], expected: Truth, confirmed: bool) -> None:
    test = found("departments", people(*entries))
    assert (test.passed, test.confirmed) == (expected, confirmed)


def test_one_department_needed_is_met_by_anybody_live() -> None:
    one = "rubric: {stage: {departments: 1}}"
    assert passed("departments", people("a maria:LIVE"), settings=one) is True
    assert passed("departments", people("a maria:OPEN"), settings=one) is None


@pytest.mark.parametrize(
    ("entries", "expected", "confirmed"),
    [
        (["a maria:LIVE tom:LIVE"], True, False),
        (["a maria:LIVE", "b tom:LIVE"], True, False),
        (["a maria:THEIRS", "b tom:THEIRS"], True, True),
        (["a maria:LIVE", "b maria:LIVE"], False, False),
        (["a maria:LIVE tom:OPEN"], None, False),
        (["a maria:LIVE tom:DEAD"], False, False),
    ],
)
def test_two_of_our_people_live(entries: list[str], expected: Truth, confirmed: bool) -> None:
    test = found("our_people", people(*entries))
    assert (test.passed, test.confirmed) == (expected, confirmed)


@pytest.mark.parametrize("name", ["shares_internal_problems", "joint_plan", "open_information"])
@pytest.mark.parametrize(
    ("entries", "expected", "confirmed"),
    [
        ("true", True, False),
        ("{holds: true, source: theirs}", True, True),
        ("{holds: true, source: document}", True, True),
        ("false", False, False),
        ("[{holds: true, by: a, source: theirs}, {holds: false, by: b}]", False, False),
        ("{holds: true, date: 2025-11-13}", None, False),
    ],
)
def test_what_a_signal_says(name: str, entries: str, expected: Truth, confirmed: bool) -> None:
    test = found(name, f"signals: {{{name}: {entries}}}")
    assert (test.passed, test.confirmed, test.must) == (expected, confirmed, name == "joint_plan")


def test_respondents_who_disagree_are_shown() -> None:
    entries = "[{holds: true, by: a}, {holds: false, by: b}]"
    assert found("joint_plan", f"signals: {{joint_plan: {entries}}}").detail == "respondents disagree"


def initiative(fields: str, source: str = "ours") -> StageTest:
    return found(
        "goal_initiative",
        f"""
        customer_goals: {{uptime: {{what: w, source: {source}}}}}
        initiatives: {{i: {{what: w, {fields}}}}}
    """,
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("customer_goals: uptime, status: in_progress", True),
        ("customer_goals: uptime, status: in_progress, started: 2026-11-15", True),
        ("customer_goals: uptime, status: in_progress, started: 2026-11-16", False),
        ("customer_goals: uptime, status: done, done: 2025-10-01", True),  # within four quarters
        ("customer_goals: uptime, status: done, done: 2025-09-30", False),
        ("customer_goals: uptime, status: done", None),  # nobody says when
        ("customer_goals: uptime, status: done, started: 2025-10-01", True),
        ("customer_goals: uptime, status: done, started: 2025-09-30", None),
        ("customer_goals: uptime, status: planned", False),
        ("customer_goals: uptime, status: dropped", False),
        ("customer_goals: elsewhere, status: in_progress", False),
        ("goals: uptime, status: in_progress", False),
    ],
)
def test_an_initiative_for_a_goal_of_theirs(fields: str, expected: Truth) -> None:
    assert initiative(fields).passed is expected


@pytest.mark.parametrize(("source", "confirmed"), [("ours", False), ("theirs", True), ("document", True)])
def test_a_goal_of_theirs_is_confirmed_by_them(source: str, confirmed: bool) -> None:
    assert initiative("customer_goals: uptime, status: in_progress", source).confirmed is confirmed


def test_one_goal_that_is_their_own_word_is_enough() -> None:
    account = """
        customer_goals: {uptime: {what: w}, cost: {what: w, source: theirs}}
        initiatives: {i: {what: w, customer_goals: [uptime, cost], status: in_progress}}
    """
    assert found("goal_initiative", account).confirmed is True


@pytest.mark.parametrize(
    ("offerings", "expected"),
    [
        ("[a, b]", True),
        ("[a]", False),
        ("{a: {}, b: {trial: true}}", False),
        ("{a: {}, b: {since: 2026-11-16}}", False),
        ("{a: {since: 2026-11-16}}", None),
        ("{a: {since: 2020-01-01}, b: {since: 2026-11-15}}", True),
        ("{a: {since: 2020-01-01}, b: {since: 2026-11-16}}", False),
        ("[]", None),
    ],
)
def test_more_than_one_offering(offerings: str, expected: Truth) -> None:
    assert passed("offerings", f"offerings: {offerings}") is expected


@pytest.mark.parametrize(
    ("kept", "broken", "open_days", "expected"),
    [(4, 1, 0, True), (3, 1, 0, False), (8, 1, 1, True), (3, 1, 1, None), (2, 0, 0, None), (1, 3, 1, False)],
)
def test_eighty_percent_of_promises(kept: int, broken: int, open_days: int, expected: Truth) -> None:
    rows = ["2026-10-01"] * kept + ["false"] * broken + ["true"] * open_days
    promises = ", ".join(f"{{what: p, by: maria, due: 2026-10-01, kept: {entry}}}" for entry in rows)
    assert passed("promises", f"promises: [{promises}]") is expected


@pytest.mark.parametrize(
    ("account", "expected", "confirmed"),
    [
        ("signals: {mutual_acknowledgement: true}", True, False),
        ("signals: {mutual_acknowledgement: {holds: true, source: theirs}}", True, True),
        ("views: [{date: 2026-09-01, side: theirs, stage: collaborative}]", True, True),
        ("views: [{date: 2026-09-01, side: theirs, stage: interconnected}]", True, True),
        ("views: [{date: 2026-09-01, side: theirs, stage: basic}]", None, False),
        ("views: [{date: 2026-09-01, side: theirs, source: inferred, stage: collaborative}]", None, False),
        ("views: [{date: 2026-09-01, side: ours, stage: collaborative}]", None, False),
        (
            "signals: {mutual_acknowledgement: false}\nviews: [{date: 2026-09-01, side: theirs, stage: basic}]",
            False,
            False,
        ),
        ("signals: {mutual_acknowledgement: false}", None, False),
    ],
)
def test_both_sides_say_that_they_matter(account: str, expected: Truth, confirmed: bool) -> None:
    test = found("acknowledged", account)
    assert (test.passed, test.confirmed) == (expected, confirmed)


@pytest.mark.parametrize(
    ("entries", "expected", "confirmed"),
    [
        (["a/Ops maria:LIVE tom:LIVE ines:LIVE"], True, False),
        (["a/Ops maria:LIVE tom:LIVE", "b/IT tom:LIVE"], True, False),
        (["a/Ops maria:LIVE tom:LIVE", "b/Ops tom:LIVE"], False, False),
        (["a/Ops maria:LIVE", "b/IT maria:LIVE", "c/HR maria:LIVE"], False, False),  # all through the owner
        (["a/Ops maria:LIVE", "b/IT maria:LIVE", "c/HR maria:LIVE tom:OPEN"], None, False),
        (["a/Ops maria:LIVE", "b/IT maria:LIVE", "c tom:LIVE"], None, False),  # which department is c in?
        (["a/Ops maria:LIVE", "b/IT maria:LIVE", "c/HR tom:OPEN"], None, False),
        (["a/Ops maria:LIVE", "b/IT tom:DEAD"], False, False),
        (["a/Ops maria:THEIRS tom:THEIRS ines:THEIRS"], True, True),
        (["a/Ops maria:THEIRS tom:THEIRS ines:LIVE"], True, False),
        (["a/Ops maria:THEIRS tom:LIVE", "b/IT maria:THEIRS", "c/HR maria:THEIRS"], True, False),  # theirs: the owner
    ],
)
def test_three_pairs_of_departments_not_all_through_the_owner(
    entries: list[str], expected: Truth, confirmed: bool
) -> None:
    test = found("department_pairs", people(*entries))
    assert (test.passed, test.confirmed) == (expected, confirmed)


def test_a_pair_of_an_unknown_department_of_ours_is_open() -> None:
    account = people("a/Ops maria:LIVE tom:LIVE xaver:LIVE")
    team = "team: {maria: {department: Sales}, tom: {department: Service}, xaver: {}}"
    assert passed("department_pairs", account, settings=team) is None


@pytest.mark.parametrize(
    ("signals", "expected", "confirmed"),
    [
        ("joint_product: true", True, False),
        ("joint_marketing: {holds: true, source: document}", True, True),
        ("joint_cost_saving: true, joint_product: false", True, False),
        ("joint_product: false", None, False),
        ("joint_product: false, joint_marketing: false, joint_cost_saving: false", False, False),
    ],
)
def test_joint_work_of_one_kind_is_enough(signals: str, expected: Truth, confirmed: bool) -> None:
    test = found("joint_work", f"signals: {{{signals}}}")
    assert (test.passed, test.confirmed) == (expected, confirmed)


@pytest.mark.parametrize(("cost", "expected"), [("switching_cost: 4", True), ("switching_cost: 3", False), ("", None)])
def test_switching_cost_from_four(cost: str, expected: Truth) -> None:
    test = found("switching_cost", f"dependence: {{theirs: {{{cost}}}}}")
    assert test.passed is expected
    assert bool(test.inputs) is (expected is not None)


@pytest.mark.parametrize(
    ("contact", "expected", "confirmed"),
    [
        (f"roles: sponsor, known_by: {{tom: {LIVE}}}", True, False),
        (f"roles: [user, approver], known_by: {{tom: {THEIRS}}}", True, True),
        (f"roles: sponsor, known_by: {{maria: {LIVE}}}", False, False),  # the owner
        (f"roles: sponsor, known_by: {{maria: {THEIRS}, tom: {LIVE}}}", True, False),
        (f"roles: sponsor, known_by: {{tom: {OPEN}}}", None, False),
        (f"roles: budget, known_by: {{tom: {LIVE}}}", False, False),
    ],
)
def test_an_executive_live_with_someone_other_than_the_owner(contact: str, expected: Truth, confirmed: bool) -> None:
    test = found("executive", f"contacts: {{a: {{power: 3, {contact}}}}}")
    assert (test.passed, test.confirmed) == (expected, confirmed)


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("counterpart: a\ncontacts: {a: {}}", True),
        ("counterpart: a\ncontacts: {a: {left: 2026-11-15}}", False),
        ("counterpart: a\ncontacts: {a: {placeholder: true}}", False),
        ("contacts: {a: {}}", None),
    ],
)
def test_a_counterpart_who_is_there(account: str, expected: Truth) -> None:
    assert passed("counterpart", account) is expected
