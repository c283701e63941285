"""The money of a portfolio: concentration with its bands, the Pareto curve and losses."""

from collections.abc import Iterator, Sequence, Set

from relmap.measures.concentration import PROFILES, Concentration, ProfileLine
from relmap.portfolio.values import LossOfOne, ParetoPoint, Portfolio
from relmap.render import labels, words
from relmap.render.book_foot import group_names
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, fact, prose
from relmap.render.portfolio_words import closed

BAR = 20
LEVELS = {"within": "within the lines", "watch": "to be watched", "beyond": "beyond the line"}
_TONES = {"within": Tone.PLAIN, "watch": Tone.WATCH, "beyond": Tone.BAD}


def concentration_section(portfolio: Portfolio, limit: int | None = None) -> Section:
    """Return how much of the book hangs on how few customers, by revenue and by gross profit."""
    settings, revenue = portfolio.assessment.settings, portfolio.revenue
    if revenue.hhi is None:
        text = (
            f"Concentration is not scored: {revenue.reason}. Find out: what did each customer buy in a complete year?"
        )
        return Section("Concentration", (prose(text, Tone.UNKNOWN),))
    facts = (
        *_facts("Revenue", revenue, portfolio.revenue_lines, portfolio),
        *_facts("Gross profit", portfolio.gross_profit, portfolio.profit_lines, portfolio),
    )
    profile = settings.rubric.concentration.profile
    source = f"The bands are those of the profile {profile}; {PROFILES[profile][0]}."
    return Section("Concentration", (prose(source, Tone.MUTED), Facts(facts), *_curve(portfolio, limit)))


def _facts(title: str, found: Concentration, lines: Sequence[ProfileLine], portfolio: Portfolio) -> Iterator[Fact]:
    if found.hhi is None or found.effective_number is None:
        yield fact(title, f"not scored: {found.reason}", Tone.UNKNOWN)
        yield from _below_zero(title, found, portfolio)
        return
    customers = words.count(len(found.customers), "customer")
    currency = portfolio.assessment.settings.currency
    yield fact(title, f"{words.money(found.total, currency)} in {found.period} from {customers} with figures")
    tops = [
        f"top {size} {words.exact_share(part)}" for size, part in found.top.items() if 1 < size < len(found.customers)
    ]
    equal = words.number(found.effective_number, int(found.effective_number < 10))
    index = f"HHI {words.number(found.hhi, 1)} of 10{words.NARROW_SPACE}000"
    largest = [f"largest {words.exact_share(found.top[1])}", *tops]
    yield fact(f"{title}, shares", f"{', '.join(largest)}; {index}, like {equal} customers of equal size")
    yield _bands(f"{title}, bands", found, lines, portfolio)
    yield from _below_zero(title, found, portfolio)


def _below_zero(title: str, found: Concentration, portfolio: Portfolio) -> Iterator[Fact]:
    if found.negative:
        names = group_names(portfolio.assessment)
        below = [names.get(group, group) for group in found.negative]
        yield fact(f"{title}, below zero", f"in no share: {words.listed(below, 10)}", Tone.WATCH)


def _bands(title: str, found: Concentration, lines: Sequence[ProfileLine], portfolio: Portfolio) -> Fact:
    """Judge by the profile's lines; gaap-10 is about who has to be named."""
    if portfolio.assessment.settings.rubric.concentration.profile == "gaap-10":
        names = group_names(portfolio.assessment)
        majors = [names.get(group, group) for group in found.major]
        text = f"{words.count(len(majors), 'customer')} at 10 % or more"
        return fact(
            title, f"{text}: {words.listed(majors, 10)}" if majors else text, Tone.WATCH if majors else Tone.PLAIN
        )
    texts = [
        f"top {line.threshold.top} at {words.exact_share(line.share)} is {LEVELS[line.level]} ({_lines(line)})"
        for line in lines
    ]
    return fact(title, "; ".join(texts), max((_TONES[line.level] for line in lines), key=list(_TONES.values()).index))


