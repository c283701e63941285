"""Which keys the format knows at a route: read off the models."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from relmap.findings import Route
from relmap.model.scalars import Noun


def field_names(model: type[Noun], route: Route) -> list[str]:
    """Return the keys that the format knows in the mapping at `route`."""
    found: list[Any] = [model]
    for step in route:
        found = [inner for annotation in found for inner in _inside(annotation, step)]
    models = [noun for annotation in found for noun in _models(annotation)]
    return sorted({field.alias or name for noun in models for name, field in noun.model_fields.items()})


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """Yield what may stand behind one step below an annotation."""
    for noun in _models(annotation):
        for name, field in noun.model_fields.items():
            if step == (field.alias or name):
                yield field.annotation
    for container in _containers(annotation):
        yield get_args(container)[-1]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) not in (dict, list):
        for argument in get_args(annotation):
            yield from _models(argument)


def _containers(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (dict, list):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _containers(argument)
