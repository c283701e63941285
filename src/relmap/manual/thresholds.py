"""The rows of the rubric that a page uses, with their defaults as the code has them."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from relmap.model.rubric import Published, Rubric


class Threshold(NamedTuple):
    """One entry of the rubric."""

    path: str
    default: object
    published: str
    """Where its default was published; empty: it is our choice."""
    description: str


def thresholds(path: str) -> tuple[Threshold, ...]:
    """Return a threshold of the default rubric, or all of a section. Raises KeyError where there is no such path."""
    found = tuple(row for row in _rows(Rubric(), "") if f"{row.path}.".startswith(f"{path}."))
    if not found:
        raise KeyError(path)
    return found


def _rows(section: BaseModel, prefix: str) -> Iterator[Threshold]:
    for name, field in type(section).model_fields.items():
        value, path = getattr(section, name), f"{prefix}{name}"
        if isinstance(value, BaseModel):
            yield from _rows(value, f"{path}.")
            continue
        source = next((mark.source for mark in field.metadata if isinstance(mark, Published)), "")
        yield Threshold(path, value, source, field.description or "")
