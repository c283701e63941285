"""A small book for the gate: one account reviewed, one overdue, one never reviewed, one that nobody asks about."""

import subprocess
from pathlib import Path

from .running import write_book

DAY = "2026-11-15"
HEAD = """\
company: Northwind
team: {maria: {name: Maria López}, tom: {name: Tom Hansen}}
"""
ONLY = "select: [RM0, RM1, RM301, RM302, RM9]"
"""These books are about the gate: of the rules, two are enough."""
SETTINGS = f"{HEAD}rules: {{{ONLY}}}\n"
DONE = "name: Acme Foods\nowner: maria\nreviews: [{date: 2026-10-20, quarter: 2026-Q4, by: maria, outcome: hold}]\n"
OVERDUE = "name: Boreal Pumps\nowner: tom\nreviews:\n- {date: 2026-08-20, quarter: 2026-Q3, by: tom, outcome: hold}\n"
NEVER = "name: Corvus Mills\nowner: tom\nsince: 2020-01-01\n"
PROSPECT = "name: Delphin\nowner: tom\nstatus: prospect\n"
CLEAN = {"relmap.yaml": SETTINGS, "accounts/acme.yaml": DONE, "accounts/delphin.yaml": PROSPECT}
RED = {**CLEAN, "accounts/north/boreal.yaml": OVERDUE, "accounts/north/corvus.yaml": NEVER}
BOREAL = (
    "accounts/north/boreal.yaml:3:1: RM301 error: last reviewed on 2026-08-20 for 2026-Q3; the next review is due by"
    " 2026-10-15 (review the account and add the entry under `reviews`)\n"
)
CORVUS = (
    "accounts/north/corvus.yaml:1:7: RM302 error: never reviewed (review the account and add the entry under"
    " `reviews`)\n"
)


def write(folder: Path, files: dict[str, str]) -> Path:
    return write_book(folder / "book", files)


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, as a person with a name and no settings of their own."""
    identity = ("-c", "user.name=Tom", "-c", "user.email=tom@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str = "A book") -> None:
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
