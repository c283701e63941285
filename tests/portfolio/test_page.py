"""The sentences of a portfolio where the book is out of the ordinary: each says what is so, and no more."""

from dataclasses import replace

import pytest

from relmap.measures.result import exactly
from relmap.render.page import Grid
from relmap.render.page_text import page_text
from relmap.render.portfolio_page import portfolio_page

from .books import portfolio

HEALTH = """contacts: {jane: {power: 5, roles: [budget], support: champion,
    known_by: {maria: {level: credible_source, trust: 7, last_contact: 2026-10-01}}}}"""


def said(accounts: dict[str, str]) -> str:
    return page_text(portfolio_page(portfolio(accounts)))


@pytest.mark.parametrize(
    ("exposures", "named"), [((0.2, 0.1), "acme"), ((0.1, 0.2), "boreal"), ((0.2, 0.2), None), ((0.0, 0.0), None)]
)
def test_the_most_exposed_is_named_where_no_other_is_as_exposed(
    exposures: tuple[float, float], named: str | None
) -> None:
    account = f"{{financials: {{2025: 50}}, {HEALTH}}}"
    found = portfolio({"acme": account, "boreal": account})
    both = zip(found.assessment.accounts, exposures, strict=True)
    accounts = tuple(entry._replace(exposure=exactly(exposure)) for entry, exposure in both)
    told = page_text(portfolio_page(found._replace(assessment=replace(found.assessment, accounts=accounts))))
    assert (f", most of all on {named}." in told) if named else ("most of all" not in told)


def test_gross_profit_that_is_below_zero_everywhere_is_not_called_unknown() -> None:
    told = said({"acme": "financials: {2025: {revenue: 50, gross_profit: -5}}"})
    assert "Gross profit              not scored: no figure is above zero" in told
    assert "Gross profit, below zero  in no share: acme" in told


def test_key_accounts_are_held_against_how_many_can_be_served() -> None:
    tiers = "tiers: {key: {key: true}}\nkey_capacity: "
    accounts = {"acme": "tier: key", "boreal": "tier: key"}
    for capacity, verdict in ((1, "1 too many"), (2, "no room for more"), (4, "room for 2 more")):
        told = page_text(portfolio_page(portfolio(accounts, f"{tiers}{capacity}")))
        assert f"2 key accounts, and we can serve {capacity} well: {verdict}." in told


def test_rows_beyond_the_limit_are_counted_in_every_table_that_has_one_an_account() -> None:
    held = "financials: {2025: {revenue: 9, gross_profit: 5, cost_to_serve: 1}}\nambition: {choice: maximise}"
    accounts = {f"h{number}": held for number in range(3)} | {f"u{number}": "" for number in range(4)}
    page = portfolio_page(portfolio(accounts), 2)
    (section,) = (section for section in page.sections if section.title.startswith("Where to invest"))
    grids = [block for block in section.blocks if isinstance(block, Grid)]
    assert [(len(grid.rows), grid.more) for grid in grids] == [(2, 1), (2, 2)]
