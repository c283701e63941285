"""Figures as people read them: in their unit, with the decimals that their scale deserves, words in the team's own."""

from relmap.assess.figures import Figure, MeasureInfo
from relmap.model.settings import Settings
from relmap.render import labels, words

_WHOLES = {"0–5": 5, "points of 5": 5, "steps of 6": 6}
_DIGITS = {
    "0–100": 1,
    "−2 to +2": 2,
    "−1 to +1": 2,
    "0–1": 2,
    "0–2": 2,
    "points a year": 1,
    "points of ten": 1,
}


def value_text(settings: Settings, info: MeasureInfo, value: float | str | None) -> str:
    """Write a value in its measure's unit."""
    if value is None:
        return words.UNKNOWN
    if isinstance(value, str):
        return word_text(settings, info, value)
    whole = _WHOLES.get(info.unit)
    return f"{number_text(settings, info, value)} of {whole}" if whole else number_text(settings, info, value)


def word_text(settings: Settings, info: MeasureInfo, word: str) -> str:
    """Write a word of a measure as the team says it."""
    family = info.id.partition(".")[0]
    if family == "stage":
        return labels.stage(settings, word)
    if family == "standing":
        return labels.standing(settings, word)
    return labels.spoken(word)


def number_text(settings: Settings, info: MeasureInfo, value: float) -> str:
    """Write a number in its measure's unit."""
    if info.unit == "money":
        return words.money(value, settings.currency)
    if info.unit in ("percent", "percent of revenue"):
        return f"{words.number(value, 1)} %"
    if info.words:  # what a word is made of is a fraction or a figure of 100
        return words.number(value, 2 if abs(value) <= 1 else 1)
    return words.number(value, _DIGITS.get(info.unit, 0))


def bounded_text(settings: Settings, info: MeasureInfo, figure: Figure) -> str:
    """Write a figure with its bounds where something is not known."""
    value, low, high = figure[:3]
    if low is None or high is None or low == high == value:
        return value_text(settings, info, value)
    if isinstance(low, str) or isinstance(high, str):
        ends = words.either([word_text(settings, info, str(low)), word_text(settings, info, str(high))])
        ends = ends if low != high else word_text(settings, info, str(low))
        return ends if value is None else f"{value_text(settings, info, value)} ({ends})"
    number = value if isinstance(value, float | int) else None
    return words.bounded(number, low, high, lambda end: number_text(settings, info, end), None)
