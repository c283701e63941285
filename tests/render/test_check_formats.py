"""The machine formats of a check: valid for their readers, also when empty, whatever stands in the files."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from relmap.findings import Accepted, Finding, Related, Severity, Span, State
from relmap.render.check_github import check_github
from relmap.render.check_gitlab import check_gitlab
from relmap.render.check_json import check_json, check_jsonl
from relmap.render.check_junit import check_junit
from relmap.render.check_page import check_page
from relmap.render.check_report import Report, summary
from relmap.render.check_rich import check_rich
from relmap.render.check_sarif import check_sarif
from relmap.render.check_text import check_text, upcoming_text
from relmap.render.clean import clean, log_text
from relmap.render.json_schema import check_schema
from relmap.render.page_markdown import page_markdown
from relmap.rules.gate import Checked

from .check_schemas import GITLAB, JUNIT, SARIF
from .github_runner import commands

AS_OF, UNTIL = date(2026, 11, 15), date(2026, 11, 29)
HOSTILE = [
    "plain",
    "::error file=a::b",
    " ::error::after a blank",
    "##[command]rm -rf",
    "##[error]x %25 ::stop-commands::t",
    "one\ntwo\r\n::set-env name=x::y\u2028three",
    "100 % :: , ; = \"quoted\" 'single'",
    "<script>&amp;]]></script>",
    "\x1b[31mred\x00\ufffe\u202e",
    "| a | b ``` [link](http://evil.example) @all #12",
    "é🙂 名前",
]
hostile = pytest.mark.parametrize("text", HOSTILE)


def finding(text: str = "boreal", severity: Severity = Severity.ERROR, **more: object) -> Finding:
    path = f"accounts/{text}.yaml"
    span = Span(path, 3, 5, 3, 9)
    base = Finding("RM301", "not-reviewed", severity, f"said {text}", span, hint=text, account=text, subject=text)
    return Finding(**({name: getattr(base, name) for name in Finding.__dataclass_fields__} | more))


def every_kind(text: str) -> tuple[Finding, ...]:
    accepted, ignored = Accepted(text, on_the_line=False, until=UNTIL), Accepted(text, on_the_line=True)
    return (
        finding(text, related=(Related(Span(text, 1, 2, 3, 4), text),)),
        finding(text, Severity.WARNING, subject="other", span=Span(text, 1, 1, 9, 2)),
        finding(text, Severity.INFO, subject="third", hint=""),
        finding(text, state=State.WAIVED, accepted=accepted, subject="4"),
        finding(text, state=State.WAIVED, accepted=ignored, subject="5"),
        finding(text, state=State.BASELINE, subject="6"),
    )


def report(*findings: Finding, upcoming: tuple[Finding, ...] = (), fail_on: Severity = Severity.ERROR) -> Report:
    return Report(Checked(AS_OF, UNTIL, 4, findings, upcoming), fail_on)


EMPTY = report()


def test_json_has_the_published_shape() -> None:
    schema = Draft202012Validator(check_schema())
    schema.validate(json.loads(check_json(EMPTY)))
    for text in HOSTILE:
        found = every_kind(text)
        document = json.loads(check_json(report(*found, upcoming=(finding(text, on=UNTIL),))))
        schema.validate(document)
        assert document["findings"][0]["message"] == f"said {text}"
        assert [entry["fails"] for entry in document["findings"]] == [True, *[False] * 5]
        assert document["upcoming"][0]["since"] == "2026-11-29"
        assert document["counts"] == {
            "error": 1,
            "warning": 1,
            "info": 1,
            "waived": 2,
            "baseline": 1,
            "ahead": 1,
            "failing": 1,
        }


def test_json_lines_are_the_findings_alone() -> None:
    assert check_jsonl(EMPTY) == ""
    for text in HOSTILE:
        lines = check_jsonl(report(*every_kind(text), upcoming=(finding(text, on=UNTIL),))).splitlines()
        assert [json.loads(line)["when"] for line in lines] == ["now"] * 6 + ["ahead"]


def test_github_is_read_back_by_the_runners_rules() -> None:
    assert check_github(EMPTY) == ""
    for text in HOSTILE:
        output = check_github(report(*every_kind(text)))
        found = commands(output)
        assert len(found) == len(output.splitlines()) == 3
        assert [command.name for command in found] == ["error", "warning", "notice"]
        first = found[0]
        assert first.properties == {
            "file": log_text(f"accounts/{text}.yaml"),
            "line": "3",
            "endLine": "3",
            "col": "5",
            "endColumn": "9",
            "title": "RM301 not-reviewed",
        }
        assert first.data == log_text(f"said {text} ({text})")


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
def test_github_obeys_nothing_that_stands_in_a_file(text: str) -> None:
    found = commands(check_github(report(*every_kind(text))))
    assert [command.name for command in found] == ["error", "warning", "notice"]
    assert all(set(command.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for command in found)


@given(st.one_of(st.text(), st.sampled_from(HOSTILE)))
def test_no_line_for_people_is_a_command(text: str) -> None:
    """Text and what goes red next stand in the same log: whatever files and paths say, the runner obeys none of it."""
    told = report(*every_kind(text), upcoming=(finding(text, on=UNTIL),))
    assert commands(check_text(told) + upcoming_text(told)) == []


def test_the_runner_would_have_obeyed() -> None:
    assert commands("  ::error file=a::b\nx ##[error]y")[0].properties == {"file": "a"}
    assert [command.name for command in commands("x ##[error]y")] == ["##[error]"]


def test_gitlab_is_a_list_with_fingerprints_of_its_own() -> None:
    assert json.loads(check_gitlab(EMPTY)) == []
    for text in HOSTILE:
        found = report(*every_kind(text), finding(text))
        entries = json.loads(check_gitlab(found))
        Draft202012Validator(GITLAB).validate([entry for entry in entries if entry["location"]["path"][0] not in "/."])
        assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 4
        assert [entry["severity"] for entry in entries] == ["major", "minor", "info", "major"]
        assert entries[0]["location"]["lines"] == {"begin": 3, "end": 3}


def test_a_gitlab_fingerprint_outlives_a_move() -> None:
    first = json.loads(check_gitlab(report(finding())))[0]["fingerprint"]
    moved = finding(span=Span("accounts/boreal.yaml", 40, 1, 40, 2), message="said something else")
    assert json.loads(check_gitlab(report(moved)))[0]["fingerprint"] == first


def test_sarif_has_the_required_shape() -> None:
    Draft202012Validator(SARIF).validate(json.loads(check_sarif(EMPTY)))
    for text in HOSTILE:
        document = json.loads(check_sarif(report(*every_kind(text))))
        Draft202012Validator(SARIF).validate(document)
        (run,) = document["runs"]
        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["RM301"]
        kinds = [entry.get("suppressions", [{}])[0].get("kind") for entry in run["results"]]
        assert kinds == [None, None, None, "external", "inSource", "external"]
        assert [entry["level"] for entry in run["results"][:3]] == ["error", "warning", "note"]


def test_the_shape_of_sarif_notices() -> None:
    document = json.loads(check_sarif(report(finding())))
    document["runs"][0]["results"][0]["level"] = "info"
    assert list(Draft202012Validator(SARIF).iter_errors(document))


def test_sarif_escapes_paths() -> None:
    document = json.loads(check_sarif(report(finding(span=Span("accounts/a b%#?é.yaml", 1, 1, 1, 2)))))
    location = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "accounts/a%20b%25%23%3F%C3%A9.yaml", "uriBaseId": "%SRCROOT%"}


def shape(element: ElementTree.Element) -> None:
    attributes, children = JUNIT[element.tag]
    assert set(element.attrib) == attributes
    assert {child.tag for child in element} <= children
    for child in element:
        shape(child)


def test_junit_has_the_shape_that_its_readers_know() -> None:
    root = ElementTree.fromstring(check_junit(EMPTY))
    shape(root)
    assert root.attrib["tests"] == "1"
    for text in HOSTILE:
        root = ElementTree.fromstring(check_junit(report(*every_kind(text))))
        shape(root)
        (suite,) = root
        assert (suite.attrib["tests"], suite.attrib["failures"], suite.attrib["skipped"]) == ("6", "1", "3")
        assert [[child.tag for child in case] for case in suite] == [
            ["failure"],
            ["system-out"],
            ["system-out"],
            ["skipped"],
            ["skipped"],
            ["skipped"],
        ]
        assert suite[0][0].attrib["message"] == clean(f"said {text}")


def test_junit_fails_what_the_run_fails() -> None:
    warning = finding(severity=Severity.WARNING)
    assert "<failure" not in check_junit(report(warning))
    assert "<failure" in check_junit(report(warning, fail_on=Severity.WARNING))


@given(st.text())
def test_junit_is_xml_whatever_stands_in_a_file(text: str) -> None:
    shape(ElementTree.fromstring(check_junit(report(*every_kind(text)))))


@hostile
def test_markdown_keeps_its_tables(text: str) -> None:
    told = page_markdown(check_page(report(*every_kind(text), upcoming=(finding(text, on=UNTIL),)), text))
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert len(rows) == 3 + 2 + 1 + 2 + 2 + 2
    assert "<script>" not in told
    assert "[link](" not in told


def test_markdown_when_nothing_was_found() -> None:
    assert page_markdown(check_page(EMPTY, "Northwind")) == (
        "# Northwind: check on 2026-11-15\n\n**4 accounts: no findings. The check passes at error.**\n\n"
        "## Findings\n\nNothing asks for anything.\n\n## Goes red by 2026-11-29\n\nNothing more.\n"
    )


def test_markdown_is_cut_to_what_an_issue_holds() -> None:
    many = report(*(finding(f"account-{number}" * 3) for number in range(2000)))
    told = page_markdown(check_page(many, "Northwind"))
    assert len(told) < 65_536
    assert "… and 1850 more" in told


@hostile
def test_rich_shows_the_line_with_what_is_meant(text: str) -> None:
    found = finding(span=Span("a.yaml", 7, 3, 7, 6))
    shown = check_rich(report(found)._replace(excerpts={found.span: f"  abc {text}"}), 80).plain
    assert "7 |   abc " in shown
    assert "\n  |   ^^^\n" in shown
    assert "\x1b" not in shown


def test_rich_cuts_a_long_line_to_the_screen() -> None:
    found = finding(span=Span("a.yaml", 7, 301, 7, 304))
    shown = check_rich(report(found)._replace(excerpts={found.span: "x" * 300 + "abc" + "y" * 300}), 80).plain
    line, marks = shown.splitlines()[2:4]
    assert len(line) <= 80
    assert line.index("abc") == marks.index("^^^")


def test_the_summary_counts() -> None:
    assert summary(report(*every_kind("a")).checked) == (
        "4 accounts: 1 error, 1 warning, 1 info; 2 accepted, 1 in the baseline"
    )


def test_paths_are_seen_from_above_the_book() -> None:
    below = report(*every_kind("a"), upcoming=(finding("a", on=UNTIL),)).below("books/north/")
    assert below.checked.findings[0].span.path == "books/north/accounts/a.yaml"
    assert below.checked.findings[0].related[0].span.path == "books/north/a"
    assert below.checked.upcoming[0].span.path == "books/north/accounts/a.yaml"
