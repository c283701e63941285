"""`relmap plan --into`, `--check`, `--dry-run`, `--shareable` and `--template` in every ending."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from relmap.render.json_schema import plan_check_schema, plan_shareable_schema

from .running import AS_OF, MERIDIAN, ROOT, Ending

Run = Callable[..., Ending]
NOTES = b"<!-- relmap:notes situation -->\n"


@pytest.fixture
def plan(relmap: Run, book: Path) -> Run:
    return lambda *words: relmap("plan", *words, "-C", str(book), "--as-of", AS_OF)


@pytest.fixture
def folder(plan: Run, book: Path) -> Path:
    """A folder in the book with the plans of all its accounts."""
    assert plan("--all", "--into", str(book / "plans")).code == 0
    return book / "plans"


def edit(path: Path, old: bytes, new: bytes) -> bytes:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    return path.read_bytes()


def test_a_file_for_each_account_is_written(plan: Run, book: Path) -> None:
    ending = plan("--all", "--into", str(book / "plans"))
    names = ["acme", "acre", "boreal"]
    assert (ending.code, ending.err) == (0, "")
    assert ending.out == "".join(f"{book}/plans/{name}.md: new\n" for name in names)
    assert sorted(path.name for path in (book / "plans").iterdir()) == [f"{name}.md" for name in names]


def test_links_lead_from_the_folder_to_the_book(folder: Path) -> None:
    assert "(../accounts/north/boreal.yaml#L1)" in (folder / "boreal.md").read_text(encoding="utf-8")


def linked(plan: Run, folder: Path, *words: str) -> str:
    """The plan of boreal, written into a folder."""
    assert plan("boreal", "--into", str(folder), *words).code == 0
    return (folder / "boreal.md").read_text(encoding="utf-8")


def test_links_lead_from_a_folder_of_the_same_repository_to_the_book(plan: Run, book: Path) -> None:
    (book.parent / ".git").mkdir()
    assert "(../../book/accounts/north/boreal.yaml#L1)" in linked(plan, book.parent / "plans" / "ours")


@pytest.mark.parametrize("tops", [[], ["plans"], ["book"], ["book", "plans"]], ids=" and ".join)
def test_a_plan_outside_the_repository_names_lines_and_no_folder_of_the_machine(
    plan: Run, book: Path, tops: list[str]
) -> None:
    for top in tops:
        (book.parent / top / ".git").mkdir(parents=True)
    text = linked(plan, book.parent / "plans")
    assert "\n\nLines such as L1 are those of accounts/north/boreal.yaml in the book.\n" in text
    assert "FY2025**: revenue EUR 300 L4\n" in text
    assert not [word for word in ("](", "..", str(book.parent), "book/") if word in text]


def test_a_plan_in_a_repository_inside_the_book_has_no_links_out_of_it(plan: Run, book: Path) -> None:
    (book / "plans" / ".git").mkdir(parents=True)
    assert "](" not in linked(plan, book / "plans")


def test_a_plan_outside_the_repository_is_the_same_wherever_the_book_lies(
    relmap: Run, plan: Run, book: Path, tmp_path: Path
) -> None:
    linked(plan, tmp_path / "plans")
    (tmp_path / "ann").mkdir()
    moved = book.rename(tmp_path / "ann" / "work")
    words = ("plan", "boreal", "-C", str(moved), "--as-of", AS_OF, "--check", "--into", str(tmp_path / "plans"))
    assert relmap(*words).out == "1 plan: 1 current\n"


def test_a_template_names_lines_without_links_where_none_holds(plan: Run, tmp_path: Path) -> None:
    layout = tmp_path / "own.j2"
    layout.write_text("{% for f in sections[0].blocks[3].facts %}{{ cell(f.cell) }}\n{% endfor %}", encoding="utf-8")
    assert "\nrevenue EUR 300 L4\n" in linked(plan, tmp_path / "plans", "--template", str(layout))


def test_plans_in_the_book_are_no_accounts(relmap: Run, plan: Run, book: Path) -> None:
    assert plan("--all", "--into", str(book / "accounts")).code == 0
    ending = relmap("assess", "-C", str(book), "--as-of", AS_OF, "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    assert {entry["id"] for entry in json.loads(ending.out)["accounts"]} == {"acme", "acre", "boreal"}


def test_what_is_current_is_not_written_again(plan: Run, folder: Path) -> None:
    ending = plan("--all", "--into", str(folder))
    assert ending == Ending(0, "", "")


def test_notes_outlive_a_change_of_the_records(plan: Run, book: Path, folder: Path) -> None:
    edit(folder / "acme.md", NOTES, NOTES + b"Call Jane  \r\nbefore *Friday*\n")
    edit(book / "accounts" / "acme.yaml", b"Acme Foods", b"Acme Mills")
    ending = plan("--all", "--into", str(folder))
    assert (ending.code, ending.out, ending.err) == (0, f"{folder}/acme.md: updated\n", "")
    written = (folder / "acme.md").read_bytes()
    assert b"# Acme Mills" in written
    assert NOTES + b"Call Jane  \r\nbefore *Friday*\n<!-- relmap:end -->" in written


def test_an_edited_file_is_refused_with_a_diff_and_the_others_are_written(plan: Run, book: Path, folder: Path) -> None:
    edited = edit(folder / "acme.md", b"# Acme Foods", b"# ACME")
    edit(book / "accounts" / "acre.yaml", b"Acre Mills", b"Acre Works")
    ending = plan("--all", "--into", str(folder))
    assert (ending.code, ending.out) == (2, f"{folder}/acre.md: updated\n")
    told, *diff = ending.err.splitlines()
    assert told == f"error: {folder}/acme.md is not written over: it was edited outside the notes blocks"
    assert "-# ACME: account plan on 2026-11-15" in diff
    assert diff[-1].startswith("hint: move what was written into a notes block")
    assert (folder / "acme.md").read_bytes() == edited


def test_a_dry_run_prints_what_would_change(plan: Run, book: Path, folder: Path) -> None:
    before = (folder / "acme.md").read_bytes()
    (folder / "acre.md").unlink()
    edit(book / "accounts" / "acme.yaml", b"Acme Foods", b"Acme Mills")
    ending = plan("--all", "--into", str(folder), "--dry-run")
    assert (ending.code, ending.err) == (0, "")
    assert "+# Acme Mills: account plan on 2026-11-15\n" in ending.out
    assert "+# Acre Mills: account plan on 2026-11-15\n" in ending.out
    assert (folder / "acme.md").read_bytes() == before
    assert not (folder / "acre.md").exists()


def test_a_link_out_of_the_folder_is_not_followed(plan: Run, book: Path, folder: Path) -> None:
    secret = book / "secret.md"
    (folder / "acme.md").rename(secret)
    (folder / "acme.md").symlink_to(secret)
    kept = edit(book / "accounts" / "acme.yaml", b"Acme Foods", b"Acme Mills"), secret.read_bytes()
    ending = plan("--all", "--into", str(folder))
    assert (ending.code, secret.read_bytes()) == (2, kept[1])
    assert "acme.md is a link, and none is followed" in ending.err


def test_check_says_that_all_is_current(plan: Run, folder: Path) -> None:
    assert plan("--check", "--into", str(folder)) == Ending(0, "3 plans: 3 current\n", "")


@pytest.fixture
def untidy(plan: Run, book: Path, folder: Path) -> Path:
    """A folder with a plan in every state."""
    (book / "accounts" / "extra.yaml").write_text("name: Extra\nowner: maria\n", encoding="utf-8")
    (book / "accounts" / "gone.yaml").write_text("name: Gone\nowner: maria\n", encoding="utf-8")
    assert plan("extra", "gone", "acre", "--into", str(folder)).code == 0
    (book / "accounts" / "gone.yaml").unlink()
    (folder / "boreal.md").unlink()
    edit(folder / "acre.md", b"# Acre", b"# ACRE")
    edit(book / "accounts" / "acme.yaml", b"Acme Foods", b"Acme Mills")
    return folder


def test_check_says_how_each_plan_stands(plan: Run, untidy: Path) -> None:
    ending = plan("--check", "--into", str(untidy))
    assert (ending.code, ending.err) == (1, "")
    assert ending.out.splitlines() == [
        f"{untidy}/acme.md: outdated",
        f"{untidy}/acre.md: edited: it was edited outside the notes blocks",
        f"{untidy}/boreal.md: missing",
        f"{untidy}/gone.md: orphaned: no account gone",
        "5 plans: 1 edited, 1 missing, 1 outdated, 1 orphaned, 1 current",
    ]


def test_check_answers_as_its_schema_says(plan: Run, untidy: Path) -> None:
    ending = plan("--check", "--into", str(untidy), "--format", "json")
    assert (ending.code, ending.err) == (1, "")
    document = json.loads(ending.out)
    Draft202012Validator(plan_check_schema()).validate(document)
    assert document["current"] is False
    states = {entry["account"]: entry["state"] for entry in document["plans"]}
    assert states == {
        "acme": "outdated", "acre": "edited", "boreal": "missing", "extra": "current", "gone": "orphaned"
    }  # fmt: skip


def test_check_of_one_account_asks_for_no_other(plan: Run, untidy: Path) -> None:
    assert plan("extra", "--check", "--into", str(untidy)).code == 0


def test_a_broken_account_leaves_the_check_undone(plan: Run, book: Path, folder: Path) -> None:
    (book / "accounts" / "acre.yaml").write_text("name: [", encoding="utf-8")
    ending = plan("--check", "--into", str(folder))
    assert (ending.code, ending.out) == (2, "2 plans: 2 current\n")


def test_an_orphan_is_left_and_told(plan: Run, book: Path, folder: Path) -> None:
    (book / "accounts" / "acre.yaml").unlink()
    ending = plan("--all", "--into", str(folder))
    assert (ending.code, (folder / "acre.md").exists()) == (0, True)
    assert f"note: {folder}/acre.md is left: no account acre in the book\n" in ending.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--check",), "--check goes with --into"),
        (("--all", "--dry-run"), "--dry-run goes with --into"),
        (("--check", "--dry-run", "--into", "plans"), "--check writes nothing"),
        (("--all", "--into", "plans", "-o", "plan.md"), "--into names where to write"),
        (("--all", "--into", "plans", "--format", "html"), "--format 'html' is not possible"),
        (("acme", "--shareable", "--sections", "runway"), "--sections 'runway' is not possible"),
        (("acme", "--template", "none.j2"), "there is no template none.j2"),
    ],
)
def test_options_that_do_not_go_together_are_told(plan: Run, words: tuple[str, ...], message: str) -> None:
    ending = plan(*words)
    assert (ending.code, ending.out) == (2, "")
    assert message in ending.err


def test_the_shareable_version_and_our_own_are_never_written_over_each_other(plan: Run, folder: Path) -> None:
    before = edit(folder / "boreal.md", NOTES, NOTES + b"He bluffs.\n")
    ending = plan("boreal", "--shareable", "--into", str(folder))
    assert (ending.code, (folder / "boreal.md").read_bytes()) == (2, before)
    assert "is not written over: it is the plan of boreal" in ending.err


def test_the_shareable_version_has_files_of_its_own(plan: Run, book: Path) -> None:
    shared = book / "shared"
    assert plan("--all", "--shareable", "--into", str(shared)).code == 0
    text = (shared / "boreal.md").read_text(encoding="utf-8")
    assert "# Boreal Pumps and Northwind: joint plan on 2026-11-15" in text
    assert "champion" not in text
    assert plan("--shareable", "--check", "--into", str(shared)).out == "3 plans: 3 current\n"


def test_the_shareable_version_as_json_is_as_its_schema_says(relmap: Run) -> None:
    ending = relmap("plan", "vindskar", "--shareable", "-C", str(MERIDIAN), "--as-of", AS_OF, "--format", "json")
    assert (ending.code, ending.err) == (0, "")
    document = json.loads(ending.out)
    Draft202012Validator(plan_shareable_schema()).validate(document)
    assert document["plans"][0]["goals"]


def test_two_customers_never_stand_in_one_text(plan: Run) -> None:
    ending = plan("--all", "--shareable")
    assert (ending.code, ending.out) == (2, "")
    assert "3 customers would stand in one text that is meant for one" in ending.err


def test_the_template_of_the_example_draws_every_account_and_keeps_notes(relmap: Run, tmp_path: Path) -> None:
    words = ("plan", "--all", "-C", str(MERIDIAN), "--as-of", AS_OF, "--into", str(tmp_path))
    template = ("--template", str(ROOT / "examples" / "plan-template.md.j2"))
    assert relmap(*words, *template).err == ""
    edit(tmp_path / "haldermark-marine.md", b"notes ask -->\n", b"notes ask -->\nCall Karin.\n")
    ending = relmap(*words, *template, "--check")
    assert (ending.code, ending.out) == (0, "16 plans: 16 current\n")
    drawn = (tmp_path / "haldermark-marine.md").read_text(encoding="utf-8")
    assert "Owned by jonas. Next:\n\n- Be ready for the last day for notice. **Jonas Lind**, 2026-12-31\n" in drawn
    assert "Call Karin." in drawn


@pytest.fixture
def failing(tmp_path: Path) -> tuple[str, str]:
    """A template that fails on acme and acre, and is filled for boreal."""
    (tmp_path / "own.j2").write_text("# {{ name }}\n{{ 1 / (id == 'boreal') }}\n{{ notes('mine') }}", encoding="utf-8")
    return "--template", str(tmp_path / "own.j2")


def untold(tmp_path: Path) -> str:
    """What is told on stderr of the accounts that the template fails on."""
    told = f"cannot be planned for: {tmp_path}/own.j2:2: division by zero"
    hint = "see docs/plan-templates.md for what a template may ask for"
    return f"error: acme {told}\nerror: acre {told}\nhint: {hint}\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_account_that_a_template_fails_on_is_told_and_the_others_are_written(
    plan: Run, tmp_path: Path, failing: tuple[str, str], jobs: str
) -> None:
    plans = tmp_path / "plans"
    ending = plan("--all", *failing, "--into", str(plans), "--jobs", jobs)
    assert ending == Ending(2, f"{plans}/boreal.md: new\n", untold(tmp_path))
    assert [path.name for path in plans.iterdir()] == ["boreal.md"]


def test_a_dry_run_tells_the_accounts_that_a_template_fails_on(
    plan: Run, tmp_path: Path, failing: tuple[str, str]
) -> None:
    ending = plan("--all", *failing, "--into", str(tmp_path / "plans"), "--dry-run")
    assert (ending.code, ending.err) == (2, untold(tmp_path))
    assert "+# Boreal Pumps\n" in ending.out
    assert not (tmp_path / "plans").exists()


def test_a_check_is_not_done_where_a_template_fails(plan: Run, tmp_path: Path, failing: tuple[str, str]) -> None:
    words = ("--all", *failing, "--into", str(tmp_path / "plans"))
    plan(*words)
    assert plan(*words, "--check") == Ending(2, "1 plan: 1 current\n", untold(tmp_path))
    document = json.loads(plan(*words, "--check", "--format", "json").out)
    assert (document["current"], [entry["account"] for entry in document["plans"]]) == (False, ["boreal"])


def test_a_plan_that_a_template_fails_on_is_left_as_it_is(
    plan: Run, book: Path, folder: Path, failing: tuple[str, str]
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ending = plan("--all", *failing, "--into", str(folder))
    assert (ending.code, ending.out) == (2, f"{folder}/boreal.md: updated\n")
    changed = [path.name for path in folder.iterdir() if path.read_bytes() != before[path.name]]
    assert changed == ["boreal.md"]


def test_a_layout_whose_notes_have_one_name_twice_is_told_for_each_account(plan: Run, tmp_path: Path) -> None:
    (tmp_path / "own.j2").write_text("{{ notes('mine') }}\n{{ notes('mine') }}", encoding="utf-8")
    ending = plan("acme", "acre", "--template", str(tmp_path / "own.j2"), "--into", str(tmp_path / "plans"))
    told = "cannot be planned for: the plan cannot hold notes: two notes blocks are named mine"
    assert ending == Ending(2, "", f"error: acme {told}\nerror: acre {told}\nhint: each block has a name of its own\n")


def test_one_text_of_several_plans_is_whole_or_not_made(plan: Run, tmp_path: Path, failing: tuple[str, str]) -> None:
    ending = plan("--all", *failing)
    assert (ending.code, ending.out) == (2, "")
    assert ending.err.startswith(f"relmap: acme cannot be planned for: {tmp_path}/own.j2:2: division by zero\n")


def test_the_template_draws_the_shareable_version_too(plan: Run, tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_text("{{ title }}{{ people | map(attribute='name') | join }}", encoding="utf-8")
    out = plan("boreal", "--shareable", "--template", str(tmp_path / "t.j2")).out
    assert out == "Boreal Pumps and Northwind: joint plan on 2026-11-15\n"


def test_without_jinja_it_is_said_what_to_install(plan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "relmap.render.plan_template", raising=False)
    ending = plan("acme", "--template", str(tmp_path / "t.j2"))
    assert (ending.code, ending.out) == (2, "")
    assert "--template needs Jinja2, which is not installed" in ending.err
    assert 'pip install "relmap[template]"' in ending.err


def test_a_check_without_a_day_asks_for_the_day_that_the_plans_were_made_for(relmap: Run, book: Path) -> None:
    words = ("plan", "--all", "-C", str(book), "--into", str(book / "plans"))
    assert relmap(*words, "--as-of", "2026-11-01").code == 0
    assert relmap(*words, "--check").out == "3 plans: 3 current\n"
    later = relmap(*words, "--check", "--as-of", AS_OF)
    assert (later.code, later.out.splitlines()[-1]) == (1, "3 plans: 3 outdated")
    assert relmap("plan", "acme", "-C", str(book), "--into", str(book / "plans"), "--as-of", AS_OF).code == 0
    assert relmap(*words, "--check").out.splitlines()[-1] == "3 plans: 2 outdated, 1 current"
