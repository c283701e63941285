"""The portfolio against the assessment it is made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.measures.concentration import measure_concentration
from relmap.portfolio.curve import pareto
from relmap.whatif.loss import assess_without

from .books import portfolio

BOOK = {
    "acme": "financials: {2023: 100, 2024: 80, 2025: {revenue: 60, gross_profit: 20}}",
    "acme-north": "{parent: acme, financials: {2024: 10, 2025: 10}}",
    "boreal": "financials: {2024: 20, 2025: {revenue: 30, gross_profit: -5}}",
    "zinc": "since: 2020-01-01",
}
HEALTH = """contacts: {jane: {power: 5, roles: [budget], support: champion,
    known_by: {maria: {level: credible_source, trust: 7, last_contact: 2026-10-01}}}}"""


@given(st.dictionaries(st.text("abcdef", min_size=1), st.floats(0, 1e9), min_size=1))
def test_the_curve_rises_ever_slower_and_ends_at_all_of_it(amounts: dict[str, float]) -> None:
    curve = pareto(measure_concentration("FY2025", amounts.items()), {})
    if not curve:
        assert not any(amounts.values())
        return
    assert curve[-1].cumulative == 1
    assert len(curve) == len(amounts)
    heights = [0.0, *(point.cumulative for point in curve)]
    assert heights == sorted(heights)
    assert [point.share for point in curve] == sorted((point.share for point in curve), reverse=True)


def test_sums_are_those_of_the_assessment() -> None:
    found = portfolio(BOOK)
    assert sum(point.amount for point in found.pareto) == found.assessment.revenue.total == 100
    assert [(point.group, point.amount) for point in found.pareto] == [("acme", 70), ("boreal", 30)]
    assert found.years[-1].revenue == found.assessment.revenue.total
    assert found.years[-1].hhi == pytest.approx(found.assessment.revenue.hhi)
    assert sum(stage.headline for stage in found.stages) == sum(found.assessment.stages.values()) == 4


@given(
    st.lists(
        st.tuples(st.sampled_from(["customer", "former"]), st.integers(0, 100) | st.none(), st.sampled_from("ab_")),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=40, deadline=None)
def test_a_loss_is_the_book_assessed_without_the_whole_group(drawn: list[tuple[str, int | None, str]]) -> None:
    accounts = {
        f"c{number}": f"""{{status: {status}{"" if parent == "_" else f", parent: {parent}"}
            {"" if revenue is None else f", financials: {{2025: {revenue}}}"}, {HEALTH}}}"""
        for number, (status, revenue, parent) in enumerate(drawn)
    }
    found = portfolio(accounts, "groups: {a: {name: A}, b: {name: B}}")
    for loss in found.losses:
        after = assess_without(found.assessment, frozenset(loss.accounts))
        assert loss.hhi_after == pytest.approx(after.revenue.hhi)
        assert loss.revenue == pytest.approx(found.assessment.revenue.total - after.revenue.total)
        assert loss.largest_after == pytest.approx(after.revenue.top.get(1))
        assert loss.fragility_after[:4] == pytest.approx(after.fragility[:4])


def test_a_loss_agrees_with_the_one_in_assess() -> None:
    found = portfolio(BOOK)
    for loss in found.losses:
        in_assess = found.assessment.account(loss.accounts[0]).loss
        assert in_assess is not None
        assert loss.gross_profit == in_assess.gross_profit
        assert loss.hhi_after == pytest.approx(in_assess.hhi_after)


def test_at_most_ten_losses_are_tried() -> None:
    found = portfolio({f"a{number}": f"financials: {{2025: {number + 1}}}" for number in range(12)})
    assert [loss.group for loss in found.losses] == [f"a{number}" for number in range(11, 1, -1)]
    assert len(found.pareto) == 12


def test_a_customer_without_figures_stands_first() -> None:
    found = portfolio(BOOK)
    assert found.placed[0].account.row.id == "zinc"
    assert not found.placed[0].is_point


def test_without_any_money_nothing_is_made_up() -> None:
    found = portfolio({"acme": "", "boreal": ""})
    assert (found.pareto, found.losses, found.years, found.quarters, found.profit_lines) == ((), (), (), (), ())
    assert found.revenue.hhi is None
