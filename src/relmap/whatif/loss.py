"""The book without a customer: shares, concentration and dependence of those who stay, and what goes with it."""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.figures import MEASURES, Figure, MeasureInfo
from relmap.assess.row import Row
from relmap.assess.second_pass import assess_book
from relmap.measures.facts import has_left
from relmap.model.period import parse_period
from relmap.model.settings import TeamMember
from relmap.whatif.book import BookFigure, book_figures
from relmap.whatif.effects import same_figure


class Shift(NamedTuple):
    """One measure of an account that stays."""

    account: AssessedAccount
    measure: MeasureInfo
    before: Figure
    after: Figure


class Loss(NamedTuple):
    """What the book is without some customers."""

    before: Assessment
    after: Assessment
    names: tuple[str, ...]
    """What was asked for, as people call it."""
    lost: tuple[AssessedAccount, ...]
    figures: tuple[BookFigure, ...]
    shifts: tuple[Shift, ...]
    freed: tuple[str, ...]
    """Team members, by id, who own and know nobody in what is left."""
    cards: tuple[Card, ...]
    """Of the lost accounts."""

    @property
    def revenue(self) -> float | None:
        """The revenue that goes, in the book's currency; None where nothing is known of it."""
        known = [entry.revenue for entry in self.lost if entry.revenue is not None]
        return sum(known) if known else None


def name_of(assessment: Assessment, customer: str) -> str:
    """Return what people call an account or a group."""
    group = assessment.settings.groups.get(customer)
    names = {entry.row.id: entry.row.name for entry in assessment.accounts}
    return names.get(customer) or (group.name if group else None) or customer


def accounts_below(assessment: Assessment, names: Sequence[str]) -> list[str]:
    """Return the accounts that go with accounts and groups: these, and every account that has one above it."""
    parents = {entry.row.id: entry.row.parent for entry in assessment.accounts}
    return [entry.row.id for entry in assessment.accounts if not set(names).isdisjoint(_line(entry.row.id, parents))]


def _line(account: str, parents: dict[str, str | None]) -> list[str]:
    """Return an account and everything above it; a circle of parents is walked once."""
    line = [account]
    while (parent := parents.get(line[-1])) is not None and parent not in line:
        line.append(parent)
    return line


def lose(assessment: Assessment, names: Sequence[str], cards: Sequence[Card]) -> Loss:
    """Take the accounts of these cards out of the book and assess the rest again, over the same period."""
    gone = {card.assessed.row.id for card in cards}
    after = assess_without(assessment, gone)
    return Loss(
        assessment,
        after,
        tuple(names),
        tuple(entry for entry in assessment.accounts if entry.row.id in gone),
        tuple(book_figures(assessment, after)),
        tuple(_shifts(assessment, after)),
        freed_people(assessment, gone),
        tuple(cards),
    )


def assess_without(assessment: Assessment, gone: Set[str]) -> Assessment:
    """Assess the book again without some accounts, over the same period."""
    left = [entry.row for entry in assessment.accounts if entry.row.id not in gone]
    period = parse_period(assessment.period) if assessment.period else None
    return assess_book(left, assessment.settings, assessment.as_of, period=period)


def _shifts(before: Assessment, after: Assessment) -> Iterator[Shift]:
    old = {entry.row.id: entry for entry in before.accounts}
    for entry in after.accounts:
        for measure in MEASURES:
            if measure.id not in entry.figures:
                continue
            was, now = old[entry.row.id].figures[measure.id], entry.figures[measure.id]
            if not same_figure(was, now):
                yield Shift(entry, measure, was, now)


def freed_people(before: Assessment, gone: Set[str]) -> tuple[str, ...]:
    """Return who had a part in what is lost and has none in what is left; people who have left us are not free."""
    lost = (entry.row for entry in before.accounts if entry.row.id in gone)
    left = (entry.row for entry in before.accounts if entry.row.id not in gone)
    team, day = before.settings.team, before.as_of
    here = {member for member in _working(lost) if not (member in team and _is_gone(team[member], day))}
    return tuple(sorted(here - _working(left)))


def _working(rows: Iterable[Row]) -> set[str]:
    return {work.member for row in rows for work in row.work if work.owns or work.relationships}


def _is_gone(member: TeamMember, day: date) -> bool:
    return has_left(member.status, member.left, day)
