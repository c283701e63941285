"""Every way in which a file may miss the format: what is said, what is advised, and to which place it points."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relmap.book.parse import parse
from relmap.book.problem import PROBLEM_LIMIT, locate_problems
from relmap.book.validate import validate
from relmap.findings import Finding
from relmap.model.account import Account
from relmap.model.scalars import Noun
from relmap.model.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "meridian"


def findings(text: str, model: type[Noun] = Account) -> list[Finding]:
    data = text.encode()
    parsed = parse(data, "acme.yaml", "acme")
    assert parsed.document is not None
    assert not parsed.findings
    _, problems = validate(parsed.document, model)
    return locate_problems(problems, data, "acme.yaml", "acme")


def account(line: str) -> list[str]:
    """Return what is said about line 3 of an account that is sound apart from it."""
    return [said(found) for found in findings(f"name: Acme\nowner: maria\n{line}\n")]


def settings(line: str) -> list[str]:
    """Return what is said about line 2 of settings that are sound apart from it."""
    return [said(found) for found in findings(f"company: Northwind\n{line}\n", Settings)]


def said(found: Finding) -> str:
    """Write a finding as people see it: line:column, code, message, and the hint in brackets."""
    hint = f" ({found.hint})" if found.hint else ""
    return f"{found.span.line}:{found.span.column} {found.code} {found.message}{hint}"


def sound(text: str) -> Account:
    document = parse(text.encode(), "acme.yaml").document
    assert document is not None
    found, problems = validate(document, Account)
    assert problems == []
    assert found is not None
    return found


# text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tier: 0049123", '3:7 RM104 0049123 is a number; text was expected (quote it: "0049123")'),
        ("tier: 1.10", '3:7 RM104 1.10 is a number; text was expected (quote it: "1.10")'),
        ("tier: 0x1F", '3:7 RM104 0x1F is a number; text was expected (quote it: "0x1F")'),
        ("tier: 1e3", '3:7 RM104 1e3 is a number; text was expected (quote it: "1e3")'),
        ("tier: True", '3:7 RM104 True is a boolean; text was expected (quote it: "True")'),
        ("tier: &t 007", '3:7 RM104 007 is a number; text was expected (quote it: "007")'),
        ("ids: {salesforce: 0015}", '3:19 RM104 0015 is a number; text was expected (quote it: "0015")'),
        ("tags: [dach, 1.10]", '3:14 RM104 1.10 is a number; text was expected (quote it: "1.10")'),
        ("tags:\n  - 0049", '4:5 RM104 0049 is a number; text was expected (quote it: "0049")'),
        ('tier: ""', "3:7 RM102 the text is empty (write something or leave it out)"),
        ("tier: [key]", "3:7 RM103 a list stands here; text was expected (write one value, without brackets or `- `)"),
        (
            "tier: {key}",
            "3:7 RM103 a mapping stands here; text was expected"
            " (put it in quotes if the braces or the colon belong to the text)",
        ),
        ("tags: [dach, ~]", "3:14 RM103 nothing stands here; text was expected (write something or leave it out)"),
    ],
)
def test_text_is_shown_as_written_and_how_to_quote_it(line: str, expected: str) -> None:
    assert account(line) == [expected]


def test_a_phone_number_keeps_its_zeros_in_the_message() -> None:
    assert account("contacts:\n  jane:\n    phone: 0049123") == [
        '5:12 RM104 0049123 is a number; text was expected (quote it: "0049123")'
    ]


def test_words_that_yaml_1_1_took_for_booleans_stay_text() -> None:
    found = sound("name: NO\nowner: maria\ntags: [yes, On, n]\n")
    assert (found.name, found.tags) == ("NO", ["yes", "On", "n"])


def test_text_that_an_alias_repeats_is_shown_where_it_is_written() -> None:
    assert account("contacts:\n  jane: {phone: &p 0049}\n  ana: {phone: *p}") == [
        '4:17 RM104 0049 is a number; text was expected (quote it: "0049")',
        '4:17 RM104 0049 is a number; text was expected (quote it: "0049")',
    ]


# numbers


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("high", "RM103 'high' is text; a whole number from 1 to 5 was expected"),
        ('"4"', "RM103 '4' is text; a whole number from 1 to 5 was expected (write 4 without quotes)"),
        ("4.5", "RM103 4.5 is no whole number; a whole number from 1 to 5 was expected"),
        ("4.0", "RM103 4.0 is no whole number; a whole number from 1 to 5 was expected (write 4)"),
        ("true", "RM103 true is a boolean; a whole number from 1 to 5 was expected"),
        ("[4]", "RM103 a list stands here; a whole number from 1 to 5 was expected"
            " (write one value, without brackets or `- `)"),
        ("{a: 4}", "RM103 a mapping stands here; a whole number from 1 to 5 was expected"),
        ("6", "RM106 6 is out of range; 1 to 5 was expected"),
        ("0x1F", "RM106 0x1F is out of range; 1 to 5 was expected"),
        ("-1", "RM106 -1 is out of range; 1 to 5 was expected"),
    ],
)  # fmt: skip
def test_a_rating_says_its_scale(value: str, expected: str) -> None:
    assert account(f"contacts: {{jane: {{power: {value}}}}}") == [f"3:26 {expected}"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("lots", "RM103 'lots' is text; a number of at least 0 was expected"),
        ('"500,000"', "RM103 '500,000' is text; a number of at least 0 was expected (write 500000)"),
        ("1 500 000 EUR", "RM103 '1 500 000 EUR' is text; a number of at least 0 was expected (write 1500000)"),
        ("€1.500.000", "RM103 '€1.500.000' is text; a number of at least 0 was expected (write 1500000)"),
        ('"12,50"', "RM103 '12,50' is text; a number of at least 0 was expected (write 12.50)"),
        ("500k", "RM103 '500k' is text; a number of at least 0 was expected"),
        ("-5", "RM106 -5 is out of range; at least 0 was expected"),
        ("1e16", "RM106 1e16 is out of range; at most 1,000,000,000,000,000 was expected"),
        (".inf", "RM103 .inf is no finite number; a number of at least 0 was expected"),
        (".NaN", "RM103 .NaN is no finite number; a number of at least 0 was expected"),
    ],
)
def test_money_says_how_to_write_it(value: str, expected: str) -> None:
    assert account(f"financials:\n  2025:\n    revenue: {value}") == [f"5:14 {expected}"]


def test_a_percentage_and_days_are_told_without_their_signs() -> None:
    assert account("delivery: {2025: {on_time: 97%}}") == [
        "3:28 RM103 '97%' is text; a number from 0 to 100 was expected (write 97)"
    ]
    assert account("contract: {notice_days: 90 days}") == [
        "3:25 RM103 '90 days' is text; a whole number from 0 to 36,500 was expected (write 90)"
    ]


# true, false and dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("yes", "'yes' is text; true or false was expected (write true)"),
        ("N", "'N' is text; true or false was expected (write false)"),
        ('"true"', "'true' is text; true or false was expected (write true without quotes)"),
        ("1", "1 is a number; true or false was expected (write true)"),
        ("perhaps", "'perhaps' is text; true or false was expected"),
    ],
)
def test_a_truth_says_how_to_write_it(value: str, expected: str) -> None:
    assert account(f"contacts: {{jane: {{placeholder: {value}}}}}") == [f"3:32 RM103 {expected}"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-02-30", "'2026-02-30' is no date; {} (that day is not in the calendar)"),
        ("2026-13-01", "'2026-13-01' is no date; {} (that day is not in the calendar)"),
        ("0000-01-01", "'0000-01-01' is no date; {} (that day is not in the calendar)"),
        ("15.11.2026", "'15.11.2026' is no date; {} (write 2026-11-15)"),
        ("15/11/2026", "'15/11/2026' is no date; {} (write 2026-11-15)"),
        ("11/15/2026", "'11/15/2026' is no date; {} (write 2026-11-15)"),
        ("11/12/2026", "'11/12/2026' is no date; {} (write it as YYYY-MM-DD)"),
        ("2026-1-5", "'2026-1-5' is no date; {} (write 2026-01-05)"),
        ("2026-11-15T10:00:00Z", "'2026-11-15T10:00:00Z' is no date; {} (write 2026-11-15)"),
        ("20261115", "20261115 is no date; {} (write 2026-11-15)"),
        ('"1600041600"', "'1600041600' is no date; {} (write it as YYYY-MM-DD)"),
        ("2026", "2026 is no date; {} (write it as YYYY-MM-DD)"),
        ("soon", "'soon' is no date; {} (write it as YYYY-MM-DD)"),
        ("true", "true is no date; {} (write it as YYYY-MM-DD)"),
        ("[2026-11-15]", "a list stands here; {} (write one value, without brackets or `- `)"),
    ],
)
def test_a_date_says_how_to_write_it(value: str, expected: str) -> None:
    words = expected.format("a date such as 2026-11-15 was expected")
    assert account(f"since: {value}") == [f"3:8 RM107 {words}"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("yesterday", "'yesterday' is text; {} (write it as YYYY-MM-DD)"),
        ("2026-02-30", "'2026-02-30' is text; {} (that day is not in the calendar)"),
        ("yes", "'yes' is text; {} (write true)"),
        ("15.11.2026", "'15.11.2026' is text; {} (write 2026-11-15)"),
        ("5", "5 is a number; {} (write it as YYYY-MM-DD)"),
        ("[2026-11-15]", "a list stands here; {} (write one value, without brackets or `- `)"),
    ],
)
def test_a_place_for_a_date_or_a_truth_offers_both(value: str, expected: str) -> None:
    words = expected.format("a date such as 2026-11-15, or true or false was expected")
    assert account(f"promises:\n  - {{what: A report, by: maria, kept: {value}}}") == [f"4:39 RM107 {words}"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("[1]", "RM103 a list stands here; text, or a number was expected (write one value, without brackets or `- `)"),
        ("true", "RM103 true is a boolean; text, or a number was expected"),
        (".nan", "RM103 .nan is a number; text, or a number was expected"),
        ('""', "RM102 the text is empty (write something or leave it out)"),
    ],
)
def test_a_target_may_be_text_or_a_number(value: str, expected: str) -> None:
    assert account(f"goals: {{win: {{what: Win, target: {value}}}}}") == [f"3:34 {expected}"]


# words from a list


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("suporter", "'suporter' is not possible here; {} (did you mean supporter?)"),
        ("Champion", "'Champion' is not possible here; {} (did you mean champion?)"),
        ("friend", "'friend' is not possible here; {}"),
        ("true", "true is not possible here; {}"),
        ("[supporter]", "a list stands here; {} (write one of them, without brackets or `- `)"),
        ("{a: b}", "a mapping stands here; {}"),
    ],
)
def test_a_word_from_a_list_names_the_nearest(value: str, expected: str) -> None:
    words = expected.format("one of opponent, skeptic, neutral, supporter, champion was expected")
    assert account(f"contacts: {{jane: {{support: {value}}}}}") == [f"3:28 RM105 {words}"]


@pytest.mark.parametrize(
    ("value", "column", "expected"),
    [
        ("buyer", 26, "'buyer' is not possible here; {}"),
        ("[user, buyer]", 33, "'buyer' is not possible here; {}"),
        ('"budget, sponsor"', 26, "'budget, sponsor' is not possible here; {} (write a list: [budget, sponsor])"),
        ("5", 26, "5 is not possible here; {}"),
        ("[user, ~]", 33, "nothing stands here; {} (write something or leave it out)"),
    ],
)
def test_one_role_and_a_list_of_roles_point_to_the_role(value: str, column: int, expected: str) -> None:
    words = expected.format(
        "one of budget, gatekeeper, user, technical, approver, sponsor, influencer, legal was expected"
    )
    assert account(f"contacts: {{jane: {{roles: {value}}}}}") == [f"3:{column} RM105 {words}"]


def test_a_word_written_for_people_finds_its_id() -> None:
    assert account("contacts:\n  jane:\n    known_by:\n      tom: {level: Trusted Advisor}") == [
        "6:20 RM105 'Trusted Advisor' is not possible here; one of none, vendor, credible_source, problem_solver,"
        " trusted_advisor was expected (did you mean trusted_advisor?)"
    ]


# mappings, lists and shorthands


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("contract: 2025", "3:11 RM103 2025 is a number; a mapping was expected"
            " (its keys are starts, ends, renewed, notice_days, tender, payment_terms_days)"),
        ("contacts: [jane, ana]", "3:11 RM103 a list stands here; a mapping was expected"
            " (begin each entry with its id and a colon, such as `id: …`)"),
        ("contacts: Jane", "3:11 RM103 'Jane' is text; a mapping was expected"
            " (begin each entry with its id and a colon, such as `id: …`)"),
        ("contacts: {jane: Jane Doe}",
            "3:18 RM103 'Jane Doe' is text; a mapping was expected (write {name: Jane Doe})"),
        ("contacts: {jane: {known_by: {tom: credible_source}}}",
            "3:35 RM103 'credible_source' is text; a mapping was expected (write {level: credible_source})"),
        ("contacts: {jane: {known_by: {tom: Trusted Advisor}}}",
            "3:35 RM103 'Trusted Advisor' is text; a mapping was expected (write {level: trusted_advisor})"),
        ("contacts: {jane: {known_by: [{tom: vendor}]}}", "3:29 RM103 a list stands here; a mapping was expected"
            " (begin each entry with its id and a colon, such as `id: …`)"),
        ("contacts: {jane: {reports_to: 12}}", '3:31 RM104 12 is a number; text was expected (quote it: "12")'),
        ("contacts: {jane: {influences: {ana: 1}}}",
            "3:31 RM103 a mapping stands here; a list was expected (begin each entry with `- `)"),
        ("competitors: [Voltics]", "3:15 RM103 'Voltics' is text; a mapping was expected (write {name: Voltics})"),
        ("customer_goals: {uptime: 'Yes: all of it'}", "3:26 RM103 'Yes: all of it' is text; a mapping was expected"
            ' (write {what: "Yes: all of it"})'),
        ("promises: {what: A report, by: tom}",
            "3:11 RM103 a mapping stands here; a list was expected (begin each entry with `- `)"),
        ("promises: [A report]", "3:12 RM103 'A report' is text; a mapping was expected (write {what: A report})"),
        ("tags: dach", "3:7 RM103 'dach' is text; a list was expected (write it as a list: [dach])"),
        ("contract: {renewed: 2024-04-01}",
            "3:21 RM103 '2024-04-01' is text; a list was expected (write it as a list: [2024-04-01])"),
        ("financials: 500000", "3:13 RM103 500000 is a number; a mapping was expected"
            " (begin each entry with its period and a colon, such as `2025: …`)"),
        ("financials: {2025: true}", "3:20 RM103 true is a boolean; a number was expected"),
        ('financials: {2025: "500000"}',
            "3:20 RM103 '500000' is text; a number was expected (write 500000 without quotes)"),
        ("financials: {2025: -1}", "3:20 RM106 -1 is out of range; at least 0 was expected"),
        ("signals: {joint_plan: yes}", "3:23 RM103 'yes' is text; true or false was expected (write true)"),
        ("signals: {joint_plan: {holds: maybe}}", "3:31 RM103 'maybe' is text; true or false was expected"),
        ("signals: {joint_plan: [{holds: true}, {holds: 0}]}",
            "3:47 RM103 0 is a number; true or false was expected (write false)"),
        ("offerings: {support: {since: 2019}}",
            "3:30 RM107 2019 is no date; a date such as 2026-11-15 was expected (write it as YYYY-MM-DD)"),
        ("custom: [a]", "3:9 RM103 a list stands here; a mapping was expected"
            " (begin each entry with its id and a colon, such as `id: …`)"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_says_what_to_write(line: str, expected: str) -> None:
    assert account(line) == [expected]


@pytest.mark.parametrize(
    ("trust", "expected"),
    [
        ("11", ["3:43 RM106 11 is out of range; 0 to 10 was expected"]),
        ("high", ["3:43 RM103 'high' is text; a number from 0 to 10 was expected"]),
        ("{credibility: 0, reliability: 7, intimacy: 7, self_orientation: 2}",
            ["3:57 RM106 0 is out of range; 1 to 10 was expected"]),
        ("{credibility: 8, reliability: 7, intimacy: 5}",
            ["3:36 RM102 `self_orientation` is missing in contacts.jane.known_by.tom.trust (add `self_orientation:`)"]),
        ("{ability: 8, benevolence: 7, integrity: 5, intimacy: 4}",
            ["3:86 RM101 `intimacy` does not go with `ability`, `benevolence`, `integrity`"]),
        ("{ability: 8, benevolence: 7, integritty: 5}",
            ["3:36 RM102 `integrity` is missing in contacts.jane.known_by.tom.trust (add `integrity:`)",
             "3:72 RM101 `integritty` is no key of contacts.jane.known_by.tom.trust (did you mean integrity?)"]),
    ],
)  # fmt: skip
def test_trust_takes_a_number_or_one_of_two_sets_of_factors(trust: str, expected: list[str]) -> None:
    assert account(f"contacts: {{jane: {{known_by: {{tom: {{trust: {trust}}}}}}}}}") == expected


def test_two_entries_that_exclude_each_other_are_told_at_their_mapping() -> None:
    line = "exchanges:\n  - {date: 2026-05-02, gave: us, kind: rebate, value: 15000, size: small}"
    assert account(line) == ["4:5 RM110 an exchange has a value or a size, not both"]


# keys


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ownr: maria", "3:1 RM101 `ownr` is no key of an account (did you mean owner?)"),
        ("revenue: 5", "3:1 RM101 `revenue` is no key of an account (put keys of your own under `custom:`)"),
        ("contacts: {jane: {powr: 4}}", "3:19 RM101 `powr` is no key of contacts.jane (did you mean power?)"),
        ("contacts: {jane: {powr: }}", "3:19 RM101 `powr` is no key of contacts.jane (did you mean power?)"),
        ("promises:\n  - {what: A, by: tom, keept: true}",
            "4:24 RM101 `keept` is no key of promises[0] (did you mean kept?)"),
        ("reviews: [{date: 2026-01-01, by: tom, quarter: 2026-Q1, with_: jane}]",
            "3:57 RM101 `with_` is no key of reviews[0] (did you mean with?)"),
        ("potential: {zzz: 1}", "3:13 RM101 `zzz` is no key of potential (known: key_account, needs, revenue)"),
    ],
)  # fmt: skip
def test_an_unknown_key_names_the_nearest_known_one(line: str, expected: str) -> None:
    assert account(line) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Acme\n", ["1:1 RM102 `owner` is missing (add `owner:`)"]),
        ("name: Acme\nowner:\n", ["2:1 RM102 `owner` has nothing behind it (write a value after the colon)"]),
        ("name: ~\nowner: null\n", [
            "1:1 RM102 `name` has nothing behind it (write a value after the colon)",
            "2:1 RM102 `owner` has nothing behind it (write a value after the colon)"]),
        ("name: A\nowner: m\npromises:\n  - what: A\n", ["4:5 RM102 `by` is missing in promises[0] (add `by:`)"]),
        ("name: A\nowner: m\ngoals:\n  win: {priority: 1}\n",
            ["4:3 RM102 `what` is missing in goals.win (add `what:`)"]),
        ("name: A\nowner: m\ngoals:\n  win:\n", ["4:3 RM102 `what` is missing in goals.win (add `what:`)"]),
    ],
)  # fmt: skip
def test_a_missing_key_is_told_where_it_belongs(text: str, expected: list[str]) -> None:
    assert [said(found) for found in findings(text)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("contacts: {Jane Doe: {}}", "3:12 RM109 'Jane Doe' is no id: use a-z, 0-9 and hyphens, and begin with a letter"
            " or digit (did you mean jane-doe?)"),
        ("contacts: {no: {}}",
            "3:12 RM109 'no' is no id: YAML reads it as something other than text (did you mean id-no?)"),
        ("contacts:\n  007: {}", "4:3 RM109 '007' is no id: it needs at least one letter (did you mean id-007?)"),
        ("goals: {'': {what: A}}", "3:9 RM109 this key is empty"),
        ("contacts: {jane: {known_by: {'': {}}}}", "3:30 RM109 this key is empty"),
        ("contacts: {jane: {known_by: ''}}", "3:29 RM109 the text is empty"),
        ("financials: {FY2025: 1}", "3:14 RM108 FY2025 is no period; {} (did you mean 2025?)"),
        ("financials: {Q3 2025: 1}", "3:14 RM108 Q3 2025 is no period; {} (did you mean 2025-Q3?)"),
        ("financials: {2025-q3: 1}", "3:14 RM108 2025-q3 is no period; {} (did you mean 2025-Q3?)"),
        ("delivery: {25: {}}", "3:12 RM108 25 is no period; {}"),
    ],
)  # fmt: skip
def test_a_key_of_the_users_own_is_told_at_the_key(line: str, expected: str) -> None:
    periods = "a fiscal year (2025) or quarter (2025-Q1) was expected"
    assert account(line) == [
        expected.replace("{}", periods) if "{} (" in expected or expected.endswith("{}") else expected
    ]


def test_a_wrong_key_hides_no_fault_of_its_value() -> None:
    assert account("contacts: {Jane: 5}") == [
        "3:12 RM109 'Jane' is no id: use a-z, 0-9 and hyphens, and begin with a letter or digit (did you mean jane?)",
        "3:18 RM103 5 is a number; a mapping was expected (its keys are name, title, department, roles, power,"
        " interest, …)",
    ]


def test_a_quarter_of_a_review_says_how_to_write_it() -> None:
    line = "reviews: [{date: 2026-07-08, by: maria, quarter: Q3 2026}]"
    assert account(line) == [
        "3:50 RM108 'Q3 2026' is no fiscal quarter; a fiscal quarter such as 2026-Q3 was expected (write 2026-Q3)"
    ]


# what is empty


def test_a_key_with_nothing_behind_it_counts_as_left_out() -> None:
    found = sound(
        "name: A\nowner: m\nstatus:\ntags:\ncontract: {renewed: }\nfinancials: {2025: , 2024: 1}\npotential:\n"
    )
    assert (found.status, found.tags, list(found.financials)) == ("customer", [], ["2024"])


def test_an_id_with_nothing_behind_it_is_an_entry_without_details() -> None:
    text = "name: A\nowner: m\npromises:\ncontacts:\n  jane:\n  ana: {known_by: {tom: }}\nrepairs:\n  outage:\n"
    found = sound(text)
    assert list(found.contacts) == ["jane", "ana"]
    assert list(found.contacts["ana"].known_by) == ["tom"]
    assert list(found.repairs) == ["outage"]


def test_what_is_empty_does_not_hide_what_is_wrong() -> None:
    assert account("promises:\ntags: [a, 1]\nexchanges:\n  - {date: , gave: us, kind: price}") == [
        '4:11 RM104 1 is a number; text was expected (quote it: "1")',
        "6:6 RM102 `date` has nothing behind it (write a value after the colon)",
    ]


# relmap.yaml


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("acounts: x", "2:1 RM101 `acounts` is no key of relmap.yaml (did you mean accounts?)"),
        ("rubric: {live: {day: 5}}", "2:17 RM101 `day` is no key of rubric.live (did you mean days?)"),
        ("rubric: {equity: {balanced: 25}}", "2:29 RM106 25 is out of range; 0 to 1 was expected"),
        ("rubric: {dependence: {eroding: -.inf}}", "2:32 RM106 -.inf is out of range; -100 to 0 was expected"),
        ("rubric: {version: 0}", "2:19 RM106 0 is out of range; at least 1 was expected"),
        ("currency: eur",
            "2:11 RM103 'eur' is no currency; a currency of three letters such as EUR was expected (write EUR)"),
        ("currency: €", "2:11 RM103 '€' is no currency; a currency of three letters such as EUR was expected"),
        ("format: 2", "2:9 RM105 2 is not possible here; 1 was expected"
            " (this relmap reads format 1 only; a newer one may read the book)"),
        ("fiscal_year_starts: April", "2:21 RM103 'April' is text; a whole number from 1 to 12 was expected"),
        ("tiers: {key: {review: monthly}}",
            "2:23 RM105 'monthly' is not possible here; one of quarter, year was expected"),
        ("team: {maria: Maria López}",
            "2:15 RM103 'Maria López' is text; a mapping was expected (write {name: Maria López})"),
        ("team: {Tom: {}}", "2:8 RM109 'Tom' is no id: use a-z, 0-9 and hyphens, and begin with a letter or digit"
            " (did you mean tom?)"),
        ("labels: {stages: {colaborative: X}}",
            "2:19 RM105 `colaborative` is none of exploratory, basic, collaborative, interconnected"
            " (did you mean collaborative?)"),
        ("rules: {severity: {RM301: fatal}}",
            "2:27 RM105 'fatal' is not possible here; one of error, warning, info was expected"),
        ("rules: {severity: {'': info}}", "2:20 RM109 this key is empty"),
        ("signals: {uses our portal: {question: A?, good: true}}", "2:11 RM109 'uses our portal' is no id: use a-z, 0-9"
            " and hyphens, and begin with a letter or digit (did you mean uses-our-portal?)"),
    ],
)  # fmt: skip
def test_settings_get_the_same_care(line: str, expected: str) -> None:
    assert settings(line) == [expected]


def test_a_team_member_with_nothing_but_an_id_is_one() -> None:
    document = parse(b"company: Northwind\nteam: {maria: , tom: }\ntiers: {core: }\n", "relmap.yaml").document
    assert document is not None
    found, _ = validate(document, Settings)
    assert found is not None
    assert (list(found.team), list(found.tiers)) == (["maria", "tom"], ["core"])


# many at once


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = "nmae: A\nowner: 5\nstatus: gone\ncontacts:\n  jane: {power: 9, known_by: {tom: {trust: x}}}\n"
    assert {(found.span.line, found.code) for found in findings(text)} == {
        (1, "RM102"), (1, "RM101"), (2, "RM104"), (3, "RM105"), (5, "RM106"), (5, "RM103"),
    }  # fmt: skip


def test_more_problems_than_anybody_mends_at_once_are_only_counted() -> None:
    found = findings("name: A\nowner: m\ntags:\n" + "  - 1\n" * (PROBLEM_LIMIT + 1))
    assert len(found) == PROBLEM_LIMIT + 1
    assert said(found[-1]) == (
        "1:1 RM111 the file has more than 100 problems; the others are not listed (mend the listed ones first)"
    )


def test_messages_cut_long_text_short() -> None:
    long = "x" * 1000
    for line in (f"status: {long}", f"since: {long}", f"{long}: 1", f"financials: {{? {long} : 1}}"):
        (message,) = account(line)
        assert len(message) < 200


def test_hostile_keys_that_look_like_pydantics_own_steps_do_no_harm() -> None:
    assert account('contacts: {Jane: {"[key]": 1}}') == [
        "3:12 RM109 'Jane' is no id: use a-z, 0-9 and hyphens, and begin with a letter or digit (did you mean jane?)",
        "3:19 RM101 `[key]` is no key of contacts.Jane (known: cares_about, conflicts_with, department, email, ids,"
        " influences, interest, known_by, …)",
    ]
    assert account("contacts: {jane: {known_by: {tom: {trust: {equation: 1, number: {}}}}}}")
    assert account('tier: "{written}"\nstatus: "{written}"') == [
        "4:9 RM105 '{written}' is not possible here; one of prospect, customer, former was expected"
    ]


# anything anywhere

JUNK: tuple[object, ...] = (
    *(None, "", "2026-02-30", 5, 1e300, float("nan"), True),
    *([], [None], ["x"], [[]], {}, {"x": 1}, {"": None}),
)


def places(value: object) -> Iterator[tuple[str | int, ...]]:
    """Yield the route of everything in a document."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, entry in entries:
        yield (step,)
        yield from ((step, *route) for route in places(entry))


