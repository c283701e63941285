"""Put a portfolio together: the book, the accounts to show one by one, and what their files say of investing."""

from collections.abc import Mapping, Sequence

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.assess.select import sort_accounts
from relmap.measures.concentration import judge
from relmap.measures.result import Score
from relmap.portfolio.curve import pareto
from relmap.portfolio.losses import largest_losses
from relmap.portfolio.moves import advise_all
from relmap.portfolio.stages import stage_mix
from relmap.portfolio.trend import quarters_of, years_of
from relmap.portfolio.values import Case, Placed, Portfolio

MEASURES = frozenset(("service", "perception.stage", "perception.trust", "perception.optimism", "health.band"))
"""The measures beyond the book's table that a portfolio reads."""


def make_portfolio(assessment: Assessment, shown: Sequence[AssessedAccount], cases: Mapping[str, Case]) -> Portfolio:
    """Return the portfolio of a book; `shown` are the accounts that stand in it one by one."""
    ordered = sort_accounts(shown, "exposure")
    names = {entry.group: entry.group_name for entry in assessment.accounts}
    curve = pareto(assessment.revenue, names)
    profile = assessment.settings.rubric.concentration.profile
    key_tiers = frozenset(tier for tier, entry in assessment.settings.tiers.items() if entry.key)
    return Portfolio(
        assessment,
        ordered,
        assessment.profile_lines,
        judge(assessment.gross_profit, profile),
        curve,
        tuple(_placed(entry) for entry in ordered if entry.exposure.high > 0 and entry.row.status == "customer"),
        advise_all(ordered, cases, key_tiers),
        stage_mix(assessment.accounts),
        largest_losses(assessment, curve, names),
        years_of(assessment),
        quarters_of(assessment),
        cases,
    )


def _placed(entry: AssessedAccount) -> Placed:
    return Placed(entry, entry.exposure, Score(*entry.figures["health"]))  # type: ignore[arg-type]  # a number
