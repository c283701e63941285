"""A problem with data, before anybody has looked up where it stands in the file."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from relmap.book.codes import Code, finding
from relmap.book.locate import Locator
from relmap.findings import Finding, Related, Route


class Problem(NamedTuple):
    """What is wrong at a route of the document. `at_key` means the key and not its value."""

    code: Code
    message: str
    route: Route
    hint: str = ""
    subject: str = ""
    at_key: bool = False
    related: tuple[tuple[Route, str], ...] = ()


def locate_problems(problems: Iterable[Problem], data: bytes, path: str, account: str = "") -> list[Finding]:
    """Turn problems into findings with their places. The file is composed once, and only when there are any."""
    locator = Locator(data, path)
    return [
        finding(
            problem.code,
            problem.message,
            locator.key(problem.route) if problem.at_key else locator.value(problem.route),
            hint=problem.hint,
            route=problem.route,
            account=account,
            subject=problem.subject,
            related=tuple(Related(locator.key(route), message) for route, message in problem.related),
        )
        for problem in problems
    ]


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that resembles `word` most, or an empty string."""
    words = list(known)
    by_folded = {other.casefold().replace("_", "-"): other for other in sorted(words, reverse=True)}
    close = get_close_matches(word.casefold().replace("_", "-").replace(" ", "-"), sorted(by_folded), n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or lists a few when none is near."""
    words = sorted(known)
    close = nearest(word, words)
    if close:
        return f"did you mean {close}?"
    if not words:
        return ""
    shown = ", ".join(words[:8])
    return f"known: {shown}{', …' if len(words) > 8 else ''}"
