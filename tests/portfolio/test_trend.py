"""The trend: complete years and the last complete quarters, each against the one before over whoever is in both."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.portfolio.trend import QUARTERS
from relmap.portfolio.values import TrendPeriod
from relmap.render.page import Page
from relmap.render.page_rich import page_rich
from relmap.render.page_text import section_lines
from relmap.render.portfolio_trend import trend_sections

from ..render.screens import on_screen
from .books import portfolio

BOOK = {
    "acme": "financials: {2023: 100, 2024: 80, 2025: {revenue: 60, gross_profit: 20}}",
    "acme-north": "{parent: acme, financials: {2024: 10, 2025: 10}}",
    "boreal": "financials: {2024: 20, 2025: {revenue: 30, gross_profit: -5}}",
    "zinc": "since: 2020-01-01",
}
QUARTERLY = {
    "acme": "financials: {2026-Q1: 100, 2026-Q2: {revenue: 80, gross_profit: 20}, 2026-Q3: 90}",
    "acme-north": "{parent: acme, financials: {2026-Q2: 10, 2026-Q3: 10}}",
    "boreal": "financials: {2025: 400, 2026-Q2: {revenue: 30, gross_profit: -5}, 2026-Q3: {gross_profit: 9}}",
    "zinc": "since: 2026-05-01",
    "late": "since: 2026-10-01",
}


def labels(periods: tuple[TrendPeriod, ...]) -> list[str]:
    return [period.period.label for period in periods]


def quarters(*accounts: str, settings: str = "") -> tuple[TrendPeriod, ...]:
    found = portfolio({f"a{place}": f"financials: {money}" for place, money in enumerate(accounts)}, settings)
    return found.quarters


def test_years_are_compared_over_who_has_figures_in_both() -> None:
    years = portfolio(BOOK).years
    assert [(year.period.label, year.revenue) for year in years] == [("FY2023", 100), ("FY2024", 110), ("FY2025", 100)]
    assert [year.change[:2] for year in years] == [
        (None, 0),
        (pytest.approx(-20), 1),
        (pytest.approx(-100 / 11), 3),
    ]
    assert [year.without for year in years] == [3, 1, 1]


def test_a_year_after_a_gap_is_not_compared() -> None:
    years = portfolio({"acme": "financials: {2022: 50, 2024: 100}"}).years
    assert [(year.change.percent, year.change.reason) for year in years] == [
        (None, ""),
        (None, "there are no figures for FY2023"),
    ]


def test_years_of_different_accounts_are_not_compared() -> None:
    years = portfolio({"acme": "financials: {2024: 50}", "boreal": "financials: {2025: 100}"}).years
    assert (years[1].change.percent, years[1].change.reason) == (None, "no account has figures in both years")


def test_an_unfinished_year_is_left_out() -> None:
    assert [year.period.label for year in portfolio({"acme": "financials: {2025: 50, 2026: 90}"}).years] == ["FY2025"]


def test_a_year_after_one_without_revenue_is_not_called_one_without_figures() -> None:
    years = portfolio({"acme": "financials: {2023: 5, 2024: 0, 2025: 100}"}).years
    assert labels(years) == ["FY2023", "FY2025"]
    assert years[1].change == (None, 1, "the accounts in both years had no revenue")


def test_gross_profit_counts_whose_it_is_also_where_their_revenue_is_not_known() -> None:
    found = portfolio({"acme": "financials: {2025: 100}", "boreal": "financials: {2025: {gross_profit: 7}}"})
    assert (found.years[0].gross_profit, found.years[0].accounts, found.years[0].profits) == (7, 1, 1)


def test_quarters_have_the_same_figures_as_years_and_count_whose_are_not_known() -> None:
    found = portfolio(QUARTERLY).quarters
    assert [(each.period.label, each.revenue, each.gross_profit) for each in found] == [
        ("FY2026-Q1", 100, None),
        ("FY2026-Q2", 120, 15),
        ("FY2026-Q3", 100, 9),
    ]
    assert [(each.accounts, each.profits, each.without) for each in found] == [(1, 0, 2), (3, 2, 1), (2, 1, 2)]
    assert [each.largest for each in found] == [1, 0.75, 1]
    assert [each.hhi for each in found] == pytest.approx([10_000, 6_250, 10_000])


def test_quarters_are_compared_with_the_one_before_over_who_has_figures_in_both() -> None:
    found = portfolio(QUARTERLY).quarters
    assert [each.change for each in found] == [
        (None, 0, ""),
        (pytest.approx(-20), 1, ""),
        (pytest.approx(1000 / 90), 2, ""),
    ]


def test_a_quarter_is_compared_with_the_same_quarter_a_year_before() -> None:
    found = quarters("{2025-Q2: 100, 2025-Q3: 200, 2026-Q2: 110, 2026-Q3: 190}", "{2026-Q2: 7, 2026-Q3: 7}")
    assert [each.year_change for each in found] == [
        (None, 0, "there are no figures for FY2024-Q2"),
        (None, 0, "there are no figures for FY2024-Q3"),
        (pytest.approx(10), 1, ""),
        (pytest.approx(-5), 1, ""),
    ]


def test_a_quarter_after_a_gap_is_not_compared_with_the_one_before() -> None:
    found = quarters("{2025-Q4: 50, 2026-Q2: 100}")
    assert [each.change.reason for each in found] == ["", "there are no figures for FY2026-Q1"]


@pytest.mark.parametrize(
    ("accounts", "reason"),
    [
        (("{2026-Q1: 50}", "{2026-Q2: 100}"), "no account has figures in both quarters"),
        (("{2026-Q1: 50}", "{2026-Q1: 0, 2026-Q2: 100}"), "the accounts in both quarters had no revenue"),
    ],
)
def test_quarters_that_cannot_be_compared_say_why(accounts: tuple[str, ...], reason: str) -> None:
    assert (quarters(*accounts)[1].change.percent, quarters(*accounts)[1].change.reason) == (None, reason)


def test_a_quarter_that_is_not_over_does_not_count() -> None:
    assert labels(quarters("{2026-Q2: 50, 2026-Q3: 60, 2026-Q4: 70}")) == ["FY2026-Q2", "FY2026-Q3"]


def test_fiscal_quarters_end_when_the_fiscal_year_says() -> None:
    money = "{2026-Q3: 50, 2026-Q4: 60, 2027-Q1: 70}"
    assert labels(quarters(money, settings="fiscal_year_starts: 10")) == ["FY2026-Q3", "FY2026-Q4"]
    assert labels(quarters(money, settings="fiscal_year_starts: 8")) == ["FY2026-Q3", "FY2026-Q4", "FY2027-Q1"]


def test_only_the_last_eight_quarters_are_shown_and_the_first_is_compared_with_the_one_left_out() -> None:
    money = ", ".join(f"{2023 + place // 4}-Q{place % 4 + 1}: {place + 1}" for place in range(12))
    found = quarters(f"{{{money}}}")
    assert (labels(found)[0], labels(found)[-1], len(found)) == ("FY2024-Q1", "FY2025-Q4", QUARTERS)
    assert [found[0].change.percent, found[0].year_change.percent] == pytest.approx([25, 400])


def test_a_year_is_not_spread_over_its_quarters() -> None:
    assert quarters("{2025: 400}") == ()


def test_a_quarter_in_which_nobody_bought_is_left_out() -> None:
    assert labels(quarters("{2026-Q1: 0, 2026-Q2: 5, 2026-Q3: {gross_profit: 1}}")) == ["FY2026-Q2"]


MONEY = st.tuples(st.integers(0, 1000), st.integers(-1000, 1000))


@given(st.lists(st.tuples(*[MONEY] * 4), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_four_quarters_add_up_to_their_year_where_all_are_known(drawn: list[tuple[tuple[int, int], ...]]) -> None:
    accounts = [
        ", ".join(
            f"2025-Q{quarter}: {{revenue: {revenue}, gross_profit: {profit}}}"
            for quarter, (revenue, profit) in enumerate(money, 1)
        )
        for money in drawn
    ]
    found = portfolio({f"a{place}": f"financials: {{{money}}}" for place, money in enumerate(accounts)})
    if not found.years:
        assert found.quarters == ()
        return
    (year,) = found.years
    sold = {each.period.quarter for each in found.quarters}
    unsold = [money[quarter - 1][1] for money in drawn for quarter in range(1, 5) if quarter not in sold]
    assert sum(each.revenue for each in found.quarters) == year.revenue
    assert sum(each.gross_profit or 0 for each in found.quarters) + sum(unsold) == year.gross_profit
    assert {(each.accounts, each.profits, each.without) for each in (year, *found.quarters)} == {
        (len(drawn),) * 2 + (0,)
    }


@given(st.dictionaries(st.sampled_from(["2025-Q1", "2025-Q2", "2025-Q3"]), st.integers(0, 9), min_size=1))
@settings(max_examples=20, deadline=None)
def test_quarters_are_those_of_the_book_over_that_quarter(money: dict[str, int]) -> None:
    text = ", ".join(f"{key}: {amount}" for key, amount in money.items())
    accounts = {"acme": f"financials: {{{text}}}", "boreal": "financials: {2025-Q2: 4}"}
    for quarter in portfolio(accounts).quarters:
        over = portfolio(accounts, period=quarter.period)
        assert [quarter.revenue, quarter.hhi] == pytest.approx([over.revenue.total, over.revenue.hhi])
        assert quarter.without == len(over.revenue.without_figures)


def said(accounts: dict[str, str]) -> list[str]:
    return [line for section in trend_sections(portfolio(accounts)) for line in section_lines(section) if line]


def test_one_quarter_alone_says_nothing_of_how_the_book_moves() -> None:
    assert said({"acme": "financials: {2026-Q2: 5}"}) == [
        "The quarters",
        "------------",
        "Only FY2026-Q2 has figures, so how the book moves from quarter to quarter is not known.",
    ]


def test_a_book_of_years_has_no_section_of_quarters() -> None:
    assert [section.title for section in trend_sections(portfolio(BOOK))] == ["The years"]


def test_the_last_quarter_is_the_last_line_with_all_that_is_known_and_not_known() -> None:
    assert [cell.strip() for cell in said(QUARTERLY)[-1].split("  ") if cell] == [
        "FY2026-Q3",
        "100",
        "+11.1 % over 2 accounts",
        "not compared · there are no figures for FY2025-Q3",
        "9 of 1 account",
        "100.0 %",
        "10\u202f000",
        "2; no figures of 2 customers",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 140, 200])
def test_every_width_shows_every_figure_of_every_quarter(width: int) -> None:
    page = Page("", (), tuple(trend_sections(portfolio(QUARTERLY))))
    shown = " ".join(on_screen(page_rich(page, width), width).split())
    for text in ("FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "+11.1 %", "15 of 2 accounts", "75.0 %", "6 250"):
        assert text in shown
