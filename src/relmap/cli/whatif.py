"""`relmap whatif`: somebody leaves, or a customer is lost."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from relmap.cli.accounts import complete_account, find_accounts
from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.options import (
    AsOfOption,
    BookOption,
    ColorOption,
    DebugOption,
    FormatOption,
    JobsOption,
    OutputOption,
    PeriodOption,
    QuietOption,
    VerboseOption,
    check_finished,
    find_book,
    read_day,
    read_jobs,
    read_period,
)
from relmap.cli.output import Target, is_coloured, targets, write
from relmap.cli.people import complete_person
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.assess.assessment import Assessment
    from relmap.cli.running import OpenedBook
    from relmap.render.page import Page
    from relmap.whatif.people import Leaver

FORMATS = ("rich", "text", "markdown", "json", "csv")

AccountArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="ACCOUNT",
        help="The account that they leave. Left out: a team member leaves the whole book.",
        autocompletion=complete_account,
    ),
]
LeavesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--leaves",
        metavar="PERSON",
        help="A contact of the account, or a team member: the id or a unique beginning; repeatable.",
        autocompletion=complete_person,
    ),
]
LoseOption = Annotated[
    list[str] | None,
    typer.Option(
        "--lose",
        metavar="ACCOUNT",
        help="A customer that is lost: an account or a group, with all that stands below it; repeatable.",
        autocompletion=complete_account,
    ),
]


class _Answer(NamedTuple):
    """The answer in each of its forms, each made when it is asked for."""

    page: "Callable[[], Page]"
    json: Callable[[], str]
    csv: Callable[[], str]


def whatif(
    account: AccountArgument = None,
    *,
    leaves: LeavesOption = None,
    lose: LoseOption = None,
    book: BookOption = None,
    as_of: AsOfOption = None,
    period: PeriodOption = None,
    format_name: FormatOption = None,
    output: OutputOption = None,
    jobs: JobsOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    debug: DebugOption = False,
) -> int:
    """Say what happens when somebody leaves or a customer is lost: assessed again, with the smallest way back."""
    from relmap.assess.figures import ALL, EVERYDAY
    from relmap.cli.running import is_partial, open_usable_book, run_with_progress, tell

    del debug  # read where crashes end
    _check_question(account, leaves, lose)
    places, coloured = targets(format_name, output or [], FORMATS), is_coloured(color, sys.stdout)
    day, wanted_period, processes = read_day(as_of), read_period(period), read_jobs(jobs)
    opened = open_usable_book(find_book(book))
    check_finished(wanted_period, day, opened.settings.fiscal_year_starts)
    named = find_accounts([account], opened.files, opened.root) if account else []
    lost = [_find_customer(word, opened) for word in lose or []]
    run = run_with_progress(opened, day, wanted_period, processes, quiet=quiet, wanted=ALL if lose else EVERYDAY)
    tell(run, quiet=quiet, verbose=verbose)
    if broken := [word for word in (*named, *lost) if word in run.broken]:
        raise RelmapError(f"{broken[0]} cannot be assessed: the file is broken")
    answer = _lose(opened, run, lost) if lost else _leave(opened, run, named, leaves or [])
    for place in places:
        write(_render(answer, place, coloured=coloured), place.path)
    return COULD_NOT if is_partial(opened, run) else DONE


def _check_question(account: str | None, leaves: Sequence[str] | None, lose: Sequence[str] | None) -> None:
    if not leaves and not lose:
        raise UsageError(
            "nothing is asked: who leaves, or who is lost?",
            hint="write --leaves PERSON for somebody of an account or of our team, or --lose ACCOUNT for a customer",
        )
    if leaves and lose:
        raise UsageError("--leaves and --lose are two questions", hint="ask one at a time")
    if account and lose:
        raise UsageError(f"--lose takes the customer itself, and {account!r} stands beside it", hint="leave one out")


def _find_customer(word: str, opened: "OpenedBook") -> str:
    """Return the id of an account or of a group. Raises UsageError, with the nearest one, where there is none."""
    if word in opened.settings.groups:
        return word
    try:
        return find_accounts([word], opened.files, opened.root)[0]
    except UsageError as error:
        from relmap.book.problem import nearest

        close = nearest(word, opened.settings.groups)
        raise UsageError(error.message, hint=f"did you mean {close}?") if close else error from None


def _leave(opened: "OpenedBook", run: "Assessment", named: Sequence[str], leaves: Sequence[str]) -> _Answer:
    from relmap.cli.running import make_card
    from relmap.whatif.departure import accounts_of, depart
    from relmap.whatif.people import find_leavers

    cards = [make_card(opened, run, account) for account in named]
    if cards:
        leavers = find_leavers(leaves, cards[0].profile.facts)
    else:
        leavers = _members(opened, run, leaves)
        cards = [make_card(opened, run, account) for account in accounts_of(run, leavers)]
    found = depart(run, cards, leavers, whole_book=not named)

    def page() -> "Page":
        from relmap.render.whatif_page import departure_page

        return departure_page(found)

    def json() -> str:
        from relmap.render.json_whatif import departure_json

        return departure_json(found)

    def csv() -> str:
        from relmap.render.whatif_csv import departure_csv

        return departure_csv(found)

    return _Answer(page, json, csv)


def _members(opened: "OpenedBook", run: "Assessment", leaves: Sequence[str]) -> "tuple[Leaver, ...]":
    from relmap.whatif.people import find_members

    try:
        return find_members(leaves, run)
    except UsageError as error:
        contact = next(((word, where) for word in leaves if (where := _accounts_with(opened, run, word))), None)
        if contact is None:
            raise
        word, where = contact
        hint = f"contacts leave an account: relmap whatif {where[0]} --leaves {word}"
        raise UsageError(f"{word} is a contact of {', '.join(where[:5])}, and not in our team", hint=hint) from error


def _accounts_with(opened: "OpenedBook", run: "Assessment", contact: str) -> list[str]:
    """Return the accounts with a contact of this id; a file without the word in it is not read any further."""
    from relmap.book.load import load_account
    from relmap.book.read import read_bytes

    found = []
    for file in opened.files:
        data = read_bytes(opened.root, file.path, file.id)
        if isinstance(data, bytes) and contact.encode() in data:
            loaded = load_account(opened.root, file, opened.settings, opened.book.account_ids, run.as_of)
            found += [file.id] if loaded.account and contact in loaded.account.contacts else []
    return found


def _lose(opened: "OpenedBook", run: "Assessment", lost: Sequence[str]) -> _Answer:
    from relmap.cli.running import make_card
    from relmap.whatif.loss import accounts_below, lose, name_of

    cards = [make_card(opened, run, account) for account in accounts_below(run, lost)]
    found = lose(run, [name_of(run, word) for word in lost], cards)

    def page() -> "Page":
        from relmap.render.whatif_loss_page import loss_page

        return loss_page(found)

    def json() -> str:
        from relmap.render.json_whatif import loss_json

        return loss_json(found)

    def csv() -> str:
        from relmap.render.whatif_csv import loss_csv

        return loss_csv(found)

    return _Answer(page, json, csv)


def _render(answer: _Answer, place: Target, *, coloured: bool) -> str:
    from relmap.cli.drawing import draw

    if place.format == "json":
        return answer.json()
    return answer.csv() if place.format == "csv" else draw(answer.page(), place, coloured=coloured)
