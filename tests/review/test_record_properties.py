"""A review in any file: it is there and nothing else has changed, or it is refused."""

import json
import re
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relmap.assess.assessment import Card
from relmap.assess.run import make_card, run_book
from relmap.book.edit import Append, EditRefusedError, edit
from relmap.book.load import open_book
from relmap.book.parse import parse
from relmap.book.source import BOM
from relmap.review.entry import ROUTE, Verdict, make_entry

MERIDIAN = Path(__file__).parents[2] / "examples" / "meridian"
FILES = sorted((MERIDIAN / "accounts").rglob("*.yaml"))
OLD = "{date: 2026-07-01, by: tom, quarter: 2026-Q3}"
LISTS = (  # how people write a list of reviews
    *("", "reviews:\n", "reviews: []  # none\n", "reviews: ~\n", f"reviews: [{OLD}]\n", f"reviews: [{OLD}, ] # c\n"),
    f"reviews: # all\n- {OLD}   # c\n",
    f"reviews:\n      - {OLD}\n\n      # b\n      - date: 2026-08-01\n        by: 'tom'\n        quarter: 2026-Q3\n",
    "reviews:\n  - date: 2026-08-01\n    by: tom\n    quarter: 2026-Q3\n    note: |\n      two\n      # lines\n",
    f"custom: {{old: &r [{OLD}]}}\nreviews: *r\n",
    f"reviews: &r\n  - {OLD}\ncustom: {{all: *r}}\n",
    f"reviews: [\n  {OLD},  # c\n  # d\n  ]\n",
)


def card() -> Card:
    book = open_book(MERIDIAN)
    assert book.settings is not None
    return make_card(
        book, book.settings, run_book(book, book.settings, date(2026, 11, 15), jobs=1), "haldermark-marine"
    )


CARD = card()


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """An account file as somebody may keep it: an example's, with its reviews written anew, anywhere in it."""
    text = draw(st.sampled_from(FILES)).read_text(encoding="utf-8")
    text = re.sub(r"(?m)^reviews:.*\n(?:(?:[ -].*)?\n)*", "", text)
    blocks = re.split(r"(?m)(?<=\n)(?=[a-z_]+:)", text if text.endswith("\n") else f"{text}\n")
    at = draw(st.integers(1, len(blocks)))
    blocks.insert(at, draw(st.sampled_from(LISTS)))
    text = "".join(blocks).removesuffix("\n" * draw(st.integers(0, 1)))
    data = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()
    return draw(st.sampled_from([b"", BOM])) + data


def comments(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"(?m)(?:^|\s)#[^\r\n]*", data.decode()))


@settings(deadline=None, max_examples=60)
@given(files(), st.text(max_size=20), st.lists(st.text("abc", min_size=1), max_size=2))
@example(b"name: A\nowner: maria\nreviews: []", '"\\ # {x}\u2028\x00', ["a"])
def test_a_review_is_added_and_nothing_else_is_changed_or_it_is_refused(
    data: bytes, note: str, others: list[str]
) -> None:
    entry = make_entry(CARD, Verdict("tom", others, "hold", note), whole_book=True)
    before = parse(data, "a.yaml").document
    assert before is not None
    with suppress(EditRefusedError):
        after = edit(data, "a.yaml", [Append(ROUTE, entry)])
        document = parse(after, "a.yaml").document
        assert document is not None
        reviews, old = document["reviews"], before.get("reviews") or []
        assert isinstance(reviews, list)
        assert reviews[:-1] == old
        assert reviews[-1] == json.loads(json.dumps(entry, default=str))
        assert {**document, "reviews": None} == {**before, "reviews": None}
        assert list(document) == [*before] or "reviews" not in before
        assert not comments(data) - comments(after)
        assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in data else 0)
        assert (Counter(data.splitlines()) - Counter(after.splitlines())).total() <= 2
        assert after.startswith(BOM) == data.startswith(BOM)


@pytest.mark.parametrize("text", LISTS[9:11])
def test_a_list_that_stands_for_data_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(EditRefusedError):
        edit(f"name: A\nowner: maria\n{text}".encode(), "a.yaml", [Append(ROUTE, {"by": "tom"})])
