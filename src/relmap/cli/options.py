"""Options that commands share, and what they mean together."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from relmap.clock import today
from relmap.errors import RelmapError, UsageError

if TYPE_CHECKING:
    from relmap.model.period import Period

BookOption = Annotated[
    Path | None,
    typer.Option(
        "-C",
        "--book",
        envvar="RELMAP_BOOK",
        metavar="DIR",
        help="The book: a folder with relmap.yaml. Default: upward from here.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", envvar="RELMAP_AS_OF", metavar="DATE", help="The day to assess, YYYY-MM-DD. Default: today."
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="rich, text, markdown, json or csv. Default: rich on a terminal, else text.",
    ),
]
PageFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        envvar="RELMAP_FORMAT",
        metavar="NAME",
        help="rich, text, markdown or json. Default: rich on a terminal, else text.",
    ),
]
"""For what is no table, and so has no CSV."""
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="[FORMAT:]PATH",
        help="Write to a file instead of stdout; repeatable, each with its own format.",
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="The fiscal year (2025) or quarter (2025-Q1) of shares. Default: the latest complete year.",
    ),
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="CONDITIONS",
        help="Only accounts that meet all conditions: 'tier=key owner=maria,tom stage<collaborative health<50'.",
    ),
]
ColorOption = Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")]
JobsOption = Annotated[
    str | None, typer.Option("--jobs", metavar="N", help="Processes to read with. Default: as many as pay.")
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="Say more on stderr.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of a crash.")]


def read_day(text: str | None) -> date:
    """Return the day that `--as-of` names, or today."""
    if text is None:
        return today()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):  # Python also reads 20261115 and 2026-W46-7
        _no_day(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        _no_day(text)


def _no_day(text: str) -> NoReturn:
    raise UsageError(f"--as-of {text!r} is no day", hint="write it as YYYY-MM-DD, for example 2026-11-15")


def read_period(text: str | None) -> "Period | None":
    """Return the fiscal year or quarter that `--period` names."""
    if text is None:
        return None
    key = text.strip().upper().removeprefix("FY")
    if not re.fullmatch(r"(19|20|21)[0-9]{2}(-Q[1-4])?", key):
        raise UsageError(f"--period {text!r} is no period", hint="write a fiscal year (2025) or quarter (2025-Q1)")
    from relmap.model.period import parse_period

    return parse_period(key)


def check_finished(period: "Period | None", as_of: date, fiscal_year_starts: int) -> None:
    """Raise UsageError where a period is not over: half a year's figures would look like shares of a year."""
    from relmap.model.period import last_day

    if period is not None and (last := last_day(period, fiscal_year_starts)) >= as_of:
        raise UsageError(
            f"{period.label} is not finished on {as_of}, so it gives no shares",
            hint=f"it ends on {last}; name an earlier period, or leave --period out for the latest complete year",
        )


def read_jobs(text: str | None) -> int | None:
    """Return the number of processes that `--jobs` names."""
    if text is None:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise UsageError(f"--jobs {text!r} is no number of processes", hint="write 1 or more")
    return int(text)


def find_book(given: Path | None) -> Path:
    """Return the book's folder: the one given, or the nearest upward that holds a relmap.yaml."""
    root = look_for_book(given)
    if root is None:
        raise RelmapError("no relmap.yaml here or in any folder above", hint="name the book with -C DIR")
    return root


def look_for_book(given: Path | None) -> Path | None:
    """Return the same, or None where no folder is given and none upward holds a relmap.yaml."""
    from relmap.book.discover import find_root

    if given is not None and not given.is_dir():
        raise RelmapError(f"{given} is not a folder", hint="-C names the folder that holds relmap.yaml")
    return given or find_root(Path.cwd())


def choose(word: str, known: tuple[str, ...], option: str) -> str:
    """Return the word if it is known. Raises UsageError, with the nearest known word, if it is not."""
    if word in known:
        return word
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"one of {', '.join(known)}"
    raise UsageError(f"{option} {word!r} is not possible", hint=hint)
