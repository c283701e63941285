"""Trade by period: whether they bought without a gap, how revenue moved, and which issues stand open."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth, all_of
from relmap.measures.money import complete_quarters
from relmap.measures.result import Input, Known
from relmap.model.period import first_day, last_day, parse_period


class Trade(NamedTuple):
    """An answer about revenue, with the entries that it was read off."""

    holds: Truth
    keys: tuple[str, ...]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The entries that were read."""
        return money_inputs(self.keys)


class Change(NamedTuple):
    """How revenue moved from one period to a later one, percent of the earlier, and the entries it was read off."""

    percent: float
    keys: tuple[str, ...]

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The entries that were compared."""
        return money_inputs(self.keys)

    @property
    def detail(self) -> str:
        """The two ends and the change, as a check shows it."""
        return f"{self.keys[0]} to {self.keys[-1]}: {self.percent:+.1f} %"


def money_inputs(keys: Iterable[str]) -> tuple[Input, ...]:
    """Return entries of money as inputs: from the books, so documents, and dated by their period."""
    return tuple(Input(("financials", key), Known.FRESH, "document") for key in keys)


def traded_without_a_gap(facts: Facts, quarters: int) -> Trade:
    """Say whether there was revenue in each of the last complete quarters; a year's figure counts for its quarters."""
    answers, read = list[Truth](), dict[str, None]()
    for back in range(1, quarters + 1):
        period = facts.quarter.back(back)
        found = revenue_of(facts, (str(period), str(period.year)))
        answers.append(bool(found.revenue) if found else None)
        read |= {found.key: None} if found else {}
    return Trade(all_of(answers), tuple(read))


class Taken(NamedTuple):
    """Revenue, and the entry of the file that says so."""

    key: str
    revenue: float


def revenue_of(facts: Facts, keys: tuple[str, str]) -> Taken | None:
    """Return the revenue of a quarter: its own figure, even a zero, and else its year's. `keys` are those two."""
    for key in keys:
        entry = facts.account.financials.get(key)
        if entry is not None and entry.revenue is not None:
            return Taken(key, entry.revenue)
    return None


def open_issues(facts: Facts) -> list[int]:
    """Return the positions of the issues that stand open on the day."""
    return [
        position
        for position, issue in enumerate(facts.account.issues)
        if facts.happened(issue.since)
        and (issue.closed > facts.as_of if issue.closed is not None else issue.status == "open")
    ]


def yearly_changes(facts: Facts) -> list[Change]:
    """Return the change of revenue from each complete year to the next, the latest last."""
    known = [year for year in facts.years if year.revenue is not None]
    return [
        Change((after.revenue - before.revenue) / before.revenue * 100, (*before.keys, *after.keys))
        for before, after in pairwise(known)
        if before.revenue and after.revenue is not None and after.year == before.year + 1
    ]


def quarterly_changes(facts: Facts) -> list[Change]:
    """Return the change of each complete quarter against the same one a year before, the latest last."""
    financials = facts.account.financials
    quarters = complete_quarters(financials, facts.as_of, facts.settings.fiscal_year_starts)
    revenue = {period: financials[key].revenue for period, key in quarters}
    return [
        Change((after - before) / before * 100, (str(period.back(4)), str(period)))
        for period, after in revenue.items()
        if after is not None and (before := revenue.get(period.back(4)))
    ]


def latest_change(facts: Facts) -> Change | None:
    """Return the known change that ends last: of a quarter against the same one a year before, or of two years."""
    starts = facts.settings.fiscal_year_starts
    newest = (*quarterly_changes(facts)[-1:], *yearly_changes(facts)[-1:])
    return max(newest, key=lambda change: last_day(parse_period(change.keys[-1]), starts), default=None)


def periods_with_revenue(facts: Facts) -> list[str]:
    """Return the periods that had begun by the day and have revenue, in the file's order."""
    starts = facts.settings.fiscal_year_starts
    return [
        key
        for key, entry in facts.account.financials.items()
        if entry.revenue and first_day(parse_period(key), starts) <= facts.as_of
    ]


def revenue_is_whole(facts: Facts) -> bool:
    """Say whether every period in the file has its revenue: a hole leaves every comparison open."""
    return all(entry.revenue is not None for entry in facts.account.financials.values())
