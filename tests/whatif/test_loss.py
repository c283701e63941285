"""The book without a customer, against the book that never had it."""

from datetime import date

import pytest

from relmap.assess.assessment import Assessment, Card
from relmap.assess.cards import card_with
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.book.validate import validate
from relmap.model.account import Account
from relmap.render.whatif_loss_page import loss_summary
from relmap.whatif.loss import Loss, accounts_below, lose, name_of

from ..measures.build import AS_OF, read, settings_of

BOOK = {
    "acme": "{name: Acme, owner: maria, financials: {2025: {revenue: 50, gross_profit: 20}}}",
    "acme-north": "{name: Acme North, owner: tom, parent: acme, financials: {2025: 10}}",
    "boreal": "{name: Boreal, owner: maria, parent: cold, financials: {2025: 30}}",
    "zinc": "{name: Zinc, owner: ines, parent: cold, financials: {2025: 20}}",
}
GROUPS = "groups: {cold: {name: Cold Holding}}"


def book(*ids: str) -> tuple[Assessment, dict[str, Card]]:
    known, day = settings_of(GROUPS), date.fromisoformat(AS_OF)
    accounts = {}
    for account in ids or BOOK:
        noun, problems = validate(read(BOOK[account]), Account)
        assert noun is not None, problems
        accounts[account] = noun
    rows = [make_row(assess_account(key, noun, known, day), f"accounts/{key}.yaml") for key, noun in accounts.items()]
    found = assess_book(rows, known, day)
    return found, {key: card_with(found, found.account(key), noun) for key, noun in accounts.items()}


def losing(*names: str) -> Loss:
    found, cards = book()
    below = accounts_below(found, names)
    return lose(found, [name_of(found, name) for name in names], [cards[key] for key in below])


@pytest.mark.parametrize(
    ("name", "below"),
    [("acme", ["acme", "acme-north"]), ("acme-north", ["acme-north"]), ("cold", ["boreal", "zinc"])],
)
def test_what_stands_below_goes_as_well(name: str, below: list[str]) -> None:
    assert accounts_below(book()[0], [name]) == below


def test_the_book_is_as_if_it_never_had_the_customer() -> None:
    found, never = losing("acme"), book("boreal", "zinc")[0]
    assert (found.after.revenue, found.after.gross_profit, found.after.fragility) == (
        never.revenue,
        never.gross_profit,
        never.fragility,
    )
    assert [entry.figures for entry in found.after.accounts] == [entry.figures for entry in never.accounts]
    assert found.revenue == 60


def test_every_figure_of_the_book_before_and_after() -> None:
    figures = {entry.id: (entry.before.value, entry.after.value) for entry in losing("zinc").figures}
    assert figures["revenue"] == (110, 90)
    assert figures["customers"] == (2, 2)
    assert figures["largest"] == pytest.approx((600 / 11, 600 / 9))
    assert figures["hhi"] == pytest.approx((5041.32, 5555.56), abs=0.01)


def test_who_has_no_part_in_what_is_left_is_free() -> None:
    assert losing("acme").freed == ("tom",)
    assert losing("boreal").freed == ()


def test_the_shares_of_those_who_stay_move() -> None:
    shifts = {(shift.account.row.id, shift.measure.id): shift.after.value for shift in losing("acme").shifts}
    assert shifts["boreal", "share"] == pytest.approx(60)
    assert shifts["boreal", "share.group"] == pytest.approx(100)


def test_names_are_those_that_people_use() -> None:
    assert losing("cold", "acme").names == ("Cold Holding", "Acme")


def test_losing_everybody_leaves_nothing() -> None:
    found = losing("cold", "acme")
    assert found.after.accounts == ()
    assert found.shifts == ()
    assert {entry.id: entry.after.value for entry in found.figures}["hhi"] is None


def test_revenue_that_is_not_known_is_told_and_not_counted_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BOOK, "acme-north", "{name: Acme North, owner: tom, parent: acme}")
    summary = loss_summary(losing("acme"))
    assert "the book loses 50 of FY2025, 50 % of its revenue, and 20 of gross profit; " in summary
    assert "; of 1 more account no revenue is known. " in summary


def test_a_book_of_which_no_revenue_is_known_has_no_revenue_of_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BOOK, "zinc", "{name: Zinc, owner: ines}")
    found, cards = book("acme", "zinc")
    figures = {figure.id: figure for figure in lose(found, ["Acme"], [cards["acme"]]).figures}
    assert (figures["revenue"].before.value, figures["revenue"].after.value) == (50, None)
    gone = {figure.id: figure for figure in lose(found, ["both"], [*cards.values()]).figures}
    assert gone["revenue"].after.value == 0
