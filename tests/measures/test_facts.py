"""Who is there on a day, and which relationships are live."""

import pytest

from relmap.measures.facts import Facts
from relmap.measures.logic import Truth
from relmap.measures.result import Known

from .build import facts


def live(relationship: str, contact: str = "power: 3", **more: str) -> Truth:
    """Say whether maria's relationship with jane is live."""
    found = facts(f"contacts: {{jane: {{{contact}, known_by: {{maria: {{{relationship}}}}}}}}}", **more)
    return found.people[0].live


def active(found: Facts) -> list[str]:
    return [person.id for person in found.people]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("none", False),
        ("vendor", False),
        ("credible_source", True),
        ("problem_solver", True),
        ("trusted_advisor", True),
    ],
)
def test_live_from_credible_source_up(level: str, expected: bool) -> None:
    assert live(f"level: {level}, last_contact: 2026-11-01") is expected


@pytest.mark.parametrize(
    ("power", "last_contact", "expected"),
    [
        (4, "2026-08-17", True),  # 90 days
        (4, "2026-08-16", False),
        (5, "2026-05-19", True),  # 180 days
        (5, "2026-05-18", False),
    ],
)
def test_live_up_to_the_day_that_the_power_allows(power: int, last_contact: str, expected: bool) -> None:
    assert live(f"level: vendor, last_contact: {last_contact}", f"power: {power}") is False
    assert live(f"level: credible_source, last_contact: {last_contact}", f"power: {power}") is expected


@pytest.mark.parametrize(
    ("last_contact", "expected"),
    [("2026-08-17", True), ("2026-08-16", None), ("2026-05-19", None), ("2026-05-18", False)],
)
def test_unknown_power_leaves_open_what_depends_on_it(last_contact: str, expected: Truth) -> None:
    assert live(f"level: credible_source, last_contact: {last_contact}", "title: CEO") is expected


def test_the_rubric_sets_the_days() -> None:
    contact = "level: credible_source, last_contact: 2026-11-05"
    assert live(contact, settings="rubric: {live: {days: 10}}") is True
    assert live(contact, settings="rubric: {live: {days: 9}}") is False


@pytest.mark.parametrize("relationship", ["level: credible_source", "last_contact: 2026-11-01", ""])
def test_no_date_or_no_level_is_unknown(relationship: str) -> None:
    assert live(relationship) is None


@pytest.mark.parametrize("relationship", ["last_contact: 2026-01-01", "level: vendor", "two_way: false"])
def test_what_rules_it_out_is_enough_without_the_rest(relationship: str) -> None:
    assert live(relationship) is False


def test_two_way_false_is_not_live_and_missing_does_no_harm() -> None:
    contact = "level: problem_solver, last_contact: 2026-11-01"
    assert live(f"{contact}, two_way: false") is False
    assert live(f"{contact}, two_way: true") is True
    assert live(contact) is True


def test_a_touchpoint_with_both_is_a_contact() -> None:
    account = """
        contacts:
          jane: {power: 3, known_by: {maria: {level: credible_source, last_contact: 2026-01-01}}}
          carl: {power: 3, known_by: {maria: {level: credible_source}}}
          ana: {power: 3, known_by: {maria: {level: credible_source}}}
        touchpoints:
          - {date: 2026-08-17, us: [maria, tom], them: jane}
          - {date: 2026-02-01, us: maria, them: jane}
          - {date: 2026-11-01, us: tom, them: carl}
          - {date: 2026-11-16, us: maria, them: ana}
    """
    jane, carl, ana = facts(account).people
    assert (jane.live, jane.links[0].contacted) == (True, facts(account).account.touchpoints[0].date)
    assert carl.live is None, "tom's call is no contact of maria's"
    assert ana.live is None, "a meeting after the day does not exist"


def test_a_touchpoint_of_the_day_itself_counts() -> None:
    account = """
        contacts: {jane: {power: 3, known_by: {maria: {level: credible_source}}}}
        touchpoints: [{date: 2026-11-15, us: maria, them: jane}]
    """
    assert facts(account).people[0].live is True


def test_a_last_contact_after_the_day_does_not_exist() -> None:
    assert live("level: credible_source, last_contact: 2026-11-16") is None


