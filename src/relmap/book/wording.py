"""What Pydantic found, in the words of the format: what stands there, what was expected, the nearest right thing."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from relmap.book import suggest
from relmap.book.codes import Code
from relmap.book.problem import Problem, did_you_mean, nearest
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
from relmap.book.shape import Bounds, bounds_at, choices_at, field_names, leading_field, said_elsewhere
from relmap.book.source import shorten
from relmap.findings import Route, route_text
from relmap.model.ids import suggest_id
from relmap.model.scalars import Noun

_WRITE_SOMETHING = "write something or leave it out"
_EXPECTED = {
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "list_type": "a list",
    "string_type": "text",
    "day": "a date such as 2026-11-15",
    "period": "a fiscal year (2025) or quarter (2025-Q1)",
    "quarter": "a fiscal quarter such as 2026-Q3",
    "currency": "a currency of three letters such as EUR",
}
_NO = {
    "int_from_float": "whole number",
    "finite_number": "finite number",
    "day": "date",
    "quarter": "fiscal quarter",
    "currency": "currency",
}
_CODES = {"day": NOT_A_DAY, "period": NOT_A_PERIOD, "quarter": NOT_A_PERIOD}
_NUMBERS = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
}
_REWRITE: dict[str, Callable[[str], str]] = {
    "day": suggest.day,
    "bool_type": suggest.truth,
    "quarter": suggest.quarter,
    "currency": suggest.currency,
}
_BOUNDS = {"greater_than_equal": "ge", "less_than_equal": "le"}
_KEYS_SHOWN = 6


def missing(route: Route, key: str, value_above: Any) -> Problem:
    """A key that must be there is not, or has nothing behind it."""
    if isinstance(value_above, dict) and key in value_above:
        message = f"`{key}` has nothing behind it"
        return Problem(MISSING_KEY, message, (*route, key), "write a value after the colon", at_key=True)
    where = f" in {_place(route)}" if route else ""
    subject = route_text((*route, key))
    return Problem(MISSING_KEY, f"`{key}` is missing{where}", route, f"add `{key}:`", subject, at_key=bool(route))


def unknown_key(route: Route, model: type[Noun], value_above: Any) -> Problem:
    """A key is none of the format, or none that goes with the others beside it."""
    *above, key = route
    parent, name, known = tuple(above), str(key), field_names(model, tuple(above))
    where = _place(parent) if parent else "relmap.yaml" if "company" in known else "an account"
    if name in known:
        others = ", ".join(f"`{other}`" for other in value_above if other != name)
        return Problem(UNKNOWN_KEY, f"`{name}` does not go with {shorten(others)}", route, at_key=True)
    if said := said_elsewhere(model, tuple(above), name):
        return Problem(UNKNOWN_KEY, f"`{name}` {said}", route, at_key=True)
    hint = did_you_mean(name, known)
    if not nearest(name, known) and not parent and "custom" in known:
        hint = "put keys of your own under `custom:`"
    return Problem(UNKNOWN_KEY, f"`{shorten(name)}` is no key of {where}", route, hint, at_key=True)


def wrong_key(route: Route, error: ErrorDetails) -> Problem:
    """A key that users choose themselves is not of the kind that belongs there."""
    key = str(error["loc"][-2])
    is_written = route[-1:] == (key,)  # else a value that the model has as a key

    def problem(code: Code, message: str, better: str = "") -> Problem:
        return Problem(code, message, route, f"did you mean {better}?" if better else "", at_key=is_written)

    if not key:
        return problem(NOT_AN_ID, "this key is empty" if is_written else "the text is empty")
    if error["type"] == "id":
        return problem(NOT_AN_ID, error["msg"], suggest_id(key))
    if error["type"] == "period":
        message = f"{shorten(key)} is no period; {_EXPECTED['period']} was expected"
        return problem(NOT_A_PERIOD, message, suggest.period(key))
    choices = list(_choices(error))
    return problem(NOT_A_CHOICE, f"`{shorten(key)}` is none of {', '.join(choices)}", nearest(key, choices))


def wrong_value(route: Route, errors: Sequence[ErrorDetails], value: Any, model: type[Noun]) -> Problem:
    """A value is not what belongs there. Several errors are of a place that takes more than one kind."""
    first = errors[0]
    kinds = [error["type"] for error in errors]
    if "string_too_short" in kinds:
        return Problem(MISSING_KEY, "the text is empty", route, _WRITE_SOMETHING)
    if len(set(kinds)) == 1:
        if kinds[0] == "literal_error":
            return _choice(route, list(_choices(first)), value)
        if kinds[0] in _BOUNDS:
            return _out_of_range(route, first, value, model)
        if kinds[0] == "string_type" and not isinstance(value, dict | list | None):
            message = f"{_found(value)}; text was expected"
            return _about(value, NOT_TEXT, message, route, 'quote it: "{written}"')
    expected = [words for kind in dict.fromkeys(kinds) if (words := _expected(kind, route, model))]
    if kinds == ["too_many"]:
        return Problem(OUT_OF_RANGE, first["msg"], route, at_key=True)
    if not expected:
        return Problem(CONTRADICTION, first["msg"].removeprefix("Value error, "), route)
    code = next((_CODES[kind] for kind in kinds if kind in _CODES), WRONG_KIND)
    message = f"{_not(kinds, value)}; {', or '.join(expected)} was expected"
    return _about(value, code, message, route, _hint(kinds, value, route, model))


def _about(value: Any, code: Code, message: str, route: Route, hint: str) -> Problem:
    """Make a problem whose words show a number or boolean as it is written."""
    instead = str(value).lower() if isinstance(value, bool | int | float) else ""
    return Problem(code, message, route, hint, instead=instead)


def _place(route: Route) -> str:
    return route_text(tuple(shorten(step) or "''" if isinstance(step, str) else step for step in route))


def _shown(value: Any) -> str:
    """Write a value as people would recognise it, cut short; a number or boolean as the file has it."""
    if isinstance(value, str):
        return repr(shorten(value))
    return "{written}"


def _is_bare(value: Any) -> bool:
    """Say whether there is nothing to show of a value but its kind."""
    return value in (None, "") or isinstance(value, dict | list)


def _found(value: Any) -> str:
    """Say what stands there."""
    if value is None:
        return "nothing stands here"
    if value == "":
        return "the text is empty"
    if isinstance(value, dict | list):
        return f"a {'mapping' if isinstance(value, dict) else 'list'} stands here"
    kind = "text" if isinstance(value, str) else "a boolean" if isinstance(value, bool) else "a number"
    return f"{_shown(value)} is {kind}"


def _not(kinds: Sequence[str], value: Any) -> str:
    """Say what stands there in view of what should."""
    if _is_bare(value):
        return _found(value)
    kind = "int_from_float" if isinstance(value, float) and kinds[0] == "int_type" else kinds[0]
    return f"{_shown(value)} is no {_NO[kind]}" if len(set(kinds)) == 1 and kind in _NO else _found(value)


def _expected(kind: str, route: Route, model: type[Noun]) -> str:
    if kind in _NUMBERS:
        return f"{_NUMBERS[kind]}{_range(bounds_at(model, route))}"
    return _EXPECTED.get(kind, "")


def _range(bounds: Bounds) -> str:
    least, most = bounds
    if least is not None and most is not None:
        return f" from {_figure(least)} to {_figure(most)}"
    if least is not None:
        return f" of at least {_figure(least)}"
    return f" of at most {_figure(most)}" if most is not None else ""


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:g}"


def _out_of_range(route: Route, error: ErrorDetails, value: Any, model: type[Noun]) -> Problem:
    bounds, key = bounds_at(model, route), _BOUNDS[error["type"]]
    if bounds.least is not None and bounds.most is not None:
        expected = f"{_figure(bounds.least)} to {_figure(bounds.most)}"
    else:
        expected = f"at {'least' if key == 'ge' else 'most'} {_figure(error['ctx'][key])}"
    return _about(value, OUT_OF_RANGE, f"{_shown(value)} is out of range; {expected} was expected", route, "")


def _choices(error: ErrorDetails) -> Iterator[str]:
    """Read the words out of Pydantic's `'a', 'b' or 'c'`."""
    for piece in str(error["ctx"]["expected"]).replace(" or ", ", ").split(", "):
        yield piece.strip("'")


