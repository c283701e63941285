"""Hold a document against the model, and say what Pydantic found in the words of the format."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from relmap.book.problem import Problem, did_you_mean
from relmap.book.schema_codes import (
    CONTRADICTION,
    MISSING_KEY,
    NOT_A_CHOICE,
    NOT_A_DAY,
    NOT_A_PERIOD,
    NOT_AN_ID,
    NOT_TEXT,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
    WRONG_KIND,
)
from relmap.book.shape import field_names
from relmap.findings import Route, route_text
from relmap.model.ids import suggest_id
from relmap.model.scalars import Noun

AnyNoun = TypeVar("AnyNoun", bound=Noun)

_KINDS = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "list_type": "a list",
    "string_type": "text",
}
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
_DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"


def validate(document: Mapping[str, Any], model: type[AnyNoun]) -> tuple[AnyNoun | None, list[Problem]]:
    """Return the model made of a document, or every problem that keeps it from being made.

    A key with nothing behind it counts as left out; where that matters the document is read a second time.
    """
    try:
        return model.model_validate(document), []
    except ValidationError as error:
        if not has_empty(document):
            return None, _problems(error, document, model)
    filled = without_empty(document)
    try:
        return model.model_validate(filled), []
    except ValidationError as error:
        return None, _problems(error, document, model)


def has_empty(value: Any) -> bool:
    """Say whether some key has nothing behind it."""
    if isinstance(value, dict):
        return any(entry is None or has_empty(entry) for entry in value.values())
    return isinstance(value, list) and any(has_empty(entry) for entry in value)


def without_empty(value: Any) -> Any:
    """Return the data without the keys that have nothing behind them."""
    if isinstance(value, dict):
        return {key: without_empty(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, list):
        return [without_empty(entry) for entry in value]
    return value


def _problems(error: ValidationError, document: Mapping[str, Any], model: type[Noun]) -> list[Problem]:
    """Several errors at one route come from the branches of a union; they make one problem."""
    grouped: dict[tuple[Route, str], list[ErrorDetails]] = {}
    for details in error.errors(include_url=False):
        route = _route(details["loc"], document)
        if details["type"] in ("missing", "extra_forbidden"):
            grouped[route, str(details["loc"][-1])] = [details]
        else:
            grouped.setdefault((route, ""), []).append(details)
    return [_problem(route, details, document, model) for (route, _), details in grouped.items()]


def _route(loc: tuple[int | str, ...], document: Any) -> Route:
    """Follow an error's location through the data, leaving out the steps that Pydantic added of its own."""
    node, route = document, []
    for step in loc:
        in_mapping = isinstance(node, dict) and step in node
        in_list = isinstance(node, list) and isinstance(step, int) and step < len(node)
        if in_mapping or in_list:
            node = node[step]
            route.append(step)
    return tuple(route)


def _value_at(document: Any, route: Route) -> Any:
    for step in route:
        document = document[step]
    return document


def _problem(route: Route, errors: list[ErrorDetails], document: Any, model: type[Noun]) -> Problem:
    first = errors[0]
    kind, value = first["type"], _value_at(document, route)
    if kind == "missing":
        return _missing(route, str(first["loc"][-1]))
    if kind == "extra_forbidden":
        return _unknown(route, model)
    if first["loc"][-1] == "[key]":
        return _key(route, first)
    if len(errors) > 1:
        return _union(route, errors, value)
    return _single(route, first, value)


def _missing(route: Route, key: str) -> Problem:
    where = f" in {route_text(route)}" if route else ""
    return Problem(
        MISSING_KEY, f"`{key}` is missing{where}", route, f"add `{key}:`", route_text((*route, key)), bool(route)
    )


def _unknown(route: Route, model: type[Noun]) -> Problem:
    key, parent = str(route[-1]), route[:-1]
    hint = did_you_mean(key, field_names(model, parent))
    where = f" in {route_text(parent)}" if parent else ""
    return Problem(UNKNOWN_KEY, f"`{key}` is no key of the format{where}", route, hint, at_key=True)


