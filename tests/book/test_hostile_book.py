"""Files made to harm: no traceback, no waiting, no flood of memory, and the other accounts still come out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SETTINGS = "company: Northwind\nteam: {maria: {}, tom: {}}\n"
GOOD = "name: Good\nowner: maria\nfinancials: {2025: 500000}\n"
SECONDS, MEGABYTES = 2.0, 500

RUN = """\
import json, resource, sys, time
from datetime import date
from pathlib import Path
from relmap.assess.run import run_book
from relmap.book.load import open_book

begun = time.process_time()
book = open_book(Path(sys.argv[1]))
run = run_book(book, book.settings, date(2026, 11, 15), jobs=1)
print(json.dumps({
    "seconds": time.process_time() - begun,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "accounts": [entry.row.id for entry in run.accounts],
    "broken": list(run.broken),
    "codes": sorted({found.code for found in run.findings}),
    "findings": len(run.findings),
    "longest": max((len(found.message + found.hint) for found in run.findings), default=0),
}))
"""

Bad = Callable[[Path], object]


def text(content: str | bytes) -> Bad:
    """Return what writes a file of this content."""
    return lambda path: path.write_bytes(content.encode() if isinstance(content, str) else content)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"name: Bad\nowner: tom\n")
        file.truncate(50 * 1024 * 1024)


def out_of_the_book(path: Path) -> None:
    (path.parents[2] / "secret.yaml").write_text(GOOD)
    path.symlink_to(path.parents[2] / "secret.yaml")


def bomb() -> str:
    levels = "\n".join(f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10))
    return f"name: Bad\nowner: tom\ncustom:\n  l0: &l0 [x, x]\n{levels}\n"


def entries(line: str, count: int) -> str:
    return "".join(f"  {line.format(n=n, m=n + 1)}\n" for n in range(count))


HEAD = "name: Bad\nowner: tom\n"
MERGES = f"{HEAD}x: &x {{y: 1}}\ncustom:\n" + entries("b{n}: &b{n} {{<<: [*x, *x]}}", 20_000)
BLANKS = f"{HEAD}tier: 1\ncontacts:\n" + entries("k{n}: {{roles: , known_by: , ids: }}", 10_000)
BROKEN: dict[str, tuple[Bad, str]] = {
    "a folder": (Path.mkdir, "RM003"),
    "a link out of the book": (out_of_the_book, "RM004"),
    "a link to nothing": (lambda path: path.symlink_to("nothing.yaml"), "RM001"),
    "a named pipe": (os.mkfifo, "RM003"),
    "50 megabytes": (huge, "RM002"),
    "binary": (text(bytes(range(256)) * 100), "RM010"),
    "an alias bomb": (text(bomb()), "RM032"),
    "a merge bomb": (text(MERGES), "RM032"),
    "10 000 brackets": (text("name: " + "[" * 10_000), "RM031"),
    "10 000 closed brackets": (text(f"{HEAD}custom: {{x: {'[' * 10_000}{']' * 10_000}}}"), "RM031"),
    "10 000 indents": (text("".join(f"{' ' * n}a:\n" for n in range(2000))), "RM031"),
    "unknown keys": (text(HEAD + "".join(f"kee{n}: 1\n" for n in range(45_000))), "RM111"),
    "duplicate keys": (text(HEAD + "tier: key\n" * 30_000), "RM025"),
    "wrong entries": (text(HEAD + "promises:\n" + entries("- {n}", 90_000)), "RM111"),
    "wrong ids": (text(HEAD + "repairs:\n" + entries("Key {n}: {{}}", 30_000)), "RM111"),
    "empty entries": (text(BLANKS), "RM104"),
    "a key of a megabyte": (text(f"{HEAD}? {'k' * 1_000_000}\n: 1\n"), "RM101"),
    "22 000 contacts": (text(HEAD + "contacts:\n" + entries("k{n}: {{reports_to: x{n}}}", 22_000)), "RM106"),
    "a word of a megabyte": (text(f"{HEAD}status: {'w' * 1_000_000}\n"), "RM105"),
    "a long number": (text(f"{HEAD}since: {'9' * 1_000_000}\n"), "RM033"),
    "an owner of a megabyte": (text(f"name: Bad\nowner: [{'o' * 1_000_000}]\n"), "RM103"),
}  # fmt: skip
CONFUSED: dict[str, tuple[str, str]] = {
    "dangling references": ("contacts:\n" + entries("k{n}: {{reports_to: x{n}}}", 1_900), "RM120"),
    "dangling owners of relationships": ("contacts:\n" + entries("k{n}: {{known_by: [x{n}, y{n}]}}", 500), "RM120"),
    "a chain of 1 900 bosses": ("contacts:\n" + entries("k{n}: {{reports_to: k{m}}}", 1_900) + "  k1900: {}\n", ""),
    "a circle of 1 900 bosses": (
        "contacts:\n" + entries("k{n}: {{reports_to: k{m}}}", 1_900) + "  k1900: {reports_to: k0}\n",
        "RM121",
    ),
    "1 900 who report to themselves": ("contacts:\n" + entries("k{n}: {{reports_to: k{n}}}", 1_900), "RM121"),
    "everybody reports to everybody": (
        "contacts:\n" + entries(f"k{{n}}: {{{{reports_to: [{', '.join(f'k{n}' for n in range(300))}]}}}}", 300),
        "RM121",
    ),
    "facts of the future": ("touchpoints:\n" + entries("- {{date: 2027-01-01}}", 30_000), "RM124"),
    "a reference of a megabyte": (f"counterpart: {'c' * 1_000_000}\n", "RM120"),
}


def assess(root: Path) -> dict[str, object]:
    untraced = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment = {**untraced, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(root)], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def assess_with(tmp_path: Path, bad: Bad) -> dict[str, object]:
    accounts = tmp_path / "book" / "accounts"
    accounts.mkdir(parents=True)
    (accounts.parent / "relmap.yaml").write_text(SETTINGS)
    for name in ("acme", "zinc"):
        (accounts / f"{name}.yaml").write_text(GOOD)
    bad(accounts / "bad.yaml")
    answer = assess(accounts.parent)
    print(answer)
    assert float(str(answer["seconds"])) < SECONDS
    assert float(str(answer["megabytes"])) < MEGABYTES
    assert int(str(answer["longest"])) < 400
    return answer


@pytest.mark.parametrize("name", BROKEN)
def test_a_hostile_file_is_told_and_hides_no_other(tmp_path: Path, name: str) -> None:
    bad, code = BROKEN[name]
    answer = assess_with(tmp_path, bad)
    assert answer["accounts"] == ["acme", "zinc"]
    assert code in str(answer["codes"])


@pytest.mark.parametrize("name", CONFUSED)
def test_a_hostile_account_is_assessed_beside_the_others(tmp_path: Path, name: str) -> None:
    content, code = CONFUSED[name]
    answer = assess_with(tmp_path, text(HEAD + content))
    assert answer["accounts"] == ["acme", "bad", "zinc"]
    assert code in str(answer["codes"])
