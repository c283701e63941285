"""The plot: every account stands where its figures say, and no name covers another."""

import pytest

from relmap.measures.result import Score
from relmap.model.rubric import HealthRubric
from relmap.portfolio.values import Placed
from relmap.render.label_places import Frame, Wanted, place_labels
from relmap.render.portfolio_plot import COLUMNS, LETTERS, ROWS, SMALL, plot, spot, top_of
from relmap.render.portfolio_svg import GROUND, LEFT, NAMED, RIGHT, TOP, portfolio_svg
from relmap.render.portfolio_svg import spot as svg_spot

from .books import portfolio

ONE = portfolio({"acme": "financials: {2025: 10}"}).accounts[0]


def placed(name: str, exposure: float | None, health: float | None) -> Placed:
    account = ONE._replace(row=ONE.row._replace(id=name, name=name))
    return Placed(account, Score(exposure, 0, 1), Score(health, 0, 100))


def field(lines: tuple[str, ...]) -> list[str]:
    """The inside of the plot from the ground upward."""
    return [line.partition("|")[2] for line in lines[1 : ROWS + 2]][::-1]


def test_corners_are_corners() -> None:
    points = [placed("worst", 0.2, 0), placed("best", 0.0, 100), placed("middle", 0.05, 50)]
    drawn = plot(points, HealthRubric())
    inside = field(drawn.lines)
    assert drawn.marks == {"worst": "A", "middle": "B", "best": "C"}
    assert inside[ROWS][0] == "A"
    assert inside[0][COLUMNS] == "C"
    assert inside[ROWS // 2][COLUMNS // 2] == "B"  # half way up at a quarter of the top: a square-root scale


def test_every_mark_stands_where_its_figures_say() -> None:
    points = [placed(f"a{number}", (number * 7 % 20) / 100, number * 5) for number in range(20)]
    drawn = plot(points, HealthRubric())
    inside, top = field(drawn.lines), top_of([point.exposure.value or 0 for point in points])
    for point in points:
        name = point.account.row.id
        column, row = spot(point, top)
        assert inside[row][column] == drawn.hidden.get(name, drawn.marks[name])


def test_who_shares_a_place_is_told_apart() -> None:
    drawn = plot([placed("a", 0.1, 50), placed("b", 0.1, 50)], HealthRubric())
    assert (drawn.marks, drawn.hidden) == ({"a": "A", "b": "B"}, {"b": "A"})


def test_what_is_not_known_has_no_place() -> None:
    assert plot([placed("a", None, 40), placed("b", 0.1, None)], HealthRubric()).marks == {}


def test_lines_fit_80_columns_and_are_ascii() -> None:
    drawn = plot([placed("a", 0.123, 12)], HealthRubric())
    assert max(map(len, drawn.lines)) <= 74  # set in by six columns at most
    assert all(line.replace("\u202f", " ").isascii() for line in drawn.lines)


def test_beyond_the_letters_accounts_are_dots() -> None:
    points = [placed(f"a{number:03}", 0.5 - number / 1000, number) for number in range(60)]
    marks = plot(points, HealthRubric()).marks
    assert [marks["a051"], marks["a052"], len(LETTERS)] == [LETTERS[51], SMALL, 52]


def test_bands_stand_at_the_lines_of_the_rubric() -> None:
    drawn = plot([placed("a", 0.1, 1)], HealthRubric(red_to=30, amber_to=60))
    assert field(drawn.lines)[1][18] == field(drawn.lines)[1][36] == ":"


@pytest.mark.parametrize(
    ("bands", "numbers"),
    [
        (HealthRubric(red_to=30, amber_to=60), ["0", "30", "60", "100"]),
        (HealthRubric(red_to=50, amber_to=51), ["0", "50", "100"]),
        (HealthRubric(red_to=1, amber_to=99), ["0", "100"]),
    ],
)
def test_figures_on_the_axis_never_run_into_each_other(bands: HealthRubric, numbers: list[str]) -> None:
    lines = plot([placed("a", 0.1, 1)], bands).lines
    assert lines[-3].split() == numbers


def test_the_picture_places_by_the_same_figures() -> None:
    assert svg_spot(0, 0.2, 0.2) == (LEFT, TOP)
    assert svg_spot(100, 0, 0.2) == (RIGHT, GROUND)
    assert svg_spot(50, 0.05, 0.2) == ((LEFT + RIGHT) / 2, (TOP + GROUND) / 2)


def test_no_name_covers_a_name_or_a_mark_or_the_edge() -> None:
    edge = Frame(0, 0, 400, 200)
    wanted = [Wanted(20 + number * 37 % 360, 20 + number * 53 % 160, 7, 90, 14) for number in range(25)]
    found = [place for place in place_labels(wanted, edge) if place]
    marks = [Frame(one.x - 7, one.y - 7, one.x + 7, one.y + 7) for one in wanted]
    assert len(found) > 10
    for number, place in enumerate(found):
        assert edge.holds(place)
        assert not any(place.meets(other) for other in (*found[:number], *marks))


def test_a_picture_of_many_names_the_highest_and_draws_no_ranges() -> None:
    contacts = """contacts: {jane: {power: 5, roles: [budget], support: champion,
        known_by: {maria: {level: credible_source, trust: 7, last_contact: 2026-10-01}}}}"""
    found = portfolio({f"a{number}": f"financials: {{2025: {number + 9}}}\n{contacts}" for number in range(NAMED + 5)})
    drawn = portfolio_svg(found)
    assert drawn.count("<g data-account=") == sum(each.is_point for each in found.placed)
    assert "<polyline" not in drawn
    assert f"The {NAMED} highest are named" in drawn
