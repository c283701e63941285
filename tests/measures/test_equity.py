"""Reciprocity, margin and days beyond terms."""

import pytest

from relmap.measures.equity import Equity, Margin, measure_equity
from relmap.measures.result import Known

from .build import facts


def measured(*exchanges: str, **more: str) -> Equity:
    """Read exchanges such as `us 300`, `them 200` or `us ?`, all given on 2026-05-02."""
    entries = []
    for exchange in exchanges:
        gave, _, value = exchange.partition(" ")
        worth = "" if value == "?" else f", value: {value}"
        entries.append(f"{{date: 2026-05-02, gave: {gave}, kind: other{worth}}}")
    return measure_equity(facts(f"exchanges: [{', '.join(entries)}]", **more))


def margin(financials: str, **more: str) -> Margin:
    return measure_equity(facts(f"financials: {{{financials}}}", **more)).margin


def beyond(account: str) -> int | None:
    return measure_equity(facts(account)).days_beyond_terms


def test_reciprocity_is_got_less_gave_over_both() -> None:
    score = measured("us 100", "them 150", "them 150").reciprocity
    assert (score.value, score.low, score.high, score.completeness) == (0.5, 0.5, 0.5, 1)
    assert [part.share for part in score.parts] == [0.75, -0.25]


@pytest.mark.parametrize(
    ("gave", "got", "balanced"),
    [(5, 3, True), (3, 5, True), (501, 299, False), (299, 501, False), (1, 0, False), (4, 4, True)],
)
def test_within_a_quarter_it_is_balanced(gave: int, got: int, balanced: bool) -> None:
    assert measured(f"us {gave}", f"them {got}").balanced is balanced


@pytest.mark.parametrize("exchanges", [[], ["us 5"], ["us 5", "them ?"], ["us 0", "them 0"]])
def test_fewer_than_two_valued_or_zero_in_all_is_not_scored(exchanges: list[str]) -> None:
    found = measured(*exchanges)
    score = found.reciprocity
    assert (score.value, score.low, score.high, found.balanced) == (None, -1, 1, None)
    assert score.reason


def test_an_exchange_without_value_leaves_its_side_open() -> None:
    ours = measured("us 100", "them 300", "us ?").reciprocity
    assert (ours.value, ours.low, ours.high) == (0.5, -1, 0.5)
    theirs = measured("us 100", "them 300", "them ?").reciprocity
    assert (theirs.value, theirs.low, theirs.high) == (0.5, 0.5, 1)
    assert [unknown.route for unknown in theirs.unknowns] == [("exchanges", 2, "value")]
    assert [entry.known for entry in theirs.inputs] == [Known.FRESH, Known.FRESH, Known.UNKNOWN]


def test_mostly_without_value_is_not_scored() -> None:
    score = measured("us 100", "them 300", "us ?", "us ?").reciprocity
    assert (score.value, score.low, score.high, score.completeness) == (None, -1, 0.5, 0.5)
    assert measured("us 100", "them 100", "us 100", "us ?", "us ?").reciprocity.completeness == 0.6
    assert measured("us 100", "them 100", "us 100", "us ?", "us ?").reciprocity.value is not None


def test_a_size_is_no_value() -> None:
    found = measure_equity(
        facts("""
        exchanges:
          - {date: 2026-05-02, gave: us, kind: other, value: 1}
          - {date: 2026-05-02, gave: them, kind: other, size: large}
    """)
    )
    assert found.reciprocity.value is None


def test_only_four_quarters_count_and_nothing_after_the_day() -> None:
    days = ["2025-09-30", "2025-10-01", "2026-11-15", "2026-11-16"]
    rows = [f"{{date: {day}, gave: us, kind: other, value: {10**i}}}" for i, day in enumerate(days)]
    found = measure_equity(facts(f"exchanges: [{', '.join(rows)}]"))
    assert found.by_kind == (("other", 110, 0),)
    assert [entry.route for entry in found.reciprocity.inputs] == [("exchanges", 1), ("exchanges", 2)]


def test_by_kind_and_the_share_of_price() -> None:
    rows = ["us, kind: rebate, value: 3", "us, kind: terms, value: 1", "us, kind: training, value: 4"]
    rows += ["them, kind: reference, value: 8", "us, kind: price, value: 2"]
    entries = ", ".join(f"{{date: 2026-05-02, gave: {row}}}" for row in rows)
    found = measure_equity(facts(f"exchanges: [{entries}]"))
    assert found.by_kind == (
        ("price", 2, 0),
        ("rebate", 3, 0),
        ("reference", 0, 8),
        ("terms", 1, 0),
        ("training", 4, 0),
    )
    assert found.price_share == 0.6
    assert measured("them 5", "them 6").price_share is None


