"""Look at a part of a map: some kinds of lines, or one person and who is near."""

from collections import deque

from relmap.map.values import VIEWS, AccountMap, Kind, Tie


def view(whole: AccountMap, name: str) -> AccountMap:
    """Return the map with the lines of one view: all, org, influence or coverage."""
    kinds = VIEWS[name]
    ties = tuple(tie for tie in whole.ties if tie.kind in kinds)
    return whole._replace(ties=ties, team=whole.team if Kind.KNOWN_BY in kinds else ())


def focus(whole: AccountMap, key: str, depth: int) -> AccountMap:
    """Return who can be reached from one person over at most `depth` lines of the map, in any direction."""
    near = _within(whole.ties, key, depth)
    people = tuple(person for person in whole.people if person.key in near)
    team = tuple(member for member in whole.team if member.key in near)
    ties = tuple(tie for tie in whole.ties if tie.source in near and tie.target in near)
    left_out = len(whole.people) + len(whole.team) - len(people) - len(team)
    return whole._replace(people=people, team=team, ties=ties, left_out=left_out)


def _within(ties: tuple[Tie, ...], start: str, depth: int) -> set[str]:
    beside: dict[str, list[str]] = {}
    for tie in ties:
        beside.setdefault(tie.source, []).append(tie.target)
        beside.setdefault(tie.target, []).append(tie.source)
    steps, queue = {start: 0}, deque([start])
    while queue:
        here = queue.popleft()
        for there in beside.get(here, ()) if steps[here] < depth else ():
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
    return set(steps)
