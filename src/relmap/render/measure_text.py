"""How a measure's answer is written: a word in the team's own, a number with the decimals that its scale deserves."""

from relmap.assess.figures import MeasureInfo
from relmap.model.settings import Settings
from relmap.render import labels, words

_DIGITS = {
    "0–100": 1,
    "−2 to +2": 2,
    "−1 to +1": 2,
    "0–1": 2,
    "0–2": 2,
    "points a year": 1,
    "points of ten": 1,
}


def word_of(info: MeasureInfo, settings: Settings, word: str) -> str:
    """Write a word of the measure as the team says it."""
    family = info.id.partition(".")[0]
    if family == "stage":
        return labels.stage(settings, word)
    if family == "standing":
        return labels.standing(settings, word)
    return labels.spoken(word)


def number_of(info: MeasureInfo, settings: Settings, value: float) -> str:
    """Write a number in the measure's unit."""
    if info.unit == "money":
        return words.money(value, settings.currency)
    if info.unit in ("percent", "percent of revenue"):
        return f"{words.number(value, 1)} %"
    return words.number(value, _DIGITS.get(info.unit, 0))
