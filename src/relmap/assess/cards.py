"""Cards: one account with its evidence and every figure, as its file has it, or as it would be with it changed."""

from collections.abc import Set
from functools import cache

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.figures import ALL, attainments, balance_of, book_figures, goals_figure
from relmap.assess.leads import SHOWN, find_leads
from relmap.assess.profile import Profile, assess_account
from relmap.assess.row import Row, make_row
from relmap.assess.second_pass import assess_book, with_dependence
from relmap.measures.dependence import measure_dependence
from relmap.measures.exposure import measure_exposure
from relmap.measures.ladder import measure_ladder
from relmap.model.account import Account
from relmap.model.period import parse_period


def card_of(assessment: Assessment, assessed: AssessedAccount, profile: Profile) -> Card:
    """Return the card of an account with the figures that were asked for when its book was assessed."""
    row, rubric = assessed.row, profile.facts.rubric
    core = assessed.dependence.signs.core_group
    dependence = measure_dependence(profile.dependence, assessed.group_share, core, rubric.dependence)
    return Card(
        assessed,
        profile,
        dependence,
        assessment.divisions(row.id),
        cache(lambda: with_dependence(find_leads(profile), row, dependence)[:SHOWN]),
        cache(lambda: measure_ladder(profile.facts, profile.trust_types, dependence)),
        cache(lambda: balance_of(assessed.figures, dependence)),
        cache(lambda: attainments(row.targets or (), assessed.figures)),
    )


def card_with(assessment: Assessment, assessed: AssessedAccount, account: Account, wanted: Set[str] = ALL) -> Card:
    """Return an account's card as its file has it, or as it would be in the same book if its file said this.

    Its figures are those that are wanted, beside what every row has; with "goals" those that goals are held against.
    """
    profile = assess_account(assessed.row.id, account, assessment.settings, assessment.as_of)
    row = make_row(profile, assessed.row.path, wanted)
    return card_of(assessment, _again(assessment, assessed, row), profile)


def _again(assessment: Assessment, assessed: AssessedAccount, row: Row) -> AssessedAccount:
    """Take the second pass of a changed row: over the whole book only where the change moves shares."""
    if _shares_of(row) != _shares_of(assessed.row):
        rows = (row if entry.row.id == row.id else entry.row for entry in assessment.accounts)
        period = parse_period(assessment.period) if assessment.period else None
        return assess_book(rows, assessment.settings, assessment.as_of, period=period).account(row.id)
    share, group_share, core = assessed.share, assessed.group_share, assessed.dependence.signs.core_group
    rubric = assessment.settings.rubric_for(row.tier)
    dependence = measure_dependence(row.dependence, group_share, core, rubric.dependence)
    exposure = measure_exposure(share, row.health)
    figures = row.figures | book_figures(row.figures, share, group_share, dependence, exposure)
    figures["goals"] = goals_figure(row.targets or (), figures, rubric.completeness)
    return assessed._replace(row=row, dependence=dependence, exposure=exposure, figures=figures)


def _shares_of(row: Row) -> tuple[object, ...]:
    """Return what the book's shares are made of."""
    return row.money, row.parent, row.status, row.since
