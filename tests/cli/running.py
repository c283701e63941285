"""How these tests run relmap, and the small books they run it on."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MERIDIAN = ROOT / "examples" / "meridian"
AS_OF = "2026-11-15"

SETTINGS = """\
company: Northwind
currency: EUR
team:
  maria: {name: Maria López}
  tom: {name: Tom Hansen}
"""
ACME = """\
name: Acme Foods
owner: maria
tier: key
financials: {2024: 900, 2025: 600, 2026: 100, 2026-Q3: 50}
signals: {joint_plan: false}
"""
BOREAL = """\
name: Boreal Pumps
owner: tom
tags: [pumps, nordics]
financials: {2025: 300}
contacts: {jane: {power: 5, support: champion, known_by: {tom: {level: credible_source, last_contact: 2026-11-01}}}}
"""
ACRE = "name: Acre Mills\nowner: maria\n"
SMALL = {
    "relmap.yaml": SETTINGS,
    "accounts/acme.yaml": ACME,
    "accounts/acre.yaml": ACRE,
    "accounts/north/boreal.yaml": BOREAL,
}


class Ending(NamedTuple):
    """How a run of relmap ended."""

    code: int
    out: str
    err: str


def write_book(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files, in the order given, and return the folder."""
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    return folder


def environment(**more: str) -> dict[str, str]:
    """What a process needs, and nothing that relmap or Rich read unless it is given."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR")}
    kept |= {key: value for key, value in os.environ.items() if key.startswith("COVERAGE")}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"} | more


def command(*words: str) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "relmap", *words]


def process(*words: str, cwd: Path | None = None, **env: str) -> Ending:
    """Run relmap in a process of its own, with both streams piped."""
    done = subprocess.run(command(*words), cwd=cwd, env=environment(**env), capture_output=True, check=False)
    return Ending(done.returncode, done.stdout.decode(), done.stderr.decode())
