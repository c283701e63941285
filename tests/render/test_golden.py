"""What people see, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew: read the difference before it goes in."""

import os
from pathlib import Path

import pytest

from .screens import drawings

GOLDEN = Path(__file__).parent / "golden"
DRAWINGS = drawings()


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawn_as_before(name: str) -> None:
    drawn = DRAWINGS[name]()
    path = GOLDEN / name
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(DRAWINGS)
