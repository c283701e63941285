"""What the rule of investing needs of one account, taken while its file and measures are at hand."""

from relmap.assess.profile import Profile
from relmap.book.load import LoadedAccount
from relmap.measures.money import YearMoney
from relmap.portfolio.values import Case, Effort


def gather_case(_loaded: LoadedAccount, profile: Profile) -> Case:
    """Take what one account says of ambition, potential, profit and effort; it can be sent between processes."""
    return make_case(profile)


def make_case(profile: Profile) -> Case:
    """Return what one account says of ambition, potential, profit and effort.

    Money is that of the latest complete fiscal year that has it; profit without cost to serve is not after it.
    """
    account, years = profile.facts.account, profile.facts.years
    sold = next((year for year in reversed(years) if year.revenue is not None), None)
    earned = next((year for year in reversed(years) if year.gross_profit is not None), None)
    return Case(
        account.ambition.choice,
        account.ambition.stage,
        account.potential.revenue,
        account.potential.key_account,
        earned.year if earned else None,
        sold.revenue if sold else None,
        earned.gross_profit if earned else None,
        _cost(earned),
        _effort(profile),
    )


def _cost(year: YearMoney | None) -> float | None:
    return year.cost_to_serve if year else None


def _effort(profile: Profile) -> Effort:
    service = profile.service
    return Effort(
        service.fit.value,  # type: ignore[arg-type]  # a word of FITS
        service.fit.possible,  # type: ignore[arg-type]
        service.aim,
        service.touchpoints,
        int(service.line.touchpoints_least),
        int(service.line.touchpoints_most),
        service.cost,
        float(service.line.cost_most),
    )
