"""The tree of commands, grouped as `relmap --help` shows them."""

from collections.abc import Callable
from typing import Annotated

import typer

from relmap import __version__
from relmap.cli.agenda import agenda
from relmap.cli.ask import ask
from relmap.cli.assess import assess
from relmap.cli.brief import brief
from relmap.cli.check import check
from relmap.cli.explain import explain
from relmap.cli.map import map_account
from relmap.cli.plan import plan
from relmap.cli.review import review
from relmap.cli.rubric import rubric
from relmap.cli.rules import rules
from relmap.cli.whatif import whatif
from relmap.cli.why import why

app = typer.Typer(
    name="relmap",
    help="Business relationships kept as plain YAML in git: where each account stands, how dependent both sides are, "
    "and what is not known.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"relmap {__version__}")
        raise typer.Exit


@app.callback()
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


COMMANDS: dict[str, Callable[..., object]] = {
    "assess": assess,
    "why": why,
    "map": map_account,
    "agenda": agenda,
    "plan": plan,
    "brief": brief,
    "whatif": whatif,
    "check": check,
    "review": review,
    "ask": ask,
    "explain": explain,
    "rules": rules,
    "rubric": rubric,
}
"""In the order of the help: what one does every day, what governs, what explains."""

for name, command in COMMANDS.items():
    app.command(name)(command)
