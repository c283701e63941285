"""How figures are written. Rounding happens here and nowhere else, once; what is not known is a range or `?`."""

from collections.abc import Callable, Sequence
from datetime import date
from math import floor

from relmap.assess.figures import Figure
from relmap.measures.result import Score

UNKNOWN = "?"
NARROW_SPACE = "\u202f"
MINUS = "−"
_EDGE = 1e-9


def number(value: float, digits: int = 0) -> str:
    """Write a number, rounded half up, with narrow spaces between thousands and a true minus sign."""
    step = 10**digits
    rounded = floor(abs(value) * step + 0.5 + _EDGE) / step
    text = f"{rounded:,.{digits}f}".replace(",", NARROW_SPACE)
    return f"{MINUS}{text}" if value < 0 and rounded else text


def plain(value: float) -> str:
    """Write a number that people have typed, without needless decimals."""
    return number(value) if value == int(value) else number(value, 1)


def settled(value: float, lines: Sequence[float] = ()) -> str:
    """Write a whole number, with decimals only where rounding would carry it across one of the `lines`."""
    for digits in (0, 1, 2):
        text = number(value, digits)
        written = float(text.replace(NARROW_SPACE, "").replace(MINUS, "-"))
        if all((written > line) == (value > line) and (written >= line) == (value >= line) for line in lines):
            break
    return text


def percent(value: float) -> str:
    """Write a percentage given as 0–100: whole from 10 on, else with one decimal."""
    if 0 < abs(value) < 0.05:
        return "<0.1 %"
    return f"{number(value, 0 if abs(value) >= 9.95 or not value else 1)} %"


def span(low: str, high: str) -> str:
    """Write two ends of a range."""
    if low.endswith(" %") and high.endswith(" %"):
        low = low.removesuffix(" %")
    return f"{low} to {high}" if MINUS in (low[:1], high[:1]) else f"{low}–{high}"


def ranged(
    figure: Figure | Score, write: Callable[[float], str] = settled, whole: tuple[float, float] | None = (0, 100)
) -> str:
    """Write a figure with its bounds: `58 (40–77)`, `40–77` where it is not scored, `?` where it could be anything.

    `whole` is the measure's scale: a range as wide as that says nothing.
    """
    value, low, high = (bound if isinstance(bound, float | int) else None for bound in figure[:3])
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
    bounds = (write(low), write(high))
    return write(value) if bounds[0] == bounds[1] else f"{write(value)} ({span(*bounds)})"


def fraction(value: float) -> str:
    """Write a figure between −2 and +2 with two decimals."""
    return number(value, 2)


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


def day(value: date | None) -> str:
    """Write a day as 2026-11-15, as it stands in the files."""
    return value.isoformat() if value else UNKNOWN


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
