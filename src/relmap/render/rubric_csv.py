"""`relmap rubric --format csv`: a threshold or a test a line."""

from relmap.book.rubric_table import RubricTable, SetTest, SetThreshold
from relmap.render.csv_table import Cell, csv_text
from relmap.render.rubric_page import value_text

_HEADER = ("path", "tier", "value", "default", "differs", "set_in", "published", "meaning")


def rubric_csv(table: RubricTable) -> str:
    """Return a header and a line for each threshold and test; ends with a newline. Our own choices name no source."""
    return csv_text([_HEADER, *map(_threshold, table.thresholds), *map(_test, table.tests)])


def _threshold(entry: SetThreshold) -> list[Cell]:
    threshold = entry.threshold
    return [
        threshold.path,
        entry.tier,
        value_text(entry.value),
        value_text(threshold.default),
        _truth(differs=entry.differs),
        str(entry.place or ""),
        threshold.source,
        threshold.meaning,
    ]


def _test(entry: SetTest) -> list[Cell]:
    path = f"stage.tests.{entry.stage}.{entry.id}"
    place = str(entry.place or "")
    return [path, entry.tier, entry.need, entry.default, _truth(differs=entry.differs), place, "", entry.label]


def _truth(*, differs: bool) -> str:
    return "true" if differs else "false"
