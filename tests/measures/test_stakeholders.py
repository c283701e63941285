"""The stakeholder map: types, status, colour, quadrants."""

import pytest

from relmap.measures.result import Known
from relmap.measures.stakeholders import StakeholderMap, map_stakeholders

from .build import facts

RED, AMBER, GREEN = "red", "amber", "green"


def mapped(*contacts: str) -> StakeholderMap:
    return map_stakeholders(facts("contacts: {" + ", ".join(f"c{i}: {{{c}}}" for i, c in enumerate(contacts)) + "}"))


def contact_type(contact: str) -> str | None:
    return mapped(contact).contacts[0].type


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("power: 4, support: champion", "supportive"),
        ("power: 5, support: supporter", "supportive"),
        ("power: 4, support: neutral, known_by: maria", "some_cover"),
        ("power: 4, support: opponent, known_by: {maria: {level: vendor}}", "some_cover"),
        ("power: 4, support: skeptic", "no_cover"),
        ("power: 4, support: neutral, known_by: {maria: {level: none}}", "no_cover"),
        ("power: 4, support: neutral, known_by: olaf", "no_cover"),  # olaf left us
        ("power: 3, support: champion, known_by: maria", "not_key"),
        ("power: 1", "not_key"),
        ("support: champion", None),
        ("power: 5", None),
    ],
)
def test_the_type_of_a_contact(contact: str, expected: str | None) -> None:
    assert contact_type(contact) == expected


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("power: 4, interest: 4", "manage_closely"),
        ("power: 5, interest: 3", "keep_satisfied"),
        ("power: 3, interest: 5", "keep_informed"),
        ("power: 3, interest: 3", "monitor"),
        ("power: 4", None),
        ("interest: 4", None),
    ],
)
def test_the_quadrant_with_four_and_five_as_high(contact: str, expected: str | None) -> None:
    assert mapped(contact).contacts[0].quadrant == expected


@pytest.mark.parametrize(
    ("contacts", "status", "colour"),
    [
        ([], "0", RED),
        (["power: 3, support: champion"], "1", RED),
        (["power: 4, support: neutral"], "2", RED),
        (["power: 4, support: supporter"], "3", AMBER),
        (["power: 4, support: supporter, roles: [user, influencer]"], "3", AMBER),
        (["power: 4, support: supporter, roles: budget"], "3", GREEN),
        (["power: 5, support: champion, roles: approver"], "3", GREEN),
        (["power: 5, support: champion, roles: sponsor"], "3", GREEN),
        (["power: 3, support: champion, roles: sponsor", "power: 4, support: skeptic, roles: budget"], "2", RED),
    ],
)
def test_status_and_colour(contacts: list[str], status: str, colour: str) -> None:
    found = mapped(*contacts)
    assert (found.status.value, found.status.possible) == (status, (status,))
    assert (found.colour.value, found.colour.possible) == (colour, (colour,))


@pytest.mark.parametrize(
    ("contacts", "statuses", "colours"),
    [
        (["power: 4"], ("2", "3"), (RED, AMBER)),
        (["power: 4, roles: sponsor"], ("2", "3"), (RED, GREEN)),
        (["support: champion"], ("1", "3"), (RED, AMBER)),  # a key player of that support is supportive: never 2
        (["support: champion, roles: sponsor"], ("1", "3"), (RED, GREEN)),
        (["support: neutral"], ("1", "2"), (RED,)),
        ([""], ("1", "2", "3"), (RED, AMBER)),
        (["power: 4, support: champion", "roles: budget"], ("3",), (AMBER, GREEN)),
        (["support: champion", "support: neutral, power: 4"], ("2", "3"), (RED, AMBER)),
        (["support: champion", "roles: sponsor, power: 4"], ("2", "3"), (RED, AMBER, GREEN)),
    ],
)
def test_unknown_power_or_support_gives_a_best_and_a_worst_case(
    contacts: list[str], statuses: tuple[str, ...], colours: tuple[str, ...]
) -> None:
    found = mapped(*contacts)
    assert found.status.possible == statuses
    assert found.colour.possible == colours
    assert (found.status.value is None) is (len(statuses) > 1)


def test_completeness_is_the_share_of_ratings_known() -> None:
    found = mapped("power: 4, support: champion", "power: 2")
    assert found.status.completeness == 0.75
    unknown = [entry.route for entry in found.status.inputs if entry.known is Known.UNKNOWN]
    assert unknown == [("contacts", "c1", "support")]


def test_placeholders_and_those_who_left_are_not_on_the_map() -> None:
    found = mapped("placeholder: true, power: 5, support: champion", "left: 2026-11-01, power: 5, support: champion")
    assert (found.status.value, found.contacts) == ("0", ())


@pytest.mark.parametrize(
    ("supports", "expected"),
    [
        (["champion"] * 5, True),
        (["neutral"] * 5, True),
        (["champion"] * 4, False),
        (["champion"] * 5 + ["skeptic"], False),
        (["champion"] * 5 + ["opponent"], False),
    ],
)
def test_five_contacts_and_nobody_critical_is_suspiciously_positive(supports: list[str], expected: bool) -> None:
    assert mapped(*[f"support: {support}" for support in supports]).suspiciously_positive is expected


def test_five_contacts_nobody_rated_are_not_suspicious() -> None:
    assert mapped(*["power: 3"] * 5).suspiciously_positive is False
    assert mapped(*["support: champion"] * 4, "power: 3").suspiciously_positive is False
