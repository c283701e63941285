"""Comments that ask to ignore a finding: which line they mean, which codes, and what is none."""

import pytest

from relmap.book.ignores import find_ignores


def read(text: str) -> list[tuple[int, tuple[str, ...], str]]:
    return [(found.line, found.codes, found.reason) for found in find_ignores(text.encode(), "a.yaml")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # relmap: ignore[RM204] known", [(1, ("RM204",), "known")]),
        ("a: 1 #relmap:ignore[rm204,RM301]  why not ", [(1, ("RM204", "RM301"), "why not")]),
        ("# relmap: ignore[RM204] known\n\n# more\na: 1", [(4, ("RM204",), "known")]),
        ("a: 1\r\nb: 2 # Relmap: ignore[RM204] known\r\n", [(2, ("RM204",), "known")]),
        ("a: 1 # relmap: ignore[RM204]", [(1, ("RM204",), "")]),
        ("a: 1 # relmap: ignore[] known", [(1, (), "known")]),
        ("a: 1 # relmap: ignore all", [(1, (), "")]),
        ("a: 1 # relmap ignore[RM204] known", []),
        ("a: 1#relmap: ignore[RM204] known", []),
        ("a: 1 # see relmap: ignore[RM204]", []),
        ("# relmap: ignore[RM204] at the end", [(1, ("RM204",), "at the end")]),
    ],
)
def test_what_a_comment_asks_for(text: str, expected: list[tuple[int, tuple[str, ...], str]]) -> None:
    assert read(text) == expected


def test_a_comment_has_its_place() -> None:
    (found,) = find_ignores("\ufeffa: 1 # relmap: ignore[RM204] é".encode(), "a.yaml")
    assert (str(found.span), found.span.end_column) == ("a.yaml:1:6", 31)
