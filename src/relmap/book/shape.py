"""What the format has at a route of a document: keys, bounds, words. Read off the models."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from relmap.findings import Route
from relmap.model.scalars import Noun

_NO_BOUND = 1e15
_LEADING_FIELDS = ("name", "what", "issue", "question")


class Bounds(NamedTuple):
    """The least and the most that a number may be, where the format says so."""

    least: float | None
    most: float | None


def field_names(model: type[Noun], route: Route) -> list[str]:
    """Return the keys that the format knows in the mapping at `route`, in the models' order."""
    found = (field.alias or name for noun in _nouns_at(model, route) for name, field in noun.model_fields.items())
    return list(dict.fromkeys(found))


def said_elsewhere(model: type[Noun], route: Route, name: str) -> str:
    """Return what the noun at `route` says of a key that belongs elsewhere; an empty string where it says nothing."""
    nouns = (noun for noun in _nouns_at(model, route) if issubclass(noun, Noun))
    return next((noun.elsewhere[name] for noun in nouns if name in noun.elsewhere), "")


def leading_field(model: type[Noun], route: Route) -> str:
    """Return the key that says in words what the mapping at `route` is, where it has one."""
    names = field_names(model, route)
    return next((name for name in _LEADING_FIELDS if name in names), "")


def choices_at(model: type[Noun], route: Route) -> list[str]:
    """Return the words that may stand at `route`, where these are all that may."""
    return [str(word) for part in _parts_at(model, route) if get_origin(part) is Literal for word in get_args(part)]


def bounds_at(model: type[Noun], route: Route) -> Bounds:
    """Return the bounds of the number at `route`; a bound that only keeps out nonsense is none."""
    least, most = [
        next((getattr(sign, key) for sign in _signs_at(model, route) if hasattr(sign, key)), None)
        for key in ("ge", "le")
    ]
    return Bounds(
        None if least is None or least <= -_NO_BOUND else least, None if most is None or most >= _NO_BOUND else most
    )


def _nouns_at(model: type[Noun], route: Route) -> list[type[BaseModel]]:
    return [part for part in _parts_at(model, route) if isinstance(part, type) and issubclass(part, BaseModel)]


def _parts_at(model: type[Noun], route: Route) -> list[Any]:
    """Return everything that may stand at a route."""
    found: list[Any] = [model]
    for step in route:
        found = [part for outer in found for inner in _inside(outer, step) for part in _parts(inner)]
    return found


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield what a type is made of: the branches of its unions, with and without their annotations."""
    yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif origin not in (dict, list, Literal):
        for argument in get_args(annotation):
            yield from _parts(argument)


def _inside(part: Any, step: str | int) -> Iterator[Any]:
    """Yield what may stand behind one step below a part."""
    if isinstance(part, type) and issubclass(part, BaseModel):
        for name, field in part.model_fields.items():
            if step == (field.alias or name):
                yield field.rebuild_annotation()
    elif get_origin(part) in (dict, list):
        yield get_args(part)[-1]


def _signs_at(model: type[Noun], route: Route) -> Iterator[Any]:
    """Yield what the annotations at a route say, such as `Le(5)`."""
    for part in _parts_at(model, route):
        if get_origin(part) is Annotated:
            for sign in part.__metadata__:
                yield from sign.metadata if isinstance(sign, FieldInfo) else (sign,)
