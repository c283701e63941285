"""The files for CI: sound YAML of keys that their readers know, and the very commands in them, run on the example."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

import pytest
import yaml

from ..cli.gate import commit, git

ROOT = Path(__file__).parents[2]
CI = ROOT / "examples" / "ci"
PULL_REQUEST = CI / "github" / "relmap-pull-request.yml"
WHOLE_BOOK = CI / "github" / "relmap-book.yml"
GITLAB = CI / "gitlab" / "relmap.gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"

WORKFLOW_KEYS = {"name", "on", "permissions", "concurrency", "jobs"}
JOB_KEYS = {"runs-on", "steps", "timeout-minutes"}
STEP_KEYS = {"name", "id", "uses", "with", "env", "shell", "run"}
GITLAB_KEYS = {"image", "variables", "before_script", "extends", "rules", "script", "artifacts", "after_script"}
HOOK_KEYS = {"id", "name", "description", "entry", "language", "files", "require_serial"}
ACTION_KEYS = {"name", "description", "author", "inputs", "outputs", "runs"}
CASTELMORA = "accounts/castelmora-foods.yaml"
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$STATE/calls"
case "$*" in
  *"issue list"*) cat "$STATE/number" 2>/dev/null ;;
  *"issue create"*) echo 7 > "$STATE/number" ;;
esac
exit 0
"""


class Ran(NamedTuple):
    """How a step ended, and the files that a runner reads afterwards."""

    code: int
    out: str
    err: str
    summary: str
    output: str


def load(path: Path) -> Any:
    """Read YAML by the rules of 1.2 for `on`: it is a key and no truth."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in document.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    document = load(path)
    return list(document["runs"]["steps"] if "runs" in document else document["jobs"]["check"]["steps"])


def step(path: Path, name: str) -> str:
    return next(str(entry["run"]) for entry in steps(path) if entry.get("name") == name)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The example book as the branch of somebody's pull request, in which nothing is changed yet."""
    made = copytree(ROOT / "examples" / "meridian", tmp_path / "book")
    commit(made)
    git(made, "update-ref", "refs/remotes/origin/main", "HEAD")
    return made


