"""The trend of a portfolio: the complete years, and the last complete quarters, each beside the one before it."""

from collections.abc import Iterator, Sequence

from relmap.portfolio.values import Change, Portfolio, TrendPeriod
from relmap.render import words
from relmap.render.page import Cell, Column, Grid, Section, Tone, prose


def _rest_columns(profit: int, largest: int, index: int, accounts: int) -> tuple[Column, ...]:
    """Return the columns that both tables end with, and below which width each of them is folded."""
    return (
        Column("Gross profit", fold=profit, right=True),
        Column("Largest", fold=largest, right=True),
        Column("HHI", fold=index, right=True),
        Column("Accounts with figures", fold=accounts, wrap=True),
    )


REVENUE = Column("Revenue", right=True)
OF_YEARS = (
    Column("Year"),
    REVENUE,
    Column("Against the year before", fold=56, wrap=True),
    *_rest_columns(84, 96, 104, 112),
)
OF_QUARTERS = (
    Column("Quarter"),
    REVENUE,
    Column("Against the quarter before", fold=56, wrap=True),
    Column("Against a year before", fold=96, wrap=True),
    *_rest_columns(116, 124, 132, 140),
)


def trend_sections(portfolio: Portfolio) -> Iterator[Section]:
    """Yield the years and the quarters; none of a kind that has no figures."""
    if portfolio.years:
        yield _years(portfolio.years, portfolio.assessment.settings.currency)
    if portfolio.quarters:
        yield _quarters(portfolio.quarters, portfolio.assessment.settings.currency)


def _years(years: Sequence[TrendPeriod], currency: str | None) -> Section:
    if len(years) == 1:
        return _only("The years", years[0], "from year to year")
    text = "Years are compared over the accounts that have figures in both; totals of different accounts are not."
    rows = tuple(
        (
            *_money(year, currency),
            _change(year.change, "the year before"),
            *_rest(year, currency),
        )
        for year in years
    )
    return Section("The years", (prose(text, Tone.MUTED), Grid(OF_YEARS, rows)))


def _quarters(quarters: Sequence[TrendPeriod], currency: str | None) -> Section:
    if len(quarters) == 1:
        return _only("The quarters", quarters[0], "from quarter to quarter")
    text = (
        f"The last {words.number(len(quarters))} complete quarters with figures. They are compared over the accounts"
        " that have figures in both: with the quarter before, and with the same quarter a year before. Largest and HHI"
        " are of the accounts with figures alone."
    )
    rows = tuple(
        (
            *_money(quarter, currency),
            _change(quarter.change, "the quarter before"),
            _change(quarter.year_change, "a year before"),
            *_rest(quarter, currency),
        )
        for quarter in quarters
    )
    return Section("The quarters", (prose(text, Tone.MUTED), Grid(OF_QUARTERS, rows)))


def _only(title: str, period: TrendPeriod, step: str) -> Section:
    text = f"Only {period.period.label} has figures, so how the book moves {step} is not known."
    return Section(title, (prose(text, Tone.UNKNOWN),))


def _money(period: TrendPeriod, currency: str | None) -> tuple[Cell, Cell]:
    return Cell(period.period.label, Tone.STRONG), Cell(words.money(period.revenue, currency))


def _rest(period: TrendPeriod, currency: str | None) -> tuple[Cell, ...]:
    profit, largest, index = _profit(period, currency), words.exact_share(period.largest), words.number(period.hhi)
    missing = f"; no figures of {words.count(period.without, 'customer')}" if period.without else ""
    return (
        Cell(profit, Tone.UNKNOWN if period.gross_profit is None else Tone.PLAIN, below=f"gross profit {profit}"),
        Cell(largest, below=f"largest {largest}"),
        Cell(index, below=f"HHI {index}"),
        Cell(
            f"{words.number(period.accounts)}{missing}",
            below=f"figures of {words.count(period.accounts, 'account')}{missing}",
        ),
    )


def _profit(period: TrendPeriod, currency: str | None) -> str:
    """Return the gross profit, and of how many accounts it is where that is not those with revenue."""
    if period.gross_profit is None:
        return "not known"
    amount = words.money(period.gross_profit, currency)
    return amount if period.profits == period.accounts else f"{amount} of {words.count(period.profits, 'account')}"


def _change(change: Change, earlier: str) -> Cell:
    """Say how revenue went against what is `earlier`."""
    if change.percent is None and not change.reason:
        return Cell("the first with figures", Tone.MUTED)
    told = _compared(change)
    return Cell(told, _tone(change), change.reason, below=f"against {earlier} {told}")


def _compared(change: Change) -> str:
    if change.percent is None:
        return "not compared"
    sign = "+" if change.percent > 0 else ""
    return f"{sign}{words.number(change.percent, 1)} % over {words.count(change.accounts, 'account')}"


def _tone(change: Change) -> Tone:
    if change.percent is None:
        return Tone.UNKNOWN
    return Tone.WATCH if change.percent < 0 else Tone.PLAIN
