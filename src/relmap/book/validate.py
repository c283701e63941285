"""Hold a document against the model; what Pydantic finds wrong becomes problems with the routes of the file."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from relmap.book.problem import PROBLEM_LIMIT, Problem
from relmap.book.wording import missing, unknown_key, wrong_key, wrong_value
from relmap.findings import Route
from relmap.model.scalars import Noun

AnyNoun = TypeVar("AnyNoun", bound=Noun)

_KEY = "[key]"
"""What Pydantic adds to a location when it means the key of a mapping."""


def validate(document: Mapping[str, Any], model: type[AnyNoun]) -> tuple[AnyNoun | None, list[Problem]]:
    """Return the model made of a document, or every problem that keeps it from being made.

    A key with nothing behind it counts as left out, and an entry with nothing behind its id as one without details;
    where the model minds, the document is read a second time.
    """
    try:
        return model.model_validate(document), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    empty = _empty_places(found, document)
    if empty:
        try:
            return model.model_validate(_mended(document, empty, ())), []
        except ValidationError as error:
            found = error.errors(include_url=False)
    return None, _problems(found, document, model)


def _empty_places(errors: list[ErrorDetails], document: Any) -> dict[Route, str]:
    """Return what is empty though something belongs there, with what Pydantic calls it. A list keeps its entries."""
    places = {}
    for error in errors:
        route = _route(error["loc"], document)
        if error["type"] in ("missing", "extra_forbidden") or error["loc"][-1] == _KEY:
            continue
        if route and isinstance(route[-1], str) and _value_at(document, route) is None:
            places[route] = error["type"]
    return places


def _mended(value: Any, empty: Mapping[Route, str], route: Route) -> Any:
    """Return the data without the empty places, or with an empty mapping where one is expected."""
    if isinstance(value, list):
        return [_mended(entry, empty, (*route, index)) for index, entry in enumerate(value)]
    if not isinstance(value, dict):
        return {} if value is None and empty.get(route) == "model_type" else value
    return {
        key: _mended(entry, empty, (*route, key))
        for key, entry in value.items()
        if empty.get((*route, key), "model_type") == "model_type"
    }


def _problems(errors: list[ErrorDetails], document: Mapping[str, Any], model: type[Noun]) -> list[Problem]:
    """Several errors at one route come from the branches of a union; they make one problem."""
    grouped: dict[tuple[Route, str], list[ErrorDetails]] = {}
    for error in errors:
        place = _place(error, document)
        if place in grouped:
            grouped[place].append(error)
        elif len(grouped) <= PROBLEM_LIMIT:
            grouped[place] = [error]
    return [_problem(route, found, document, model) for (route, _), found in grouped.items()]


def _place(error: ErrorDetails, document: Any) -> tuple[Route, str]:
    """Return an error's route, and the key that it is about where it is not about the value."""
    loc = error["loc"]
    if error["type"] == "missing":
        return _route(loc[:-1], document), str(loc[-1])
    if loc[-1] == _KEY and error["type"] != "extra_forbidden":
        return _route(loc[:-1], document), _KEY
    return _route(loc, document), ""


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
    if first["type"] == "missing":
        return missing(route, str(first["loc"][-1]), _value_at(document, route))
    if first["type"] == "extra_forbidden":
        return unknown_key(route, model, _value_at(document, route[:-1]))
    if first["loc"][-1] == _KEY:
        return wrong_key(route, first)
    return wrong_value(route, errors, _value_at(document, route), model)
