"""The published JSON of a rubric's stamp: its version and digest."""

from relmap.model.rubric_stamp import stamp_rubric
from relmap.model.settings import Settings
from relmap.render import json_types as published


def rubric(settings: Settings) -> published.Rubric:
    """Return by which rubric a book's results are made."""
    stamp = stamp_rubric(settings)
    return {"version": stamp.version, "digest": stamp.digest}
