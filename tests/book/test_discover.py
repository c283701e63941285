import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from relmap.book.discover import default_patterns, find_root, list_account_files
from relmap.findings import Finding
from relmap.model.ids import id_problem, suggest_id


def make(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"name: Acme\n")
    return root


def ids(root: Path, *patterns: str) -> list[str]:
    files, findings = list_account_files(root, patterns)
    assert findings == []
    return [file.id for file in files]


def brief(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [(found.code, found.span.path) for found in findings]


def test_the_root_is_the_nearest_folder_upward_with_settings(tmp_path: Path) -> None:
    make(tmp_path, "relmap.yaml", "inner/relmap.yaml", "inner/accounts/north/a.yaml", "other/b.yaml")
    assert find_root(tmp_path / "inner" / "accounts" / "north") == tmp_path / "inner"
    assert find_root(tmp_path / "other") == tmp_path


def test_without_settings_above_there_is_no_root(tmp_path: Path) -> None:
    (tmp_path / "relmap.yaml").mkdir()
    assert find_root(tmp_path) is None


def test_files_are_listed_by_path_with_their_stem_as_id(tmp_path: Path) -> None:
    make(tmp_path, "accounts/zeta.yaml", "accounts/north/b.yaml", "accounts/acme.yaml", "accounts/readme.md", "x.yaml")
    files, findings = list_account_files(tmp_path, ["accounts/**/*.yaml"])
    assert files == [
        ("acme", "accounts/acme.yaml"),
        ("b", "accounts/north/b.yaml"),
        ("zeta", "accounts/zeta.yaml"),
    ]
    assert findings == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("accounts/**/*.yaml", ["a", "b", "c"]),
        ("accounts/*.yaml", ["a"]),
        ("accounts/*/*.yaml", ["b"]),
        ("./accounts//**/deep/*.yaml", ["c"]),
        ("accounts/**", ["a", "b", "c"]),
        ("**/*.yaml", ["a", "b", "c", "d"]),
        ("*.yaml", ["d"]),
        ("accounts/?.yaml", ["a"]),
        ("accounts/a.yaml", ["a"]),
        ("accounts/[a].yaml", []),
        ("nowhere/*.yaml", []),
    ],
)
def test_a_pattern_matches_names_and_folders(tmp_path: Path, pattern: str, expected: list[str]) -> None:
    make(tmp_path, "accounts/a.yaml", "accounts/north/b.yaml", "accounts/north/deep/c.yaml", "d.yaml", "relmap.yaml")
    assert ids(tmp_path, pattern) == expected


def test_a_file_that_several_patterns_match_is_listed_once(tmp_path: Path) -> None:
    make(tmp_path, "accounts/a.yaml", "more/b.yaml")
    assert ids(tmp_path, "accounts/*.yaml", "accounts/**/*.yaml", "more/*.yaml") == ["a", "b"]


def test_folders_that_begin_with_a_dot_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.yaml", ".hidden/b.yaml", "accounts/.old/c.yaml", "accounts/d.yaml")
    assert ids(tmp_path, "**/*.yaml") == ["d"]


def test_without_settings_the_accounts_folder_is_the_book(tmp_path: Path) -> None:
    make(tmp_path, "accounts/a.yaml", "accounts/north/b.yml", "c.yaml")
    assert default_patterns(tmp_path) == ("accounts/**/*.yaml", "accounts/**/*.yml")
    assert ids(tmp_path) == ["a", "b"]


def test_without_settings_and_accounts_folder_the_top_level_is_the_book(tmp_path: Path) -> None:
    make(tmp_path, "a.yaml", "b.yml", "deeper/c.yaml", "relmap.yaml")
    assert ids(tmp_path) == ["a", "b"]


def test_a_pattern_that_leaves_the_book_is_a_finding(tmp_path: Path) -> None:
    make(tmp_path, "secret.yaml", "book/accounts/a.yaml")
    files, findings = list_account_files(tmp_path / "book", ["../*.yaml", "/etc/*.yaml", "accounts/*.yaml"])
    assert [file.id for file in files] == ["a"]
    assert brief(findings) == [("RM007", "relmap.yaml")] * 2


def test_a_name_that_is_no_id_is_a_finding_that_suggests_one(tmp_path: Path) -> None:
    make(tmp_path, "accounts/Ärger & Söhne.yaml", "accounts/no.yaml", "accounts/日本.yaml")
    files, findings = list_account_files(tmp_path, ["accounts/*.yaml"])
    assert files == []
    assert [(found.code, found.hint) for found in findings] == [
        ("RM005", "rename the file to id-no.yaml"),
        ("RM005", "rename the file to arger-sohne.yaml"),
        ("RM005", "rename the file"),
    ]


def test_two_files_with_one_id_are_a_finding_with_both_places(tmp_path: Path) -> None:
    make(tmp_path, "accounts/acme.yaml", "accounts/north/acme.yaml")
    files, findings = list_account_files(tmp_path, ["accounts/**/*.yaml"])
    assert files == [("acme", "accounts/acme.yaml")]
    assert brief(findings) == [("RM006", "accounts/north/acme.yaml")]
    assert findings[0].related[0].span.path == "accounts/acme.yaml"


