"""Pass 2: what depends on the whole book. Cheap, and over rows only."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment, KeyAccounts, Loss, MemberLoad
from relmap.assess.figures import book_figures, goals_figure
from relmap.assess.leads import NOTHING, Lead, Rank
from relmap.assess.row import MemberWork, Row
from relmap.book.ignores import Ignore
from relmap.findings import Finding
from relmap.measures.concentration import Concentration, judge, measure_concentration
from relmap.measures.dependence import Dependence, measure_dependence
from relmap.measures.exposure import measure_exposure, measure_fragility
from relmap.measures.logic import Truth
from relmap.measures.result import Score, exactly, not_scored
from relmap.model.period import Period, last_day, parse_period
from relmap.model.settings import Settings
from relmap.model.words import STAGES


class _Shares(NamedTuple):
    """The book's money in one period, and who belongs to whom."""

    period: Period | None
    groups: Mapping[str, str]
    """The topmost parent of every account."""
    names: Mapping[str, str]
    """What every group is called: by its account, else as relmap.yaml says, else by its id."""
    amounts: Mapping[str, float | None]
    """The revenue of every account in the period."""
    revenue: Concentration
    gross_profit: Concentration
    revenue_of: Mapping[str, float]
    """The revenue of every group with figures."""
    profit_of: Mapping[str, float]
    """The gross profit of every group that has any."""
    core: frozenset[str]
    """The groups that make most of the revenue."""


def assess_book(
    rows: Iterable[Row],
    settings: Settings,
    as_of: date,
    *,
    period: Period | None = None,
    has_settings: bool = True,
    findings: tuple[Finding, ...] = (),
    broken: tuple[str, ...] = (),
    ignores: tuple[Ignore, ...] = (),
) -> Assessment:
    """Merge the rows of a book, in any order, into its assessment.

    Shares are those of `period`, else of the latest complete fiscal year in which any account has revenue.
    """
    ordered = sorted(rows, key=lambda row: row.id)
    shares = _shares(ordered, settings, as_of, period)
    freed = _people_of_one_group(ordered, shares.groups)
    accounts = tuple(_assess(row, shares, settings, freed) for row in ordered)
    customers = [entry for entry in accounts if entry.row.status == "customer"]
    stages = Counter(str(entry.figures["stage"].value) for entry in customers)
    return Assessment(
        settings,
        has_settings,
        as_of,
        str(shares.period or ""),
        accounts,
        shares.revenue,
        shares.gross_profit,
        judge(shares.revenue, settings.rubric.concentration.profile),
        measure_fragility(entry.exposure for entry in accounts if entry.share.value is not None),
        {stage: stages[stage] for stage in STAGES},
        _loads(ordered, settings),
        _key_accounts(customers, settings),
        findings,
        broken,
        ignores,
    )


def top_of(account: str, parents: Mapping[str, str | None]) -> str:
    """Return the topmost ancestor, an account or a group; in a circle of parents the smallest id of the circle."""
    seen = [account]
    while (parent := parents.get(seen[-1])) is not None:
        if parent in seen:
            return min(seen[seen.index(parent) :])
        seen.append(parent)
    return seen[-1]


def _shares(rows: Sequence[Row], settings: Settings, as_of: date, period: Period | None) -> _Shares:
    parents = {row.id: row.parent for row in rows}
    groups = {row.id: top_of(row.id, parents) for row in rows}
    period = period or _latest_year(rows, as_of, settings.fiscal_year_starts)
    rubric = settings.rubric.dependence
    found = {row.id: amounts_in(row, period) if period else (None, None) for row in rows}
    without = [row.id for row in rows if found[row.id][0] is None and is_expected(row, period, settings)]
    concentrations = []
    for position in (0, 1):
        sums: dict[str, float] = defaultdict(float)
        for account, amounts in found.items():
            if (amount := amounts[position]) is not None:
                sums[groups[account]] += amount
        name = period.label if period else ""
        concentrations.append(measure_concentration(name, sums.items(), without, core_share=rubric.core_share))
    revenue, profit = concentrations
    return _Shares(
        period,
        groups,
        _names(rows, groups, settings),
        {row.id: found[row.id][0] for row in rows},
        revenue,
        profit,
        {customer.group: customer.amount for customer in revenue.customers},
        {customer.group: customer.amount for customer in profit.customers},
        frozenset(revenue.core),
    )


def _names(rows: Sequence[Row], groups: Mapping[str, str], settings: Settings) -> dict[str, str]:
    named = {group: entry.name for group, entry in settings.groups.items() if entry.name}
    named |= {row.id: row.name for row in rows}
    return {group: named.get(group, group) for group in set(groups.values())}


def is_expected(row: Row, period: Period | None, settings: Settings) -> bool:
    """Say whether figures are to be expected: of a customer who already was one in the period."""
    if row.status != "customer":
        return False
    return period is None or row.since is None or row.since <= last_day(period, settings.fiscal_year_starts)


def _latest_year(rows: Sequence[Row], as_of: date, starts: int) -> Period | None:
    years = {
        parse_period(entry.key).year
        for row in rows
        for entry in row.money
        if entry.revenue  # unknown or zero: no sign
    }
    for year in sorted(years, reverse=True):
        complete = last_day(Period(year), starts) < as_of
        if complete and any(amounts_in(row, Period(year))[0] for row in rows):
            return Period(year)
    return None


