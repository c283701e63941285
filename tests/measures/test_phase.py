"""The phase: the highest whose own checks pass, on dated evidence."""

import pytest

from relmap.measures.phase import PhaseResult, measure_phase
from relmap.measures.promises import measure_promises

from .build import facts

MET = "contacts: {jane: {known_by: {tom: {last_contact: 2026-11-01}}}}\n"
LIVE = "{level: credible_source, last_contact: 2026-11-01}"
FOUR = f"contacts: {{jane: {{known_by: {{tom: {LIVE}}}}}, bob: {{known_by: {{maria: {LIVE}}}}}}}\n"
LONG = "contract: {starts: 2024-01-01, ends: 2027-11-15}\n"
STEADY = "financials: {2024: 100, 2025: 104}\n"
KEPT = """
promises:
  - {what: a, by: maria, due: 2026-01-10, kept: 2026-01-10}
  - {what: b, by: maria, due: 2026-02-10, kept: 2026-02-10}
  - {what: c, by: maria, due: 2026-03-10, kept: 2026-03-10}
"""


def phase(account: str) -> PhaseResult:
    found = facts(account)
    return measure_phase(found, measure_promises(found).ours)


def check(account: str, name: str) -> bool | None:
    return next(check.passed for check in phase(account).checks if check.id == name)


@pytest.mark.parametrize(
    ("account", "earned"),
    [
        ("", "awareness"),
        (MET, "exploration"),
        ("offerings: {firmware: {trial: true}}\n", "exploration"),
        ("financials: {2026-Q3: 10}\n", "exploration"),
        ("financials: {2024: 100, 2025: 105}\n", "expansion"),
        (FOUR + LONG + STEADY + KEPT, "commitment"),
        (LONG + STEADY + KEPT + "signals: {joint_plan: true}\n", "commitment"),  # the lower phases need not pass
    ],
)
def test_a_phase_is_earned_by_its_own_checks(account: str, earned: str) -> None:
    assert phase(account).earned.value == earned


@pytest.mark.parametrize("missing", [FOUR, LONG, STEADY, KEPT])
def test_commitment_needs_all_three(missing: str) -> None:
    whole = FOUR + LONG + STEADY + KEPT
    assert phase(whole.replace(missing, "")).earned.value != "commitment"


def test_contact_that_is_known_to_be_one_way_is_none() -> None:
    assert check(MET, "contact") is True
    assert check(MET.replace("last_contact", "two_way: false, last_contact"), "contact") is False
    assert check("contacts: {jane: {known_by: tom}}\n", "contact") is None, "nobody noted when"


@pytest.mark.parametrize(
    ("money", "passed"),
    [
        ("{2024: 100, 2025: 105}", True),
        ("{2024: 100, 2025: 104.9}", False),
        ("{2025: 105}", False),
        ("{2023: 100, 2025: 200}", False),  # no two years beside each other
        ("{2025-Q3: 100, 2026-Q3: 105, 2024: 100, 2025: 50}", True),  # the newest comparison counts
        ("{2024: 100, 2025: 105, 2026-Q4: 1}", True),  # an unfinished period compares with nothing
        ("{2024: 100, 2025: {gross_profit: 5}}", None),  # a hole leaves every comparison open
    ],
)
def test_growth_takes_two_periods_that_can_be_compared(money: str, passed: bool | None) -> None:
    assert check(f"financials: {money}\n", "growth") is passed


@pytest.mark.parametrize(
    ("offerings", "passed"),
    [
        ("{old: {since: 2020-01-01}, new: {since: 2025-10-01}}", True),
        ("{old: {since: 2020-01-01}, new: {since: 2025-09-30}}", False),
        ("{new: {since: 2026-01-01}}", False),  # the first is not one more
        ("{old: {since: 2020-01-01}, new: {since: 2026-01-01, trial: true}}", False),
        ("{old: {}, new: {since: 2026-01-01}}", None),  # the other may be new as well
    ],
)
def test_a_new_offering_comes_beside_an_older_one(offerings: str, passed: bool | None) -> None:
    assert check(f"offerings: {offerings}\n", "new_offering") is passed


def departments(first: str, second: str) -> str:
    known = f"known_by: {{tom: {LIVE}}}"
    return f"contacts: {{jane: {{department: Sales{first}, {known}}}, bob: {{department: IT{second}, {known}}}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "passed"),
    [
        (", since: 2020-01-01", ", since: 2026-01-01", True),
        (", since: 2020-01-01", ", since: 2020-01-01", False),
        (", since: 2026-01-01", ", since: 2026-01-01", False),  # there is no older one
        ("", ", since: 2026-01-01", None),
    ],
)
def test_a_new_department_comes_beside_an_older_one(first: str, second: str, passed: bool | None) -> None:
    assert check(departments(first, second), "new_department") is passed


@pytest.mark.parametrize(
    ("contract", "passed"),
    [
        ("{starts: 2024-01-01, ends: 2027-11-15}", True),
        ("{starts: 2024-01-01, ends: 2027-11-14}", False),
        ("{starts: 2024-01-01, ends: 2026-12-31, renewed: [2025-01-01]}", True),
        ("{starts: 2024-01-01, ends: 2026-12-31, renewed: [2026-12-01]}", False),  # not yet
        ("{starts: 2020-01-01, ends: 2025-12-31, renewed: [2022-01-01]}", False),  # over
        ("{starts: 2024-01-01}", None),
    ],
)
def test_durability_is_twelve_months_or_a_renewal_of_a_contract_in_force(contract: str, passed: bool | None) -> None:
    assert check(f"contract: {contract}\n", "durability") is passed


@pytest.mark.parametrize(("later", "passed"), [(125, True), (126, False), (75, True), (74, False)])
def test_revenue_may_vary_by_a_quarter(later: int, passed: bool) -> None:
    assert check(f"financials: {{2024: 100, 2025: {later}}}\n{KEPT}", "consistency") is passed


def test_what_is_next_is_said_with_its_evidence() -> None:
    found = phase(MET + STEADY)
    assert (found.earned.value, found.next_phase) == ("exploration", "expansion")
    growth = next(entry for entry in found.missing if entry.id == "growth")
    assert growth.detail == "2024 to 2025: +4.0 %"
    assert {entry.route for entry in growth.inputs} == {("financials", "2024"), ("financials", "2025")}


def test_what_only_we_say_is_not_confirmed() -> None:
    assert phase(MET).confirmed == "awareness"
    assert phase(MET.replace("{last", "{source: theirs, last")).confirmed == "exploration"
    assert phase("financials: {2025: 10}\n").confirmed == "exploration", "the books are a document"


def test_what_grows_with_trust_is_told() -> None:
    found = phase("signals: {reduced_checks: true, light_governance: false}\n")
    assert dict(found.traits)["reduced_checks"] is True
    assert dict(found.traits)["light_governance"] is False
    assert dict(found.traits)["we_know_theirs"] is None