def with_junk(value: Any, route: tuple[str | int, ...], junk: object) -> Any:
    """Return a document with something else at a route."""
    if not route:
        return junk
    step, *rest = route
    changed: Any = dict(value) if isinstance(value, dict) else list(value)
    changed[step] = with_junk(value[step], tuple(rest), junk)
    return changed


@pytest.mark.parametrize(
    ("path", "model"),
    [("accounts/vindskar-turbines.yaml", Account), ("relmap.yaml", Settings)],
)
def test_whatever_stands_wherever_is_told_in_our_words(path: str, model: type[Noun]) -> None:
    document = parse((EXAMPLE / path).read_bytes(), path).document
    for route in places(document):
        for junk in JUNK:
            _, problems = validate(with_junk(document, route, junk), model)
            for problem in problems:
                assert problem.route[: len(route)] == route or route[: len(problem.route)] == problem.route
                assert problem.message
                assert not problem.message[0].isupper()
                assert not problem.message.endswith(".")
                assert "nput should" not in problem.message + problem.hint


def test_more_contacts_than_a_map_is_read_with_are_told_once() -> None:
    many = "".join(f"  c{number}: {{}}\n" for number in range(2_001))
    parsed = parse(f"name: A\nowner: tom\ncontacts:\n{many}".encode(), "acme.yaml")
    assert parsed.document is not None
    _, problems = validate(parsed.document, Account)
    assert [(problem.code.code, problem.message, problem.route) for problem in problems] == [
        ("RM106", "2001 contacts are too many; at most 2000 were expected", ("contacts",))
    ]
