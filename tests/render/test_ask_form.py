"""The forms of the example's largest customer, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew."""

import os
from pathlib import Path

import pytest

from relmap.interview.questions import make_questionnaire
from relmap.render.ask_form import Respondent, ask_csv, ask_json, ask_markdown

from .screens import card

GOLDEN = Path(__file__).parent / "ask"
WHO = (Respondent("bram-oster", "Bram Oster"), Respondent())
FORMS = {"md": ask_markdown, "csv": ask_csv, "json": ask_json}


@pytest.mark.parametrize("ending", FORMS)
def test_a_form_is_drawn_as_before(ending: str) -> None:
    drawn = FORMS[ending](make_questionnaire(card("haldermark-marine")[1]), WHO)
    path = GOLDEN / f"haldermark.{ending}"
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