def _choice(route: Route, choices: list[str], value: Any) -> Problem:
    expected = f"one of {', '.join(choices)}" if len(choices) > 1 else choices[0]
    what = _found(value) if _is_bare(value) else f"{_shown(value)} is not possible here"
    hint = ""
    if value in (None, ""):
        hint = _WRITE_SOMETHING
    elif isinstance(value, str):
        pieces = [piece.strip() for piece in value.split(",")]
        close = nearest(value, choices)
        if len(pieces) > 1 and all(piece in choices for piece in pieces):
            hint = f"write a list: [{', '.join(pieces)}]"
        elif close:
            hint = f"did you mean {close}?"
    elif isinstance(value, list):
        hint = "write one of them, without brackets or `- `"
    elif route == ("format",):
        hint = "this relmap reads format 1 only; a newer one may read the book"
    return _about(value, NOT_A_CHOICE, f"{what}; {expected} was expected", route, hint)


def _hint(kinds: Sequence[str], value: Any, route: Route, model: type[Noun]) -> str:
    """Return the nearest right way to write a value, as far as one can be guessed."""
    if value in (None, ""):
        return _WRITE_SOMETHING
    if "list_type" in kinds:
        return "begin each entry with `- `" if isinstance(value, dict) else f"write it as a list: [{_plain(value)}]"
    if "model_type" in kinds or "dict_type" in kinds:
        return _hint_for_mapping(kinds, value, route, model)
    if isinstance(value, list):
        return "write one value, without brackets or `- `"
    if isinstance(value, dict):
        return "put it in quotes if the braces or the colon belong to the text" if "string_type" in kinds else ""
    better = _rewritten(kinds, f"{value:g}" if isinstance(value, float) else str(value))
    if better:
        return f"write {better}" + (" without quotes" if better == value else "")
    if "day" in kinds:
        return "that day is not in the calendar" if _is_iso(value) else "write it as YYYY-MM-DD"
    return ""


