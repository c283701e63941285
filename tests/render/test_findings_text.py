from relmap.findings import Finding, Related, Severity, Span
from relmap.render.findings_text import findings_text


def _finding(message: str, **more: object) -> Finding:
    return Finding("RM101", "unknown-field", Severity.ERROR, message, Span("accounts/a.yaml", 3, 7), **more)  # type: ignore[arg-type]


def test_one_line_a_finding_with_its_hint() -> None:
    text = findings_text([_finding("unknown field 'ownr'", hint="did you mean owner?"), _finding("x" * 300)])
    assert text.splitlines()[0] == "accounts/a.yaml:3:7: RM101 error: unknown field 'ownr' (did you mean owner?)"
    assert len(text.splitlines()) == 2


def test_related_places_are_set_in() -> None:
    text = findings_text([_finding("given twice", related=(Related(Span("accounts/a.yaml", 1, 1), "first here"),))])
    assert text.splitlines()[1] == "    accounts/a.yaml:1:1: first here"


def test_nothing_in_a_file_moves_the_cursor_or_begins_a_line() -> None:
    text = findings_text([_finding("odd \x1b[2J\n::error::pwned\r")])
    assert text.count("\n") == 1
    assert "\x1b" not in text


def test_no_finding_no_text() -> None:
    assert findings_text([]) == ""
