"""A team's own layout of plans in Jinja2: sandboxed, strict about names, and every text from files made harmless.

Loaded only where a template is given: Jinja2 comes with `relmap[template]`. Whatever an expression prints is escaped
for Markdown, unless relmap itself made it as Markdown (a section, a block for notes), or the template says `safe`.
"""

import os
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from jinja2.filters import make_attrgetter
from jinja2.nodes import Concat
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from relmap.book.read import is_below
from relmap.errors import RelmapError
from relmap.render.clean import markdown_cell

_Result = TypeVar("_Result", str, Template)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class PlanTemplate:
    """A template, read and compiled. Raises RelmapError, with file and line, where that cannot be done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._template = self._told(lambda: _Escaping(_Beside(path.parent)).get_template(path.name))

    def draw(self, context: Mapping[str, object]) -> str:
        """Return one plan; ends with a newline. Raises RelmapError, with file and line, where the template fails."""
        text = self._told(lambda: self._template.render({**context, "notes": _notes}))
        return f"{text.rstrip()}\n"

    def _told(self, work: "Callable[[], _Result]") -> "_Result":
        try:
            return work()
        except TemplateNotFound as error:
            if error.name == self._path.name:
                raise RelmapError(f"there is no template {self._path}") from error
            message = f"{_place(error, self._path)}: no template {error.name} beside it"
            raise RelmapError(message, hint="a template reads only what is in its own folder") from error
        except TemplateSyntaxError as error:
            raise RelmapError(f"{error.filename or self._path}:{error.lineno}: {_lower(error)}") from error
        except UnicodeDecodeError as error:
            raise RelmapError(f"{self._path} is not UTF-8 text") from error
        except OSError as error:
            raise RelmapError(f"cannot read {self._path}: {(error.strerror or '').lower()}") from error
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            hint = "docs/plan-templates.md lists what a template may use"
            raise RelmapError(f"{_place(error, self._path)}: {_lower(error)}", hint=hint) from error
        except RecursionError as error:
            raise RelmapError(f"{_place(error, self._path)}: it includes itself without an end") from error


def harmless(value: object) -> Markup:
    """Escape whatever is printed for Markdown, but for what is Markdown of ours; spaces at its ends stay."""
    if isinstance(value, Markup):
        return value
    text = "" if value is None else str(value)
    before, after = " " * text[:1].isspace(), " " * (text[-1:].isspace() and not text.isspace())
    return Markup(f"{before}{markdown_cell(text)}{after}")  # noqa: S704  (escaped here, for Markdown)


def as_markdown(text: str) -> Markup:
    """Let a text stand as it is: Markdown that relmap made itself."""
    return Markup(text)  # noqa: S704  (its parts were escaped when it was made)


def _finalize(value: object) -> object:
    return value if isinstance(value, Undefined) else harmless(value)


class _Joining(CodeGenerator):
    """Lets `~` join Markdown and text as Markdown."""

    def visit_Concat(self, node: Concat, frame: Frame) -> None:  # noqa: N802  (named by Jinja2)
        """Write what joins."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Escaping(ImmutableSandboxedEnvironment):
    """Escapes for Markdown where Jinja2 would for HTML: what is printed, and what joins Markdown of ours."""

    intercepted_binops = frozenset(("+", "%"))
    code_generator_class = _Joining

    def __init__(self, loader: "_Beside") -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {name: self.globals[name] for name in ("range", "dict", "namespace", "joiner", "cycler")}
        for name in ("urlize", "xmlattr", "forceescape", "pprint", "tojson"):
            del self.filters[name]
        self.filters |= {"e": harmless, "escape": harmless, "markdown": harmless}
        self.filters |= {"join": _join, "replace": _replace, "format": _format}

    @staticmethod
    def joined(parts: Iterable[object]) -> str:
        """Join what stands between `~`: Markdown where a part of it is."""
        every = list(parts)
        if any(isinstance(part, Markup) for part in every):
            return Markup("").join(map(harmless, every))
        return "".join(map(str, every))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Join Markdown and text as Markdown."""
        if isinstance(left, Markup):
            right = _harmless_all(right)
        elif isinstance(right, Markup) and operator == "+":
            left = harmless(left)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: object) -> Callable[..., str] | None:
        """Return the `format` of a text; Markdown takes only what is harmless."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None or not isinstance(getattr(value, "__self__", None), Markup):
            return wrapped

        def formatted(*words: object, **named: object) -> str:
            given = {name: _harmless_all(entry) for name, entry in named.items()}
            return wrapped(*map(_harmless_all, words), **given)

        return formatted

    def call(self, context: Context, called: object, *words: object, **named: object) -> object:
        """Call, as the sandbox allows it; what a method of Markdown is given becomes Markdown."""
        if isinstance(getattr(called, "__self__", None), Markup):
            words = tuple(map(_harmless_all, words))
            named = {name: _harmless_all(value) for name, value in named.items()}
        return super().call(context, called, *words, **named)


def _harmless_all(value: object) -> object:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list | tuple):
        return type(value)(map(_harmless_all, value))
    return {key: _harmless_all(entry) for key, entry in value.items()} if isinstance(value, dict) else value


@pass_environment
def _join(environment: _Escaping, values: Iterable[object], between: str = "", attribute: str | None = None) -> str:
    """Join as the filter of Jinja2 does: Markdown where a part of it is."""
    get = make_attrgetter(environment, attribute) if attribute is not None else None
    parts: list[object] = []
    for value in values:
        parts += [between, get(value) if get else value]
    return environment.joined(parts[1:])


def _replace(text: object, old: str, new: str, count: int = -1) -> str:
    if isinstance(text, Markup):
        return text.replace(Markup(old), harmless(new), count)  # noqa: S704  (only looked for)
    return str(text).replace(old, new, count)


def _format(text: str, *words: object, **named: object) -> str:
    if isinstance(text, Markup):
        words, named = tuple(map(_harmless_all, words)), {name: _harmless_all(value) for name, value in named.items()}
    return text % (named or words)


class _Beside(FileSystemLoader):
    """Reads templates of one folder, and none to which a link leads out of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        super().__init__(self._folder)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template that lies in the folder."""
        if not is_below(os.path.realpath(os.path.join(self._folder, template)), self._folder):  # noqa: PTH118
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def _notes(name: str) -> Markup:
    """Return an empty block for notes: what people write into it is kept when the plan is written again."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"notes({name!r}): a name is made of a-z, 0-9 and hyphens")
    return Markup(f"<!-- relmap:notes {name} -->\n<!-- relmap:end -->\n")  # noqa: S704  (a name and no more)


def _place(error: BaseException, path: Path) -> str:
    """Return in which line of which template it happened: the last one that was at work."""
    folder = os.path.realpath(path.parent)
    lines = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    found = next(((file, line) for file, line in reversed(lines) if is_below(os.path.realpath(file), folder)), None)
    if found is None:
        return str(path)
    return f"{path.with_name(Path(found[0]).name)}:{found[1]}"


def _lower(error: BaseException) -> str:
    text = str(getattr(error, "message", None) or error or type(error).__name__)
    return (text[:1].lower() + text[1:]).removesuffix(".")
