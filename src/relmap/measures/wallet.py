"""Share of wallet: how much of what they spend in our category they spend with us."""

from typing import NamedTuple

from relmap.measures.facts import Facts
from relmap.measures.result import Evidence, Input, Known, Score, Unknown, exactly, inputs_only, not_scored


class Wallet(NamedTuple):
    """Share of wallet, 0 to 1, of one fiscal year; the potential against what they buy; offerings not yet bought."""

    share: Score
    year: int | None
    potential_gap: float | None
    """Potential revenue less current revenue, in the book's currency."""
    whitespace: tuple[str, ...]


def measure_wallet(facts: Facts) -> Wallet:
    """Return revenue / customer_spend, at most 1, of the latest complete year that has both."""
    both = [year for year in facts.years if year.revenue is not None and year.customer_spend]
    revenue = next((year.revenue for year in reversed(facts.years) if year.revenue is not None), None)
    potential = facts.account.potential.revenue
    gap = None if potential is None or revenue is None else potential - revenue
    whitespace = tuple(sorted(set(facts.settings.offerings) - set(facts.account.offerings)))
    if not both:
        question = "How much do they spend a year in our category, with anybody?"
        evidence = Evidence(unknowns=(Unknown(("financials",), question, 1.0),))
        nothing = not_scored("no complete year has both revenue and customer_spend", 0, 1, lambda: evidence)
        return Wallet(nothing, None, gap, whitespace)
    year = both[-1]
    share = min(1.0, (year.revenue or 0.0) / (year.customer_spend or 1.0))
    said = {"revenue": "document", "customer_spend": "ours"}  # our revenue stands in the books, their spend does not
    inputs = tuple(
        Input(("financials", key, field), Known.FRESH, source) for key in year.keys for field, source in said.items()
    )
    return Wallet(exactly(share, inputs_only(inputs)), year.year, gap, whitespace)
