"""Understanding and identifying: the map, the matrix, what each relationship is worth, and the roles."""

from relmap.findings import Route
from relmap.measures.roles import COVERED, MISSING, NOT_LIVE, PLACEHOLDER
from relmap.plan.values import AccountPlan, RatedLink
from relmap.render import labels, words
from relmap.render.map_mermaid import map_mermaid
from relmap.render.map_page import coverage_section
from relmap.render.page import Block, Bullets, Cell, Code, Column, Grid, Heading, Prose, Section, Tone
from relmap.render.plan_words import TITLES, contact, contacts, member

_NOBODY = "Nobody of theirs is on the map yet: ask who the people are, and who decides."
_LINKS = (
    Column("Theirs"),
    Column("Ours"),
    Column("Strengths", wrap=True),
    Column("Weaknesses", wrap=True),
)
_ROLES = (Column("Role"), Column("Who", wrap=True), Column("State", wrap=True))


def understanding_section(plan: AccountPlan) -> Section:
    """Return the map as a picture and a matrix, and what is strong and weak about each relationship."""
    if not plan.map.people:
        return Section(TITLES["understanding"], (Prose(Cell(_NOBODY, Tone.WATCH)),))
    picture = map_mermaid(plan.map, "support").rstrip("\n").split("\n")
    blocks: list[Block] = [Code(tuple(picture), "mermaid")]
    if plan.map.team:
        matrix = coverage_section(plan.map)
        blocks += [Heading(matrix.title), *matrix.blocks]
    blocks.append(Heading("What each relationship is worth"))
    if plan.links:
        blocks.append(Grid(_LINKS, tuple(_link(plan, link) for link in plan.links)))
    else:
        blocks.append(Prose(Cell("Nobody of ours knows any of them.", Tone.BAD)))
    blocks += _departures(plan)
    return Section(TITLES["understanding"], tuple(blocks))


def _link(plan: AccountPlan, link: RatedLink) -> tuple[Cell, ...]:
    strong = [quality.text for quality in link.qualities if quality.is_strength]
    weak = [quality.text for quality in link.qualities if not quality.is_strength]
    return (
        Cell(contact(plan, link.contact), Tone.STRONG, routes=(link.route,)),
        Cell(member(plan, link.member)),
        Cell("; ".join(strong) or "none on record"),
        Cell("; ".join(weak) or "none on record"),
    )


def _departures(plan: AccountPlan) -> list[Block]:
    items = []
    for point in plan.card.profile.resilience.single_points:
        ours = point.side == "ours"
        who = member(plan, point.person) if ours else f"{contact(plan, point.person)} on their side"
        lost, verb = contacts(plan, point.cut_off), "is" if len(point.cut_off) == 1 else "are"
        routes: tuple[Route, ...] = tuple(("contacts", entry) for entry in point.cut_off)
        items.append(Cell(f"If {who} leaves, {lost} {verb} out of our reach.", Tone.WATCH, routes=routes))
    return [Heading("On whom it hangs"), Bullets(tuple(items))] if items else []


_STATES = {
    COVERED: ("in live touch with us", Tone.GOOD),
    NOT_LIVE: ("known, and nobody of ours is in live touch", Tone.WATCH),
    PLACEHOLDER: ("a seat without a name", Tone.BAD),
    MISSING: ("nobody known: find out who it is", Tone.BAD),
}


def identifying_section(plan: AccountPlan) -> Section:
    """Return who has which role, and which role nobody has."""
    rows = []
    for state in plan.card.profile.roles:
        text, tone = _STATES.get(state.state, ("known; whether in live touch is not known", Tone.UNKNOWN))
        who = "–" if state.state == MISSING else contacts(plan, state.people)
        rows.append((Cell(labels.role(state.role).capitalize()), Cell(who, routes=state.routes), Cell(text, tone)))
    if not rows:
        return Section(TITLES["identifying"], (Prose(Cell("The rubric asks for no role.")),))
    gaps = role_gaps(plan)
    text = f"No name yet for: {words.listed(gaps)}." if gaps else "Every role that is asked for has a name."
    lead = Prose(Cell(text, Tone.WATCH if gaps else Tone.PLAIN))
    return Section(TITLES["identifying"], (lead, Grid(_ROLES, tuple(rows))))


def role_gaps(plan: AccountPlan) -> list[str]:
    """Return the roles that nobody with a name has."""
    return [labels.role(state.role) for state in plan.card.profile.roles if state.state in (MISSING, PLACEHOLDER)]
