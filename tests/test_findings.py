"""Findings travel between processes and come back as they were."""

import pickle
from datetime import date

from relmap.findings import Accepted, Finding, Related, Severity, Span, State


def test_a_finding_comes_back_whole() -> None:
    span = Span("a.yaml", 1, 2, 3, 4)
    found = Finding(
        "RM301",
        "not-reviewed",
        Severity.ERROR,
        "said",
        span,
        hint="do",
        route=("reviews", 0),
        account="acme",
        subject="review",
        related=(Related(Span("b.yaml", 5, 6, 7, 8), "there"),),
        state=State.WAIVED,
        on=date(2026, 11, 15),
        accepted=Accepted("why", on_the_line=True),
    )
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert again.span == span
    assert again.severity is Severity.ERROR
