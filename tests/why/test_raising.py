"""What would raise a figure: computed by taking it again, the smallest first, and only what leads there."""

import pytest

from relmap.assess.figures import MEASURES_BY_ID
from relmap.why.moves import Kind
from relmap.why.raising import Change, find_changes
from relmap.why.scale import is_better

from .benches import bench

KNOWN = "{level: credible_source, last_contact: 2026-11-01}"
TWO = f"""
financials: {{2025: 100}}
contacts:
  jane: {{name: Jane, power: 5, department: Operations, known_by: {{maria: {KNOWN}}}}}
  bob: {{name: Bob, power: 2, department: IT, known_by: {{tom: {{level: vendor, last_contact: 2026-11-01}}}}}}
"""


def told(changes: tuple[Change, ...]) -> list[tuple[list[str], object]]:
    return [([move.what for move in change.moves], change.figure.value) for change in changes]


def test_the_largest_gain_comes_first() -> None:
    account = (
        "contacts: {jane: {name: Jane, power: 4, support: skeptic}, bob: {name: Bob, power: 1, support: champion}}"
    )
    gains = [change.figure.value for change in find_changes(bench(account), "support")]
    assert gains[0] == pytest.approx(0.4), "Jane, who decides most, becomes neutral"
    assert gains == sorted(gains, key=lambda gain: -float(gain or 0))


def test_every_change_told_really_raises_the_figure() -> None:
    found = bench(TWO)
    for measure in ("coverage", "threads", "stage", "crp", "checklist"):
        now = found.card.assessed.figures[measure]
        for change in find_changes(found, measure):
            after = found.after(change.moves)
            assert after is not None
            assert after.assessed.figures[measure] == change.figure
            assert is_better(MEASURES_BY_ID[measure], now, change.figure)


def test_nothing_that_is_past_is_asked_of_anybody() -> None:
    changes = find_changes(bench(TWO + "promises: [{what: a, by: maria, due: 2026-03-01, kept: false}]"), "promises")
    assert {move.kind for change in changes for move in change.moves} <= {Kind.ACT, Kind.LEARN}


def test_where_no_single_change_is_enough_the_fewest_together_are() -> None:
    contract = "contract: {starts: 2024-01-01, renewed: [2025-01-01]}\n"
    kept = "{what: a, by: maria, due: 2026-03-01, kept: 2026-03-01}"
    view = "views: [{date: 2026-09-01, side: theirs, trust: 6, standing: partner}]\n"
    (change,) = find_changes(bench(f"{contract}promises: [{kept}, {kept}, {kept}]\n{view}"), "ladder.trust")
    assert [(move.what, move.before, move.after) for move in change.moves] == [
        ("Do both sides work to one written plan?", None, True),
        ("their trust, as they say", 6, 8),
    ]
    assert change.figure.value == "identification"


def test_of_changes_that_count_together_none_can_be_left_out() -> None:
    found = bench(TWO)
    (change,) = find_changes(found, "standing.earned")
    assert len(change.moves) == 2
    for left_out in change.moves:
        rest = found.after([move for move in change.moves if move is not left_out])
        assert rest is not None
        assert rest.assessed.figures["standing.earned"].value == "supplier"


def test_climbing_is_told_as_the_next_rung() -> None:
    stakes = """
    dependence:
      ours: {criticality: 2, alternatives: several}
      theirs: {criticality: 2, alternatives: many, switching_cost: 1}
    financials: {2025: {revenue: 10, customer_spend: 100}}
    contract: {starts: 2024-01-01, renewed: [2025-01-01]}
    promises: [{what: a, by: maria, due: 2026-03-01, kept: 2026-03-01}]
    """
    found = bench(stakes)
    assert found.card.assessed.figures["ladder"].value == "deep_dependence", "all of the book's revenue"
    for change in find_changes(found, "ladder"):
        assert change.figure.value == "deep_interdependence"


@pytest.mark.parametrize("measure", ["share", "dependence", "stage.ours", "balance", "service"])
def test_a_measure_without_a_better_direction_has_nothing_to_raise(measure: str) -> None:
    assert find_changes(bench(TWO), measure) == ()


def test_at_the_top_there_is_nothing_to_raise() -> None:
    account = f"contacts: {{jane: {{power: 5, support: champion, roles: budget, known_by: {{maria: {KNOWN}}}}}}}"
    assert find_changes(bench(account), "map.colour") == ()
