"""What the format says of a key that a page names: `contacts.*.power`, `views.*.stage`."""

from collections.abc import Iterator
from types import UnionType
from typing import Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def describe_key(pattern: str, model: type[BaseModel]) -> str:
    """Return the description of a key, where `*` stands for any id or item. Raises KeyError where there is none."""
    name, *rest = pattern.split(".")
    field = _fields(model)[name]
    if not rest:
        return field.description or ""
    if _holds_many(field.annotation) and (rest.pop(0) != "*" or not rest):
        raise KeyError(pattern)
    for below in _models_in(field.annotation):
        if rest[0] in _fields(below):
            return describe_key(".".join(rest), below)
    raise KeyError(pattern)


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields as they are written in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _holds_many(annotation: object) -> bool:
    return any(get_origin(kind) in (list, dict) for kind in _alternatives(annotation))


def _alternatives(annotation: object) -> tuple[object, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation mentions, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
