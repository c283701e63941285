"""The thresholds of the rubric as a list: route, default, meaning, and where a published default comes from."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic.fields import FieldInfo

from relmap.model.rubric import Published, Rubric
from relmap.model.scalars import Noun

Route = tuple[str, ...]
_NOT_THRESHOLDS = (("tiers",), ("stage", "tests"))
"""What stands in the rubric and is no threshold: tiers repeat it, tests are listed on their own."""


class Threshold(NamedTuple):
    """One threshold; `source` is empty where the default is our own choice."""

    route: Route
    default: object
    meaning: str
    source: str

    @property
    def path(self) -> str:
        """The route as people write it: `dependence.deep`."""
        return ".".join(self.route)


@cache
def list_thresholds() -> tuple[Threshold, ...]:
    """Return every threshold, in the rubric's order: those of its own first, then section by section."""
    found = list(_thresholds(Rubric(), ()))
    return tuple(sorted(found, key=lambda threshold: len(threshold.route) > 1))


def thresholds_at(path: str) -> tuple[Threshold, ...]:
    """Return the threshold of a path, or all of a section. Raises KeyError where there is no such path."""
    found = tuple(entry for entry in list_thresholds() if f"{entry.path}.".startswith(f"{path}."))
    if not found:
        raise KeyError(path)
    return found


def value_at(noun: Noun, route: Route) -> object:
    """Return what stands at a route below a noun."""
    found: object = noun
    for step in route:
        found = getattr(found, step)
    return found


def section_meaning(name: str) -> str:
    """Return what a section of the rubric is about."""
    return Rubric.model_fields[name].description or name


def _thresholds(noun: Noun, above: Route) -> Iterator[Threshold]:
    for name, field in type(noun).model_fields.items():
        route, value = (*above, name), getattr(noun, name)
        if route in _NOT_THRESHOLDS:
            continue
        if isinstance(value, Noun):
            yield from _thresholds(value, route)
        else:
            yield Threshold(route, value, field.description or "", _source(field))


def _source(field: FieldInfo) -> str:
    return next((sign.source for sign in field.metadata if isinstance(sign, Published)), "")
