"""By which rubric a result was made: one quiet line at its end, so that results of two rubrics are told apart."""

from relmap.model.rubric_stamp import stamp_rubric
from relmap.model.settings import Settings
from relmap.render.page import Section, Tone, prose


def rubric_section(settings: Settings) -> Section:
    """Return the line, as a section without a heading."""
    stamp = stamp_rubric(settings)
    return Section("", (prose(f"rubric version {stamp.version}, {stamp.digest}", Tone.MUTED),))
