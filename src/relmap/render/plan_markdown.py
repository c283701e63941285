"""An account plan as Markdown for code hosts: tables, a Mermaid picture, and a link to the line of every claim."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import quote

from relmap.findings import Route
from relmap.render.clean import markdown_cell
from relmap.render.page_markdown import Link, section_lines
from relmap.render.plan_page import PlanSection

MOST_LINKS = 3


class Written(NamedTuple):
    """One section as Markdown, from its heading to its last line, with a line break at the end."""

    id: str
    text: str


def source_link(path: str, line_of: Callable[[Route], int | None]) -> Link:
    """Return what links routes to lines of a file. `path` leads from the plan to the file, with slashes.

    Where it is empty, no way leads there, and the lines are named alone.
    """
    target = link_target(path)

    def link(routes: Sequence[Route]) -> str:
        if len(routes) == 1:  # as most have
            line = line_of(routes[0])
            return "" if line is None else line_link(target, line)
        lines = {line for route in routes[:MOST_LINKS] if (line := line_of(route)) is not None}
        return " ".join([line_link(target, line) for line in sorted(lines)])

    return link


def link_target(path: str) -> str:
    """Return a path as a link has it."""
    return quote(path, safe="/.-_~")


def line_link(target: str, line: int) -> str:
    """Return a link to a line of a file; the line alone where there is no target."""
    return f"[L{line}]({target}#L{line})" if target else f"L{line}"


def plan_markdown(title: str, sections: Sequence[PlanSection], link: Link, source: str = "") -> tuple[Written, ...]:
    """Return the plan section by section; the title stands on top of the first one.

    Below it the `source` is named, the account's file in the book, where the lines do not link to it.
    """
    top = [f"# {markdown_cell(title)}", ""]
    if source:
        top += [f"Lines such as L1 are those of {markdown_cell(source)} in the book.", ""]
    written = []
    for position, entry in enumerate(sections):
        lines = top if position == 0 else []
        lines += section_lines(entry.section, link)
        written.append(Written(entry.id, "\n".join(lines).rstrip("\n") + "\n"))
    return tuple(written)