def run(book: Path, script: str, **more: str) -> Ran:
    """Run a step as a runner does: bash that ends at the first failure, and files to write to."""
    tools, temp = book.parent / "bin", book.parent / "temp"
    for folder in (tools, temp):
        folder.mkdir(exist_ok=True)
    write_tool(tools / "relmap", f'#!/bin/sh\nexec "{sys.executable}" -m relmap "$@"\n')
    write_tool(tools / "gh", GH)
    files = {name: str(temp / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for file in files.values():
        Path(file).write_text("", encoding="utf-8")
    environment = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(temp),
        "RELMAP_AS_OF": "2026-11-15",
        "RUNNER_TEMP": str(temp),
        "STATE": str(temp),
    }
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(words, cwd=book, env=environment | files | more, capture_output=True, text=True, check=False)
    summary, output = (Path(file).read_text(encoding="utf-8") for file in files.values())
    return Ran(done.returncode, done.stdout, done.stderr, summary, output)


def write_tool(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def touch(book: Path, name: str) -> None:
    with (book / name).open("a", encoding="utf-8") as file:
        file.write("# touched\n")
    commit(book, "Touch one account")


@pytest.mark.parametrize("path", [PULL_REQUEST, WHOLE_BOOK], ids=lambda path: path.name)
def test_a_workflow_has_only_keys_that_github_knows(path: Path) -> None:
    document = load(path)
    assert document.keys() <= WORKFLOW_KEYS
    assert document["permissions"]["contents"] == "read"
    for job in document["jobs"].values():
        assert job.keys() == JOB_KEYS
        assert all(entry.keys() <= STEP_KEYS for entry in job["steps"])


def test_the_action_has_only_keys_that_github_knows() -> None:
    document = load(ACTION)
    assert document.keys() == ACTION_KEYS
    assert document["runs"]["using"] == "composite"
    assert all("default" in entry and "description" in entry for entry in document["inputs"].values())
    for entry in steps(ACTION):
        assert entry.keys() <= STEP_KEYS
        assert ("run" in entry) == ("shell" in entry)


@pytest.mark.parametrize("path", [PULL_REQUEST, WHOLE_BOOK, ACTION], ids=lambda path: path.name)
def test_no_script_has_a_value_pasted_into_it(path: Path) -> None:
    assert [entry["run"] for entry in steps(path) if "${{" in entry.get("run", "")] == []


def test_a_pull_request_is_checked_out_with_its_history() -> None:
    assert steps(PULL_REQUEST)[0]["with"]["fetch-depth"] == 0
    assert load(GITLAB)[".relmap"]["variables"]["GIT_DEPTH"] == "0"


def test_gitlab_has_only_keys_that_it_knows() -> None:
    for job in load(GITLAB).values():
        assert job.keys() <= GITLAB_KEYS


def test_a_pull_request_that_touches_nothing_is_green(book: Path) -> None:
    ran = run(book, step(PULL_REQUEST, "Check the accounts that were touched"), GITHUB_BASE_REF="main")
    assert (ran.code, ran.out) == (0, "")
    assert ran.summary.startswith("# Meridian Drives: check on 2026-11-15")


def test_a_pull_request_answers_for_what_it_touches_and_for_nothing_else(book: Path) -> None:
    touch(book, CASTELMORA)
    ran = run(book, step(PULL_REQUEST, "Check the accounts that were touched"), GITHUB_BASE_REF="main")
    assert ran.code == 1
    assert set(re.findall(r"^::\w+ file=([^,]+)", ran.out, re.MULTILINE)) == {CASTELMORA}
    assert "RM301" in ran.summary
    assert "orlovice" not in ran.summary


def test_a_pull_request_without_its_history_could_not_be_checked(book: Path) -> None:
    ran = run(book, step(PULL_REQUEST, "Check the accounts that were touched"), GITHUB_BASE_REF="gone")
    assert (ran.code, ran.summary) == (2, "")
    assert "origin/gone" in ran.err


def check_whole(book: Path) -> tuple[Ran, Ran]:
    whole = run(book, step(WHOLE_BOOK, "Check the whole book"))
    code = whole.output.strip().removeprefix("code=")
    return whole, run(book, step(WHOLE_BOOK, "Keep one issue up to date"), CODE=code)


def calls(book: Path) -> list[str]:
    """Return what was asked of GitHub, two words each, and forget it."""
    asked = book.parent / "temp" / "calls"
    said = asked.read_text(encoding="utf-8").splitlines()
    asked.unlink()
    return [" ".join(call.split()[:2]) for call in said]


def test_the_whole_book_has_one_issue_that_is_kept_up_to_date(book: Path) -> None:
    whole, kept = check_whole(book)
    assert (whole.code, whole.output, kept.code) == (0, "code=1\n", 0)
    assert "orlovice-presses" in whole.summary
    assert "sundvik-cranes" in whole.summary, "what goes red next is part of it"
    assert calls(book) == ["issue list", "label create", "issue create"]
    assert (book.parent / "temp" / "body.md").read_text(encoding="utf-8") == whole.summary
    check_whole(book)
    assert calls(book) == ["issue list", "issue edit", "issue reopen"]


def test_the_issue_is_closed_when_nothing_fails(book: Path) -> None:
    check_whole(book)
    calls(book)
    settings = book / "relmap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("select: [RM]", "select: [RM207]"), "utf-8")
    whole, _ = check_whole(book)
    assert whole.output == "code=0\n"
    assert calls(book) == ["issue list", "issue edit", "issue close"]


def test_a_book_that_never_failed_gets_no_issue(book: Path) -> None:
    settings = book / "relmap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("select: [RM]", "select: [RM207]"), "utf-8")
    check_whole(book)
    assert calls(book) == ["issue list"]


def test_a_run_that_could_not_be_done_is_red(book: Path) -> None:
    (book / "relmap.yaml").write_text("companny: Meridian\n", encoding="utf-8")
    ran = run(book, step(WHOLE_BOOK, "Check the whole book"))
    assert (ran.code, ran.summary, ran.output) == (2, "", "")


def test_a_long_report_is_cut_at_a_line(book: Path) -> None:
    line = "x" * 99 + "\n"
    (book.parent / "temp").mkdir()
    (book.parent / "temp" / "relmap.md").write_text(line * 2000, encoding="utf-8")
    run(book, step(WHOLE_BOOK, "Keep one issue up to date"), CODE="1")
    body = (book.parent / "temp" / "body.md").read_text(encoding="utf-8")
    assert len(body) == 60_000
    assert set(body.splitlines()) == {line.strip()}


INPUTS = {"BOOK": ".", "SINCE": "", "SELECT": "", "PROFILE": "", "BASELINE": "", "FAIL_ON": "error", "WITHIN": "14d"}


def test_the_action_names_every_input_to_its_script() -> None:
    (check,) = (entry for entry in steps(ACTION) if entry.get("id") == "check")
    assert check["env"].keys() == INPUTS.keys()
    used = set(re.findall(r"inputs\.([a-z-]+)", str(steps(ACTION))))
    assert used == load(ACTION)["inputs"].keys()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, 1),
        ({"SINCE": "origin/main"}, 0),
        ({"SELECT": "RM207", "PROFILE": "strict"}, 0),
        ({"SELECT": "RM207", "FAIL_ON": "info"}, 1),
        ({"SELECT": "RM2; true"}, 2),
    ],
)
def test_the_action_checks_as_its_inputs_say(book: Path, given: dict[str, str], code: int) -> None:
    ran = run(book, step(ACTION, "Check the book"), **INPUTS | given)
    assert ran.code == code
    assert f"code={code}\n" in ran.output
    assert bool(ran.summary) == (code < 2)


