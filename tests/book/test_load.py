"""A book with faults: every other account comes out, and everything wrong is told at once and in one order."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from relmap.assess import run as run_module
from relmap.assess.run import run_book
from relmap.book import load
from relmap.book.load import load_account, open_book
from relmap.findings import Finding

from .books import AS_OF, said, write_book

SETTINGS = "company: Northwind\nteam: {maria: {}, tom: {}}\n"
GOOD = "name: Good\nowner: maria\nfinancials: {2025: 500000}\n"


def run(root: Path, jobs: int = 1) -> tuple[list[str], list[str], list[str]]:
    """Return the ids that were assessed, those that were broken, and all that is said."""
    book = open_book(root)
    assert book.settings is not None
    done = run_book(book, book.settings, AS_OF, jobs=jobs)
    return (
        [entry.row.id for entry in done.accounts],
        list(done.broken),
        [said(found) for found in done.findings],
    )


def test_a_sound_book_has_no_findings(tmp_path: Path) -> None:
    write_book(tmp_path, SETTINGS, acme=GOOD, bolt=GOOD)
    assert run(tmp_path) == (["acme", "bolt"], [], [])


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("name: [a\n", "accounts/bad.yaml:1:7 RM020 the `[` is never closed (write `]` at its end)"),
        ("name: Bad\n", "accounts/bad.yaml:1:1 RM102 `owner` is missing (add `owner:`)"),
        ("", "accounts/bad.yaml:1:1 RM022 the file is empty"),
        ("- a\n", "accounts/bad.yaml:1:1 RM023 the file is a list; `key: value` lines were expected"),
    ],
)
def test_one_broken_file_hides_no_other(tmp_path: Path, broken: str, expected: str) -> None:
    write_book(tmp_path, SETTINGS, acme=GOOD, bad=broken, zinc=GOOD)
    assert run(tmp_path) == (["acme", "zinc"], ["bad"], [expected])


def test_a_file_with_a_dangling_reference_is_still_assessed(tmp_path: Path) -> None:
    write_book(tmp_path, SETTINGS, acme="name: Acme\nowner: mario\n")
    assert run(tmp_path) == (
        ["acme"],
        [],
        ["accounts/acme.yaml:2:8 RM120 no team member 'mario' (did you mean maria?)"],
    )


def test_a_reference_to_a_broken_account_does_not_dangle(tmp_path: Path) -> None:
    write_book(tmp_path, SETTINGS, acme=f"{GOOD}parent: bad\n", bad="name: [\n")
    _, _, told = run(tmp_path)
    assert [line for line in told if "acme" in line] == []


MESSY = {
    "bad": "name: Bad\nowner: maria\nowner: tom\npower: 5\nstatus: gone\n",
    "acme": "name: Acme\nowner: mario\ncontacts:\n  tom: {reports_to: x}\n",
    "bolt": "name: Bolt\nowner: tom\nreviews: [{date: 2027-01-01, by: tim, quarter: 2026-Q4}]\n",
    "loop": "name: Loop\nowner: tom\nparent: loop\n",
    "good": GOOD,
}
MESSY_SETTINGS = "company: Northwind\nteam: {maria: {manager: tom}, tom: {manager: maria}}\n"
MESSY_TOLD = [
    "accounts/acme.yaml:2:8 RM120 no team member 'mario' (did you mean maria?)",
    "accounts/acme.yaml:4:3 RM123 tom is a team member's id as well"
    " (give the contact another id: both may stand in `by`)",
    "accounts/acme.yaml:4:21 RM120 no contact 'x' (known: tom)",
    "accounts/bad.yaml:3:1 RM025 the key 'owner' stands here again; it is first on line 2 (keep one of the two)"
    " [accounts/bad.yaml:2:1 the first of the two]",
    "accounts/bad.yaml:4:1 RM101 `power` is no key of an account (did you mean owner?)",
    "accounts/bad.yaml:5:9 RM105 'gone' is not possible here; one of prospect, customer, former was expected",
    "accounts/bolt.yaml:3:18 RM124 2027-01-01 is after 2026-11-15; the fact is not counted",
    "accounts/bolt.yaml:3:34 RM120 no team member 'tim' (did you mean tom?)",
    "accounts/loop.yaml:3:9 RM122 loop names itself under `parent` (take one of these entries out)",
    "relmap.yaml:2:25 RM121 maria → tom → maria: these people report to each other (take one of these entries out)"
    " [relmap.yaml:2:46 tom reports to maria]",
]


def test_everything_wrong_in_all_files_is_told_at_once_and_sorted(tmp_path: Path) -> None:
    write_book(tmp_path, MESSY_SETTINGS, **MESSY)
    assert run(tmp_path) == (["acme", "bolt", "good", "loop"], ["bad"], MESSY_TOLD)


def test_the_order_of_files_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_book(tmp_path, MESSY_SETTINGS, **dict(reversed(MESSY.items())))
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: list(scandir(path))[::-1])
    assert run(tmp_path)[2] == MESSY_TOLD


def test_two_processes_say_what_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_book(tmp_path, MESSY_SETTINGS, **MESSY)
    monkeypatch.setattr(run_module, "BATCH", 1)
    assert run(tmp_path, jobs=2) == run(tmp_path, jobs=1)


@pytest.mark.parametrize("seed", ["0", "1", "42"])
def test_hash_seeds_do_not_matter(tmp_path: Path, seed: str) -> None:
    write_book(tmp_path, MESSY_SETTINGS, **MESSY)
    code = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from relmap.assess.run import run_book; from relmap.book.load import open_book\n"
        "book = open_book(Path(sys.argv[1]))\n"
        "for found in run_book(book, book.settings, date(2026, 11, 15)).findings: print(ascii(found))\n"
    )

    def told(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", code, str(tmp_path)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert told(seed) == told("7")
    assert told(seed).count("\n") == len(MESSY_TOLD)


# relmap.yaml


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("company: [a\n", ["relmap.yaml:1:10 RM020 the `[` is never closed (write `]` at its end)"]),
        ("team: {}\n", ["relmap.yaml:1:1 RM102 `company` is missing (add `company:`)"]),
        (
            "compny: N\nteam: {Tom: {}}\nformat: 2\n",
            [
                "relmap.yaml:1:1 RM101 `compny` is no key of relmap.yaml (did you mean company?)",
                "relmap.yaml:1:1 RM102 `company` is missing (add `company:`)",
                "relmap.yaml:2:8 RM109 'Tom' is no id: use a-z, 0-9 and hyphens, and begin with a letter or digit"
                " (did you mean tom?)",
                "relmap.yaml:3:9 RM105 2 is not possible here; 1 was expected"
                " (this relmap reads format 1 only; a newer one may read the book)",
            ],
        ),
        (
            "company: N\ncompany: M\n",
            [
                "relmap.yaml:2:1 RM025 the key 'company' stands here again; it is first on line 1 (keep one of the two)"
                " [relmap.yaml:1:1 the first of the two]"
            ],
        ),
    ],
)
def test_broken_settings_stop_the_book_and_are_told_in_full(tmp_path: Path, settings: str, expected: list[str]) -> None:
    book = write_book(tmp_path, settings, acme=GOOD)
    assert (book.settings, book.has_settings, book.files) == (None, True, ())
    assert [said(found) for found in book.findings] == expected


def test_a_folder_named_relmap_yaml_is_told(tmp_path: Path) -> None:
    (tmp_path / "relmap.yaml").mkdir()
    book = open_book(tmp_path)
    assert book.settings is None
    assert [found.code for found in book.findings] == ["RM003"]


def test_a_book_without_settings_has_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(GOOD)
    book = open_book(tmp_path)
    assert book.settings is not None
    assert (book.has_settings, book.settings.company, book.findings) == (False, tmp_path.name, ())
    assert run(tmp_path) == (["acme"], [], [])


# files that change or cannot be had


def test_a_file_that_vanishes_after_the_listing(tmp_path: Path) -> None:
    book = write_book(tmp_path, SETTINGS, acme=GOOD, gone=GOOD)
    (tmp_path / "accounts" / "gone.yaml").unlink()
    assert book.settings is not None
    done = run_book(book, book.settings, AS_OF)
    assert done.broken == ("gone",)
    assert [said(found) for found in done.findings] == [
        "accounts/gone.yaml:1:1 RM001 the file vanished while the book was read"
    ]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_book(tmp_path, SETTINGS, acme=GOOD, secret=GOOD)
    (tmp_path / "accounts" / "secret.yaml").chmod(0)
    if os.access(tmp_path / "accounts" / "secret.yaml", os.R_OK):  # root reads everything: play the system's answer
        really = os.open

        def deny(path: str, *arguments: int) -> int:
            if path.endswith("secret.yaml"):
                raise PermissionError(13, "Permission denied")
            return really(path, *arguments)

        monkeypatch.setattr(os, "open", deny)
    assert run(tmp_path) == (
        ["acme"],
        ["secret"],
        ["accounts/secret.yaml:1:1 RM001 the file cannot be read: permission denied"],
    )


def test_a_file_that_changes_before_its_parents_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = write_book(tmp_path, SETTINGS, loop="name: L\nowner: tom\nparent: loop\n")
    assert book.settings is not None
    really = run_module.assess_batch

    def assess_and_empty(batch: run_module.Batch) -> run_module.BatchResult:
        result = really(batch)
        (tmp_path / "accounts" / "loop.yaml").write_text("")
        return result

    monkeypatch.setattr(run_module, "assess_batch", assess_and_empty)
    found = run_book(book, book.settings, AS_OF).findings
    assert [said(each).partition(" names")[0] for each in found] == ["accounts/loop.yaml:1:1 RM122 loop"]


# places


def only(tmp_path: Path, data: bytes) -> list[Finding]:
    (tmp_path / "accounts").mkdir(exist_ok=True)
    (tmp_path / "accounts" / "acme.yaml").write_bytes(data)
    (tmp_path / "relmap.yaml").write_text(SETTINGS)
    book = open_book(tmp_path)
    assert book.settings is not None
    return list(load_account(tmp_path, book.files[0], book.settings, book.account_ids, AS_OF).findings)


def test_the_same_year_twice_in_two_writings(tmp_path: Path) -> None:
    found = only(tmp_path, b'name: A\nowner: tom\nfinancials:\n  2025: 1\n  "2025": 2\n')
    assert [said(each) for each in found] == [
        "accounts/acme.yaml:5:3 RM025 the key '2025' stands here again; it is first on line 4 (keep one of the two)"
        " [accounts/acme.yaml:4:3 the first of the two]"
    ]


def test_what_a_merge_key_brings_is_checked_where_it_is_written(tmp_path: Path) -> None:
    text = b"""name: A
