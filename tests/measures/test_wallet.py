"""Share of wallet, potential and whitespace."""

import pytest

from relmap.measures.wallet import Wallet, measure_wallet

from .build import facts


def measured(account: str, **more: str) -> Wallet:
    return measure_wallet(facts(account, **more))


def test_the_share_is_revenue_over_customer_spend() -> None:
    found = measured("financials: {2025: {revenue: 500, customer_spend: 1250}}")
    assert (found.share.value, found.share.low, found.share.high, found.year) == (0.4, 0.4, 0.4, 2025)
    assert ("financials", "2025", "customer_spend") in [entry.route for entry in found.share.inputs]


def test_the_share_is_at_most_one() -> None:
    assert measured("financials: {2025: {revenue: 500, customer_spend: 400}}").share.value == 1


def test_no_revenue_of_a_known_spend_is_nought() -> None:
    assert measured("financials: {2025: {revenue: 0, customer_spend: 400}}").share.value == 0


@pytest.mark.parametrize(
    "financials",
    [
        "",
        "2025: 500",
        "2025: {customer_spend: 500}",
        "2025: {revenue: 5, customer_spend: 0}",
        "2026: {revenue: 5, customer_spend: 9}",  # unfinished
    ],
)
def test_without_a_complete_year_that_has_both_it_is_not_scored(financials: str) -> None:
    share = measured(f"financials: {{{financials}}}").share
    assert (share.value, share.low, share.high) == (None, 0, 1)
    assert share.unknowns


def test_the_latest_complete_year_that_has_both_counts() -> None:
    years = "2023: {revenue: 1, customer_spend: 10}, 2024: {revenue: 3, customer_spend: 10}, 2025: {revenue: 9}"
    found = measured(f"financials: {{{years}}}\npotential: {{revenue: 12}}")
    assert (found.share.value, found.year) == (0.3, 2024)
    assert found.potential_gap == 3, "potential against the latest revenue known"


def test_without_potential_or_revenue_there_is_no_gap() -> None:
    assert measured("potential: {revenue: 12}").potential_gap is None
    assert measured("financials: {2025: 9}").potential_gap is None


def test_whitespace_is_what_they_do_not_buy() -> None:
    sold = "offerings: {support: {}, firmware: {}, training: {}}"
    assert measured("offerings: [support]", settings=sold).whitespace == ("firmware", "training")
