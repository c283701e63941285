"""`relmap review ACCOUNT`: recorded without a question, shown, refused; every ending."""

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import copytree

import pytest

from relmap.book.edit import Append, edit
from relmap.book.parse import parse

from ..repository import commit
from .running import AS_OF, MERIDIAN, Ending

Run = Callable[..., Ending]
SAID = ("--by", "tom", "--outcome", "hold")
ENTRY = "{date: 2026-11-15, by: tom, quarter: 2026-Q4, outcome: hold, digest: "


@pytest.fixture
def account(book: Path) -> Path:
    return book / "accounts" / "north" / "boreal.yaml"


@pytest.fixture
def review(relmap: Run, book: Path) -> Run:
    """Review boreal as of a fixed day; this process has no terminal."""
    return lambda *words: relmap("review", "boreal", *words, "-C", str(book), "--as-of", AS_OF)


def entries(account: Path) -> list[dict[str, object]]:
    document = parse(account.read_bytes(), "boreal.yaml").document
    assert document is not None
    found = document.get("reviews", [])
    assert isinstance(found, list)
    return found


def test_a_review_is_recorded_without_a_question(review: Run, account: Path) -> None:
    before = account.read_text(encoding="utf-8")
    ending = review(*SAID, "--with", "jane,tom", "--note", 'He said: "no" # really', "--yes")
    assert (ending.code, ending.err) == (0, "")
    (entry,) = entries(account)
    found = entry.pop("found")
    assert entry.pop("digest").startswith("rm1:")  # type: ignore[attr-defined]
    assert entry == {
        "date": "2026-11-15",
        "by": "tom",
        "with": ["jane"],
        "quarter": "2026-Q4",
        "outcome": "hold",
        "note": 'He said: "no" # really',
    }
    assert found == {"stage": "basic", "standing": "supplier", "rubric": 1, "rubric_digest": "rb1:0c7b474b3553"}
    assert account.read_text(encoding="utf-8").startswith(before), "nothing else has changed"
    assert (
        "1 entry recorded in accounts/north/boreal.yaml:\naccounts/north/boreal.yaml:7:5: reviews: {date" in ending.out
    )


def test_the_entry_is_that_of_the_published_format_and_makes_the_state_current(
    review: Run, relmap: Run, book: Path
) -> None:
    assert review(*SAID, "--yes").code == 0
    ending = relmap("assess", "boreal", "-C", str(book), "--as-of", AS_OF)
    assert ending.code == 0
    assert "2026-11-15 by Tom Hansen, for FY2026-Q4; outcome: hold" in ending.out


def test_a_review_can_be_made_again_and_nothing_is_lost(review: Run, account: Path) -> None:
    assert review(*SAID, "--yes").code == 0
    assert review("--by", "maria", "--outcome", "move back", "--yes").code == 0
    assert [(entry["by"], entry["outcome"]) for entry in entries(account)] == [("tom", "hold"), ("maria", "move_back")]
    first, second = (entry["digest"] for entry in entries(account))
    assert first == second


def test_the_same_review_twice_is_recorded_once(review: Run, account: Path) -> None:
    assert review(*SAID, "--yes").code == 0
    before = account.read_bytes()
    ending = review(*SAID, "--yes")
    assert (ending.code, account.read_bytes()) == (0, before)
    assert ending.out.endswith("\naccounts/north/boreal.yaml has this review already; nothing was written.\n")
    assert review(*SAID, "--dry-run").out == ""


def test_a_dry_run_prints_the_diff_alone_and_writes_nothing(review: Run, account: Path) -> None:
    before = account.read_bytes()
    ending = review(*SAID, "--dry-run")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith("--- a/accounts/north/boreal.yaml\n+++ b/accounts/north/boreal.yaml\n@@ ")
    assert f"\n+reviews:\n+  - {ENTRY}" in ending.out
    assert account.read_bytes() == before


def test_line_ends_comments_quotes_and_order_stay(review: Run, account: Path) -> None:
    text = (
        "# ours\r\nowner: 'tom'   # his\r\nreviews: # all\r\n"
        '    - {date: 2026-07-01, by: "tom", quarter: 2026-Q3}  # first\r\n# below\r\nname: Boreal\r\n'
    )
    account.write_bytes(text.encode())
    assert review(*SAID, "--yes").code == 0
    lines = account.read_bytes().decode().split("\r\n")
    (new,) = [line for line in lines if line not in text.split("\r\n")]
    assert new.startswith(f"    - {ENTRY}")
    assert "\r\n".join(line for line in lines if line != new) == text