def test_a_level_rated_after_the_day_does_not_exist() -> None:
    relationship = "level: credible_source, rated: 2026-11-16, last_contact: 2026-11-01"
    assert live(relationship) is None
    assert live(relationship, as_of="2026-11-16") is True


def test_known_by_nobody_is_not_live() -> None:
    person = facts("contacts: {jane: {power: 5}}").people[0]
    assert (person.live, person.known) == (False, False)


def test_one_live_relationship_makes_the_person_live() -> None:
    person = facts("""
        contacts:
          jane:
            known_by:
              tom: {level: vendor}
              maria: {level: credible_source, last_contact: 2026-11-01}
              ines: {}
    """).people[0]
    assert [link.live for link in person.links] == [False, True, None]
    assert person.live is True


def test_a_team_member_who_left_is_not_live_from_that_day() -> None:
    account = (
        "contacts: {jane: {power: 5, known_by: {olaf: {level: trusted_advisor, last_contact: 2026-06-01}}}}"  # olaf
    )
    assert facts(account, as_of="2026-06-29").people[0].live is True
    person = facts(account, as_of="2026-06-30").people[0]
    assert (person.live, person.known) == (False, False)


def test_an_unlisted_team_member_is_unknown_but_not_without_a_team() -> None:
    account = "contacts: {jane: {known_by: {xaver: {level: trusted_advisor, last_contact: 2026-11-01}}}}"
    assert facts(account).people[0].live is None
    assert facts(account, settings="team: {}").people[0].live is True


def test_level_none_is_not_known_at_all() -> None:
    assert facts("contacts: {jane: {known_by: {maria: {level: none}}}}").people[0].known is False
    assert facts("contacts: {jane: {known_by: maria}}").people[0].known is True


def test_placeholders_and_those_who_left_are_not_active() -> None:
    found = facts("""
        contacts:
          jane: {}
          buyer: {placeholder: true}
          carl: {status: left}
          ana: {left: 2026-11-15}
          eve: {left: 2026-11-16}
          new: {since: 2026-11-16}
    """)
    assert active(found) == ["jane", "eve"]
    assert [contact for contact, _ in found.placeholders] == ["buyer"]
    assert [contact for contact, _ in found.left] == ["carl", "ana"]


def test_who_left_later_was_still_there_before() -> None:
    account = "contacts: {carl: {status: left, left: 2026-08-31}}"
    assert active(facts(account, as_of="2026-08-30")) == ["carl"]
    assert active(facts(account, as_of="2026-08-31")) == []


def test_weight_is_power_and_unknown_power_is_three_between_one_and_five() -> None:
    known, unknown = facts("contacts: {jane: {power: 4}, carl: {}}").people
    assert known.weights == (4, 4, 4)
    assert unknown.weights == (3, 1, 5)


@pytest.mark.parametrize(
    ("power", "expected"), [("power: 5", True), ("power: 4", True), ("power: 3", False), ("", None)]
)
def test_a_key_player_has_power_four_or_five(power: str, expected: Truth) -> None:
    assert facts(f"contacts: {{jane: {{{power}}}}}").people[0].key is expected


def test_a_person_is_shown_by_name_title_or_id() -> None:
    people = facts("contacts: {a1: {name: Jane, title: CEO}, b2: {title: CEO}, c3: {}}").people
    assert [person.label for person in people] == ["Jane", "CEO", "c3"]


@pytest.mark.parametrize(
    ("as_of", "starts", "expected"),
    [
        ("2026-11-15", 1, "2025-10-01"),
        ("2026-12-31", 1, "2025-10-01"),
        ("2027-01-01", 1, "2026-01-01"),
        ("2026-11-15", 4, "2025-10-01"),
        ("2026-11-15", 2, "2025-11-01"),
    ],
)
def test_four_quarters_are_four_complete_ones_and_the_current_one(as_of: str, starts: int, expected: str) -> None:
    assert str(facts(as_of=as_of, settings=f"fiscal_year_starts: {starts}").window_start) == expected


def test_evidence_counts_up_to_its_last_valid_day() -> None:
    found = facts("views: [{date: 2025-11-14, side: ours}, {date: 2025-11-13, side: ours}]")
    last, too_old = (view.date for view in found.account.views)
    assert found.freshness(last, 366) is Known.FRESH
    assert found.freshness(too_old, 366) is Known.STALE
    assert found.freshness(None, 366) is Known.UNDATED
