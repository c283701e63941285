"""The page of a review: findings as people read them."""

from relmap.findings import Finding, Related, Severity, Span
from relmap.render.page_text import page_text
from relmap.render.review_page import review_page

from .screens import reviewed


def test_a_place_that_belongs_to_a_finding_is_no_finding_of_its_own() -> None:
    path = "accounts/haldermark-marine.yaml"
    related = (Related(Span(path, 9, 1), "the promise"), Related(Span(path, 12, 1), "the issue"))
    found = Finding("RM999", "made-up", Severity.WARNING, "two say otherwise", Span(path, 4, 1), related=related)
    told = page_text(review_page(reviewed()._replace(findings=(found,)))).splitlines()
    assert [line for line in told if path in line] == [
        f"- {path}:4:1: RM999 warning: two say otherwise · {path}:9:1: the promise; {path}:12:1: the issue"
    ]