def _key(route: Route, error: ErrorDetails) -> Problem:
    key = str(route[-1])
    if error["type"] == "id":
        better = suggest_id(key)
        return Problem(NOT_AN_ID, error["msg"], route, f"for example {better}" if better else "", at_key=True)
    if error["type"] == "string_pattern_mismatch":
        message = f"{key} is no period; a fiscal year (2025) or quarter (2025-Q1) was expected"
        return Problem(NOT_A_PERIOD, message, route, at_key=True)
    choices = list(_choices(error))
    return Problem(
        NOT_A_CHOICE, f"`{key}` is none of {', '.join(choices)}", route, did_you_mean(key, choices), at_key=True
    )


def _single(route: Route, error: ErrorDetails, value: Any) -> Problem:
    kind = error["type"]
    if kind == "literal_error":
        return _choice(route, list(_choices(error)), value)
    if kind in _BOUNDS:
        words, key = _BOUNDS[kind]
        limit = error["ctx"][key]
        return Problem(OUT_OF_RANGE, f"{shown(value)} is out of range; {words} {limit:g} was expected", route)
    if kind.startswith("date_") or _is_day_pattern(error):
        return _day(route, value)
    if kind == "string_pattern_mismatch":
        return _pattern(route, error, value)
    if kind == "string_too_short":
        return Problem(MISSING_KEY, "the text is empty", route, "write something or leave the key out")
    if kind == "string_type" and not isinstance(value, dict | list):
        return Problem(NOT_TEXT, f"{shown(value)} is {kind_of(value)}; text was expected", route, "quote it")
    if kind in _KINDS:
        return Problem(WRONG_KIND, f"{shown(value)} is {kind_of(value)}; {_KINDS[kind]} was expected", route)
    return Problem(CONTRADICTION, error["msg"].removeprefix("Value error, "), route)


def _is_day_pattern(error: ErrorDetails) -> bool:
    return error["type"] == "string_pattern_mismatch" and error["ctx"]["pattern"] == _DAY_PATTERN


def _is_about_day(error: ErrorDetails) -> bool:
    of_day_branch = error["type"] == "string_type" and "chain" in str(error["loc"][-1])
    return of_day_branch or _is_day_pattern(error) or error["type"].startswith("date_")


def _day(route: Route, value: Any) -> Problem:
    hint = "that day is not in the calendar" if _looks_like_day(value) else "write it as YYYY-MM-DD"
    return Problem(NOT_A_DAY, f"{shown(value)} is no day; a date such as 2026-11-15 was expected", route, hint)


def _looks_like_day(value: Any) -> bool:
    return isinstance(value, str) and [len(part) for part in value.split("-") if part.isdigit()] == [4, 2, 2]


def _pattern(route: Route, error: ErrorDetails, value: Any) -> Problem:
    if "Q" in error["ctx"]["pattern"]:
        return Problem(NOT_A_PERIOD, f"{shown(value)} is no fiscal quarter; one such as 2026-Q3 was expected", route)
    return Problem(WRONG_KIND, f"{shown(value)} is no currency; three capital letters such as EUR were expected", route)


def _choices(error: ErrorDetails) -> Iterator[str]:
    """Read the words out of Pydantic's `'a', 'b' or 'c'`."""
    for piece in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", "):
        yield piece.strip("'")


def _choice(route: Route, choices: list[str], value: Any) -> Problem:
    expected = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    hint = did_you_mean(value, choices) if isinstance(value, str) else ""
    return Problem(NOT_A_CHOICE, f"{shown(value)} is not possible here; {expected} was expected", route, hint)


def _union(route: Route, errors: list[ErrorDetails], value: Any) -> Problem:
    """Say everything that was possible at a place that takes more than one kind."""
    expected = []
    for error in errors:
        words = "a day (YYYY-MM-DD)" if _is_about_day(error) else _KINDS.get(error["type"], "")
        if words and words not in expected:
            expected.append(words)
    if "a day (YYYY-MM-DD)" in expected and isinstance(value, str):
        return _day(route, value)
    return Problem(WRONG_KIND, f"{shown(value)} is {kind_of(value)}; {' or '.join(expected)} was expected", route)


def shown(value: Any) -> str:
    """Write a value as people would recognise it, cut short."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "this"
    text = repr(value) if isinstance(value, str) else f"{value}"
    return text if len(text) <= 60 else text[:57] + "…"


def kind_of(value: Any) -> str:
    """Name the kind of a value of YAML."""
    if value is None:
        return "empty"
    for kind, words in ((bool, "a boolean"), (str, "text"), (list, "a list"), (dict, "a mapping")):
        if isinstance(value, kind):
            return words
    return "a number"