def test_the_action_takes_a_baseline(book: Path) -> None:
    assert run(book, "relmap check -q --write-baseline known.json").code == 0
    assert run(book, step(ACTION, "Check the book"), **INPUTS | {"BASELINE": "known.json"}).code == 0


@pytest.mark.parametrize(
    ("job", "code", "report"),
    [
        ("relmap touched", 1, "relmap.xml"),
        ("relmap default branch", 0, "relmap-quality.json"),
        ("relmap book", 1, "relmap.md"),
    ],
)
def test_the_scripts_for_gitlab_write_their_reports(book: Path, job: str, code: int, report: str) -> None:
    touch(book, CASTELMORA)
    described = load(GITLAB)[job]
    ran = run(book, "\n".join(described["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA="origin/main")
    assert ran.code == code
    reports = [*described["artifacts"]["reports"].values(), *described["artifacts"].get("paths", ())]
    assert report in reports
    assert all((book / name).stat().st_size for name in reports)
    if "after_script" in described:  # a report takes the place of stdout, and the log is to say what was found
        told = run(book, "\n".join(described["after_script"]))
        assert f"{CASTELMORA}:" in told.out


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("hook", hooks().values(), ids=lambda hook: str(hook["id"]))
def test_a_hook_has_only_keys_that_pre_commit_knows(hook: dict[str, Any]) -> None:
    assert hook.keys() == HOOK_KEYS
    wanted = ("relmap.yaml", CASTELMORA, "book/accounts/prospects/x.yaml")
    assert all(re.search(hook["files"], name) for name in wanted)
    assert not any(re.search(hook["files"], name) for name in ("README.md", "accounts/notes.txt", "myrelmap.yaml"))


@pytest.mark.parametrize(("hook", "code"), [("relmap-check", 1), ("relmap-files", 0)])
def test_a_hook_checks_the_files_that_it_is_given(book: Path, hook: str, code: int) -> None:
    ran = run(book, f"{hooks()[hook]['entry']} {CASTELMORA} relmap.yaml")
    assert ran.code == code
    assert "orlovice" not in ran.out


def test_the_page_names_every_file() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    for path in (PULL_REQUEST, WHOLE_BOOK, GITLAB, HOOKS, ACTION):
        assert path.relative_to(ROOT).as_posix() in page
    assert all(hook in page for hook in hooks())
    assert all(f"`{name}`" in page for name in load(ACTION)["inputs"])