def test_margin_after_cost_to_serve_and_its_trend() -> None:
    found = margin("""2024: {revenue: 455000, gross_profit: 164000, cost_to_serve: 60000},
                      2025: {revenue: 500000, gross_profit: 155000, cost_to_serve: 71000}""")
    assert found.latest == pytest.approx(16.8)
    assert found.trend == pytest.approx(16.8 - 104 / 4.55)
    assert (found.after_cost_to_serve, found.latest_year) == (True, 2025)
    assert [entry.route for entry in found.inputs] == [("financials", "2024"), ("financials", "2025")]


def test_without_cost_to_serve_the_margin_is_gross_and_says_so() -> None:
    found = margin("2024: {revenue: 100, gross_profit: 40, cost_to_serve: 5}, 2025: {revenue: 100, gross_profit: 30}")
    assert (found.latest, found.trend, found.after_cost_to_serve) == (30, -10, False)


def test_the_trend_is_least_squares_over_all_complete_years() -> None:
    rows = [
        f"{year}: {{revenue: 100, gross_profit: {profit}}}" for year, profit in ((2023, 10), (2024, 20), (2025, 60))
    ]
    found = margin(", ".join(rows) + ", 2026: {revenue: 100, gross_profit: 99}")
    assert (found.latest, found.trend) == (60, 25), "2026 is unfinished"


def test_one_year_has_a_margin_but_no_trend() -> None:
    assert margin("2025: {revenue: 100, gross_profit: -10}")[:2] == (-10, None)


@pytest.mark.parametrize(
    "financials", ["", "2025: 100", "2025: {gross_profit: 5}", "2025: {revenue: 0, gross_profit: 0}"]
)
def test_without_revenue_and_profit_there_is_no_margin(financials: str) -> None:
    assert margin(financials) == Margin(None, None, False, ())


def test_eight_quarters_have_a_trend_in_points_a_year() -> None:
    periods = [f"{2024 + i // 4}-Q{i % 4 + 1}" for i in range(2, 10)]
    quarters = [f"{period}: {{revenue: 100, gross_profit: {50 - i}}}" for i, period in enumerate(periods)]
    found = margin(", ".join(quarters))
    assert found.trend == pytest.approx(-4)
    assert found.latest == 43
    assert margin(", ".join(quarters[1:])).trend is None


def test_two_years_win_over_their_quarters() -> None:
    years = [f"{year}: {{revenue: 100, gross_profit: {profit}}}" for year, profit in ((2024, 30), (2025, 20))]
    quarters = [f"{year}-Q{q}: {{revenue: 100, gross_profit: 50}}" for year in (2024, 2025) for q in (1, 2, 3, 4)]
    found = margin(", ".join([*years, *quarters]))
    assert [found.latest, found.trend] == pytest.approx([20, -10])


def test_days_paid_beyond_terms_in_the_latest_complete_period() -> None:
    account = """
        contract: {payment_terms_days: 30}
        financials: {2024: {payment_days: 41}, 2025: {payment_days: 52}, 2026: {payment_days: 90}}
    """
    assert beyond(account) == 22


def test_days_beyond_terms_from_quarters() -> None:
    quarters = "financials: {2026-Q2: {payment_days: 20}, 2026-Q3: {payment_days: 28}, 2026-Q4: {payment_days: 90}}"
    assert beyond(f"contract: {{payment_terms_days: 30}}\n{quarters}") == -2


def test_days_beyond_terms_from_the_latest_of_years_and_quarters() -> None:
    terms = "contract: {payment_terms_days: 30}"
    assert beyond(f"{terms}\nfinancials: {{2024: {{payment_days: 41}}, 2026-Q3: {{payment_days: 35}}}}") == 5
    assert beyond(f"{terms}\nfinancials: {{2024: 100, 2025-Q4: {{payment_days: 35}}}}") == 5
    assert beyond(f"{terms}\nfinancials: {{2025: {{payment_days: 41}}, 2025-Q4: {{payment_days: 35}}}}") == 11


@pytest.mark.parametrize("account", ["", "contract: {payment_terms_days: 30}", "financials: {2025: {payment_days: 9}}"])
def test_days_beyond_terms_need_both(account: str) -> None:
    assert beyond(account) is None