def test_what_changed_since_the_last_review_is_told_in_words(review: Run, book: Path, account: Path) -> None:
    assert review(*SAID, "--yes").code == 0
    commit(book)
    account.write_text(account.read_text(encoding="utf-8").replace("power: 5", "power: 3"), encoding="utf-8")
    ending = review(*SAID, "--yes", "--format", "markdown")
    assert ending.code == 0
    assert "Compared with what was reviewed, as committed on 2026-11-15." in ending.out
    assert "The file says something else than what was reviewed." in ending.out
    assert "- Contact jane: power 5 → 3." in ending.out
    assert "## Measures since then\n\n- " in ending.out


def test_without_git_it_is_said_that_nobody_knows_what_changed(review: Run) -> None:
    assert review(*SAID, "--yes").code == 0
    ending = review(*SAID, "--yes")
    assert "What the file said then cannot be known: the book is in no git repository." in ending.out
    assert "What the file says anew" not in ending.out


def test_the_first_review_has_nothing_to_compare_with(review: Run) -> None:
    assert "Nobody has reviewed this account before, so there is nothing to compare with." in review(*SAID, "--yes").out


def test_the_page_can_go_into_files_and_the_record_is_told(review: Run, tmp_path: Path) -> None:
    ending = review(*SAID, "--yes", "-o", f"markdown:{tmp_path / 'page.md'}")
    assert ending.code == 0
    assert ending.out.startswith("\n1 entry recorded in ")
    assert (tmp_path / "page.md").read_text(encoding="utf-8").startswith("# Boreal Pumps: review for FY2026-Q4")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (SAID, "--yes must be given: nobody is at a terminal to answer", "see `relmap review --help`"),
        ((), "--by and --outcome and --yes must be given: nobody is at a terminal to answer", "see "),
        (("--yes",), "--by and --outcome must be given: --yes asks nothing", "see "),
        (("--yes", "--by", "tom"), "--outcome must be given: --yes asks nothing", "see "),
        (("--dry-run", "--by", "tom"), "--outcome must be given: nobody is at a terminal to answer", "see "),
        ((*SAID, "--yes", "--outcome", "hodl"), "the outcome 'hodl' is not possible", "did you mean hold?"),
        (("--by", "jane", "--outcome", "hold", "--yes"), "no contact or team member 'jane'", "known: "),
        (("--by", "tim", "--outcome", "hold", "--yes"), "no contact or team member 'tim'", "did you mean tom?"),
        ((*SAID, "--yes", "--with", "jane,jan"), "no contact or team member 'jan'", "did you mean jane?"),
        ((*SAID, "--yes", "--format", "csv"), "--format 'csv' is not possible", "one of rich, text, markdown, json"),
        ((*SAID, "--yes", "--due"), "--due and --status only list", "leave out what records a review"),
        (
            (*SAID, "--yes", "--within", "14d"),
            "--within goes with --due",
            "for example: relmap review --due --within 14d",
        ),
        ((*SAID, "--yes", "--where", "tier=key"), "--where goes with --due and --status", "a review is of one account"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_written(
    review: Run, account: Path, words: tuple[str, ...], message: str, hint: str
) -> None:
    before = account.read_bytes()
    ending = review(*words)
    assert (ending.code, ending.out) == (2, "")
    assert ending.err.startswith(f"relmap: {message}\n  hint: {hint}")
    assert account.read_bytes() == before


def test_somebody_who_has_left_cannot_have_been_there(review: Run, account: Path) -> None:
    text = account.read_text(encoding="utf-8").replace("power: 5", "power: 5, status: left, left: 2026-01-01")
    account.write_text(text, encoding="utf-8")
    ending = review(*SAID, "--with", "jane", "--yes")
    assert (ending.code, ending.err) == (2, "relmap: jane has left\n  hint: name somebody who was there\n")


def test_somebody_who_comes_later_cannot_have_been_there(review: Run, account: Path) -> None:
    text = account.read_text(encoding="utf-8").replace("power: 5", "power: 5, since: 2027-01-01")
    account.write_text(text, encoding="utf-8")
    ending = review(*SAID, "--with", "jane", "--yes")
    assert (ending.code, ending.err) == (2, "relmap: jane is not there yet\n  hint: name somebody who was there\n")


def test_no_account_or_none_of_that_name_is_told(relmap: Run, book: Path) -> None:
    ending = relmap("review", "-C", str(book))
    assert (ending.code, ending.err) == (
        2,
        "relmap: which account is reviewed?\n  hint: name one, or list them: relmap review --due\n",
    )
    ending = relmap("review", "borael", *SAID, "--yes", "-C", str(book))
    assert (ending.code, ending.err) == (2, "relmap: no account 'borael'\n  hint: did you mean boreal?\n")


def test_no_book_is_told(relmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ending = relmap("review", "boreal", *SAID, "--yes")
    assert (ending.code, ending.out) == (2, "")
    assert ending.err.startswith("relmap: no relmap.yaml here or in any folder above\n")


def test_a_broken_file_cannot_be_reviewed(review: Run, account: Path) -> None:
    account.write_text("name: Boreal\nowner: tom\npower: [\n", encoding="utf-8")
    ending = review(*SAID, "--yes")
    assert (ending.code, ending.out) == (2, "")
    assert ending.err.endswith("relmap: boreal cannot be reviewed: the file is broken\n")


def test_a_file_that_cannot_be_edited_safely_is_refused_before_anything_is_asked(review: Run, account: Path) -> None:
    before = (
        "name: Boreal\nowner: tom\ncustom: {old: &r [{date: 2026-07-01, by: tom, quarter: 2026-Q3}]}\nreviews: *r\n"
    )
    account.write_text(before, encoding="utf-8")
    ending = review(*SAID, "--yes")
    assert (ending.code, ending.out) == (2, "")
    assert "relmap: accounts/north/boreal.yaml:4:" in ending.err
    assert ending.err.endswith("  hint: write what is new into the file by hand\n")
    assert account.read_text(encoding="utf-8") == before


def test_beside_a_broken_file_the_pattern_is_left_out_and_that_is_told(relmap: Run, tmp_path: Path) -> None:
    book = Path(copytree(MERIDIAN, tmp_path / "book"))
    words = ("review", "haldermark", "--by", "sofia", "--outcome", "hold", "--yes", "-C", str(book), "--as-of", AS_OF)
    assert relmap(*words).code == 0
    (book / "accounts" / "lumenta-logistics.yaml").write_text("name: [\n", encoding="utf-8")
    ending = relmap(*words)
    assert ending.code == 0
    assert "note: the dependence pattern is not recorded: it hangs on the whole book" in ending.err
    whole, partial = (entry["found"] for entry in entries(book / "accounts" / "haldermark-marine.yaml")[-2:])
    assert whole == {**partial, "pattern": "deep_dependence"}  # type: ignore[dict-item]
    assert "pattern" not in partial  # type: ignore[operator]


def test_a_file_that_somebody_changed_meanwhile_is_left_as_it_is(
    review: Run, account: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(data: bytes, path: str, edits: Sequence[Append]) -> bytes:
        account.write_bytes(b"name: Boreal GmbH\nowner: tom\n")
        return edit(data, path, edits)

    monkeypatch.setattr("relmap.interview.update.edit", slow)
    ending = review(*SAID, "--yes")
    assert ending.code == 2
    assert "accounts/north/boreal.yaml has been changed meanwhile, and is left as it is" in ending.err
    assert account.read_bytes() == b"name: Boreal GmbH\nowner: tom\n"


def test_where_the_book_lists_no_team_any_id_may_review(review: Run, book: Path, account: Path) -> None:
    (book / "relmap.yaml").write_text("company: Northwind\n", encoding="utf-8")
    assert review("--by", "olga", "--outcome", "hold", "--yes").code == 0
    assert entries(account)[0]["by"] == "olga"
    assert review("--by", "Olga N.", "--outcome", "hold", "--yes").code == 2


def test_the_quarter_is_the_fiscal_one(review: Run, book: Path, account: Path) -> None:
    settings = book / "relmap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "fiscal_year_starts: 10\n", encoding="utf-8")
    assert review(*SAID, "--yes").code == 0
    assert entries(account)[0]["quarter"] == "2027-Q1"


def test_names_from_files_do_no_harm_on_any_screen(review: Run, account: Path) -> None:
    text = account.read_text(encoding="utf-8").replace("Boreal Pumps", '"[red]B\\e[31m\\u202e|x"')
    account.write_text(text, encoding="utf-8")
    for form in ("rich", "text", "markdown"):
        out = review(*SAID, "--yes", "--format", form, "--color", "never").out
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "# \\[red\\]B␛\\[31m&#124;x: review" in out


def test_what_the_rules_find_is_open_and_what_the_review_settles_is_not(review: Run, account: Path) -> None:
    account.write_text("name: Boreal\nowner: tom\npromises: [{what: Spares, by: tom, due: 2026-11-02}]\n")
    ending = review(*SAID, "--yes")
    assert ending.code == 0
    assert "RM401 error: Tom Hansen promised “Spares” by 2026-11-02" in ending.out
    assert "RM302" not in ending.out + ending.err
    assert "RM401" not in ending.err, "told once"


def test_rules_that_relmap_yaml_gets_wrong_keep_nobody_from_reviewing(review: Run, book: Path) -> None:
    settings = book / "relmap.yaml"
    settings.write_text(settings.read_text() + "rules: {ignore: [RM999]}\n")
    ending = review(*SAID, "--yes")
    assert ending.code == 0
    assert "relmap.yaml names rules or options that there are not" in ending.err
