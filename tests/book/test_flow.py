import math
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from relmap.book.flow import as_read, flow_text
from relmap.book.parse import parse


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"date": date(2026, 9, 12), "side": "theirs", "trust": 6}, "{date: 2026-09-12, side: theirs, trust: 6}"),
        ({"us": ["maria", "tom"], "found": {"stage": "basic"}}, "{us: [maria, tom], found: {stage: basic}}"),
        ({}, "{}"),
        ({"on": True, "y": False, "2025": 1}, '{"on": true, "y": false, "2025": 1}'),
        ([None, -3, 1.5, 7.0, 1e16, 1e-7], "[null, -3, 1.5, 7, 1.0e+16, 1.0e-07]"),
    ],
)
def test_data_is_written_on_one_line(value: object, written: str) -> None:
    assert flow_text(value) == written


@pytest.mark.parametrize(
    "text",
    [
        "Jane's plan (2027)",
        "C# and F#",
        "https://example.org/a=b",
        "Ørsted → ok",
        "a  b",
        "0015g00000Hm4Ak",
        "100-200",
        "10:75 h",
        "3%",
    ],
)
def test_text_stays_without_quotes_where_nobody_misreads_it(text: str) -> None:
    assert flow_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "no", "Off", "y", "N", "null", "~", "true", "2026-09-12", "1:30", "=", "<<", " a", "a "),
        *("01234", "1.10", "1e3", "0x1F", "0o17", "1_000", ".inf", "9" * 19),
        *("a, b", "a: b", "a:", "a #b", "#a", "- a", "[a", "a}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'a"),
        *("? a", "why?", "a?b"),
    ],
)
def test_text_that_somebody_would_misread_is_quoted(text: str) -> None:
    assert flow_text(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"Yes" \\ no', r'"\"Yes\" \\ no"'),
        ("two\nlines\tand\ra\0", r'"two\nlines\tand\ra\u0000"'),
        ("\x1b[31m\x7f\x85\u2028\ufeff", r'"\u001b[31m\u007f\u0085\u2028\ufeff"'),
        ("Jane\u202eeoD\u200b", r'"Jane\u202eeoD\u200b"'),
    ],
)
def test_what_no_file_may_contain_and_what_nobody_sees_is_escaped(text: str, written: str) -> None:
    assert flow_text(text) == written


SCALARS = (
    st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.text(" #:,-?[]{}&*!|>'\"%@`yn01e.~=<_\n", max_size=6)
)


@given(SCALARS)
def test_our_parser_and_one_of_yaml_1_1_read_what_was_written(value: object) -> None:
    written = f"{{inner: {flow_text({'a': value, 'b': [value]})}}}"
    expected = as_read({"inner": {"a": value, "b": [value]}})
    assert repr(parse(written.encode(), "acme.yaml").document) == repr(expected)
    assert repr(yaml.safe_load(written)) == repr(expected)


@given(st.dates())
def test_a_date_is_text_for_us_and_a_date_for_yaml_1_1(day: date) -> None:
    written = flow_text({"date": day})
    assert parse(written.encode(), "acme.yaml").document == as_read({"date": day}) == {"date": day.isoformat()}
    assert yaml.safe_load(written) == {"date": day}


def test_what_is_no_number_stays_none() -> None:
    assert math.isnan(float(flow_text(math.nan)))