def amounts_in(row: Row, period: Period) -> tuple[float | None, float | None]:
    """Return revenue and gross profit of a period: its own entry, or for a year the sum of its four quarters."""
    key = str(period)
    own = next((entry for entry in row.money if entry.key == key), None)
    if own is not None:
        return own.revenue, own.gross_profit
    if period.quarter:
        return None, None
    entries = {entry.key: entry for entry in row.money}
    quarters = [entries.get(f"{period.year}-Q{quarter}") for quarter in range(1, 5)]
    if None in quarters:
        return None, None
    return _sum(entry.revenue for entry in quarters if entry), _sum(entry.gross_profit for entry in quarters if entry)


def _sum(amounts: Iterable[float | None]) -> float | None:
    total = 0.0
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def _assess(row: Row, shares: _Shares, settings: Settings, freed: Mapping[str, tuple[str, ...]]) -> AssessedAccount:
    group, amount = shares.groups[row.id], shares.amounts[row.id]
    share, group_share = _share(row, shares), _group_share(group, shares)
    core = _core_group(group, shares, settings)
    rubric = settings.rubric_for(row.tier)
    dependence = measure_dependence(row.dependence, group_share, core, rubric.dependence)
    exposure = measure_exposure(share, row.health)
    figures = row.figures | book_figures(row.figures, share, group_share, dependence, exposure)
    if row.targets is not None:
        figures["goals"] = goals_figure(row.targets, figures, rubric.completeness)
    loss = _loss(group, shares, freed.get(group, ())) if amount is not None else None
    return AssessedAccount(
        row,
        group,
        shares.names[group],
        amount,
        share,
        group_share,
        dependence,
        exposure,
        loss,
        figures,
        with_dependence(row.leads, row, dependence),
    )


def _share(row: Row, shares: _Shares) -> Score:
    amount = shares.amounts[row.id]
    if amount is None:
        if row.status != "customer":
            return exactly(0.0)  # not a customer, or no longer: nothing of the book's revenue
        return not_scored("no figures for the period", 0, 1)
    if not shares.revenue.total:
        return not_scored(shares.revenue.reason, 0, 1)
    return exactly(amount / shares.revenue.total)


def _group_share(group: str, shares: _Shares) -> Score:
    revenue = shares.revenue_of.get(group)
    return not_scored("no figures for the period", 0, 1) if revenue is None else exactly(revenue / shares.revenue.total)


def _core_group(group: str, shares: _Shares, settings: Settings) -> Truth:
    """In the set that makes 80 % of revenue, and either that set is few customers or this one alone is a tenth."""
    revenue = shares.revenue_of.get(group)
    if revenue is None:
        return None
    rubric = settings.rubric.dependence
    few = len(shares.core) <= rubric.core_customers * len(shares.revenue.customers)
    return group in shares.core and (few or revenue / shares.revenue.total >= rubric.core_alone)


def _loss(group: str, shares: _Shares, freed: tuple[str, ...]) -> Loss:
    """What goes with the whole group: one customer lost is every account of it lost."""
    lost = shares.revenue_of.get(group, 0.0)
    left = shares.revenue.total - lost
    index = None
    if left > 0 and len(shares.revenue_of) == 2:
        index = 10_000.0
    elif left > 0 and shares.revenue.hhi is not None:
        # Σ(a/left)² without the group, from Σ(a/total)²: no second walk through the book
        squares = shares.revenue.hhi / 10_000 * shares.revenue.total**2 - lost**2
        index = max(0.0, squares) / left**2 * 10_000
    return Loss(lost, shares.profit_of.get(group), index, freed)


def with_dependence(found: Sequence[Lead], row: Row, dependence: Dependence) -> tuple[Lead, ...]:
    """Slot what only the whole book shows into the leads of one account."""
    leads = list(found)
    if row.status == "customer":
        if dependence.suffering:
            worn = [
                text
                for text, holds in (
                    ("held to ransom", dependence.signs.held_to_ransom),
                    ("a one-way street", dependence.signs.one_way),
                    ("margins eroding", dependence.signs.margins_eroding),
                )
                if holds
            ]
            leads.append(Lead(Rank.SUFFERING, f"suffering deep dependence: {', '.join(worn)}"))
        elif dependence.pattern.value == "deep_dependence" and dependence.direction == "ours":
            leads.append(Lead(Rank.DEEP, "we depend on them deeply"))
    return tuple(sorted(leads, key=lambda lead: lead.rank)) or (NOTHING,)


def _people_of_one_group(rows: Sequence[Row], groups: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Team members whose accounts and relationships are all with one group, by group."""
    where: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for work in row.work:
            if work.owns or work.relationships:
                where[work.member].add(groups[row.id])
    freed: dict[str, list[str]] = defaultdict(list)
    for member, their_groups in sorted(where.items()):
        if len(their_groups) == 1:
            freed[next(iter(their_groups))].append(member)
    return {group: tuple(members) for group, members in freed.items()}


def _loads(rows: Sequence[Row], settings: Settings) -> tuple[MemberLoad, ...]:
    works: dict[str, list[MemberWork]] = {member: [] for member in settings.team}
    for row in rows:
        for work in row.work:
            works.setdefault(work.member, []).append(work)
    return tuple(
        MemberLoad(
            member,
            (settings.team[member].name if member in settings.team else None) or member,
            sum(work.owns for work in carried),
            sum(work.relationships for work in carried),
            sum(work.live for work in carried),
            sum(work.single_point for work in carried),
            sum(work.overdue for work in carried),
            sum(work.promises_due for work in carried),
            sum(work.promises_kept for work in carried),
        )
        for member, carried in sorted(works.items())
    )


def _key_accounts(customers: Sequence[AssessedAccount], settings: Settings) -> KeyAccounts:
    key = {tier for tier, entry in settings.tiers.items() if entry.key}
    return KeyAccounts(tuple(entry.row.id for entry in customers if entry.row.tier in key), settings.key_capacity)
