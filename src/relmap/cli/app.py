"""The tree of commands, grouped as `relmap --help` shows them. Only the command that is asked for is loaded."""

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated

import typer

from relmap import __version__

COMMANDS: Mapping[str, str] = {
    "assess": "Where each relationship stands, as a table or as cards.",
    "why": "One figure taken apart, and what would raise it.",
    "map": "Who decides, who of ours knows them, on whom it hangs.",
    "agenda": "What to do next, by whom and for whom.",
    "plan": "The account plan, made from the records.",
    "brief": "One screen before a meeting.",
    "whatif": "What happens when somebody leaves, or a customer.",
    "portfolio": "The whole book: concentration, exposure, where to invest.",
    "check": "Hold the book against the rules, as a gate.",
    "review": "Record that an account was reviewed.",
    "ask": "Ask both sides the same questions, record their answers.",
    "explain": "What a measure, a word or a code means.",
    "rules": "List the rules of check.",
    "rubric": "Every threshold that measures use.",
}
"""In the order of the help: what one does every day, what governs, what explains. Each stands in a module of its name,
in a function of its name; `map_account` is that of `map`, whose name is Python's."""
HELP = (
    "Business relationships kept as plain YAML in git: where each account stands, how dependent both sides are, "
    "and what is not known."
)
_NAMED_OTHERWISE = {"map": "map_account"}


def make_app(words: Sequence[str]) -> typer.Typer:
    """Return the command line for some words. Of all other commands only what the help lists is there.

    Loading all of them would take longer than most answers.
    """
    app = typer.Typer(
        name="relmap",
        help=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_relmap)
    wanted = next((word for word in words if not word.startswith("-")), None)
    completing = "_RELMAP_COMPLETE" in os.environ
    for name, told in COMMANDS.items():
        if name == wanted or completing:
            app.command(name)(load(name))
        else:
            app.command(name, help=told)(_not_asked_for)
    return app


def load(name: str) -> Callable[..., object]:
    """Return the function of a command, with the module that it stands in."""
    found: Callable[..., object] = getattr(import_module(f"relmap.cli.{name}"), _NAMED_OTHERWISE.get(name, name))
    return found


def _not_asked_for() -> None:
    """Stand in the help for a command that is not loaded."""


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"relmap {__version__}")
        raise typer.Exit


def _relmap(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=lambda wanted: _show_version(wanted=wanted),
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Business relationships kept as plain YAML in git."""
