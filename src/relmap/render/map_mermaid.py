"""`relmap map --format mermaid`: a flowchart that code hosts draw; their limits are kept, and what was cut is said."""

import re
from collections.abc import Iterator
from functools import lru_cache

from relmap.map.values import AccountMap, Kind, MapPerson, State, Tie
from relmap.render import labels, words
from relmap.render.clean import JOINER
from relmap.render.map_marks import Mark, Marks, member_rows, node_rows
from relmap.render.page import Page
from relmap.render.page_markdown import page_markdown
from relmap.render.svg_shapes import DARK, fitted

MOST_PEOPLE, MOST_LINES, MOST_SIGNS = (60, 40, 25, 15), 400, 49_000
"""How many people of a side are drawn, the first that fits: hosts refuse 500 lines or 50 000 characters."""
LONGEST = 60
_ODD = re.compile(r"[^A-Za-z0-9 .,\-_/@'()+=!?]")
_ICON_MATH_BREAK = re.compile(r"(?<=fa:)(?=fa-)|(?<=fa[bklrs]:)(?=fa-)|(?<=\$)(?=\$)|(?<=\\)(?=n)")
"""Where an icon, a formula or a line break would begin; Mermaid looks for these after it has read the numbers."""
_ICON_MATH_BREAK_SIGNS = frozenset(":$\\")
_PLAIN = re.compile(r"(?!.*direction )[A-Za-z0-9 .,'()+=?-]*[A-Za-z0-9.)?]").fullmatch
"""A quick answer for most texts: nothing in them needs a number, or a cut."""
_DIRECTION = re.compile(r"(?<=direction) ")
"""Mermaid takes a whole line for a command when `direction LR` stands anywhere in it, quoted or not."""


def map_mermaid(drawn: AccountMap, color_by: str) -> str:
    """Return the map as a Mermaid flowchart; ends with a newline."""
    for most in MOST_PEOPLE:
        text = _drawing(drawn, _cut(drawn, most), color_by)
        if len(text) <= MOST_SIGNS:
            break
    return text


def _drawing(drawn: AccountMap, cut: AccountMap, color_by: str) -> str:
    nodes = {entry.key: f"n{place}" for place, entry in enumerate(cut.everybody)}
    marks = Marks(drawn, color_by)
    lines = ["flowchart TB", *_people(cut, nodes, marks), *_team(cut, nodes), *_ties(cut, nodes)]
    lines += [*_rest(drawn, cut), *_classes(cut, nodes, marks)]
    return "\n".join(lines) + "\n"


def markdown_with_picture(page: Page, drawn: AccountMap, color_by: str) -> str:
    """Return a page as Markdown with the flowchart below its first lines."""
    head, mark, rest = page_markdown(page).partition("\n## ")
    return f"{head}\n```mermaid\n{map_mermaid(drawn, color_by)}```\n{mark}{rest}"


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """Escape a text for a quoted label: what is no letter, digit or harmless sign goes in by its number."""
    if len(text) <= LONGEST and _PLAIN(text):
        return text
    text = fitted(text, LONGEST)
    if not _ICON_MATH_BREAK_SIGNS.isdisjoint(text):
        text = _ICON_MATH_BREAK.sub(JOINER, text)
    text = _ODD.sub(_numbered, text)
    return _DIRECTION.sub("#32;", text) if "direction" in text else text


def _numbered(found: re.Match[str]) -> str:
    """Write a sign by its number, unless it is a letter of whatever script."""
    sign = found[0]
    return sign if sign.isalpha() else f"#{ord(sign)};"


def _cut(drawn: AccountMap, most: int) -> AccountMap:
    """Leave out whom a picture has no room for: who is not there and who decides little goes first."""
    if len(drawn.people) <= most and len(drawn.team) <= most and len(drawn.ties) <= MOST_LINES:
        return drawn
    order = sorted(drawn.people, key=_importance)
    kept = {person.key for person in order[:most]}
    people = tuple(person for person in drawn.people if person.key in kept)
    team = drawn.team[:most]
    there = kept | {member.key for member in team}
    ties = [tie for tie in drawn.ties if tie.source in there and tie.target in there]
    return drawn._replace(people=people, team=team, ties=tuple(ties[:MOST_LINES]))


def _importance(person: MapPerson) -> tuple[bool, bool, int]:
    return person.state is not State.ACTIVE, not person.loses, -(person.power or 3)


def _rest(drawn: AccountMap, cut: AccountMap) -> Iterator[str]:
    """Say what was cut, in the picture itself."""
    people = len(drawn.people) + len(drawn.team) - len(cut.people) - len(cut.team)
    lines = len(drawn.ties) - len(cut.ties)
    if people or lines:
        told = f"{words.count(people, 'person', 'people')} and {words.count(lines, 'line')} more are not drawn"
        yield f'  rest["{label(told)}"]'


def _people(cut: AccountMap, nodes: dict[str, str], marks: Marks) -> Iterator[str]:
    for person in cut.people:
        yield f'  {nodes[person.key]}["{_rows(node_rows(person, marks))}"]'


def _rows(rows: list[str]) -> str:
    return "<br/>".join(map(label, rows))


def _team(cut: AccountMap, nodes: dict[str, str]) -> Iterator[str]:
    if not cut.team:
        return
    yield '  subgraph ours["Our people"]'
    for member in cut.team:
        yield f'    {nodes[member.key]}(["{_rows(member_rows(member))}"])'
    yield "  end"


def _ties(cut: AccountMap, nodes: dict[str, str]) -> Iterator[str]:
    for tie in cut.ties:
        yield f"  {_tie(tie, nodes[tie.source], nodes[tie.target])}"


def _tie(tie: Tie, source: str, target: str) -> str:
    match tie.kind:
        case Kind.REPORTS_TO:
            return f"{target} --- {source}"
        case Kind.DOTTED:
            return f'{target} -. "dotted line" .- {source}'
        case Kind.INFLUENCES:
            return f'{source} -- "influences" --> {target}'
        case Kind.CONFLICTS:
            return f'{source} x-. "at odds" .-x {target}'
    said = [labels.LEVELS[tie.level] if tie.level else "level?", "" if tie.age is None else f"{tie.age} d"]
    said.append({True: "", False: "not live", None: "live?"}[tie.live])
    told = label(", ".join(part for part in said if part))
    if not tie.live:
        return f'{source} -. "{told}" .-> {target}'
    close = tie.level in ("problem_solver", "trusted_advisor")
    return f'{source} == "{told}" ==> {target}' if close else f'{source} -- "{told}" --> {target}'


def _classes(cut: AccountMap, nodes: dict[str, str], marks: Marks) -> Iterator[str]:
    """Yield a class for each mark, with dark text on light ground and light text on dark."""
    marked: dict[Mark, list[str]] = {}
    for person in cut.people:
        marked.setdefault(marks.of(person), []).append(nodes[person.key])
    for place, mark in enumerate(marks.legend()):
        if named := marked.get(mark):
            ink = "#ffffff" if mark.fill in DARK else "#1d2430"
            yield f"  classDef m{place} fill:{mark.fill},stroke:#1d2430,color:{ink}"
            yield f"  class {','.join(named)} m{place}"
    absent = [nodes[person.key] for person in cut.people if person.state is not State.ACTIVE]
    if absent:
        yield "  classDef absent stroke-dasharray:4 3"
        yield f"  class {','.join(absent)} absent"
