"""`relmap rubric --format csv`: a threshold or a test a line."""

from relmap.book.rubric_table import RubricTable, SetTest, SetThreshold
from relmap.render.csv_table import Cell, csv_text
from relmap.render.threshold_text import threshold_text

_HEADER = ("path", "tier", "value", "default", "differs", "set_in", "published", "meaning")


def rubric_csv(table: RubricTable) -> str:
    """Return a header and a line for each threshold and test; ends with a newline. Our own choices name no source."""
    return csv_text([_HEADER, *map(_threshold, table.thresholds), *map(_test, table.tests)])


def _threshold(entry: SetThreshold) -> list[Cell]:
    threshold = entry.threshold
    return [
        threshold.path,
        entry.tier,
        _value(entry.value),
        _value(threshold.default),
        _truth(differs=entry.differs),
        str(entry.place or ""),
        threshold.source,
        threshold.meaning,
    ]


def _value(value: object) -> Cell:
    """A figure stays one, and is written alike whether a file or the default says it: 50, not 50.0."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int | float) else threshold_text(value)


def _test(entry: SetTest) -> list[Cell]:
    path = f"stage.tests.{entry.stage}.{entry.id}"
    place = str(entry.place or "")
    return [path, entry.tier, entry.need, entry.default, _truth(differs=entry.differs), place, "", entry.label]


def _truth(*, differs: bool) -> str:
    return "true" if differs else "false"
