"""Perception, the clock of the collaborative stage, repairs and the exploratory checklist."""

import pytest

from relmap.assess.profile import Profile
from relmap.measures.perception import Perception
from relmap.measures.transience import Transience

from .build import facts


def profile(account: str) -> Profile:
    return Profile(facts(account))


# Perception


def perception(account: str) -> Perception:
    return profile(account).perception


def test_gaps_are_our_word_less_theirs() -> None:
    found = perception("""
views:
  - {date: 2026-09-01, side: ours, stage: interconnected, standing: partner, trust: 9}
  - {date: 2026-09-01, side: theirs, stage: basic, standing: supplier, trust: 6.5}
""")
    assert (found.stage, found.standing, found.trust) == (2, 2, 2.5)


def test_a_gap_needs_both_sides() -> None:
    found = perception("views: [{date: 2026-09-01, side: ours, stage: basic, standing: supplier, trust: 5}]\n")
    assert (found.stage, found.standing, found.trust) == (None, None, None)
    assert (found.optimism, found.standing_optimism) == (1, None), "exploratory is earned, and no standing at all"


def test_optimism_is_less_if_what_is_unknown_earns_more() -> None:
    claim = "views: [{date: 2026-09-01, side: ours, stage: basic}]\n"
    found = perception(claim + "contract: {starts: 2024-01-01}\ncontacts: {jane: {known_by: tom}}\n")
    assert (found.optimism, found.least_optimism) == (1, 0)


# The clock


def clock(views: str, earned: str = "collaborative", loss: bool = False) -> Transience:
    from relmap.measures.equity import measure_margin
    from relmap.measures.transience import measure_transience

    money = f"financials: {{2025: {{revenue: 100, gross_profit: 10, cost_to_serve: {20 if loss else 5}}}}}\n"
    found = facts(f"views: {views}\n{money}")
    return measure_transience(found, earned, measure_margin(found))


@pytest.mark.parametrize(
    ("views", "quarters"),
    [
        ("[]", 0),
        ("[{date: 2026-11-01, side: ours, stage: collaborative}]", 1),
        ("[{date: 2025-11-01, side: theirs, stage: collaborative}]", 5),
        ("[{date: 2025-02-01, side: ours, stage: collaborative}, {date: 2026-02-01, side: ours, stage: basic}]", 0),
        (
            "[{date: 2025-02-01, side: ours, stage: basic}, {date: 2026-02-01, side: ours, stage: collaborative}]",
            4,
        ),
    ],
)
def test_quarters_are_counted_from_the_first_word_without_a_break(views: str, quarters: int) -> None:
    assert clock(views).quarters == quarters


FOUR, FIVE = (f"[{{date: {day}, side: ours, stage: collaborative}}]" for day in ("2026-01-01", "2025-12-31"))


def test_beyond_four_quarters_and_at_a_loss_it_has_to_move() -> None:
    assert clock(FIVE, loss=True).move is True
    assert (clock(FIVE).beyond, clock(FIVE).move) == (True, False)
    assert clock(FOUR, loss=True).beyond is False
    assert clock(FIVE, earned="basic", loss=True).move is False


# Repairs


def repair(*kept: str) -> tuple[str, int]:
    lines = [f"  - {{what: p, by: maria, due: 2026-06-01, repair: r{more}}}" for more in kept]
    promises = "promises:\n" + "\n".join(lines) if lines else "promises: []"
    (found,) = profile(f"repairs: {{r: {{issue: Outage, agreed: 2026-04-01}}}}\n{promises}\n").repairs
    return found.state, found.kept


@pytest.mark.parametrize(
    ("kept", "state"),
    [
        ((), ("without_promises", 0)),
        ((", kept: 2026-05-01", ", kept: 2026-07-01"), ("delivered", 2)),  # late is delivered too
        ((", kept: 2026-05-01", ""), ("broken", 1)),  # overdue
        ((", kept: false",), ("broken", 0)),
    ],
)
def test_a_repair_is_as_good_as_its_promises(kept: tuple[str, ...], state: tuple[str, int]) -> None:
    assert repair(*kept) == state


def test_a_repair_whose_promises_are_not_due_is_under_way() -> None:
    account = "repairs: {r: {}}\npromises: [{what: p, by: maria, due: 2026-12-01, repair: r}]\n"
    assert profile(account).repairs[0].state == "under_way"


def test_a_repair_agreed_later_does_not_exist_yet() -> None:
    assert profile("repairs: {r: {agreed: 2026-11-16}}\n").repairs == ()


# The checklist

WHOLE = """
tier: key
potential: {key_account: true, revenue: 900, needs: Controllers}
contacts: {jane: {roles: [budget, gatekeeper, user]}}
promises: [{what: a, by: maria, due: 2026-01-10, kept: 2026-01-10}]
"""


def missing(account: str) -> list[str]:
    return [check.id for check in profile(account).checklist.checks if not check.passed]


def test_a_young_relationship_has_five_points_to_see_to() -> None:
    assert profile(WHOLE).checklist.done == 5
    assert missing("") == ["needs", "prize", "roles", "first_promise", "key_account"]


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ((", needs: Controllers", ""), ["needs"]),
        (("revenue: 900, ", ""), ["prize"]),
        (("gatekeeper, ", ""), ["roles"]),
        (("kept: 2026-01-10", "kept: 2026-01-11"), ["first_promise"]),
        (("key_account: true, ", ""), ["key_account"]),
        (("tier: key", "tier: core"), ["key_account"]),  # a potential key account is treated as one
    ],
)
def test_each_point_is_seen(change: tuple[str, str], lacks: list[str]) -> None:
    assert missing(WHOLE.replace(*change)) == lacks


def test_who_holds_two_decision_roles_is_named_once() -> None:
    roles = next(check for check in profile(WHOLE).checklist.checks if check.id == "roles")
    assert [entry.route for entry in roles.inputs] == [("contacts", "jane", "roles")]


def test_no_key_account_needs_no_such_tier() -> None:
    assert missing(WHOLE.replace("key_account: true", "key_account: false").replace("tier: key", "tier: core")) == []
