"""A problem with data, before anybody has looked up where it stands in the file."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from heapq import nsmallest
from typing import NamedTuple

from relmap.book.codes import Code, finding
from relmap.book.locate import Locator
from relmap.book.schema_codes import MORE_PROBLEMS
from relmap.book.source import shorten
from relmap.findings import Finding, Related, Route, Span

PROBLEM_LIMIT = 100
"""The most problems of one file that are listed at once: nobody mends more in one go, and each costs a search."""

_WRITTEN = "{written}"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_WORD_LENGTH = 80
_MANY_WORDS = 200
_LIKENESS = 0.7
_LIKENESS_OF_SHORT = 0.6
"""How alike two words must be, 0 to 1, to be offered for each other: `buyer` is no `user`, `tim` may be `tom`."""


class Problem(NamedTuple):
    """What is wrong at a route of the document. `at_key` means the key and not its value.

    Where `instead` is given, `{written}` in message and hint stands for the value exactly as the file has it, and
    `instead` is what to say where that cannot be had.
    """

    code: Code
    message: str
    route: Route
    hint: str = ""
    subject: str = ""
    at_key: bool = False
    related: tuple[tuple[Route, str], ...] = ()
    instead: str = ""


def locate_problems(problems: Sequence[Problem], data: bytes, path: str, account: str = "") -> list[Finding]:
    """Turn problems into findings with their places. The file is composed once, and only when there are any."""
    locator = Locator(data, path)
    findings = [_located(problem, locator, account) for problem in problems[:PROBLEM_LIMIT]]
    if len(problems) > PROBLEM_LIMIT:
        message = f"the file has more than {PROBLEM_LIMIT} problems; the others are not listed"
        findings.append(finding(MORE_PROBLEMS, message, Span(path), hint="mend the listed ones first", account=account))
    return findings


def _located(problem: Problem, locator: Locator, account: str) -> Finding:
    span = locator.key(problem.route) if problem.at_key else locator.value(problem.route)
    message, hint = problem.message, problem.hint
    if problem.instead:
        written = _text_at(locator, span) or problem.instead
        message, hint = message.replace(_WRITTEN, written), hint.replace(_WRITTEN, written)
    return finding(
        problem.code,
        message,
        span,
        hint=hint,
        route=problem.route,
        account=account,
        subject=problem.subject,
        related=tuple(Related(locator.value(route), words) for route, words in problem.related),
    )


def _text_at(locator: Locator, span: Span) -> str:
    """Return a value of one line as it is written, without a tag or an anchor before it."""
    if span.line != span.end_line:
        return ""
    text = locator.line_text(span.line)[span.column - 1 : span.end_column - 1]
    return shorten(_PROPERTIES.sub("", text, count=1))


def as_written(problem: Problem, document: object) -> Problem:
    """Return a problem of the model with the route that its place has in the file, where shorthands are shorter."""
    route, is_key = written_route(problem.route, document)
    related = tuple((written_route(other, document)[0], words) for other, words in problem.related)
    return problem._replace(route=route, at_key=problem.at_key and is_key, related=related)


def written_route(route: Route, document: object) -> tuple[Route, bool]:
    """Follow a route through the data, and say whether it ends at a key of a mapping.

    Steps that the file does not have are left out: `roles: user` has no position, one signal entry no list. An id that
    the model has as a key may be the item of a list, or the value itself.
    """
    node, written, is_key = document, list[str | int](), False
    for step in route:
        is_key = isinstance(node, dict) and step in node
        place = step if is_key else _position(node, step) if isinstance(node, list) else None
        if place is not None:
            node = node[place]  # type: ignore[index]
            written.append(place)
    return tuple(written), is_key


def _position(items: list[object], step: str | int) -> int | None:
    """Return where in a list a step leads, None where it has no such item."""
    if isinstance(step, str):
        return items.index(step) if step in items else None
    return step if step < len(items) else None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that resembles `word` most, or an empty string."""
    folded = _folded(word)
    words = list(known)
    if len(word) > _WORD_LENGTH:
        return ""
    if len(words) > _MANY_WORDS:  # comparing is dear: only with what begins or ends alike
        begins, ends = folded[:2], folded[-3:]
        words = [other for other in words if other.startswith(begins) or other.endswith(ends)]
    by_folded = {_folded(other): other for other in sorted(words, reverse=True)}
    close = get_close_matches(folded, sorted(by_folded), n=1, cutoff=_LIKENESS if len(word) > 3 else _LIKENESS_OF_SHORT)
    longer = [other for other in sorted(by_folded) if len(folded) > 2 and other.startswith(folded)]
    return by_folded[[*close, *longer][0]] if close or longer else ""


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or lists a few of not too many."""
    words = list(known)
    close = nearest(word, words)
    if close:
        return f"did you mean {close}?"
    if not words or len(words) > _MANY_WORDS:
        return ""
    return f"known: {', '.join(nsmallest(8, words))}{', …' if len(words) > 8 else ''}"
