"""A plan in a team's own layout: a Jinja2 template in a sandbox, over the same data that the JSON has."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from relmap.errors import RelmapError
from relmap.render.clean import markdown_cell
from relmap.render.plan_markdown import MOST_LINKS, Written, line_link

if TYPE_CHECKING:
    from jinja2 import Template

HINT = "see docs/plan-templates.md for what a template may ask for"
Cell = Mapping[str, object]


class _Markdown(str):
    """Markdown of relmap's own. Whatever is made of it, by a filter or an operator, is a plain text again."""

    __slots__ = ()


class PlanTemplate:
    """One template, read once and filled for each plan. Raises RelmapError, with file and line, for what is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            from jinja2 import FileSystemLoader, StrictUndefined
            from jinja2.exceptions import TemplateError, TemplateSyntaxError
            from jinja2.sandbox import ImmutableSandboxedEnvironment
        except ImportError as error:
            raise RelmapError("--template needs Jinja2", hint="pip install 'relmap[template]'") from error
        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(path.parent),
            undefined=StrictUndefined,
            finalize=_escaped,
            autoescape=False,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        try:
            self._template: Template = environment.get_template(path.name)
        except TemplateSyntaxError as error:
            place = f"{path.parent / error.name if error.name else path}:{error.lineno}"
            raise RelmapError(f"{place}: {_reason(error)}", hint=HINT) from error
        except (TemplateError, OSError, UnicodeDecodeError) as error:
            raise RelmapError(f"cannot read the template {path}: {_reason(error)}") from error

    def fill(self, document: Mapping[str, object], sections: Sequence[Written], path: str) -> str:
        """Return the template filled with one plan; ends with a newline.

        `document` is the plan as in the JSON, and `path` leads from the plan to the account's file.
        """
        texts = {entry.id: _Markdown(entry.text) for entry in sections}

        def section(name: str) -> _Markdown:
            return texts.get(name, _Markdown(""))

        def notes(name: str) -> _Markdown:
            return _Markdown(f"<!-- relmap:notes {_name(name)} -->\n<!-- relmap:end -->\n")

        def cell(found: Cell) -> _Markdown:
            return _Markdown(_cell(found, path))

        try:
            text = self._template.render(**document, section=section, cell=cell, notes=notes)
        except Exception as error:  # a template may raise whatever its expressions do
            line = _line_of(error.__traceback__, str(self._path))
            where = f"{self._path}:{line}" if line else str(self._path)
            raise RelmapError(f"{where}: {_reason(error)}", hint=HINT) from error
        return text if text.endswith("\n") else f"{text}\n"


def _cell(found: Cell, path: str) -> str:
    """Return a cell of the document as Markdown, with links to its lines."""
    told = " · ".join(markdown_cell(str(found[key])) for key in ("text", "note") if found[key])
    sources = found["sources"]
    lines = [entry["line"] for entry in sources[:MOST_LINKS]] if isinstance(sources, list) else []
    links = [line_link(path, line) for line in sorted({line for line in lines if line is not None})]
    return " ".join(part for part in (told, *links) if part)


def _name(name: str) -> str:
    """Return the name of a notes block. Raises ValueError where it could end the comment that it stands in."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise ValueError(f"{name!r} is no name for notes: small letters, digits and hyphens are")
    return name


def _escaped(value: object) -> object:
    """Escape what an expression prints for Markdown; what is Markdown already stays as it is."""
    if isinstance(value, _Markdown):
        return value
    return markdown_cell(str(value)) if value is not None else ""


def _reason(error: Exception) -> str:
    text = str(error).strip() or type(error).__name__
    return text[:1].lower() + text[1:].rstrip(".")


def _line_of(trace: TracebackType | None, path: str) -> int | None:
    """Return the template's own line in a traceback: Jinja2 writes it there as if it were Python's."""
    found = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
