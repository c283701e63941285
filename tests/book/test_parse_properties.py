"""What must hold for any data and any bytes."""

import io
import json
from collections.abc import Callable
from math import isnan

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from relmap.book.guard import guard
from relmap.book.locate import Locator
from relmap.book.parse import parse
from relmap.findings import Route

# Without what a text file must not contain, and without `?` or `:` in front, which ruamel.yaml leaves plain inside
# brackets and libyaml does not take for text.
TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
).filter(lambda text: not text.startswith(("?", ":")))
NUMBERS = st.integers(-(10**18) + 1, 10**18 - 1) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(TEXT, VALUES, min_size=1, max_size=5)


def as_json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False)


def as_pyyaml(document: object) -> str:
    # All in quotes and tagged: what PyYAML leaves plain, it leaves plain by the rules of YAML 1.1.
    return str(yaml.safe_dump(document, default_style='"', allow_unicode=True, width=10_000))


def as_ruamel(document: object) -> str:
    writer, text = YAML(typ="safe", pure=True), io.StringIO()
    writer.width = 10_000
    writer.default_flow_style = False  # in flow style it leaves bare what libyaml does not read, such as `0:?`
    writer.dump(document, text)
    return text.getvalue()


@pytest.mark.parametrize("write", [as_json, as_pyyaml, as_ruamel])
@settings(deadline=None, derandomize=True)
@given(document=DOCUMENTS)
def test_data_that_others_write_is_read_back(write: Callable[[object], str], document: dict[str, object]) -> None:
    parsed = parse(write(document).encode(), "acme.yaml")
    assert parsed.findings == ()
    assert repr(parsed.document) == repr(document) or parsed.document == document


@settings(deadline=None)
@given(st.binary())
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_no_bytes_raise(data: bytes) -> None:
    parsed = parse(data, "acme.yaml")
    assert parsed.document is not None or parsed.findings
    Locator(data, "acme.yaml").value(("a", 0))


@settings(deadline=None)
@given(st.text(alphabet=" \n\t-?:,[]{}&*!|>'\"%@#ab1<.~\\\r", max_size=60))
def test_no_text_of_signs_raises_and_every_place_lies_in_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in parse(text.encode(), "acme.yaml").findings:
        for span in (found.span, *(related.span for related in found.related)):
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1


@settings(deadline=None)
@given(st.text(alphabet=" \n-?:,[]{}'\"#ab1<.~", max_size=60))
def test_care_never_changes_what_is_read(text: str) -> None:
    plain = parse(text.encode(), "acme.yaml")
    careful = parse(f"{text}\n#{' ' * 70_000}".encode(), "acme.yaml")
    if guard(text.encode(), "acme.yaml").plain and plain.document is not None:
        assert repr(plain.document) == repr(careful.document)


@settings(deadline=None)
@given(DOCUMENTS)
def test_every_key_and_value_has_a_place_with_its_text(document: dict[str, object]) -> None:
    text = as_json(document)
    places = Locator(text.encode(), "acme.yaml")
    for route, value in routes(document):
        span = places.value(route)
        written = text[span.column - 1 : span.end_column - 1]
        assert json.loads(written) == value or isnan(float(written))


def routes(value: object, route: Route = ()) -> list[tuple[Route, object]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(route, value), *(found for step, child in children for found in routes(child, (*route, step)))]
