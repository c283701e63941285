"""Three-valued logic: yes, no, and not known (None), after Kleene."""

from collections.abc import Iterable

Truth = bool | None


def any_of(values: Iterable[Truth]) -> Truth:
    """Yes if one is yes; no if all are no; else not known."""
    seen: Truth = False
    for value in values:
        if value:
            return True
        if value is None:
            seen = None
    return seen


def all_of(values: Iterable[Truth]) -> Truth:
    """No if one is no; yes if all are yes; else not known."""
    seen: Truth = True
    for value in values:
        if value is None:
            seen = None
        elif not value:
            return False
    return seen


def at_least(needed: int, values: Iterable[Truth]) -> Truth:
    """Say whether at least `needed` of the values are yes."""
    sure = possible = 0
    for value in values:
        sure += value is True
        possible += value is not False
    return True if sure >= needed else None if possible >= needed else False


def within(low: float, high: float, line: float) -> Truth:
    """Say whether a figure between `low` and `high` reaches `line`."""
    return True if low >= line else False if high < line else None
