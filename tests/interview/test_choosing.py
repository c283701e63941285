"""Which signals are asked about: what decides most first, and nothing that was answered freshly."""

from relmap.interview.choosing import choose_signals

from ..why.benches import bench

TWO_LIVE = """
financials: {2025: 100}
contacts:
  jane: {department: IT, known_by: {maria: {level: credible_source, last_contact: 2026-11-01}}}
  bob: {department: HR, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}
offerings: [a, b]
"""


def chosen(account: str, *, settings: str = "") -> list[str]:
    return choose_signals(bench(account, settings=settings).card)


def test_what_one_yes_decides_comes_first() -> None:
    assert chosen(TWO_LIVE)[0] == "shares_internal_problems", "with it collaborative is earned"


def test_signals_of_a_test_that_several_can_pass_are_asked_for() -> None:
    interconnected = chosen(TWO_LIVE + "signals: {shares_internal_problems: true}\n")[:8]
    assert {"joint_plan", "mutual_acknowledgement", "joint_product", "joint_cost_saving"} <= set(interconnected)


def test_an_open_sign_of_dependence_comes_before_what_decides_nothing() -> None:
    asked = chosen("financials: {2025: 100}\n")
    assert asked.index("held_to_ransom") < asked.index("knows_our_business")


def test_what_measures_read_comes_before_the_book_s_own_and_these_before_the_rest() -> None:
    asked = chosen("", settings="signals: {orders_online: {question: Does the customer order online?, good: true}}")
    assert asked.index("notice_given") < asked.index("orders_online") < asked.index("preferred_supplier")


def test_a_fresh_answer_is_enough_and_a_stale_one_is_not() -> None:
    said = "signals: {one_way: {holds: false, date: 2026-11-01}, price_first: {holds: true, date: 2020-01-01}}\n"
    assert "one_way" not in chosen(said)
    assert "price_first" in chosen(said)
