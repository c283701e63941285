"""The help: what it lists is there, and only what is asked for is loaded."""

from collections.abc import Callable

import pytest

from relmap.cli.app import COMMANDS

from .running import Ending, process

Run = Callable[..., Ending]


def test_the_help_lists_every_command_in_its_order_and_cuts_nothing_off(relmap: Run) -> None:
    ending = relmap("--help")
    assert (ending.code, ending.err) == (0, "")
    listed = ending.out.partition("Commands:\n")[2].splitlines()
    assert [line.split() for line in listed if line] == [[name, *told.split()] for name, told in COMMANDS.items()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(relmap: Run, command: str) -> None:
    ending = relmap(command, "--help")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.startswith(f"Usage: relmap {command} [OPTIONS]")
    assert "--debug" in ending.out


def test_completion_knows_the_options_of_every_command() -> None:
    asked = {"_RELMAP_COMPLETE": "complete_bash", "COMP_WORDS": "relmap whatif --lea", "COMP_CWORD": "2"}
    assert process(cwd=None, **asked).out.split() == ["--leaves"]
