"""What the house promises and no linter checks: sizes, who prints, what is loaded, and codes."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from relmap.book.codes import CODES
from relmap.book.schema_codes import SCHEMA_CODES
from relmap.rules.codes import GATE_CODES

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def name(path: Path) -> str:
    return path.relative_to(ROOT / "src").as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_no_file_is_too_long() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{name(path)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {where: length for where, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def loud(tree: ast.Module) -> Iterator[str]:
    """Yield every way in which a module prints, exits, asks or looks at a stream."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ("print", "input", "exit", "quit", "SystemExit"):
            yield f"{node.lineno}: {node.id}"
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr)
            in {("sys", attr) for attr in ("exit", "stdout", "stderr", "stdin", "argv")} | {("os", "_exit")}
        ):
            yield f"{node.lineno}: {node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "sys":
            yield f"{node.lineno}: from sys import"


def test_only_the_command_line_prints_and_exits() -> None:
    quiet = [path for path in SOURCES if not name(path).startswith("relmap/cli/")]
    found = {name(path): list(loud(parsed(path))) for path in quiet if name(path) != "relmap/__main__.py"}
    assert {path: places for path, places in found.items() if places} == {}


def test_the_calendar_is_read_in_one_place() -> None:
    clocks = ("today", "now", "utcnow")
    found = {
        name(path)
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in clocks
    }
    assert found == {"relmap/clock.py"}


def imported(body: list[ast.stmt]) -> Iterator[str]:
    """Yield what a module imports when it is loaded."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Try):
            yield from imported([*node.body, *node.orelse, *node.finalbody])


def test_networkx_is_loaded_nowhere_but_in_network() -> None:
    found = [
        name(path)
        for path in SOURCES
        if not name(path).startswith("relmap/network/")
        for module in imported(parsed(path).body)
        if module.partition(".")[0] == "networkx"
    ]
    assert found == []


def loaded_by(statement: str) -> set[str]:
    """The modules that are loaded after a statement in a fresh Python."""
    code = f"import sys, io\n{statement}\nsys.__stdout__.write('\\n'.join(sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_the_version_comes_without_loading_anything() -> None:
    loaded = loaded_by("from relmap.cli.main import main\nmain(['--version'])")
    assert "relmap.cli.main" in loaded
    assert not loaded & {"typer", "pydantic", "rich", "yaml", "networkx", "relmap.cli.app"}


@pytest.mark.parametrize("module", ["relmap.cli.app", "relmap.cli.endings"])
def test_the_commands_are_known_before_heavy_things_are_loaded(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert not loaded & {"pydantic", "rich.console", "networkx", "yaml"}
    ours = {entry for entry in loaded if entry.startswith("relmap.")}
    assert not {
        entry for entry in ours if entry.split(".")[1] in ("measures", "network", "assess", "rules", "manual", "render")
    }


def test_codes_are_unique_and_in_order() -> None:
    codes = [*CODES, *SCHEMA_CODES, *GATE_CODES]
    numbers = [code.code for code in codes]
    assert numbers == sorted(set(numbers))
    assert len({code.name for code in codes}) == len(codes)


def test_codes_and_names_are_of_one_form() -> None:
    for code in (*CODES, *SCHEMA_CODES, *GATE_CODES):
        assert re.fullmatch(r"RM\d{3}", code.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
        assert code.summary.endswith(".")
