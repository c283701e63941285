"""The forms of the example's largest customer, kept as files. RELMAP_UPDATE_GOLDENS=1 writes them anew."""

import os
from pathlib import Path

import pytest

from relmap.interview.questions import make_questionnaire
from relmap.interview.respondents import Respondent
from relmap.render.ask_form import ask_csv, ask_json, ask_markdown

from .screens import card

GOLDEN = Path(__file__).parent / "ask"
BRAM = Respondent("bram-oster", "Bram Oster", "theirs")
FORMS = {"md": ask_markdown, "csv": ask_csv, "json": ask_json}


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize(("name", "who"), [("bram", (BRAM,)), ("anybody", ())])
def test_a_form_is_drawn_as_before(ending: str, name: str, who: tuple[Respondent, ...]) -> None:
    drawn = FORMS[ending](make_questionnaire(card("haldermark-marine")[1]), who)
    path = GOLDEN / f"haldermark-{name}.{ending}"
    if os.environ.get("RELMAP_UPDATE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
