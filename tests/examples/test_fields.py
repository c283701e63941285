"""Every field of the format is shown somewhere in the examples: the examples are the format's best manual."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from relmap.model.account import Account
from relmap.model.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPLAINED_ELSEWHERE = {"Rubric"}
"""`relmap rubric` prints every threshold; the examples need not set each of them."""


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation mentions, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, list, dict, tuple) or hasattr(annotation, "__metadata__"):
        for argument in get_args(annotation):
            yield from models_in(argument)


def matches(model: type[BaseModel], value: object) -> Iterator[tuple[type[BaseModel], Mapping[str, Any]]]:
    """Yield every mapping in a value that can be an entry of this model: itself, or what a list or mapping holds."""
    if isinstance(value, list):
        for entry in value:
            yield from matches(model, entry)
    elif isinstance(value, Mapping):
        if set(map(str, value)) <= set(names(model)):
            yield model, value
        else:
            for entry in value.values():
                yield from matches(model, entry)


def names(model: type[BaseModel]) -> dict[str, object]:
    """The fields as they are written in YAML, and what each may hold."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def used_in(model: type[BaseModel], entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every field of the model, and of the models below it, that an entry uses."""
    for name, annotation in names(model).items():
        if name not in entry:
            continue
        yield model.__name__, name
        for below in models_in(annotation):
            for found, value in matches(below, entry[name]):
                yield from used_in(found, value)


def fields_of(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield every field of the model and of the models below it."""
    for name, annotation in names(model).items():
        yield model.__name__, name
        for below in models_in(annotation):
            if below.__name__ not in EXPLAINED_ELSEWHERE:
                yield from fields_of(below)


@cache
def used() -> frozenset[tuple[str, str]]:
    found = set[tuple[str, str]]()
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
        found |= {*used_in(Settings if path.name == "relmap.yaml" else Account, entry)}
    return frozenset(found)


@pytest.mark.parametrize("model", [Account, Settings], ids=lambda model: model.__name__)
def test_every_field_is_used_in_an_example(model: type[BaseModel]) -> None:
    assert sorted({*fields_of(model)} - used()) == []


def test_the_walk_sees_what_stands_deep() -> None:
    assert {("Contact", "power"), ("TrustEquation", "intimacy"), ("TeamMember", "manager")} <= {
        (model, field) for model, field in used()
    }
    assert len({*fields_of(Account)}) > 100
