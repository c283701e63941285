"""Small books for portfolios: accounts as lines of YAML, assessed on the usual day."""

from collections.abc import Mapping
from datetime import date

from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.book.validate import validate
from relmap.model.account import Account
from relmap.model.period import Period
from relmap.portfolio.build import make_portfolio
from relmap.portfolio.case import make_case
from relmap.portfolio.values import Advice, Portfolio

from ..measures.build import AS_OF, read, settings_of


def portfolio(accounts: Mapping[str, str], settings: str = "", period: Period | None = None) -> Portfolio:
    """Assess accounts by id (owner: maria, and their id as the name) and put their portfolio together."""
    known, day = settings_of(settings), date.fromisoformat(AS_OF)
    rows, cases = [], {}
    for account_id, text in accounts.items():
        noun, problems = validate({"name": account_id, "owner": "maria", **read(text)}, Account)
        assert noun is not None, problems
        profile = assess_account(account_id, noun, known, day)
        rows.append(make_row(profile, f"accounts/{account_id}.yaml"))
        cases[account_id] = make_case(profile)
    found = assess_book(rows, known, day, period=period)
    return make_portfolio(found, found.accounts, cases)


def advised(account: str, settings: str = "") -> Advice:
    """Return the advice for one account."""
    return portfolio({"acme": account}, settings).advice[0]