def _lines(line: ProfileLine) -> str:
    watch, beyond = (words.share(each) for each in (line.threshold.watch, line.threshold.beyond))
    return f"the line is {beyond}" if watch == beyond else f"watch from {watch}, beyond from {beyond}"


def _curve(portfolio: Portfolio, limit: int | None) -> Iterator[Block]:
    if len(portfolio.pareto) == 1:
        yield prose(closed(f"All of the revenue comes from {portfolio.pareto[0].name}"))
        return
    core = frozenset(portfolio.revenue.core)
    share = words.share(portfolio.assessment.settings.rubric.dependence.core_share)
    known = words.count(len(portfolio.pareto), "customer")
    yield prose(f"It takes {words.number(len(core))} of {known} to make {share} of the revenue.")
    columns = (
        Column("#", right=True),
        Column("Customer", wrap=True, widest=30),
        Column("Revenue", right=True),
        Column("Share", right=True),
        Column("Together", right=True),
        Column("Curve", least=100),
    )
    currency = portfolio.assessment.settings.currency
    rows = tuple(_point(place, point, core, currency) for place, point in enumerate(portfolio.pareto[:limit], 1))
    yield Grid(columns, rows, len(portfolio.pareto) - len(rows))


def _point(place: int, point: ParetoPoint, core: Set[str], currency: str | None) -> tuple[Cell, ...]:
    return (
        Cell(words.number(place)),
        Cell(point.name, Tone.STRONG if point.group in core else Tone.PLAIN),
        Cell(words.money(point.amount, currency)),
        Cell(words.exact_share(point.share)),
        Cell(words.exact_share(point.cumulative)),
        Cell("#" * int(point.cumulative * BAR + 0.5)),
    )


def losses_section(portfolio: Portfolio) -> Section | None:
    """Return what the loss of each of the largest would do; None where no revenue is known."""
    if not portfolio.losses:
        return None
    number = len(portfolio.losses)
    whom = "the only customer with figures" if len(portfolio.pareto) == 1 else "one of the largest customers"
    text = f"Each row is the book without {whom} and every account of theirs, over the same period."
    if number > 1:
        text += " `relmap whatif --lose` tells each in full."
    columns = (
        Column("Lost"),
        Column("Revenue that goes", right=True, wrap=True),
        Column("Share", fold=72, right=True),
        Column("Gross profit", fold=72, right=True),
        Column("HHI then", fold=84, right=True),
        Column("Largest then", fold=100, wrap=True, widest=30),
        Column("Key accounts", fold=110, right=True),
        Column("Without work then", fold=120, wrap=True, widest=30),
    )
    rows = tuple(_loss(loss, portfolio) for loss in portfolio.losses)
    title = "If the only customer were lost" if number == 1 else f"If one of the {number} largest were lost"
    return Section(title, (prose(text, Tone.MUTED), Grid(columns, rows)))


def _loss(loss: LossOfOne, portfolio: Portfolio) -> tuple[Cell, ...]:
    settings = portfolio.assessment.settings
    names = labels.members(settings)
    profit = "not known" if loss.gross_profit is None else words.money(loss.gross_profit, settings.currency)
    index = "nothing left" if loss.hhi_after is None else words.number(loss.hhi_after)
    largest = "nobody" if loss.largest_after is None else f"{loss.largest_name} {words.exact_share(loss.largest_after)}"
    freed = words.listed([names.get(member, member) for member in loss.freed], 5)
    return (
        Cell(loss.name, Tone.STRONG),
        Cell(words.money(loss.revenue, settings.currency)),
        Cell(words.exact_share(loss.share)),
        Cell(profit, Tone.UNKNOWN if loss.gross_profit is None else Tone.PLAIN, below=f"gross profit {profit}"),
        Cell(index, below=f"HHI {index}"),
        Cell(largest, below=f"largest then {largest}"),
        Cell(
            words.number(loss.key_accounts),
            below=words.count(loss.key_accounts, "key account") if loss.key_accounts else "",
        ),
        Cell(freed or "nobody", below=f"{freed} without work" if freed else ""),
    )
