"""The agenda of a book: in which order, for whom, and in which groups."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from relmap.agenda.account import AccountAgenda, find_todos
from relmap.agenda.agenda import Agenda, By, make_agenda
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.run import gather_book
from relmap.assess.second_pass import assess_book
from relmap.book.load import open_book
from relmap.book.validate import validate
from relmap.model.account import Account

from ..measures.build import AS_OF, read, settings_of
from ..render.screens import EXAMPLES

DAY = date.fromisoformat(AS_OF)
UNTIL = DAY + timedelta(days=14)
CARE = "reviews: [{date: 2026-10-20, by: maria, quarter: 2026-Q4}]\ncontacts: {seat: {placeholder: true}}\n"
SPARES = "promises: [{what: Spares, by: maria, due: 2026-11-20}]\n"
BOOK = {
    "large": f"financials: {{2025: 900}}\n{CARE}{SPARES}",
    "small": f"financials: {{2025: 100}}\n{CARE}{SPARES}",
    "unheard": f"{CARE}{SPARES}",
    "prospect": f"status: prospect\n{CARE}{SPARES}",
}


def agenda(accounts: Mapping[str, str], *owners: str, by: By = "account") -> Agenda:
    """Make the agenda of accounts of a few lines, all of maria's."""
    settings, profiles = settings_of("rubric: {roles: []}"), []
    for key, text in accounts.items():
        noun, problems = validate({"name": key.title(), "owner": "maria", **read(text)}, Account)
        assert noun is not None, problems
        profiles.append(assess_account(key, noun, settings, DAY))
    run = assess_book([make_row(profile, f"{profile.facts.id}.yaml") for profile in profiles], settings, DAY)
    gathered = {profile.facts.id: find_todos(profile, UNTIL) for profile in profiles}
    return make_agenda(run, run.accounts, gathered, UNTIL, owners=owners, by=by)


def accounts_of(found: Agenda) -> list[str]:
    return [group.key for group in found.groups]


def test_accounts_stand_by_what_may_be_exposed_the_unknown_first() -> None:
    assert accounts_of(agenda(BOOK)) == ["unheard", "large", "small", "prospect"]


def test_in_an_account_the_longest_overdue_comes_first_and_what_has_no_day_last() -> None:
    promises = "{what: A, by: maria}, {what: B, by: maria, due: 2026-11-20}, {what: C, by: maria, due: 2026-08-01}"
    more = f"{CARE}promises: [{promises}, {{what: D, by: maria, due: 2026-10-01}}]\n"
    items = agenda({"acme": more}).items
    assert [(item.todo.subject, item.overdue) for item in items] == [
        ("maria: C", 106),
        ("maria: D", 45),
        ("maria: B", 0),
        ("maria: A", 0),
    ]


def test_of_one_day_promises_come_before_reviews() -> None:
    due = "promises: [{what: Spares, by: maria, due: 2026-10-15}]\ncontacts: {seat: {placeholder: true}}\n"
    assert [item.todo.kind.value for item in agenda({"acme": due}).items] == ["promise", "review"]


def test_the_order_of_the_files_does_not_matter() -> None:
    there, back = (agenda(dict(books)).items for books in (BOOK.items(), reversed(BOOK.items())))
    assert [(item.account.row.id, item.todo) for item in there] == [(item.account.row.id, item.todo) for item in back]


def test_only_the_work_of_some() -> None:
    toms = {**BOOK, "small": BOOK["small"].replace("by: maria, due: 2026-11-20", "by: tom, due: 2026-11-20")}
    assert accounts_of(agenda(toms, "tom")) == ["small"]
    assert {item.todo.owner for item in agenda(toms, "tom", "maria").items} == {"tom", "maria"}


def test_by_whose_work_it_is() -> None:
    toms = {**BOOK, "large": BOOK["large"].replace("by: maria, due: 2026-11-20", "by: tom, due: 2026-11-20")}
    groups = agenda(toms, by="owner").groups
    assert [(group.key, list(dict.fromkeys(item.account.row.id for item in group.items))) for group in groups] == [
        ("maria", ["unheard", "small", "prospect"]),
        ("tom", ["large"]),
    ]


def test_nothing_is_told_twice_in_the_example_and_everything_has_its_line() -> None:
    book = open_book(EXAMPLES / "meridian")
    assert book.settings is not None
    run, gathered = gather_book(book, book.settings, DAY, AccountAgenda(UNTIL + timedelta(days=365)), jobs=1)
    found = make_agenda(run, run.accounts, gathered, UNTIL).items
    assert len(found) > 40
    assert len({(item.account.row.id, item.todo.kind, item.todo.subject) for item in found}) == len(found)
    assert len({(item.account.row.id, item.todo.what) for item in found}) == len(found)
    for item in found:
        line = (
            (EXAMPLES / "meridian" / item.account.row.path).read_text(encoding="utf-8").splitlines()[item.todo.line - 1]
        )
        assert item.todo.kind != "promise" or item.todo.subject.partition(": ")[2] in line


def test_several_processes_find_the_same_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relmap.assess.run.BATCH", 8)
    book = open_book(EXAMPLES / "meridian")
    assert book.settings is not None
    one, two = (gather_book(book, book.settings, DAY, AccountAgenda(UNTIL), jobs=jobs)[1] for jobs in (1, 2))
    assert one == two
