"""All that CI does, from nothing but Python 3.11 and a package index: set up, format, lint, types, layers, docs, tests.

    python3 tools/check.py

makes a virtual environment in .venv, installs relmap and its tools there, runs every step, and ends with pytest.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")
EXAMPLES = ("examples/meridian", "examples/minimal")

STEPS: dict[str, list[str]] = {
    "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "."],
    "types": [PYTHON, "-m", "mypy"],
    "layers": [str(BIN / "lint-imports")],
    "docs": [PYTHON, "-m", "tools.write_docs", "--check"],
    **{
        f"assess {book}": [PYTHON, "-m", "relmap", "assess", "-C", book, "--as-of", "2026-11-15", "--format", "text"]
        for book in EXAMPLES
    },
    "tests": [PYTHON, "-m", "pytest", "-q", "-n", "auto", "--cov", "--cov-report=term"],
}


def main() -> int:
    """Set up and run every step; say which failed. The tests come last."""
    if sys.version_info < (3, 11):  # noqa: UP036  (whoever runs this may have an older one)
        print("relmap needs Python 3.11 or newer", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    set_up()
    failed = [name for name, command in STEPS.items() if not passes(name, command)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def set_up() -> None:
    """Make the virtual environment, if it is not there, and install relmap with its tools into it."""
    if not Path(PYTHON).exists():
        venv.create(VENV, with_pip=True)
    subprocess.run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]"], check=True
    )


def passes(name: str, command: list[str]) -> bool:
    """Run one step. What the assessments print matters only when they fail."""
    print(f"== {name}", flush=True)
    quiet = name.startswith("assess")
    result = subprocess.run(command, check=False, capture_output=quiet, text=True)
    if quiet and result.returncode:
        print(result.stdout, result.stderr, sep="\n")
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