def test_a_folder_with_the_name_of_a_file_is_a_finding(tmp_path: Path) -> None:
    make(tmp_path, "accounts/x.yaml/inner.yaml", "accounts/a.yaml")
    files, findings = list_account_files(tmp_path, ["accounts/**/*.yaml"])
    assert [file.id for file in files] == ["a"]
    assert brief(findings) == [("RM003", "accounts/x.yaml")]


def test_a_pipe_is_a_finding(tmp_path: Path) -> None:
    make(tmp_path, "accounts/a.yaml")
    os.mkfifo(tmp_path / "accounts" / "pipe.yaml")
    assert brief(list_account_files(tmp_path, ["accounts/*.yaml"])[1]) == [("RM003", "accounts/pipe.yaml")]


def test_links_are_followed_to_files_of_the_book_only(tmp_path: Path) -> None:
    book = make(tmp_path, "outside.yaml", "book/shared/real.yaml", "book/accounts/a.yaml") / "book"
    for name, target in {
        "inside": "../shared/real.yaml",
        "leaving": "../../outside.yaml",
        "nowhere": "gone.yaml",
        "device": "/dev/null",
    }.items():
        (book / "accounts" / f"{name}.yaml").symlink_to(target)
    (book / "accounts" / "notes.txt").symlink_to("../../outside.yaml")
    files, findings = list_account_files(book, ["accounts/*.yaml"])
    assert [file.id for file in files] == ["a", "inside"]
    assert brief(findings) == [
        ("RM004", "accounts/device.yaml"),
        ("RM004", "accounts/leaving.yaml"),
        ("RM001", "accounts/nowhere.yaml"),
    ]


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    book = make(tmp_path, "outside/o.yaml", "book/regions/north/n.yaml", "book/accounts/a.yaml") / "book"
    (book / "accounts" / "north").symlink_to("../regions/north")
    (book / "accounts" / "loop").symlink_to(".")
    (book / "accounts" / "out").symlink_to("../../outside")
    files, findings = list_account_files(book, ["accounts/**/*.yaml"])
    assert [file.id for file in files] == ["a"]
    assert brief(findings) == [("RM008", "accounts/loop"), ("RM008", "accounts/north"), ("RM004", "accounts/out")]


def test_a_folder_without_permission_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "accounts/a.yaml", "accounts/closed/b.yaml")
    scandir = os.scandir

    def deny_closed(path: str) -> object:  # root reads everything, so the system's answer is played
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny_closed)
    files, findings = list_account_files(tmp_path, ["accounts/**/*.yaml"])
    assert [file.id for file in files] == ["a"]
    assert brief(findings) == [("RM001", "accounts/closed")]
    assert findings[0].message == "the folder cannot be read: permission denied"


def test_ten_thousand_files_are_listed_in_a_moment(tmp_path: Path) -> None:
    for folder in range(20):
        (tmp_path / "accounts" / f"region-{folder}").mkdir(parents=True)
        for number in range(500):
            os.close(os.open(tmp_path / f"accounts/region-{folder}/acme-{folder}-{number}.yaml", os.O_CREAT))
    times = []
    for _ in range(3):
        begun = time.process_time()
        assert len(list_account_files(tmp_path, ["accounts/**/*.yaml"])[0]) == 10_000
        times.append(time.process_time() - begun)
    assert min(times) < 0.5


@pytest.mark.parametrize("text", ["a", "acme", "3m", "acme-robotics-2", "x" * 63, "e3", "nullify", "com10", "0xyz"])
def test_an_id(text: str) -> None:
    assert id_problem(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "must not be empty"),
        ("x" * 64, "has 64 characters"),
        ("Acme", "use a-z, 0-9 and hyphens"),
        ("-acme", "begin with a letter or digit"),
        ("acme_1", "use a-z"),
        ("acme\n", "use a-z"),
        ("ac/me", "use a-z"),
        ("2025-01", "needs at least one letter"),
        ("no", "YAML reads it"),
        ("null", "YAML reads it"),
        ("1e3", "YAML reads it"),
        ("12e-3", "YAML reads it"),
        ("0x1f", "YAML reads it"),
        ("0b1", "YAML reads it"),
        ("con", "Windows reserves it"),
        ("lpt1", "Windows reserves it"),
    ],
)
def test_what_is_no_id_and_why(text: str, reason: str) -> None:
    assert reason in (id_problem(text) or "")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Acme Robotics GmbH", "acme-robotics-gmbh"),
        ("Müller & Søn", "muller-son"),
        ("Straße_9", "strasse-9"),
        ("2025", "id-2025"),
        ("aux", "id-aux"),
        ("x" * 70, "x" * 63),
        ("!?", ""),
    ],
)
def test_an_id_is_suggested(text: str, suggestion: str) -> None:
    assert suggest_id(text) == suggestion
    assert not suggestion or id_problem(suggestion) is None


def test_a_link_to_itself_leads_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    files, findings = list_account_files(tmp_path, ["*.yaml"])
    assert files == []
    assert [(found.code, found.message) for found in findings] == [("RM001", "this link leads to no file")]
