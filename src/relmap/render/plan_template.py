"""A plan in a team's own layout: a Jinja2 template in a sandbox, over the same data that the JSON has.

Loaded only where a template is given: Jinja2 comes with `relmap[template]`.
"""

import os
import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from relmap.book.read import is_below
from relmap.errors import RelmapError
from relmap.render.clean import markdown_cell
from relmap.render.plan_markdown import MOST_LINKS, Written, line_link, link_target

HINT = "see docs/plan-templates.md for what a template may ask for"
Cell = Mapping[str, object]


class _Markdown(str):
    """Markdown of relmap's own. Whatever is made of it, by a filter or an operator, is a plain text again."""

    __slots__ = ()


class _Beside(FileSystemLoader):
    """Reads templates of one folder, and none to which a link leads out of it."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template that lies in the folder."""
        folder = os.path.realpath(self.searchpath[0])
        if not is_below(os.path.realpath(os.path.join(folder, template)), folder):  # noqa: PTH118
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


class PlanTemplate:
    """One template, read once and filled for each plan. Raises RelmapError, with file and line, for what is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        environment = ImmutableSandboxedEnvironment(
            loader=_Beside(path.parent),
            undefined=StrictUndefined,
            finalize=_escaped,
            autoescape=False,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        try:
            self._template = environment.get_template(path.name)
        except TemplateSyntaxError as error:
            raise RelmapError(f"{error.filename or path}:{error.lineno}: {_reason(error)}", hint=HINT) from error
        except TemplateNotFound as error:
            raise RelmapError(f"there is no template {path}") from error
        except UnicodeDecodeError as error:
            raise RelmapError(f"the template {path} is not UTF-8 text") from error
        except (TemplateError, OSError) as error:
            raise RelmapError(f"cannot read the template {path}: {_reason(error)}") from error

    def fill(self, document: Mapping[str, object], sections: Sequence[Written], path: str) -> str:
        """Return the template filled with one plan; ends with a newline.

        `document` is the plan as in the JSON, and `path` leads from the plan to the account's file; it is empty where
        no way does.
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
            raise RelmapError(f"{_place(error, self._path)}: {_reason(error)}", hint=HINT) from error
        return text if text.endswith("\n") else f"{text}\n"


def _cell(found: Cell, path: str) -> str:
    """Return a cell of the document as Markdown, with links to its lines."""
    told = " · ".join(markdown_cell(str(found[key])) for key in ("text", "note") if found[key])
    sources = found["sources"]
    lines = [entry["line"] for entry in sources[:MOST_LINKS]] if isinstance(sources, list) else []
    target = link_target(path)
    links = [line_link(target, line) for line in sorted({line for line in lines if line is not None})]
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
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name} beside it"
    if isinstance(error, RecursionError):
        return "it includes itself without an end"
    text = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return text[:1].lower() + text[1:].rstrip(".")


def _place(error: Exception, path: Path) -> str:
    """Return in which line of which template it happened: Jinja2 writes them into tracebacks as if they were Python."""
    folder = os.path.realpath(path.parent)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if is_below(os.path.realpath(frame.filename), folder):
            return f"{path.with_name(Path(frame.filename).name)}:{frame.lineno}"
    return str(path)
