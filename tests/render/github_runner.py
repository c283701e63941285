"""How GitHub's runner reads the lines of a step's output: the two forms of a command, and how they are unescaped.

Written after the runner's documented behaviour: `::name key=value,…::data` where a line begins, after any blanks, and
`##[name key=value;…]data` wherever it stands in a line.
"""

import re
from typing import NamedTuple

_SECOND = re.compile(r"::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)$")


class Command(NamedTuple):
    """A command that the runner would obey."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """Return what the runner obeys in some output, line by line, as it splits lines."""
    return [found for line in re.split(r"\r\n|\r|\n", output) if (found := _command(line)) is not None]


def _command(line: str) -> Command | None:
    if (match := _SECOND.match(line.lstrip())) is not None:
        pairs = (pair.partition("=") for pair in (match["properties"] or "").split(",") if pair)
        return Command(match["name"], {key.strip(): _property(value) for key, _, value in pairs}, _data(match["data"]))
    if "##[" in line and "]" in line.partition("##[")[2]:
        name = line.partition("##[")[2].partition("]")[0]
        return Command(f"##[{name}]", {}, "")
    return None


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    for escaped, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, sign)
    return text
