"""What is sound of a broken document: not to compute with, but to look there for more that is wrong."""

from collections.abc import Collection, Mapping
from typing import Any

from relmap.findings import Route

_MADE_UP = {"name": "?", "owner": "?"}
"""What an account file must say, where it does not."""


class Remainder:
    """A document without the places at fault. It knows where its list entries stood before."""

    def __init__(self, document: Mapping[str, Any], faults: Collection[Route]) -> None:
        self._faults = frozenset(faults)
        self._kept: dict[Route, list[int]] = {}
        rest = self._rest(document, (), ())
        self.document: dict[str, Any] = _MADE_UP | rest if () in self._faults else rest

    def original(self, route: Route) -> Route:
        """Return where in the file a route of the remainder stands."""
        found: list[str | int] = []
        for position, step in enumerate(route):
            kept = self._kept.get(route[:position])
            found.append(kept[step] if kept is not None and isinstance(step, int) else step)
        return tuple(found)

    def _rest(self, value: Any, here: Route, there: Route) -> Any:
        """Copy what is sound; `here` is the route in the copy, `there` in the file."""
        if isinstance(value, dict):
            sound = {key: entry for key, entry in value.items() if (*there, key) not in self._faults}
            return {key: self._rest(entry, (*here, key), (*there, key)) for key, entry in sound.items()}
        if isinstance(value, list):
            kept = [index for index in range(len(value)) if (*there, index) not in self._faults]
            self._kept[here] = kept
            return [self._rest(value[old], (*here, new), (*there, old)) for new, old in enumerate(kept)]
        return value
