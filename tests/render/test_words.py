from datetime import date

import pytest

from relmap.assess.figures import Figure
from relmap.render import words


def test_numbers_are_rounded_half_up_with_narrow_spaces_between_thousands() -> None:
    written = [words.number(value) for value in (0.5, 2.5, -0.4, 999.6, 1234567.4, -1234.5)]
    assert written == ["1", "3", "0", "1\u202f000", "1\u202f234\u202f567", "−1\u202f235"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0 %"), (0.01, "<0.1 %"), (0.05, "0.1 %"), (5.25, "5.3 %"), (9.94, "9.9 %"), (9.96, "10 %"), (30.2, "30 %")],
)
def test_percentages(value: float, text: str) -> None:
    assert words.percent(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(50.0, "50"), (50.2, "50.2"), (50.04, "50.04"), (49.6, "49.6"), (51.2, "51"), (75.4, "75.4")]
)
def test_rounding_never_carries_a_figure_across_a_line(value: float, text: str) -> None:
    assert words.settled(value, (50, 75)) == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(58.0, 40.0, 77.0), "58 (40–77)"),
        (Figure(58.0, 57.9, 58.1), "58"),
        (Figure(None, 40.0, 77.0), "40–77"),
        (Figure(None, 0.0, 100.0), "?"),
        (Figure(None, 0.0, 0.0), "?"),
        (Figure(None), "?"),
        (Figure(58.0), "58"),
    ],
)
def test_what_is_not_known_is_a_range_or_a_question_mark(figure: Figure, text: str) -> None:
    assert words.ranged(figure) == text


def test_ranges_say_their_unit_once_and_use_words_beside_a_minus_sign() -> None:
    assert words.ranged(Figure(None, 5.0, 20.0), words.percent) == "5.0–20 %"
    assert words.ranged(Figure(0.1, -0.2, 0.4), words.fraction, (-1, 1)) == "0.10 (−0.20 to 0.40)"


def test_money_counts_lists_and_days() -> None:
    assert words.money(3640000, "EUR") == "EUR 3\u202f640\u202f000"
    assert words.money(12, None) == "12"
    assert [words.count(number, "customer") for number in (0, 1, 3)] == ["no customer", "1 customer", "3 customers"]
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed(["a", "b", "c"], 2) == "a, b and 1 more"
    assert words.either(["a", "b"]) == "a or b"
    assert (words.day(date(2026, 1, 2)), words.day(None)) == ("2026-01-02", "?")
    assert [words.sentence(text) for text in ("who?", "yes")] == ["Who?", "Yes."]


@pytest.mark.parametrize(
    ("ids", "shown"),
    [
        (["tom", "christopher"], ["tom", "christo…"]),
        (["christina-a", "christina-b", "bernadette"], ["christina-a", "christina-b", "bernade…"]),
    ],
)
def test_ids_are_cut_only_where_they_stay_apart(ids: list[str], shown: list[str]) -> None:
    assert words.shortened(ids, 8) == shown


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2025.0, "2\u202f025"),
        (1234567.25, "1\u202f234\u202f567.25"),
        (0.01, "0.01"),
        (-3, "−3"),
        (-1e-07, "−1e-07"),
        (float("inf"), "inf"),
        (float("-inf"), "−inf"),
        (float("nan"), "nan"),
    ],
)
def test_what_people_typed_keeps_all_its_digits(value: float, written: str) -> None:
    assert words.exact(value) == written
