"""What stands below the book's table: how the whole book stands, and what it does not know."""

from collections.abc import Callable, Iterator, Sequence

from relmap.assess.assessment import AssessedAccount, Assessment, MemberLoad
from relmap.measures.concentration import PROFILES
from relmap.model.period import last_day, parse_period
from relmap.render import labels, words
from relmap.render.page import Fact, Facts, Section, Tone, fact

NAMES = 5
"""How many names a sentence carries before the rest is counted."""


def book_sections(assessment: Assessment) -> tuple[Section, ...]:
    """Return the sections below the table."""
    facts = (*_concentration(assessment), *_relationships(assessment), *_load(assessment))
    return (Section("The book as a whole", (Facts(facts),)),)


def customers(assessment: Assessment) -> list[AssessedAccount]:
    """Return the accounts that are customers."""
    return [entry for entry in assessment.accounts if entry.row.status == "customer"]


def group_names(assessment: Assessment) -> dict[str, str]:
    """Return the name of every group by its id."""
    return {entry.group: entry.group_name for entry in assessment.accounts}


def _concentration(assessment: Assessment) -> Iterator[Fact]:
    revenue = assessment.revenue
    if revenue.hhi is None or revenue.effective_number is None:
        yield fact("Concentration", f"not scored: {revenue.reason}", Tone.UNKNOWN)
        return
    currency = assessment.settings.currency
    known = words.count(len(revenue.customers), "customer")
    total = f"{words.money(revenue.total, currency)} in {revenue.period} from {known} with figures"
    yield fact("Revenue", total + _unfinished(assessment))
    tops = [
        f"top {size} {words.exact_share(part)}"
        for size, part in revenue.top.items()
        if 1 < size < len(revenue.customers)
    ]
    largest = f"largest {words.exact_share(revenue.top[1])}"
    equal = f"like {words.number(revenue.effective_number, int(revenue.effective_number < 10))} customers of equal size"
    index = f"HHI {words.number(revenue.hhi, 1)} of 10{words.NARROW_SPACE}000"
    yield fact("Concentration", f"{', '.join([largest, *tops])}; {index}, {equal}")
    yield _profile(assessment)


def _unfinished(assessment: Assessment) -> str:
    period = parse_period(assessment.period)
    over = last_day(period, assessment.settings.fiscal_year_starts) < assessment.as_of
    return "" if over else f" ({period.label} is not over yet)"


def _profile(assessment: Assessment) -> Fact:
    """Judge by the profile's name: majors for gaap-10, the thresholds for the others."""
    profile = assessment.settings.rubric.concentration.profile
    revenue, names = assessment.revenue, group_names(assessment)
    if profile == "gaap-10":
        shares = {customer.group: customer.share for customer in revenue.customers}
        majors = [f"{names.get(group, group)} {words.exact_share(shares[group])}" for group in revenue.major]
        text = f"{words.count(len(majors), 'customer')} at 10 % or more"
        return fact(f"By {profile}", f"{text}: {words.listed(majors, 10)}" if majors else text)
    lines = [
        f"top {line.threshold.top} at {words.exact_share(line.share)} is {_LEVELS[line.level]}"
        f" ({words.share(line.threshold.watch)} / {words.share(line.threshold.beyond)})"
        for line in assessment.profile_lines
    ]
    worst = {line.level for line in assessment.profile_lines}
    tone = Tone.BAD if "beyond" in worst else Tone.WATCH if "watch" in worst else Tone.PLAIN
    return fact(f"By {profile}", "; ".join(lines), tone, PROFILES[profile][0])


_LEVELS = {"within": "within the lines", "watch": "to be watched", "beyond": "beyond the line"}


def _relationships(assessment: Assessment) -> Iterator[Fact]:
    fragility = assessment.fragility
    figure = words.ranged(fragility, words.share, (0, 1))
    reason = "; not every health is scored" if fragility.value is None else ""
    meaning = f"{figure} of the revenue hangs on what the relationships lack in health{reason}"
    yield fact("Fragility", meaning if figure != words.UNKNOWN else words.UNKNOWN)
    if stages := _stages(assessment):
        yield fact("Stages", stages)
    yield _key_accounts(assessment)


def _stages(assessment: Assessment) -> str:
    own = assessment.settings
    found = [(labels.stage(own, stage), number) for stage, number in assessment.stages.items() if number]
    return ", ".join(f"{words.number(number)} {stage}" for stage, number in found)


def _key_accounts(assessment: Assessment) -> Fact:
    key = assessment.key_accounts
    number = len(key.accounts)
    if key.capacity is None:
        rule = "key_capacity is not set; published: 15–30 for a mature programme, about 5 for a young one"
        return fact("Key accounts", f"{number}; how many we can serve well is not said", Tone.UNKNOWN, rule)
    over = number > key.capacity
    text = f"{number} of the {key.capacity} that we can serve well"
    return fact("Key accounts", text + (": more than we can serve" if over else ""), Tone.BAD if over else Tone.PLAIN)


def _load(assessment: Assessment) -> Iterator[Fact]:
    if single := _carried(assessment.loads, "single_points", lambda number: f"in {words.count(number, 'account')}"):
        yield fact("Hangs on one of us", single)
    if overdue := _carried(assessment.loads, "overdue", lambda number: f"({words.number(number)})"):
        yield fact("Overdue work", overdue)
    if left := _left_behind(assessment):
        yield fact("Left behind", left, Tone.BAD)


def _carried(loads: Sequence[MemberLoad], what: str, write: Callable[[int], str]) -> str:
    """Name who carries what, by name: it informs and does not rank people. Many are only counted."""
    found = sorted((load.name, getattr(load, what)) for load in loads if getattr(load, what))
    if len(found) > NAMES:
        return f"{words.count(len(found), 'team member')}, {words.number(sum(amount for _, amount in found))} in all"
    return words.listed([f"{name} {write(amount)}" for name, amount in found], NAMES)


def _left_behind(assessment: Assessment) -> str:
    """Name who has left us and still carries something."""
    found = []
    for load in assessment.loads:
        entry = assessment.settings.team.get(load.member)
        gone = entry and (entry.left <= assessment.as_of if entry.left is not None else entry.status == "left")
        carried = [words.count(load.accounts, "account")] if load.accounts else []
        carried += [words.count(load.overdue, "overdue item")] if load.overdue else []
        if gone and carried:
            found.append(f"{load.name} has left and still has {words.listed(carried)}")
    return words.listed(found, NAMES)
