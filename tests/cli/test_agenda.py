"""`relmap agenda` in every ending and format."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from relmap.cli.agenda import complete_owner
from relmap.render.json_schema import agenda_schema

from .running import AS_OF, MERIDIAN, SETTINGS, Ending, write_book
from .test_hostile import HOSTILE, account, settings, unsafe

Run = Callable[..., Ending]
PROMISES = """\
promises:
  - {what: Spares, to: jane, by: tom, due: 2026-10-31}
  - {what: Forecast, to: tom, by: jane, due: 2026-12-20}
"""


@pytest.fixture
def agenda(relmap: Run, book: Path) -> Run:
    boreal = book / "accounts" / "north" / "boreal.yaml"
    boreal.write_text(boreal.read_text() + PROMISES)
    return lambda *words: relmap("agenda", "-C", str(book), "--as-of", AS_OF, *words)


def test_what_to_do_stands_by_account_with_a_summary_first(agenda: Run) -> None:
    ending = agenda()
    assert (ending.code, ending.err) == (0, "")
    title, line, summary, *_ = ending.out.splitlines()
    assert title == "Northwind: agenda from 2026-11-15 to 2026-11-29"
    assert line == "=" * len(title)
    assert summary.startswith(
        "7 things to do: 1 promise of ours, 3 reviews and 3 role gaps. 4 overdue and 3 without a day."
    )
    assert "2026-10-31 · 15 days overdue  Keep the promise to jane that is overdue" in ending.out


def test_weeks_and_days_can_be_looked_ahead(agenda: Run) -> None:
    assert "Forecast" not in agenda("--within", "4w").out
    assert "See that jane keeps the promise to us: “Forecast”." in agenda("--within", "5w").out
    assert "agenda from 2026-11-15 to 2026-11-15" in agenda("--within", "0d").out


def test_the_work_of_some_alone(agenda: Run) -> None:
    ending = agenda("--owner", "tom")
    assert ending.out.startswith("Northwind: agenda of Tom Hansen from 2026-11-15 to")
    assert {row["owner"] for row in csv.DictReader(StringIO(agenda("--owner", "tom", "--format", "csv").out))} == {
        "tom"
    }
    both = csv.DictReader(StringIO(agenda("--owner", "tom,mar", "--format", "csv").out))
    assert {row["owner"] for row in both} == {"tom", "maria"}


def test_by_owner(agenda: Run) -> None:
    out = agenda("--by", "owner").out
    assert "Maria López: 4 things to do" in out
    assert "Tom Hansen: 3 things to do" in out


def test_only_some_accounts(agenda: Run) -> None:
    found = csv.DictReader(StringIO(agenda("--where", "tag=pumps", "--format", "csv").out))
    assert {row["account"] for row in found} == {"boreal"}


def test_an_agenda_of_nothing_says_so_in_every_format(relmap: Run, tmp_path: Path) -> None:
    book = write_book(
        tmp_path, {"relmap.yaml": SETTINGS, "accounts/old.yaml": "name: Old\nowner: maria\nstatus: former\n"}
    )

    def run(form: str) -> Ending:
        return relmap("agenda", "-C", str(book), "--as-of", AS_OF, "--format", form)

    assert "Nothing is to be done by 2026-11-29." in run("text").out
    assert json.loads(run("json").out)["items"] == []
    assert list(csv.DictReader(StringIO(run("csv").out))) == []
    assert Calendar.from_ical(run("ics").out).walk("VEVENT") == []
    assert {run(form).code for form in ("text", "markdown", "rich", "json", "csv", "ics")} == {0}


def test_json_is_as_its_schema_says(agenda: Run) -> None:
    ending = agenda("--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = json.loads(ending.out)
    Draft202012Validator(agenda_schema()).validate(document)
    (promise,) = [item for item in document["items"] if item["kind"] == "promise"]
    assert (promise["account"], promise["owner"], promise["due"], promise["overdue_days"]) == (
        "boreal",
        "tom",
        "2026-10-31",
        15,
    )
    assert (promise["path"], promise["line"], promise["route"]) == ("accounts/north/boreal.yaml", 7, "promises[0].due")
    assert document["accounts"][0]["exposure"]["high"] == 1


def test_the_example_is_as_the_schema_says(relmap: Run) -> None:
    ending = relmap("agenda", "-C", str(MERIDIAN), "--as-of", AS_OF, "--within", "52w", "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = json.loads(ending.out)
    Draft202012Validator(agenda_schema()).validate(document)
    kinds = {item["kind"] for item in document["items"]}
    assert {
        "promise",
        "their_promise",
        "review",
        "contract",
        "initiative",
        "key_player",
        "role",
        "move",
        "step",
    } <= kinds


def test_csv_has_a_line_for_each_thing(agenda: Run) -> None:
    ending = agenda("--format", "csv")
    rows = list(csv.DictReader(StringIO(ending.out)))
    assert (ending.code, ending.err, len(rows)) == (0, "", 7)
    assert [(row["due"], row["overdue_days"]) for row in rows if row["kind"] == "promise"] == [("2026-10-31", "15")]


def test_the_calendar_tells_what_it_cannot_hold(agenda: Run) -> None:
    ending = agenda("--format", "ics")
    assert (ending.code, len(Calendar.from_ical(ending.out).walk("VEVENT"))) == (0, 4)
    assert ending.err == "note: 3 things have no day and cannot stand in a calendar; the other formats list them\n"
    assert agenda("--format", "ics", "-q").err == ""


def test_several_files_are_written_at_once(agenda: Run, tmp_path: Path) -> None:
    words = [word for form in ("markdown", "json", "csv", "ics") for word in ("-o", f"{form}:{tmp_path}/{form}")]
    ending = agenda(*words, "-q")
    assert (ending.code, ending.out, ending.err) == (0, "", "")
    assert (tmp_path / "ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["csv", "ics", "json", "markdown"]


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", "# Northwind: "), ("rich", "Northwind: "), ("text", "North")]
)
def test_each_format_begins_as_it_should(agenda: Run, form: str, begins: str) -> None:
    ending = agenda("--format", form)
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--owner", "mraia"), "nobody 'mraia' in our team\n  hint: did you mean maria?"),
        (("--owner", "Tom Hansen"), "nobody 'Tom Hansen' in our team\n  hint: did you mean tom?"),
        (("--owner", "zzz"), "nobody 'zzz' in our team\n  hint: known: maria, tom"),
        (("--owner", " , "), "--owner names nobody\n  hint: for example: --owner maria,tom"),
        (("--within", "soon"), "--within 'soon' is no time\n  hint: write days or weeks, 14d or 6w"),
        (("--by", "tier"), "--by 'tier' is not possible\n  hint: one of account, owner"),
        (("--format", "xml"), "--format 'xml' is not possible"),
        (("--where", "teir=key"), "--where does not know 'teir'\n  hint: did you mean tier?"),
        (("--as-of", "2026"), "--as-of '2026' is no day"),
    ],
)
def test_what_cannot_be_asked_is_said(agenda: Run, words: tuple[str, ...], said: str) -> None:
    ending = agenda(*words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_where_no_account_matches_the_answer_is_empty_and_could_not_be_given(agenda: Run) -> None:
    ending = agenda("--where", "tier=none", "--format", "json")
    assert (ending.code, json.loads(ending.out)["items"]) == (2, [])
    assert "no account matched --where" in ending.err


def test_a_broken_file_makes_the_answer_partial(agenda: Run, book: Path) -> None:
    (book / "accounts" / "acme.yaml").write_text("name: Acme\n")
    ending = agenda("--format", "json")
    assert (ending.code, json.loads(ending.out)["broken"]) == (2, ["acme"])
    assert "accounts/acme.yaml:1:1" in ending.err
    assert {item["account"] for item in json.loads(ending.out)["items"]} == {"acre", "boreal"}


def test_owners_are_completed_between_commas(book: Path) -> None:
    class Context:
        params = {"book": book}  # noqa: RUF012

    assert complete_owner(Context(), "t") == ["tom"]  # type: ignore[arg-type]
    assert complete_owner(Context(), "tom,m") == ["tom,maria"]  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["text", "markdown", "rich", "json", "csv", "ics"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_out_harmless(relmap: Run, tmp_path: Path, text: str, form: str) -> None:
    book = write_book(tmp_path, {"relmap.yaml": settings(text), "accounts/acme.yaml": account(text)})
    ending = relmap("agenda", "-C", str(book), "--as-of", AS_OF, "--format", form, "-q")
    assert (ending.code, ending.err) == (0, "")
    if form == "json":
        assert {entry["name"] for entry in json.loads(ending.out)["accounts"]} == {text}
    elif form == "csv":
        rows = list(csv.DictReader(StringIO(ending.out, newline="")))
        assert {row["account"] for row in rows} == {"acme"}
        assert not any(cell and cell[0] in "=+-@\t" for row in rows for cell in row.values())
    elif form == "ics":
        assert unsafe(ending.out.replace("\r\n", "\n")) == set()
        assert len(Calendar.from_ical(ending.out).walk("VEVENT")) == ending.out.count("BEGIN:VEVENT\r\n") > 0
    else:
        assert unsafe(ending.out) == set()
