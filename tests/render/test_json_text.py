"""JSON as text: nothing but JSON, whatever stands in it."""

import json

import pytest

from relmap.render.json_text import encode, encode_lines


def test_text_beyond_ascii_stays_readable() -> None:
    assert encode({"name": "Łódź 株式会社 🏭"}) == '{"name":"Łódź 株式会社 🏭"}'


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\ufeff"], ids=ascii)
def test_what_a_terminal_acts_on_is_written_by_number_and_comes_back(sign: str) -> None:
    text = encode({"name": f"ä{sign}b"})
    assert sign not in text
    assert json.loads(text) == {"name": f"ä{sign}b"}


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    text = encode({"path": "accounts/\udcff.yaml", "at": [1, None]})
    assert text == '{"path":"accounts/\ufffd.yaml","at":[1,null]}'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_finite_number_is_null(number: float) -> None:
    assert json.loads(encode({"a": [{"b": (number, 1.5)}]})) == {"a": [{"b": [None, 1.5]}]}


def test_numbers_are_not_rounded() -> None:
    assert encode([0.1 + 0.2, 1e-07, 100]) == "[0.30000000000000004,1e-7,100]"


def test_every_item_of_an_iterator_has_its_own_line() -> None:
    text = encode_lines({"a": 1, "accounts": iter([{"id": "x"}, {"id": "y"}]), "findings": iter([])})
    assert text == '{\n"a":1,\n"accounts":[\n{"id":"x"},\n{"id":"y"}\n],\n"findings":[]\n}\n'
