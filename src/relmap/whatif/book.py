"""The figures of the whole book that a departure or a loss can move."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from relmap.assess.assessment import Assessment
from relmap.assess.figures import Figure, in_percent


class BookFigure(NamedTuple):
    """One figure of the whole book, before and after."""

    id: str
    title: str
    unit: str
    """money, percent, index or count"""
    before: Figure
    after: Figure


def book_figures(before: Assessment, after: Assessment) -> Iterator[BookFigure]:
    """Yield every figure of the book, whether or not it moves."""
    for measure, (title, unit, find) in _OF_BOOK.items():
        yield BookFigure(measure, title, unit, find(before), find(after))


def _plain(value: float | None) -> Figure:
    return Figure(value, value, value)


def _largest(book: Assessment) -> Figure:
    return _plain(book.revenue.top[1] * 100 if book.revenue.total else None)


def _revenue(book: Assessment) -> Figure:
    """Return the revenue that is known; None where there are customers, and it is known of none of them."""
    customers = [entry for entry in book.accounts if entry.row.status == "customer"]
    return _plain(book.revenue.total if book.revenue.customers or not customers else None)


_OF_BOOK: Mapping[str, tuple[str, str, Callable[[Assessment], Figure]]] = {
    "revenue": ("Revenue", "money", _revenue),
    "gross_profit": (
        "Gross profit",
        "money",
        lambda of: _plain(of.gross_profit.total if of.gross_profit.hhi else None),
    ),
    "customers": ("Customers with revenue", "count", lambda of: _plain(len(of.revenue.customers))),
    "largest": ("Share of the largest customer", "percent", _largest),
    "hhi": ("Concentration (HHI)", "index", lambda of: _plain(of.revenue.hhi)),
    "major": ("Customers at 10 % or more", "count", lambda of: _plain(len(of.revenue.major))),
    "key_accounts": ("Key accounts", "count", lambda of: _plain(len(of.key_accounts.accounts))),
    "fragility": ("Fragility: revenue exposed", "percent", lambda of: in_percent(of.fragility)),
}
