"""What a map lacks, as sentences: open roles, single points of failure, who is out of reach, who stands between."""

from collections.abc import Sequence

from relmap.map.values import AccountMap, MapMember, MapPerson, Tie
from relmap.measures.roles import COVERED, MISSING, NOT_LIVE, PLACEHOLDER, RoleState
from relmap.render import labels, words

BROKERS = 5
"""How many brokers are named."""
CONVENTION = (
    "betweenness: the share of pairs of others whose shortest way runs through them, over live relationships (or "
    "not known to be dead ones), influence and reporting lines, undirected; our people count as linked to each other"
)


def gap_lines(drawn: AccountMap) -> list[list[str]]:
    """Return groups of lines, each with its heading first; groups of which nothing is to be said are empty."""
    groups = {
        "Role gaps": role_gaps(drawn),
        "If they leave": [loss_text(drawn, entry) for entry in drawn.single_points],
        "Out of reach": [words.listed(names)] if (names := unreached(drawn)) else [],
        "Stand between others": broker_lines(drawn)[:3],
    }
    return [[title, *lines] if lines else [] for title, lines in groups.items()]


def role_gaps(drawn: AccountMap) -> list[str]:
    """Return a line for each needed role that is not covered."""
    return [role_text(drawn, state) for state in drawn.roles if state.state != COVERED]


_STATES = {
    COVERED: "{}",
    NOT_LIVE: "{}, but nobody of ours is in live touch",
    PLACEHOLDER: "a seat without a name",
    MISSING: "nobody known",
}


def role_text(drawn: AccountMap, state: RoleState) -> str:
    """Say who has a role and whether we are in touch."""
    people = words.listed([drawn.label(f"theirs:{person}") for person in state.people])
    told = _STATES.get(state.state, "{}, whether live is not known").format(people)
    return f"{labels.role(state.role).capitalize()}: {told}"


def loss_text(drawn: AccountMap, entry: MapPerson | MapMember) -> str:
    """Say what is lost with one person."""
    lost = [drawn.label(f"theirs:{person}") for person in entry.loses]
    side = "ours" if isinstance(entry, MapMember) else "theirs"
    verb = "is" if len(lost) == 1 else "are"
    return f"Without {entry.label} ({side}), {words.listed(lost)} {verb} out of reach"


def known_by_text(drawn: AccountMap, ties: Sequence[Tie]) -> str:
    """Name who of ours knows somebody, each with whether that is live."""
    return ", ".join(f"{drawn.label(tie.source)} ({_SAID[tie.live]})" for tie in ties)


_SAID = {True: "live", False: "not live", None: "live?"}


def unreached(drawn: AccountMap) -> list[str]:
    """Name the key players to whom no live way leads."""
    return [person.label for person in drawn.people if person.unreached]


def broker_lines(drawn: AccountMap) -> list[str]:
    """Return a line for each of those who stand between most others."""
    return [
        f"{entry.label} ({'ours' if isinstance(entry, MapMember) else 'theirs'}): {words.percent(entry.between * 100)}"
        for entry in drawn.brokers[:BROKERS]
    ]
