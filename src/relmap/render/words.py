"""How figures are written. Rounding happens here and nowhere else, once; what is not known is a range or `?`."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from relmap.assess.figures import Figure
from relmap.measures.result import Score

UNKNOWN = "?"
NARROW_SPACE = "\u202f"
MINUS = "−"
_EDGE = 1e-9
_FORMS = ("%.0f", "%.1f", "%.2f")


def number(value: float, digits: int = 0) -> str:
    """Write a number, rounded half up, with narrow spaces between thousands and a true minus sign."""
    size = abs(value) + _EDGE
    text = _FORMS[digits] % size if size < 999 else f"{size:,.{digits}f}".replace(",", NARROW_SPACE)
    return MINUS + text if value < 0 and text.strip("0.") else text


def plain(value: float) -> str:
    """Write a number that people have typed, without needless decimals."""
    return number(value) if value == int(value) else number(value, 1)


def exact(value: float) -> str:
    """Write a number that people have typed with all its digits, so that two that differ never look alike."""
    text = f"{abs(value):,}".removesuffix(".0").replace(",", NARROW_SPACE)
    return MINUS + text if value < 0 else text


def settled(value: float, lines: Sequence[float] = ()) -> str:
    """Write a whole number, with decimals only where rounding would carry it onto or across one of the `lines`."""
    for line in lines:
        if value != line and abs(value - line) <= 0.5:
            return _beside(value, line)
    return number(value)


def _beside(value: float, line: float) -> str:
    """Write a value so that it stands on its own side of a line."""
    for digits in (0, 1, 2):
        text = number(value, digits)
        written = round(value, digits)
        if written != line and (written > line) == (value > line):
            break
    return text


def exact_share(value: float) -> str:
    """Write a fraction as percent with three figures, for shares that are held against a line."""
    return f"{number(value * 100, 2 if value < 0.0995 else 1)} %"


def percent(value: float) -> str:
    """Write a percentage given as 0–100: whole from 10 on, else with one decimal."""
    if -0.05 < value < 0.05:
        return "<0.1 %" if value else "0 %"
    return f"{number(value, 1 if -9.95 < value < 9.95 else 0)} %"


def span(low: str, high: str) -> str:
    """Write two ends of a range."""
    if low[-2:] == high[-2:] == " %":
        low = low[:-2]
    return f"{low} to {high}" if low[0] == MINUS or high[0] == MINUS else f"{low}–{high}"


def ranged(
    figure: Figure | Score, write: Callable[[float], str] = settled, whole: tuple[float, float] | None = (0, 100)
) -> str:
    """Write a figure with its bounds: `58 (40–77)`, `40–77` where it is not scored, `?` where it could be anything.

    `whole` is the measure's scale: a range as wide as that says nothing.
    """
    value, low, high, *_ = cast("Score", figure)  # a figure that is a word is never written as a number
    return bounded(value, low, high, write, whole)


def bounded(
    value: float | None,
    low: float | None,
    high: float | None,
    write: Callable[[float], str] = settled,
    whole: tuple[float, float] | None = (0, 100),
) -> str:
    """Write a value between its bounds; see `ranged`."""
    if low is None or high is None:
        return UNKNOWN if value is None else write(value)
    if value is None:
        nothing = low == high or (whole is not None and low <= whole[0] + _EDGE and high >= whole[1] - _EDGE)
        return UNKNOWN if nothing else span(write(low), write(high))
    if low == value == high:
        return write(value)
    bounds = (write(low), write(high))
    return write(value) if bounds[0] == bounds[1] else f"{write(value)} ({span(*bounds)})"


def fraction(value: float) -> str:
    """Write a figure between −2 and +2 with two decimals."""
    return number(value, 2)


def plain_fraction(value: float) -> str:
    """Write a fraction of one with as many decimals as it needs, at most two."""
    return number(value, 2).rstrip("0").rstrip(".") if value % 1 else number(value)


def share(value: float) -> str:
    """Write a fraction of one as a percentage."""
    return percent(value * 100)


def money(amount: float, currency: str | None) -> str:
    """Write an amount in whole units of the book's currency."""
    return f"{currency} {number(amount)}" if currency else number(amount)


def count(amount: int, noun: str, plural: str = "") -> str:
    """Write how many: `no customer`, `1 customer`, `3 customers`."""
    if not amount:
        return f"no {noun}"
    return f"{number(amount)} {noun if amount == 1 else plural or noun + 's'}"


def open_points(points: int) -> str:
    """Say how many points of health an answer can move; nothing where it moves none."""
    return f"{count(points, 'point')} of health {'is' if points == 1 else 'are'} open here" if points else ""


def day(value: date | None) -> str:
    """Write a day as 2026-11-15, as it stands in the files."""
    return value.isoformat() if value else UNKNOWN


def shortened(ids: Sequence[str], most: int) -> list[str]:
    """Cut ids to so many signs for narrow columns; those that would look alike stay whole."""
    cut = [one if len(one) <= most else f"{one[: most - 1]}…" for one in ids]
    return [short if cut.count(short) == 1 else one for one, short in zip(ids, cut, strict=True)]


def listed(words: Sequence[str], limit: int = 0) -> str:
    """Write a list as a sentence does: `a, b and c`; beyond `limit` the rest is counted."""
    if limit and len(words) > limit:
        return f"{', '.join(words[:limit])} and {number(len(words) - limit)} more"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def either(words: Sequence[str]) -> str:
    """Write what is possible: `a or b`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
