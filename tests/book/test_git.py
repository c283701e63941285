import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from relmap.book import git
from relmap.book.git import Repository, find_repository, open_repository
from relmap.errors import RelmapError

from ..repository import git as run

ACME = "accounts/acme.yaml"


def save(folder: Path, day: str = "2026-11-15", **files: str) -> None:
    """Write accounts (None: delete), and commit everything."""
    for name, text in files.items():
        place = folder / "accounts" / f"{name}.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    run(folder, "add", "-A")
    run(folder, "commit", "-q", "-m", "work", day=day)


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with one commit and one account."""
    book = tmp_path / "book"
    book.mkdir()
    run(book, "init", "-q")
    save(book, acme="name: Acme\n")
    return book


@pytest.fixture
def repository(folder: Path) -> Repository:
    return open_repository(folder, "this")


def message(raised: pytest.ExceptionInfo[RelmapError]) -> str:
    return f"{raised.value.message} ({raised.value.hint})"


def test_the_repository_of_a_folder_is_found_from_below_its_top(folder: Path) -> None:
    found = find_repository(folder / "accounts")
    assert found is not None
    assert (found.top.resolve(), found.prefix) == (folder.resolve(), "accounts/")


def test_a_folder_in_no_repository_has_none(tmp_path: Path) -> None:
    assert find_repository(tmp_path) is None
    with pytest.raises(
        RelmapError, match=r"^`--changed-since` needs git's history, and .* is not in a git repository$"
    ):
        open_repository(tmp_path, "`--changed-since`")


def test_nothing_has_changed_in_a_clean_work_tree(repository: Repository) -> None:
    assert repository.changed_since("HEAD") == ()


def test_what_is_committed_staged_changed_deleted_renamed_or_new_has_changed(repository: Repository) -> None:
    folder = repository.folder
    save(folder, same="s\n", committed="c\n", staged="s\n", edited="e\n", gone="g\n", old_name="a longer text\n")
    run(folder, "tag", "start")
    save(folder, committed="changed\n")
    (folder / "accounts" / "staged.yaml").write_text("changed\n", encoding="utf-8")
    run(folder, "add", "accounts/staged.yaml")
    (folder / "accounts" / "edited.yaml").write_text("changed\n", encoding="utf-8")
    (folder / "accounts" / "gone.yaml").unlink()
    run(folder, "mv", "accounts/old_name.yaml", "accounts/new_name.yaml")
    (folder / "accounts" / "untracked ä\n.yaml").write_text("new\n", encoding="utf-8")
    names = ("committed", "edited", "gone", "new_name", "old_name", "staged", "untracked ä\n")
    assert repository.changed_since("start") == tuple(f"accounts/{name}.yaml" for name in names)


def test_what_git_ignores_and_what_was_only_touched_has_not_changed(repository: Repository) -> None:
    save(repository.folder, **{"../.gitignore": ""})
    (repository.folder / ".gitignore").write_text("draft*\n", encoding="utf-8")
    run(repository.folder, "add", "-A")
    run(repository.folder, "commit", "-q", "-m", "ignore")
    (repository.folder / "accounts" / "draft.yaml").write_text("x\n", encoding="utf-8")
    os.utime(repository.folder / ACME, (1, 1))
    assert repository.changed_since("HEAD") == ()


def test_what_only_the_other_branch_changed_is_not_ours(repository: Repository) -> None:
    run(repository.folder, "branch", "side")
    save(repository.folder, acme="name: Acme GmbH\n")
    run(repository.folder, "checkout", "-q", "side")
    save(repository.folder, boreal="name: Boreal\n")
    assert repository.changed_since("main") == ("accounts/boreal.yaml",)


def test_paths_are_those_below_the_books_folder(tmp_path: Path) -> None:
    run(tmp_path, "init", "-q")
    save(tmp_path / "crm", acme="name: Acme\n")
    (tmp_path / "crm" / "accounts" / "acme.yaml").write_text("name: Acme GmbH\n", encoding="utf-8")
    (tmp_path / "elsewhere.txt").write_text("x", encoding="utf-8")
    (tmp_path / "crm" / "new.yaml").write_text("x", encoding="utf-8")
    assert open_repository(tmp_path / "crm", "this").changed_since("HEAD") == (ACME, "new.yaml")
    assert open_repository(tmp_path / "crm", "this").content("HEAD", ACME) == b"name: Acme\n"


@pytest.mark.parametrize("revision", ["", "nothing", "--output=stolen", "-h", "HEAD\0", "HEAD:accounts", "HEAD^{tree}"])
def test_what_names_no_commit_is_no_revision(repository: Repository, revision: str) -> None:
    with pytest.raises(RelmapError) as raised:
        repository.changed_since(revision)
    expected = f"git knows no revision {revision!r} (name a branch, a tag or a commit of this repository)"
    assert message(raised) == expected
    assert [path.name for path in repository.folder.iterdir()] == [".git", "accounts"]


def test_a_branch_that_was_not_fetched_is_told_how_to_get_it(repository: Repository) -> None:
    with pytest.raises(RelmapError) as raised:
        repository.changed_since("origin/main")
    assert message(raised) == "git knows no revision 'origin/main' (fetch it first: `git fetch origin main`)"


def test_two_histories_that_never_met_have_nothing_to_compare(repository: Repository) -> None:
    run(repository.folder, "checkout", "-q", "--orphan", "other")
    run(repository.folder, "commit", "-q", "-m", "another beginning")
    with pytest.raises(RelmapError, match=r"^'main' and this work tree have no commit in common$"):
        repository.changed_since("main")


def test_a_shallow_clone_does_not_answer_but_says_what_to_do(repository: Repository, tmp_path: Path) -> None:
    save(repository.folder, acme="name: Acme GmbH\n")
    run(tmp_path, "clone", "-q", "--depth=1", f"file://{repository.folder}", "shallow")
    shallow = open_repository(tmp_path / "shallow", "this")
    assert (shallow.is_shallow(), repository.is_shallow()) == (True, False)
    hint = "(fetch the whole history: `git fetch --unshallow`, in CI `fetch-depth: 0`)"
    for revision, expected in (
        ("HEAD", "what changed since 'HEAD' cannot be known: this clone is shallow"),
        ("HEAD~1", "git knows no revision 'HEAD~1'"),
    ):
        with pytest.raises(RelmapError) as raised:
            shallow.changed_since(revision)
        assert message(raised) == f"{expected} {hint}"


def test_a_files_content_at_a_revision(repository: Repository) -> None:
    save(repository.folder, acme="name: Acme GmbH\r\n")
    assert repository.content("HEAD~1", ACME) == b"name: Acme\n"
    assert repository.content("HEAD", ACME) == b"name: Acme GmbH\r\n"
    assert repository.content("HEAD", "accounts/none.yaml") is None
    assert repository.content("HEAD", "accounts") is None
    with pytest.raises(RelmapError, match="git knows no revision 'nothing'"):
        repository.content("nothing", ACME)


def held(repository: Repository, path: str) -> list[tuple[str, bytes | None]]:
    versions = repository.versions(path)
    contents = repository.contents([version.blob for version in versions])
    return [(str(version.day), content) for version, content in zip(versions, contents, strict=True)]


def test_the_versions_of_a_file_come_newest_first_and_under_former_names(repository: Repository) -> None:
    text = "name: Acme\n" + "owner: maria\n" * 10
    save(repository.folder, "2026-11-16", acme=text)
    save(repository.folder, "2026-11-17", boreal="name: Boreal\n")
    run(repository.folder, "mv", ACME, "accounts/acme-robotics.yaml")
    save(repository.folder, "2026-11-18")
    save(repository.folder, "2026-11-19", **{"acme-robotics": text + "tier: key\n"})
    assert held(repository, "accounts/acme-robotics.yaml") == [
        ("2026-11-19", f"{text}tier: key\n".encode()),
        ("2026-11-18", text.encode()),
        ("2026-11-16", text.encode()),
        ("2026-11-15", b"name: Acme\n"),
    ]


def test_what_a_merge_alone_brought_is_a_version(repository: Repository) -> None:
    run(repository.folder, "checkout", "-q", "-b", "side")
    save(repository.folder, "2026-11-16", acme="name: side\n")
    run(repository.folder, "checkout", "-q", "main")
    save(repository.folder, "2026-11-17", acme="name: main\n")
    run(repository.folder, "merge", "-q", "--no-commit", "-s", "ours", "side")
    save(repository.folder, "2026-11-18", acme="name: both\n")
    assert [content for _, content in held(repository, ACME)] == [
        b"name: both\n",
        b"name: main\n",
        b"name: side\n",
        b"name: Acme\n",
    ]


def test_a_deletion_is_no_version_and_a_file_named_like_a_pattern_is_itself(repository: Repository) -> None:
    save(repository.folder, "2026-11-16", **{"*": "star\n"})
    (repository.folder / ACME).unlink()
    save(repository.folder, "2026-11-17")
    assert held(repository, ACME) == [("2026-11-15", b"name: Acme\n")]
    assert held(repository, "accounts/*.yaml") == [("2026-11-16", b"star\n")]


def test_a_file_that_was_never_committed_has_no_versions(repository: Repository, tmp_path: Path) -> None:
    assert repository.versions("accounts/none.yaml") == ()
    (tmp_path / "empty").mkdir()
    run(tmp_path / "empty", "init", "-q")
    assert open_repository(tmp_path / "empty", "this").versions(ACME) == ()


def test_a_blob_that_is_not_there_is_none(repository: Repository) -> None:
    (version,) = repository.versions(ACME)
    assert list(repository.contents(["0" * 40, version.blob, version.commit])) == [None, b"name: Acme\n", None]
    assert list(repository.contents([])) == []


def test_the_callers_git_variables_and_the_repositorys_programs_do_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, trap = repository.folder, repository.folder.parent / "sprung"
    program = folder.parent / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch {trap}\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "core.editor"):
        run(folder, "config", name, str(program))
    run(folder, "config", "pager.log", str(program))
    (folder / ".git" / "hooks").mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction"):
        (folder / ".git" / "hooks" / hook).write_bytes(program.read_bytes())
        (folder / ".git" / "hooks" / hook).chmod(0o755)
    monkeypatch.setenv("GIT_DIR", str(folder.parent / "nowhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(program))
    monkeypatch.setenv("GIT_INDEX_FILE", str(folder.parent / "no-index"))
    (folder / ACME).write_text("name: Acme GmbH\n", encoding="utf-8")
    assert open_repository(folder, "this").changed_since("HEAD") == (ACME,)
    assert len(repository.versions(ACME)) == 1
    assert not trap.exists()


def test_asking_writes_nothing_not_even_the_index(repository: Repository) -> None:
    def everything() -> Iterator[tuple[Path, bytes]]:
        return ((path, path.read_bytes()) for path in sorted(repository.folder.rglob("*")) if path.is_file())

    os.utime(repository.folder / ACME, (1, 1))
    before = dict(everything())
    assert repository.changed_since("HEAD") == ()
    assert repository.versions(ACME)
    assert dict(everything()) == before


def test_without_git_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RelmapError) as raised:
        find_repository(tmp_path)
    assert message(raised) == "git is needed for this and was not found (install git, or put it on the PATH)"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for git is a shell script")
@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("sleep 20", "git did not answer within 0.2 seconds"),
        ("echo 'fatal: detected dubious ownership' >&2; exit 128", "git cannot read this repository: detected dubious"),
        ("exit 3", "git cannot read this repository: it ended with 3"),
    ],
)
def test_a_git_that_does_not_answer_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, expected: str
) -> None:
    (tmp_path / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git, "TIMEOUT", 0.2)
    with pytest.raises(RelmapError, match=f"^{expected}"):
        find_repository(tmp_path)
