"""Facts of the future, quarters against their year, spend against revenue."""

from datetime import date
from pathlib import Path

import pytest

from relmap.assess.run import run_book
from relmap.book.consistency import check_consistency
from relmap.findings import Severity
from relmap.model.account import Account

from .books import AS_OF, said, write_book

HEAD = "name: Acme\nowner: maria\n"
SETTINGS = "company: Northwind\n"


def account(tmp_path: Path, text: str, as_of: date = AS_OF) -> list[str]:
    """Return what is said about an account; its own text begins on line 3."""
    book = write_book(tmp_path, SETTINGS, acme=f"{HEAD}{text}\n")
    assert book.settings is not None
    run = run_book(book, book.settings, as_of)
    assert run.broken == ()
    assert all(found.severity is Severity.WARNING for found in run.findings)
    return [said(found).removeprefix("accounts/acme.yaml:") for found in run.findings]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("views: [{date: 2026-11-16, side: ours}]", "3:16"),
        ("exchanges: [{date: 2026-11-16, gave: us, kind: rebate}]", "3:20"),
        ("touchpoints: [{date: 2026-11-15}, {date: 2026-11-16}]", "3:42"),
        ("value: [{what: A, date: 2026-11-16}]", "3:25"),
        ("reviews: [{date: 2026-11-16, by: tom, quarter: 2026-Q4}]", "3:18"),
        ("promises: [{what: A, by: tom, made: 2026-11-16}]", "3:37"),
        ("promises: [{what: A, by: tom, kept: 2026-11-16}]", "3:37"),
        ("issues: [{what: A, since: 2026-11-16}]", "3:27"),
        ("issues: [{what: A, closed: 2026-11-16}]", "3:28"),
        ("opportunities: [{what: A, since: 2026-11-16}]", "3:34"),
        ("repairs: {outage: {agreed: 2026-11-16}}", "3:28"),
        ("initiatives: {go: {what: A, done: 2026-11-16}}", "3:35"),
        ("contacts: {jane: {left: 2026-11-16}}", "3:25"),
        ("contacts: {jane: {known_by: {tom: {last_contact: 2026-11-16}}}}", "3:50"),
        ("contacts: {jane: {known_by: {tom: {rated: 2026-11-16}}}}", "3:43"),
        ("signals: {joint_plan: {holds: true, date: 2026-11-16}}", "3:43"),
        ("signals: {joint_plan: [{holds: true}, {holds: true, date: 2026-11-16}]}", "3:59"),
    ],
)
def test_a_fact_after_the_day_is_told_at_its_date(tmp_path: Path, text: str, place: str) -> None:
    expected = f"{place} RM124 2026-11-16 is after 2026-11-15; the fact is not counted"
    assert account(tmp_path, text) == [expected]
    assert account(tmp_path, text, date(2026, 11, 16)) == []


@pytest.mark.parametrize(
    "text",
    [
        "contract: {starts: 2027-01-01, ends: 2028-01-01, tender: 2027-01-01}",
        "ambition: {due: 2027-01-01}",
        "promises: [{what: A, by: tom, due: 2027-01-01, kept: true}, {what: B, by: tom, kept: false}]",
        "goals: {win: {what: A, due: 2027-01-01}}",
        "initiatives: {go: {what: A, due: 2027-01-01, started: 2027-01-01}}",
        "contacts: {jane: {since: 2027-01-01}}",
    ],
)
def test_plans_may_lie_in_the_future(tmp_path: Path, text: str) -> None:
    assert account(tmp_path, text) == []


def test_every_date_of_the_model_is_known_as_a_fact_or_a_plan() -> None:
    """A new date field must be put into the one list or the other."""
    plans = {"due", "starts", "ends", "tender", "renewed", "started", "expires"}
    facts = {"date", "made", "kept", "closed", "since", "agreed", "done", "left", "last_contact", "rated"}
    definitions = Account.model_json_schema()["$defs"]
    dates = {
        field
        for noun in definitions.values()
        for field, schema in noun.get("properties", {}).items()
        if "'format': 'date'" in str(schema) and "$ref" not in str(schema)
    }
    assert dates == (plans | facts) - {"expires"}


QUARTERS = """financials:
  2025-Q1: {{revenue: 100}}
  2025-Q2: {{revenue: 100}}
  2025-Q3: {{revenue: 100}}
  2025-Q4: {{revenue: 100{more}}}
  2025: {{revenue: {year}}}"""


@pytest.mark.parametrize(
    ("year", "told"), [("400", False), ("402", False), ("399", False), ("403", True), ("390", True), ("0", True)]
)
def test_quarters_add_up_to_their_year(tmp_path: Path, year: str, told: bool) -> None:
    expected = (
        f"8:19 RM125 the quarters of 2025 add up to 400, the year says {year} (the year counts; correct what is wrong)"
    )
    assert account(tmp_path, QUARTERS.format(year=year, more="")) == ([expected] if told else [])


def test_fewer_than_four_quarters_are_no_year(tmp_path: Path) -> None:
    assert account(tmp_path, "financials: {2025: 400, 2025-Q1: 500, 2025-Q2: 500, 2025-Q3: 500}") == []


def test_each_figure_is_compared_where_all_quarters_have_it(tmp_path: Path) -> None:
    text = QUARTERS.format(year="400, gross_profit: -50, cost_to_serve: 1", more=", cost_to_serve: 9")
    assert account(tmp_path, text) == []
    quarters = {f"2025-Q{number}": {"revenue": 1.0, "gross_profit": -10.0} for number in range(1, 5)}
    found = check_consistency(_account({**quarters, "2025": {"gross_profit": -50.0}}), AS_OF)
    assert [problem.route for problem in found] == [("financials", "2025", "gross_profit")]


def test_a_bare_year_is_compared_too(tmp_path: Path) -> None:
    text = "financials: {2025: 500, 2025-Q1: 100, 2025-Q2: 100, 2025-Q3: 100, 2025-Q4: 100}"
    assert account(tmp_path, text) == [
        "3:20 RM125 the quarters of 2025 add up to 400, the year says 500 (the year counts; correct what is wrong)"
    ]


def test_they_cannot_spend_less_in_all_than_with_us(tmp_path: Path) -> None:
    assert account(tmp_path, "financials:\n  2025: {revenue: 1200000, customer_spend: 900000}") == [
        "4:44 RM126 they spent 900,000 with anybody, but 1,200,000 with us"
        " (`customer_spend` includes what they bought from us)"
    ]
    assert account(tmp_path, "financials:\n  2025: {revenue: 900000, customer_spend: 900000}") == []


def _account(financials: dict[str, dict[str, float]]) -> Account:
    return Account.model_validate({"name": "Acme", "owner": "maria", "financials": financials})
