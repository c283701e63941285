"""`relmap ask`: forms to send, and answers recorded, in every ending."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import ask_schema

from .running import AS_OF, Ending

Run = Callable[..., Ending]

ANSWERS = """\
respondent: jane
date: 2026-11-10
stage: basic
trust: 6
joint_plan: yes
"""


@pytest.fixture
def ask(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("ask", "boreal", *words, "-C", str(book), "--as-of", AS_OF)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.md"
    path.write_text(ANSWERS)
    return path


@pytest.fixture
def account(book: Path) -> Path:
    return book / "accounts" / "north" / "boreal.yaml"


def test_a_form_for_each_respondent_is_printed(ask: Run) -> None:
    ending = ask("--for", "jane", "--for", "tom")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("# Questions about Boreal Pumps and Northwind\n")
    assert "account: boreal\nrespondent: jane\ndate:\n" in ending.out
    assert "respondent: tom\ndate:\n" in ending.out
    assert ending.out.count("\nstage:\n") == 2


def test_without_respondents_it_is_a_form_for_anybody(ask: Run) -> None:
    assert "## Your answers\n\naccount: boreal\nrespondent:\ndate:\n" in ask().out


def test_both_sides_get_the_same_questions(ask: Run) -> None:
    theirs, ours = (ask("--for", who).out for who in ("jane", "tom"))
    assert theirs.replace("jane", "tom") == ours.replace("Tom Hansen", "tom")


def test_the_number_of_signals_can_be_chosen(ask: Run) -> None:
    assert ask("--signals", "2").out.count("(yes or no)") == 2


def test_the_environment_s_format_is_one_for_screens(
    ask: Run, tmp_path: Path, account: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELMAP_FORMAT", "json")
    assert ask().out.startswith("# Questions")
    answers = tmp_path / "answers.csv"
    answers.write_text("respondent,date,question,answer\njane,2026-11-10,trust,8\n")
    assert ask("--record", str(answers)).code == 0
    assert "trust: 8" in account.read_text()


def test_json_keeps_to_its_schema(ask: Run) -> None:
    document = json.loads(ask("--format", "json", "--for", "jane").out)
    assert not list(Draft202012Validator(ask_schema()).iter_errors(document))
    assert document["answers"][0]["respondent"] == "jane"
    assert set(document["answers"][0]["answers"].values()) == {None}


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_what_is_sent_can_be_filled_in_and_recorded(ask: Run, tmp_path: Path, account: Path, form: str) -> None:
    ending = {"markdown": "md"}.get(form, form)
    sent = tmp_path / f"form.{ending}"
    assert ask("--for", "jane", "-o", f"{form}:{sent}").code == 0
    text = sent.read_text()
    filled = {
        "markdown": text.replace("date:", "date: 2026-11-10").replace("\ntrust:", "\ntrust: 8"),
        "csv": text.replace("jane,,", "jane,2026-11-10,").replace("0 to 10,", "0 to 10,8"),
        "json": text.replace('"date":null', '"date":"2026-11-10"').replace('"trust":null', '"trust":8'),
    }[form]
    sent.write_text(filled)
    assert ask("--record", str(sent)).code == 0
    entry = "{date: 2026-11-10, side: theirs, by: jane, source: asked, trust: 8}"
    assert f"views:\n  - {entry}\n" in account.read_text()


def test_what_is_recorded_is_told_and_the_rest_of_the_file_stays(ask: Run, answers: Path, account: Path) -> None:
    before = account.read_text()
    ending = ask("--record", str(answers))
    assert (ending.code, ending.err) == (0, "")
    path = "accounts/north/boreal.yaml"
    assert ending.out == (
        f"2 entries recorded in {path}:\n"
        f"{path}:6:5: views: {{date: 2026-11-10, side: theirs, by: jane, source: asked, stage: basic, trust: 6}}\n"
        f"{path}:8:15: signals.joint_plan: {{holds: true, date: 2026-11-10, source: theirs, by: jane}}\n"
    )
    assert [line for line in before.splitlines() if line not in account.read_text().splitlines()] == []


def test_recording_twice_changes_nothing(ask: Run, answers: Path, account: Path) -> None:
    ask("--record", str(answers))
    once = account.read_bytes()
    ending = ask("--record", str(answers))
    assert ending.code == 0
    assert ending.out.startswith("accounts/north/boreal.yaml has all of these answers already")
    assert account.read_bytes() == once


def test_a_dry_run_shows_a_diff_and_writes_nothing(ask: Run, answers: Path, account: Path) -> None:
    before = account.read_bytes()
    ending = ask("--record", str(answers), "--dry-run")
    assert ending.code == 0
    assert ending.out.startswith("--- a/accounts/north/boreal.yaml\n+++ b/accounts/north/boreal.yaml\n")
    assert "+  joint_plan: {holds: true, date: 2026-11-10, source: theirs, by: jane}\n" in ending.out
    assert account.read_bytes() == before


def test_the_assessment_hears_what_was_recorded(ask: Run, relmap: Run, answers: Path, book: Path) -> None:
    ask("--record", str(answers))
    words = ("assess", "-C", str(book), "--as-of", AS_OF, "--format", "json", "boreal")
    measures = json.loads(relmap(*words).out)["accounts"][0]["measures"]
    assert (measures["stage.theirs"]["value"], measures["trust.organisation"]["value"]) == ("basic", 60)


def test_who_disagrees_is_shown_and_not_averaged(ask: Run, tmp_path: Path) -> None:
    both = tmp_path / "both.md"
    both.write_text(f"{ANSWERS}\n{ANSWERS.replace('jane', 'tom').replace('basic', 'collaborative')}")
    ending = ask("--record", str(both))
    assert "Respondents disagree:\n- At which stage is the relationship between" in ending.out
    assert "tom (ours, 2026-11-10): collaborative; jane (theirs, 2026-11-10): basic" in ending.out
    assert "theirs counts as basic" in ending.out
    preview = ask("--record", str(both), "--dry-run")
    assert (preview.code, preview.out) == (0, "")
    assert "has all of these answers already" in preview.err
    assert "Respondents disagree:" in preview.err


def test_wrong_answers_are_all_told_and_nothing_is_written(ask: Run, tmp_path: Path, account: Path) -> None:
    before, wrong = account.read_bytes(), tmp_path / "wrong.md"
    wrong.write_text(ANSWERS.replace("basic", "bsaic").replace("trust: 6", "trust: 60"))
    ending = ask("--record", str(wrong))
    assert (ending.code, ending.out) == (2, "")
    assert f"{wrong}:3:8: RM105 error: 'bsaic' is no answer to stage (did you mean basic?)\n" in ending.err
    assert f"{wrong}:4:8: RM106 error: '60' is no number from 0 to 10 (write one, such as 7)\n" in ending.err
    assert "relmap: nothing was recorded" in ending.err
    assert account.read_bytes() == before


def test_a_file_that_no_edit_is_safe_in_is_left_to_its_owner(ask: Run, answers: Path, account: Path) -> None:
    account.write_text(account.read_text() + "views: &v []\ncustom: {x: *v}\n")
    before = account.read_bytes()
    ending = ask("--record", str(answers))
    assert ending.code == 2
    assert "`views` has an anchor, so other places share it" in ending.err
    assert "write what is new into the file by hand" in ending.err
    assert account.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "jnae"), "no contact or team member 'jnae'\n  hint: did you mean jane?"),
        (("--dry-run",), "--dry-run goes with --record"),
        (("--record", "none.md"), "there is no file none.md"),
        (("--record", "none.md", "--for", "jane"), "--record goes without --for and -o"),
        (("--record", ".", "--format", "csv"), ". is no file"),
        (("--format", "csvx"), "--format 'csvx' is not possible"),
        (("--signals", "-1"), "invalid value for '--signals'"),
    ],
)
def test_what_cannot_be_done_is_said(ask: Run, words: tuple[str, ...], said: str) -> None:
    ending = ask(*words)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_a_file_of_an_unknown_kind_needs_a_word(ask: Run, tmp_path: Path, account: Path) -> None:
    path = tmp_path / "answers"
    path.write_text(ANSWERS)
    assert "what kind of file is it?" in ask("--record", str(path)).err
    assert ask("--record", str(path), "--format", "markdown").code == 0
    assert "joint_plan" in account.read_text()


def test_a_huge_file_is_not_read(ask: Run, tmp_path: Path) -> None:
    path = tmp_path / "answers.md"
    path.write_text("x" * (5 * 1024 * 1024))
    ending = ask("--record", str(path))
    assert (ending.code, ending.out) == (2, "")
    assert "the file has 5.0 MiB; at most 4 MiB are read" in ending.err


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("markdown", r"# Questions about =cmd&#124;␛\[31m\[x\](y) and Northwind"),
        ("csv", "=cmd"),
        ("json", r'"customer":"=cmd|\u001b[31m[x](y)"'),
    ],
)
def test_names_from_files_cannot_act_in_a_form(relmap: Run, book: Path, form: str, shown: str) -> None:
    (book / "accounts" / "acre.yaml").write_text('name: "=cmd|\\e[31m[x](y)"\nowner: maria\n')
    ending = relmap("ask", "acre", "--format", form, "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 0
    assert shown in ending.out
    assert "\x1b" not in ending.out
    assert not any(line.startswith(("=", "+", "@")) for line in ending.out.splitlines())


def test_a_form_may_be_asked_for_by_name(ask: Run) -> None:
    assert ask("--for", "tom hansen", "--for", "tom").out.count("respondent: tom\n") == 1


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("{status: left, left: 2026-10-31}", "--for: jane has left\n"),
        ("{placeholder: true}", "--for: jane is a seat without a name\n"),
    ],
)
def test_who_is_not_there_is_not_asked(relmap: Run, book: Path, contact: str, said: str) -> None:
    (book / "accounts" / "acre.yaml").write_text(f"name: Acre\nowner: maria\ncontacts: {{jane: {contact}}}\n")
    ending = relmap("ask", "acre", "--for", "jane", "-C", str(book), "--as-of", AS_OF)
    assert (ending.code, ending.out) == (2, "")
    assert said in ending.err


def test_a_broken_account_is_not_asked_about(relmap: Run, book: Path, answers: Path) -> None:
    (book / "accounts" / "acre.yaml").write_text("name: Acre\nowner: maria\ntrust: x\n")
    words = ("ask", "acre", "-C", str(book), "--as-of", AS_OF)
    asked, recorded = relmap(*words), relmap(*words, "--record", str(answers))
    assert (asked.code, asked.out, recorded.code, recorded.out) == (2, "", 2, "")
    assert "acre cannot be asked about: the file is broken" in asked.err
    assert "accounts/acre.yaml:3:1: RM101 error" in recorded.err
    assert "nothing can be recorded for acre: its file is broken" in recorded.err


def test_another_account_s_broken_file_does_not_keep_answers_out(ask: Run, book: Path, answers: Path) -> None:
    (book / "accounts" / "acre.yaml").write_text("name: [\n")
    ending = ask("--record", str(answers))
    assert (ending.code, ending.err) == (0, "")
    asked = ask()
    assert (asked.code, asked.out[:11]) == (2, "# Questions")


def test_a_form_about_another_account_is_refused(ask: Run, tmp_path: Path, account: Path) -> None:
    before, other = account.read_bytes(), tmp_path / "other.md"
    other.write_text(f"account: acme\n{ANSWERS.replace('jane', 'tom')}")
    ending = ask("--record", str(other))
    assert (ending.code, ending.out) == (2, "")
    assert f"{other}:1:10: RM110 error: this form is about 'acme', not about boreal" in ending.err
    assert account.read_bytes() == before


def test_answers_of_several_files_are_recorded_at_once(ask: Run, answers: Path, tmp_path: Path, account: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("respondent;date;question;answer\ntom;2026-11-11;trust;9\n")
    assert ask("--record", str(answers), "--record", str(more)).code == 0
    views = [line for line in account.read_text().splitlines() if "source: asked" in line]
    assert [line.partition("by: ")[2][:4] for line in views] == ["jane", "tom,"]


def test_another_answer_of_the_same_day_is_refused_with_both_places(ask: Run, answers: Path, account: Path) -> None:
    ask("--record", str(answers))
    once = account.read_bytes()
    answers.write_text(ANSWERS.replace("trust: 6", "trust: 7"))
    ending = ask("--record", str(answers))
    assert (ending.code, ending.out) == (2, "")
    assert f"{answers}:4:8: RM110 error: jane answers trust on 2026-11-10 with 7" in ending.err
    assert "    accounts/north/boreal.yaml:6:5: here it is 6\n" in ending.err
    assert account.read_bytes() == once


def test_what_was_left_empty_is_told(ask: Run, answers: Path) -> None:
    answers.write_text(ANSWERS.replace("stage: basic", "stage:"))
    assert ask("--record", str(answers), "--dry-run").err == "note: jane, 2026-11-10: no answer to stage\n"
    assert ask("--record", str(answers), "--dry-run", "--quiet").err == ""


def test_without_any_answer_nothing_is_recorded(ask: Run, tmp_path: Path) -> None:
    blank = tmp_path / "form.md"
    ask("-o", f"markdown:{blank}")
    ending = ask("--record", str(blank))
    assert (ending.code, ending.out) == (2, "")
    assert "no answer is in what was given" in ending.err


def test_a_preview_keeps_line_ends_and_cannot_act_on_a_terminal(ask: Run, answers: Path, account: Path) -> None:
    account.write_bytes(account.read_bytes().replace(b"\n", b"\r\n") + "# \u202eevil\r\n".encode())
    ending = ask("--record", str(answers), "--dry-run")
    assert "source: asked, stage: basic, trust: 6}\r\n" in ending.out
    assert "# evil\r\n" in ending.out
