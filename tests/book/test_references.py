"""Names that lead nowhere, people on both sides, and circles: what is said, and to which mention it points."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from relmap.assess.run import run_book
from relmap.book.circles import find_circles
from relmap.book.load import Book, open_book
from relmap.findings import Finding

from .books import AS_OF, said, write_book

SETTINGS = """\
company: Northwind
tiers: {key: {}}
groups: {acme-holding: {}}
team: {maria: {}, tom: {}}
offerings: {firmware: {}, support: {}}
signals: {orders_online: {question: Do they?, good: true}}
"""
CONTACTS = "contacts: {jane-doe: {}, ana-lima: {}}\n"


def findings(book: Book) -> list[Finding]:
    assert book.settings is not None
    return list(run_book(book, book.settings, AS_OF).findings)


def account(tmp_path: Path, text: str, settings: str = SETTINGS) -> list[str]:
    """Return what is said about an account; its own text begins on line 4."""
    head = f"name: Acme\nowner: maria\n{CONTACTS}" if "contacts:" not in text else "name: Acme\nowner: maria\n\n"
    return [said(found) for found in findings(write_book(tmp_path, settings, acme=f"{head}{text}\n"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tier: keys", "4:7 RM120 no tier 'keys' (did you mean key?)"),
        ("parent: acme-holdings", "4:9 RM120 no account or group 'acme-holdings' (did you mean acme-holding?)"),
        ("counterpart: jane", "4:14 RM120 no contact 'jane' (did you mean jane-doe?)"),
        ("offerings: [support, firmwear]", "4:22 RM120 no offering 'firmwear' (did you mean firmware?)"),
        ("offerings: firmwear", "4:12 RM120 no offering 'firmwear' (did you mean firmware?)"),
        ("offerings:\n  suport: {trial: true}", "5:3 RM120 no offering 'suport' (did you mean support?)"),
        ("signals: {joint_plann: true}", "4:11 RM120 no signal 'joint_plann' (did you mean joint_plan?)"),
        ("signals: {joint_plan: {holds: true, by: jan-doe}}", "4:41 RM120 no contact or team member 'jan-doe'"
            " (did you mean jane-doe?)"),
        ("signals: {joint_plan: [{holds: true}, {holds: true, by: toma}]}", "4:57 RM120 no contact or team member"
            " 'toma' (did you mean tom?)"),
        ("views: [{date: 2026-01-01, side: ours, by: jane-doe}]",
            "4:44 RM120 no team member 'jane-doe' (known: maria, tom)"),
        ("views: [{date: 2026-01-01, side: theirs, by: maria}]", "4:46 RM120 no contact 'maria'"
            " (known: ana-lima, jane-doe)"),
        ("views: [{date: 2026-01-01, side: theirs, source: inferred, by: mara}]",
            "4:64 RM120 no contact or team member 'mara' (did you mean maria?)"),
        ("competitors: [{name: X, favoured_by: [jane-dow]}]",
            "4:39 RM120 no contact 'jane-dow' (did you mean jane-doe?)"),
        ("promises: [{what: A, by: jana-doe}]",
            "4:26 RM120 no contact or team member 'jana-doe' (did you mean jane-doe?)"),
        ("promises: [{what: A, by: tom, to: jana-doe}]",
            "4:35 RM120 no contact or team member 'jana-doe' (did you mean jane-doe?)"),
        ("promises: [{what: A, by: tom, repair: outage}]", "4:39 RM120 no repair 'outage'"),
        ("repairs: {outage: {with: jana}}", "4:26 RM120 no contact 'jana' (known: ana-lima, jane-doe)"),
        ("value: [{what: A, to: jane-d}]", "4:23 RM120 no contact 'jane-d' (did you mean jane-doe?)"),
        ("value: [{what: A, confirmed_by: ana}]", "4:33 RM120 no contact 'ana' (did you mean ana-lima?)"),
        ("touchpoints: [{date: 2026-01-01, us: [tom, thom]}]", "4:44 RM120 no team member 'thom' (did you mean tom?)"),
        ("touchpoints: [{date: 2026-01-01, them: ana}]", "4:40 RM120 no contact 'ana' (did you mean ana-lima?)"),
        ("opportunities: [{what: A, offering: suport}]", "4:37 RM120 no offering 'suport' (did you mean support?)"),
        ("opportunities: [{what: A, contact: zoe}]", "4:36 RM120 no contact 'zoe' (known: ana-lima, jane-doe)"),
        ("customer_goals: {up: {what: A, contact: zoe}}", "4:41 RM120 no contact 'zoe' (known: ana-lima, jane-doe)"),
        ("goals: {win: {what: A, contact: zoe}}", "4:33 RM120 no contact 'zoe' (known: ana-lima, jane-doe)"),
        ("goals: {win: {what: A}}\ninitiatives: {go: {what: B, goals: [won]}}",
            "5:37 RM120 no goal 'won' (did you mean win?)"),
        ("goals: {win: {what: A}}\ninitiatives: {go: {what: B, customer_goals: win}}",
            "5:45 RM120 no customer goal 'win'"),
        ("initiatives: {go: {what: B, owner: jane-doe}}", "4:36 RM120 no team member 'jane-doe' (known: maria, tom)"),
        ("reviews: [{date: 2026-01-01, by: mario, quarter: 2026-Q1}]",
            "4:34 RM120 no team member 'mario' (did you mean maria?)"),
        ("reviews: [{date: 2026-01-01, by: tom, quarter: 2026-Q1, with: [jane-doe, tim]}]",
            "4:74 RM120 no contact or team member 'tim' (did you mean tom?)"),
    ],
)  # fmt: skip
def test_a_dangling_reference_names_its_place_and_the_nearest(tmp_path: Path, text: str, expected: str) -> None:
    assert account(tmp_path, text) == [f"accounts/acme.yaml:{expected}"]


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("reports_to: jane-dow", "4:30 RM120 no contact 'jane-dow' (did you mean jane-doe?)"),
        ("reports_to: [jane-doe, x]", "4:41 RM120 no contact 'x' (known: jane-doe, zoe)"),
        ('reports_to: "jane-doe, zoe"', "4:30 RM120 no contact 'jane-doe, zoe' (write a list: [jane-doe, zoe])"),
        ("influences: [x]", "4:31 RM120 no contact 'x' (known: jane-doe, zoe)"),
        ("conflicts_with: x", "4:34 RM120 no contact 'x' (known: jane-doe, zoe)"),
        ("known_by: mary", "4:28 RM120 no team member 'mary' (known: maria, tom)"),
        ("known_by: [tom, mara]", "4:34 RM120 no team member 'mara' (did you mean maria?)"),
        ("known_by: {mara: {trust: 5}}", "4:29 RM120 no team member 'mara' (did you mean maria?)"),
    ],
)
def test_a_contact_that_names_nobody(tmp_path: Path, contact: str, expected: str) -> None:
    text = f"contacts: {{zoe: {{{contact}}}, jane-doe: {{}}}}"
    assert account(tmp_path, text) == [f"accounts/acme.yaml:{expected}"]


def test_an_owner_that_nobody_knows(tmp_path: Path) -> None:
    book = write_book(tmp_path, SETTINGS, acme="name: Acme\nowner: mario\n")
    assert [said(found) for found in findings(book)] == [
        "accounts/acme.yaml:2:8 RM120 no team member 'mario' (did you mean maria?)"
    ]


def test_what_the_settings_do_not_list_is_not_checked(tmp_path: Path) -> None:
    text = (
        "tier: x\nofferings: [x]\npromises: [{what: A, by: x, to: y}]\n"
        "views: [{date: 2026-01-01, side: ours, by: x}]\ncontacts: {jane: {known_by: x}}"
    )
    assert account(tmp_path, text, "company: Northwind\n") == []


def test_contacts_are_checked_without_a_team_too(tmp_path: Path) -> None:
    text = "touchpoints: [{date: 2026-01-01, us: x, them: zoe}]"
    assert account(tmp_path, text, "company: Northwind\n") == [
        "accounts/acme.yaml:4:47 RM120 no contact 'zoe' (known: ana-lima, jane-doe)"
    ]


def test_a_book_without_settings_checks_no_team(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text("name: Acme\nowner: x\nofferings: [y]\ntier: z\n")
    book = open_book(tmp_path)
    assert (book.has_settings, findings(book)) == (False, [])


def test_signals_of_the_catalogue_and_of_the_book_are_known(tmp_path: Path) -> None:
    assert account(tmp_path, "signals: {joint_plan: true, orders_online: false}") == []


def test_an_account_may_be_a_parent(tmp_path: Path) -> None:
    book = write_book(
        tmp_path, SETTINGS, acme="name: Acme\nowner: tom\n", acme_north="name: North\nowner: tom\nparent: acme\n"
    )
    assert findings(book) == []


def test_the_fingerprint_of_a_reference_does_not_depend_on_lines(tmp_path: Path) -> None:
    book = write_book(tmp_path, SETTINGS, acme="name: Acme\nowner: mario\n")
    first = findings(book)[0]
    book = write_book(tmp_path, SETTINGS, acme="# new\n\nowner: mario\nname: Acme\n")
    assert findings(book)[0].fingerprint == first.fingerprint == "RM120/acme/owner=mario"


def test_a_contact_with_a_team_members_id(tmp_path: Path) -> None:
    assert account(tmp_path, "contacts:\n  jane: {}\n  tom: {}") == [
        "accounts/acme.yaml:6:3 RM123 tom is a team member's id as well"
        " (give the contact another id: both may stand in `by`)"
    ]


# circles


def test_somebody_who_reports_to_herself(tmp_path: Path) -> None:
    assert account(tmp_path, "contacts:\n  jane: {reports_to: jane}") == [
        "accounts/acme.yaml:5:22 RM121 jane names itself under `reports_to` (take one of these entries out)"
    ]


def test_two_who_report_to_each_other(tmp_path: Path) -> None:
    assert account(tmp_path, "contacts:\n  jane: {reports_to: carl}\n  carl: {reports_to: [zoe, jane]}\n  zoe: {}") == [
        "accounts/acme.yaml:6:28 RM121 carl → jane → carl: these people report to each other"
        " (take one of these entries out) [accounts/acme.yaml:5:22 jane reports to carl]"
    ]


def test_three_who_report_to_each_other_beside_two_who_do(tmp_path: Path) -> None:
    text = """contacts:
  ann: {reports_to: bob}
  bob: {reports_to: cem}
  cem: {reports_to: ann}
  yan: {reports_to: zoe}
  zoe: {reports_to: yan}
  jim: {reports_to: [ann, zoe]}"""
    assert account(tmp_path, text) == [
        "accounts/acme.yaml:5:21 RM121 ann → bob → cem → ann: these people report to each other"
        " (take one of these entries out)"
        " [accounts/acme.yaml:6:21 bob reports to cem] [accounts/acme.yaml:7:21 cem reports to ann]",
        "accounts/acme.yaml:8:21 RM121 yan → zoe → yan: these people report to each other"
        " (take one of these entries out) [accounts/acme.yaml:9:21 zoe reports to yan]",
    ]


def test_managers_who_manage_each_other(tmp_path: Path) -> None:
    settings = "company: N\nteam:\n  tom: {manager: maria}\n  maria: {manager: tom}\n  jim: {manager: mario}\n"
    assert [said(found) for found in write_book(tmp_path, settings).findings] == [
        "relmap.yaml:4:20 RM121 maria → tom → maria: these people report to each other"
        " (take one of these entries out) [relmap.yaml:3:18 tom reports to maria]",
        "relmap.yaml:5:18 RM120 no team member 'mario' (did you mean maria?)",
    ]


def test_accounts_that_are_each_others_parents(tmp_path: Path) -> None:
    book = write_book(
        tmp_path,
        SETTINGS,
        acme="name: A\nowner: tom\nparent: bolt\n",
        bolt="name: B\nparent: acme\nowner: tom\n",
        self="name: S\nowner: tom\nparent: self\n",
    )
    assert [said(found) for found in findings(book)] == [
        "accounts/acme.yaml:3:9 RM122 acme → bolt → acme: these accounts are each other's parents"
        " (take one of these entries out)",
        "accounts/self.yaml:3:9 RM122 self names itself under `parent` (take one of these entries out)",
    ]


def test_waivers_name_accounts_and_team_members(tmp_path: Path) -> None:
    settings = SETTINGS + (
        "waivers:\n"
        "  - {rule: RM204, account: acne, reason: Search under way, owner: tim, expires: 2027-01-31}\n"
        "  - {rule: RM204, account: acme, reason: Search under way, owner: tom, expires: 2027-01-31}\n"
    )
    book = write_book(tmp_path, settings, acme="name: A\nowner: tom\n")
    assert [said(found) for found in book.findings] == [
        "relmap.yaml:8:28 RM120 no account 'acne' (did you mean acme?)",
        "relmap.yaml:8:67 RM120 no team member 'tim' (did you mean tom?)",
    ]


@pytest.mark.parametrize("seed", range(200))
def test_every_tangle_has_a_circle_and_circles_share_nobody(seed: int) -> None:
    chance = random.Random(seed)
    size = chance.randint(1, 8)
    graph = {str(node): [str(chance.randint(0, size)) for _ in range(chance.randint(0, 3))] for node in range(size)}
    circles = find_circles(graph)
    told = [name for circle in circles for name in circle[1:]]
    assert len(told) == len(set(told))
    for circle in circles:
        assert circle[0] == circle[-1] == min(circle)
        assert all(other in graph[name] for name, other in pairwise(circle))
    left = {name: set(graph[name]) for name in graph if name not in told}
    while ends := [name for name in left if left[name].isdisjoint(left)]:
        for name in ends:
            del left[name]
    assert not left


def test_circles_of_a_hostile_size_are_found_at_once() -> None:
    ring = {str(node): [str((node + 1) % 50_000)] for node in range(50_000)}
    pairs = {str(node): [str(node ^ 1)] for node in range(50_000)}
    assert len(find_circles(ring)[0]) == 50_001
    assert len(find_circles(pairs)) == 25_000