def _rewritten(kinds: Sequence[str], text: str) -> str:
    for kind in kinds:
        if kind in _NUMBERS:
            better = suggest.number(text)
            return better if kind == "float_type" or "." not in better else ""
        if kind in _REWRITE and (better := _REWRITE[kind](text)):
            return better
    return ""


def _hint_for_mapping(kinds: Sequence[str], value: Any, route: Route, model: type[Noun]) -> str:
    if "dict_type" in kinds:
        key = "2025" if route[-1] in ("financials", "delivery") else "id"
        return f"begin each entry with its {'id' if key == 'id' else 'period'} and a colon, such as `{key}: …`"
    entry = _entry_for(value, route, model) if isinstance(value, str) else ""
    if entry:
        return f"write {{{entry}}}"
    keys = field_names(model, route)
    return f"its keys are {', '.join(keys[:_KEYS_SHOWN])}{', …' if len(keys) > _KEYS_SHOWN else ''}"


def _entry_for(word: str, route: Route, model: type[Noun]) -> str:
    """Return the entry of the mapping at `route` that somebody may have meant by writing a word in its place."""
    for name in field_names(model, route):
        choice = nearest(word, choices_at(model, (*route, name)))
        if choice:
            return f"{name}: {choice}"
    name = leading_field(model, route)
    return f"{name}: {_plain(word)}" if name else ""


def _plain(value: Any) -> str:
    """Write a value as it may stand between brackets."""
    if not isinstance(value, str):
        return "{written}"
    return f'"{shorten(value)}"' if set(value) & set(",:[]{}#&*!|>'\"%@`") else shorten(value)


def _is_iso(value: Any) -> bool:
    return isinstance(value, str) and [len(part) for part in value.split("-") if part.isdigit()] == [4, 2, 2]
