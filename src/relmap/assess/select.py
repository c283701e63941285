"""The selector grammar of all commands: `tier=key owner=maria,tom stage<collaborative health<50 trust.personal=?`.

Conditions are joined by and; a comma means any of; what is not known never matches, and `=?` selects it.
"""

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from operator import eq, ge, gt, le, lt
from typing import NamedTuple

from relmap.assess.assessment import AssessedAccount
from relmap.assess.figures import MEASURES_BY_ID
from relmap.errors import UsageError

FIELDS: dict[str, Callable[[AssessedAccount], tuple[str, ...]]] = {
    "id": lambda entry: (entry.row.id,),
    "name": lambda entry: (entry.row.name,),
    "owner": lambda entry: (entry.row.owner,),
    "status": lambda entry: (entry.row.status,),
    "tier": lambda entry: (entry.row.tier,) if entry.row.tier else (),
    "parent": lambda entry: (entry.row.parent,) if entry.row.parent else (),
    "group": lambda entry: (entry.group,),
    "tag": lambda entry: entry.row.tags,
}
_COMPARE: dict[str, Callable[[float, float], bool]] = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
_CONDITION = re.compile(r"(?P<field>[a-z.]+)(?P<operator>!=|<=|>=|=|<|>)(?P<values>\"[^\"]*\"|'[^']*'|\S*)")


class Condition(NamedTuple):
    """One condition: a field or measure, an operator, and the values it may take."""

    field: str
    operator: str
    values: tuple[str, ...]


class Selection(NamedTuple):
    """The accounts that match, and how many could not be judged because something of theirs is not known."""

    accounts: tuple[AssessedAccount, ...]
    unknown: int


def parse_selector(text: str) -> tuple[Condition, ...]:
    """Read a selector. Raises UsageError at the first condition that cannot be understood."""
    conditions, end = [], 0
    for match in _CONDITION.finditer(text):
        if text[end : match.start()].strip():
            raise _not_understood(text[end : match.start()].strip())
        conditions.append(_checked(match["field"], match["operator"], match["values"].strip("\"'")))
        end = match.end()
    if text[end:].strip():
        raise _not_understood(text[end:].strip())
    return tuple(conditions)


def _not_understood(rest: str) -> UsageError:
    return UsageError(
        f"cannot read {rest!r} in --where", hint="conditions look like tier=key, health<50 or stage.theirs=?"
    )


def _checked(field: str, operator: str, values: str) -> Condition:
    condition = Condition(field, operator, tuple(values.split(",")))
    if field not in FIELDS and field not in MEASURES_BY_ID:
        raise UsageError(f"--where does not know {field!r}", hint=_nearest(field, [*FIELDS, *MEASURES_BY_ID]))
    if not values:
        raise UsageError(f"--where {field}{operator} needs a value")
    if condition.values == ("?",) and operator in ("=", "!="):
        return condition
    if field in FIELDS:
        if operator not in ("=", "!="):
            raise UsageError(f"--where can compare {field} with = and != only")
        return condition
    for value in condition.values:
        _read(field, value)
    return condition


def _read(measure: str, value: str) -> float:
    """Return the place that a condition's value names on its measure's scale: a number, or the position of a word."""
    words = MEASURES_BY_ID[measure].words
    if words:
        if value not in words:
            raise UsageError(f"{measure} is never {value!r}", hint=f"it is one of {', '.join(words)}")
        return words.index(value)
    if not _NUMBER.fullmatch(value):
        raise UsageError(f"{measure} is a number, not {value!r}")
    return float(value)


def _place(measure: str, value: float | str) -> float:
    """Return where a figure stands on its measure's scale."""
    return MEASURES_BY_ID[measure].words.index(value) if isinstance(value, str) else value


def _nearest(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"


def select(accounts: Sequence[AssessedAccount], conditions: Sequence[Condition]) -> Selection:
    """Return the accounts that meet every condition."""
    chosen, unknown = [], 0
    for account in accounts:
        answers = [matches(account, condition) for condition in conditions]
        if all(answers):
            chosen.append(account)
        elif False not in answers:
            unknown += 1
    return Selection(tuple(chosen), unknown)


def matches(account: AssessedAccount, condition: Condition) -> bool | None:
    """Say whether an account meets a condition; None where that is not known."""
    if condition.field in FIELDS:
        return _field_matches(FIELDS[condition.field](account), condition)
    figure = account.figures[condition.field]
    if condition.values == ("?",):
        return (figure.value is None) == (condition.operator == "=")
    if figure.value is None:
        return None
    here = _place(condition.field, figure.value)
    if condition.operator == "!=":
        return all(here != _read(condition.field, value) for value in condition.values)
    compare = _COMPARE[condition.operator]
    return any(compare(here, _read(condition.field, value)) for value in condition.values)


def _field_matches(found: Sequence[str], condition: Condition) -> bool:
    """Say whether a field matches. A field left out is a fact, not an unknown: no parent is not this parent."""
    if condition.values == ("?",):
        return (not found) == (condition.operator == "=")
    folded = {value.casefold() for value in found}
    meets = any(value.casefold() in folded for value in condition.values)
    return meets == (condition.operator == "=")


def sort_accounts(accounts: Sequence[AssessedAccount], by: str) -> tuple[AssessedAccount, ...]:
    """Sort by a field, or by a measure with the highest first; a leading `-` turns the order round.

    Exposure sorts by its high bound, so that the unknown stands first. Elsewhere what is not known stands last.
    """
    turned, key = by.startswith("-"), by.removeprefix("-")
    if key in FIELDS:
        named = sorted(accounts, key=lambda entry: (FIELDS[key](entry), entry.row.id), reverse=turned)
        return tuple(sorted(named, key=lambda entry: not FIELDS[key](entry)))  # what is left out stands last
    if key not in MEASURES_BY_ID:
        raise UsageError(f"--sort does not know {key!r}", hint=_nearest(key, [*FIELDS, *MEASURES_BY_ID]))
    sign = 1 if turned else -1
    return tuple(sorted(accounts, key=lambda entry: (_sort_read(entry, key, sign), entry.row.id)))


def _sort_read(account: AssessedAccount, measure: str, sign: int) -> tuple[bool, float, float]:
    figure = account.figures[measure]
    value = figure.high if measure == "exposure" else figure.value
    if value is None:
        return True, 0.0, 0.0
    return False, sign * _place(measure, value), -float(account.revenue or 0)