owner: tom
custom:
  base: &base {department: Sales, power: 9, known_by: mario}
contacts:
  jane: {<<: *base, title: VP}
  ana: {<<: *base, power: 2, known_by: tom}
"""
    assert [said(each) for each in only(tmp_path, text)] == [
        "accounts/acme.yaml:4:42 RM106 9 is out of range; 1 to 5 was expected",
        "accounts/acme.yaml:4:55 RM120 no team member 'mario' (did you mean maria?)",
    ]
    assert [said(each) for each in only(tmp_path, text.replace(b"power: 9", b"power: 3"))] == [
        "accounts/acme.yaml:4:55 RM120 no team member 'mario' (did you mean maria?)"
    ]


@pytest.mark.parametrize("begins", [b"", b"\xef\xbb\xbf"], ids=["no-bom", "bom"])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n", b"\r"], ids=["lf", "crlf", "cr"])
def test_line_ends_and_a_byte_order_mark_move_no_place(tmp_path: Path, begins: bytes, ends: bytes) -> None:
    lines = [b"nam: A", "owner: mårio".encode(), b"contacts:", "  jane: {name: Ünal 😀, power: 9}".encode(), b""]
    found = only(tmp_path, begins + ends.join(lines))
    assert [f"{each.span.line}:{each.span.column} {each.code}" for each in found] == [
        "1:1 RM101",
        "1:1 RM102",
        "2:8 RM120",
        "4:31 RM106",
    ]


def test_a_place_behind_wide_characters_counts_characters(tmp_path: Path) -> None:
    (found,) = only(tmp_path, "name: 日本😀\nowner: tom\ntags: [😀, 日, 007]\n".encode())
    assert (found.span.line, found.span.column, found.message) == (3, 14, "007 is a number; text was expected")


def test_a_card_of_a_broken_file_says_so(tmp_path: Path) -> None:
    book = write_book(tmp_path, SETTINGS, acme=GOOD)
    assert book.settings is not None
    (tmp_path / "accounts" / "acme.yaml").write_text("name: [")
    loaded = load_account(tmp_path, book.files[0], book.settings, book.account_ids, date(2026, 11, 15))
    assert loaded.account is None
    assert [found.account for found in loaded.findings] == ["acme"]


def test_no_place_is_looked_for_in_a_sound_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_book(tmp_path, SETTINGS, acme=GOOD)
    monkeypatch.setattr(load, "locate_problems", lambda *_: pytest.fail("composed a sound file a second time"))
    book = open_book(tmp_path)
    assert book.settings is not None
    assert load_account(tmp_path, book.files[0], book.settings, book.account_ids, AS_OF).account is not None


def test_dangling_references_of_a_broken_file_are_told_in_the_same_run_at_their_places(tmp_path: Path) -> None:
    text = b"""name: A
owner: mara
views:
  - {date: 2026-13-12, side: theirs}
  - {date: 2026-09-12, side: theirs, by: jan}
contacts:
  jane: {power: high, known_by: tom}
"""
    assert [said(each) for each in only(tmp_path, text)] == [
        "accounts/acme.yaml:2:8 RM120 no team member 'mara' (did you mean maria?)",
        "accounts/acme.yaml:4:12 RM107 '2026-13-12' is no date; a date such as 2026-11-15 was expected"
        " (that day is not in the calendar)",
        "accounts/acme.yaml:5:42 RM120 no contact 'jan' (did you mean jane?)",
        "accounts/acme.yaml:7:17 RM103 'high' is text; a whole number from 1 to 5 was expected",
    ]


def test_a_missing_owner_is_no_dangling_reference(tmp_path: Path) -> None:
    assert [found.code for found in only(tmp_path, b"name: A\ncounterpart: jane\n")] == ["RM102", "RM120"]
