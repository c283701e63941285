import pytest

from relmap.book.guard import guard
from relmap.findings import Finding, Span


def refusal(data: bytes) -> Finding:
    found = guard(data, "acme.yaml", "acme").refusal
    assert found is not None
    assert found.account == "acme"
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"name: Acme\nowner: maria\n",
        b"name: Acme\r\nowner: maria\r\n",
        b"note: |\n\tone tab\n",
        "name: Ångström – 日本 😀\n".encode(),
        b"name: Marks & Spencer\nphone: R&D\nnote: Great!\n",
        b"",
    ],
)
def test_an_ordinary_file_is_plain(data: bytes) -> None:
    assert guard(data, "acme.yaml") == (data, True, None)


@pytest.mark.parametrize(
    "data",
    [
        b"a: &base {x: 1}\n",
        b"a: !custom x\n",
        b"a: ! 12\n",
        b"[" * 500,
        b"- " * 200,
        b" " * 300 + b"a: b\n",
        b"a: b\r" + b" " * 300 + b"a: b\n",
        b"a: " + b"x" * 70_000,
    ],
)
def test_a_file_that_may_harm_a_parser_needs_care_but_is_not_refused(data: bytes) -> None:
    assert guard(data, "acme.yaml") == (data, False, None)


def test_a_long_line_of_prose_is_plain() -> None:
    assert guard(b"  note: " + b"word " * 500, "acme.yaml").plain


def test_a_byte_order_mark_is_dropped() -> None:
    assert guard(b"\xef\xbb\xbfname: Acme\n", "acme.yaml").data == b"name: Acme\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_are_refused_with_or_without_a_mark(encoding: str) -> None:
    found = refusal("name: Acme\n".encode(encoding))
    assert (found.code, found.message) == ("RM010", "the file is encoded in UTF-16 or UTF-32")
    assert found.span == Span("acme.yaml")


def test_latin_1_is_refused_at_its_first_letter_beyond_ascii() -> None:
    found = refusal("name: Acme\ncity: Düsseldorf\n".encode("latin-1"))
    assert (found.code, found.message) == ("RM010", "the byte 0xFC is not UTF-8")
    assert found.span == Span("acme.yaml", 2, 8, 2, 9)
    assert found.hint == "save the file as UTF-8; in Latin-1 this byte is 'ü'"


def test_the_place_of_a_bad_byte_counts_characters_after_the_byte_order_mark() -> None:
    assert refusal(b"\xef\xbb\xbf\xc3\xbc\xc3\xbc\xff").span == Span("acme.yaml", 1, 3, 1, 4)


@pytest.mark.parametrize(
    ("data", "message", "column"),
    [
        (b"a: x\0y\n", "NUL U+0000 in the text", 5),
        (b"a: \x1b[31mred\n", "control character U+001B in the text", 4),
        (b"a: b\x7f\n", "control character U+007F in the text", 5),
        ("a: ü\x85\n".encode(), "line separator U+0085 in the text", 5),
        ("a: x\u2028y\n".encode(), "line separator U+2028 in the text", 5),
        ("a: \ufeffx\n".encode(), "byte order mark U+FEFF in the text", 4),
    ],
)
def test_a_character_that_text_must_not_have_is_refused_where_it_stands(data: bytes, message: str, column: int) -> None:
    found = refusal(b"name: Acme\n" + data)
    assert (found.code, found.message) == ("RM011", message)
    assert found.span == Span("acme.yaml", 2, column, 2, column + 1)


def test_thousands_of_tag_directives_are_refused() -> None:
    data = b"".join(b"%%TAG !t%d! tag:example\n" % number for number in range(100_000))
    assert refusal(data).code == "RM027"
