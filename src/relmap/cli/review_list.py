"""`relmap review --due` and `--status`: where the reviews of a book stand."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relmap.cli.exits import COULD_NOT, DONE
from relmap.cli.output import Target, write
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.assess.assessment import AssessedAccount, Assessment
    from relmap.cli.running import OpenedBook
    from relmap.review.listing import ReviewList

FORMATS = ("rich", "text", "markdown", "json", "csv")


class Look(NamedTuple):
    """How a command looks at the book, and where it shows what it sees."""

    places: Sequence[Target]
    day: date
    jobs: int | None
    coloured: bool
    quiet: bool
    verbose: bool


class Wanted(NamedTuple):
    """Which accounts are listed."""

    named: Sequence[str]
    """By id; none: all."""
    where: Sequence[str]
    within: int
    """Days from today, that day included, within which a review falls due."""
    due: bool
    """Only those whose review is asked for."""


def read_days(text: str | None) -> int | None:
    """Return the days that `--within` names: 14d, or 14."""
    if text is None:
        return None
    found = re.fullmatch(r"([0-9]{1,4})d?", text.strip())
    if not found:
        raise UsageError(f"--within {text!r} is no number of days", hint="write it as 14d")
    return int(found[1])


def list_reviews(opened: "OpenedBook", look: Look, wanted: Wanted) -> int:
    """List the accounts that are wanted, the most urgent first."""
    from relmap.assess.select import parse_selector
    from relmap.cli.running import is_partial, run_with_progress, select_and_tell, tell
    from relmap.review.listing import make_list

    conditions = parse_selector(" ".join(wanted.where))
    measures = frozenset({"review.changed", *(condition.field for condition in conditions)})
    run = run_with_progress(opened, look.day, None, look.jobs, quiet=look.quiet, wanted=measures)
    tell(run, quiet=look.quiet, verbose=look.verbose)
    chosen = select_and_tell(_named(run, wanted.named), conditions, quiet=look.quiet)
    listed = make_list(run, chosen, within=wanted.within if wanted.due else None)
    for place in look.places:
        write(_render(listed, place, coloured=look.coloured), place.path)
    if conditions and not chosen:
        raise RelmapError("no account matched --where")
    return COULD_NOT if is_partial(opened, run) else DONE


def _named(run: "Assessment", named: Sequence[str]) -> "Sequence[AssessedAccount]":
    if broken := [account for account in named if account in run.broken]:
        raise RelmapError(f"{broken[0]} cannot be listed: the file is broken")
    return [run.account(account) for account in named] if named else run.accounts


def _render(listed: "ReviewList", place: Target, *, coloured: bool) -> str:
    """Render the list in the format of one place. Loads that format's code only."""
    if place.format == "json":
        from relmap.render.json_review import review_json

        return review_json(listed)
    from relmap.render import review_list

    if place.format == "csv":
        return review_list.review_csv(listed)
    from relmap.cli.drawing import draw

    return draw(
        review_list.list_page(listed, limit=None if place.format != "rich" else review_list.RICH_ROWS),
        place,
        coloured=coloured,
    )
