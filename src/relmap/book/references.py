"""Do the names in one place of the book exist in another? Checked against the settings and the ids of all accounts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from relmap.book.problem import Problem, did_you_mean
from relmap.book.schema_codes import DANGLING, ID_ON_BOTH_SIDES, PARENT_CYCLE, REPORTING_CYCLE
from relmap.findings import Route, route_text
from relmap.model.account import Account
from relmap.model.plans import View
from relmap.model.settings import Settings


class Reference(NamedTuple):
    """One mention of an id: where, which, what it should be, and where such ids are kept."""

    route: Route
    id: str
    noun: str
    known: tuple[Collection[str], ...]
    at_key: bool = False


def check_references(account: Account, settings: Settings, account_ids: Collection[str]) -> list[Problem]:
    """Return every dangling reference of an account, contacts with a team member's id, and reporting cycles.

    What the settings do not list at all (no team, no offerings) is not checked.
    """
    problems = [
        _dangling(reference)
        for reference in _references(account, settings, account_ids)
        if not any(reference.id in ids for ids in reference.known)
    ]
    problems += [
        Problem(
            ID_ON_BOTH_SIDES,
            f"{contact} is a team member's id as well",
            ("contacts", contact),
            "give the contact another id: both may stand in `by`",
            at_key=True,
        )
        for contact in account.contacts
        if contact in settings.team
    ]
    reporting = {contact: entry.reports_to for contact, entry in account.contacts.items() if entry.reports_to}
    return problems + _cycles(reporting, ("contacts", "reports_to"))


def check_settings(settings: Settings, account_ids: Collection[str]) -> list[Problem]:
    """Return every dangling reference of relmap.yaml, and managers that manage each other in a circle."""
    team = settings.team
    references = [
        Reference(("team", member, "manager"), entry.manager, "team member", (team,))
        for member, entry in team.items()
        if entry.manager
    ]
    for position, waiver in enumerate(settings.waivers):
        route = ("waivers", position)
        references.append(Reference((*route, "account"), waiver.account, "account", (account_ids,)))
        if team:
            references.append(Reference((*route, "owner"), waiver.owner, "team member", (team,)))
    managers = {member: [entry.manager] for member, entry in team.items() if entry.manager}
    return [_dangling(entry) for entry in references if not any(entry.id in ids for ids in entry.known)] + _cycles(
        managers, ("team", "manager")
    )


def check_parents(parents: Mapping[str, str]) -> list[tuple[str, Problem]]:
    """Return a problem for each circle of parents, with the account in whose file it is told; parents by account."""
    graph = {account: [parent] for account, parent in parents.items() if parent in parents}
    return [
        (circle[0], Problem(PARENT_CYCLE, f"{' → '.join(circle)} are each other's parents", ("parent",)))
        for circle in find_circles(graph)
    ]


def _cycles(graph: Mapping[str, Collection[str]], words: tuple[str, str]) -> list[Problem]:
    where, key = words
    return [
        Problem(
            REPORTING_CYCLE,
            f"{' → '.join(circle)}: these people report to each other",
            (where, circle[0], key),
            related=tuple(((where, other, key), "and from here on") for other in circle[1:-1]),
        )
        for circle in find_circles(graph)
    ]


def find_circles(graph: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Return circles of a graph, at least one for each tangle, each from its smallest name back to it."""
    left = {node: set(others) for node, others in graph.items()}
    circles = []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = error.args[1][:-1][::-1]  # graphlib names predecessors: turn it round
            start = circle.index(min(circle))
            circle = circle[start:] + circle[:start]
            circles.append([*circle, circle[0]])
            for node in circle:  # the circle is told: take it out and look for others
                left.pop(node, None)
        else:
            return sorted(circles)


def _dangling(reference: Reference) -> Problem:
    known = [name for ids in reference.known for name in ids]
    return Problem(
        DANGLING,
        f"no {reference.noun} {reference.id!r}",
        reference.route,
        did_you_mean(reference.id, known),
        f"{route_text(reference.route)}={reference.id}",
        reference.at_key,
    )


def _references(account: Account, settings: Settings, account_ids: Collection[str]) -> Iterator[Reference]:
    contacts = (account.contacts,)
    yield from _to_settings(account, settings, account_ids)
    yield from _among_contacts(account, contacts)
    if account.counterpart:
        yield Reference(("counterpart",), account.counterpart, "contact", contacts)
    for position, competitor in enumerate(account.competitors):
        yield from _listed(("competitors", position, "favoured_by"), competitor.favoured_by, "contact", contacts)
    for position, entry in enumerate(account.value):
        yield from _given(("value", position), {"to": entry.to, "confirmed_by": entry.confirmed_by}, contacts)
    for position, opportunity in enumerate(account.opportunities):
        yield from _given(("opportunities", position), {"contact": opportunity.contact}, contacts)
    for goal_id, goal in account.goals.items():
        yield from _given(("goals", goal_id), {"contact": goal.contact}, contacts)
    for goal_id, customer_goal in account.customer_goals.items():
        yield from _given(("customer_goals", goal_id), {"contact": customer_goal.contact}, contacts)
    for repair_id, repair in account.repairs.items():
        yield from _given(("repairs", repair_id), {"with": repair.with_}, contacts)
    for initiative_id, initiative in account.initiatives.items():
        route = ("initiatives", initiative_id)
        yield from _listed((*route, "goals"), initiative.goals, "goal", (account.goals,))
        yield from _listed(
            (*route, "customer_goals"), initiative.customer_goals, "customer goal", (account.customer_goals,)
        )
    for position, promise in enumerate(account.promises):
        if promise.repair:
            yield Reference(("promises", position, "repair"), promise.repair, "repair", (account.repairs,))


def _to_settings(account: Account, settings: Settings, account_ids: Collection[str]) -> Iterator[Reference]:
    if account.tier and "tiers" in settings.model_fields_set:
        yield Reference(("tier",), account.tier, "tier", (settings.tiers,))
    if account.parent:
        yield Reference(("parent",), account.parent, "account or group", (account_ids, settings.groups))
    if settings.offerings:
        for offering in account.offerings:
            yield Reference(("offerings", offering), offering, "offering", (settings.offerings,), at_key=True)
        for position, opportunity in enumerate(account.opportunities):
            if opportunity.offering:
                route = ("opportunities", position, "offering")
                yield Reference(route, opportunity.offering, "offering", (settings.offerings,))
    if account.signals:
        known = (settings.signal_ids(),)
        for signal_id in account.signals:
            yield Reference(("signals", signal_id), signal_id, "signal", known, at_key=True)
    if settings.team:
        yield from _people(account, settings)


def _people(account: Account, settings: Settings) -> Iterator[Reference]:
    """Mentions of team members, and of people who may be on either side."""
    team, either = (settings.team,), (settings.team, account.contacts)
    yield Reference(("owner",), account.owner, "team member", team)
    for contact_id, contact in account.contacts.items():
        for member in contact.known_by:
            yield Reference(("contacts", contact_id, "known_by", member), member, "team member", team, at_key=True)
    for position, promise in enumerate(account.promises):
        yield Reference(("promises", position, "by"), promise.by, "team member or contact", either)
        if promise.to:
            yield Reference(("promises", position, "to"), promise.to, "contact or team member", either)
    for position, touchpoint in enumerate(account.touchpoints):
        yield from _listed(("touchpoints", position, "us"), touchpoint.us, "team member", team)
        yield from _listed(("touchpoints", position, "them"), touchpoint.them, "contact", (account.contacts,))
    for initiative_id, initiative in account.initiatives.items():
        if initiative.owner:
            yield Reference(("initiatives", initiative_id, "owner"), initiative.owner, "team member", team)
    for position, view in enumerate(account.views):
        if view.by:
            yield _view_by(position, view, settings, account)
    for position, review in enumerate(account.reviews):
        yield Reference(("reviews", position, "by"), review.by, "team member", team)
        yield from _listed(("reviews", position, "with"), review.with_, "contact or team member", either)
    for signal_id, entries in account.signals.items():
        for position, entry in enumerate(entries):
            if entry.by:
                yield Reference(("signals", signal_id, position, "by"), entry.by, "contact or team member", either)


def _view_by(position: int, view: View, settings: Settings, account: Account) -> Reference:
    """A view is held by its own side; what we infer of theirs is noted by one of us or ascribed to one of them."""
    route, by = ("views", position, "by"), view.by or ""
    if view.side == "ours":
        return Reference(route, by, "team member", (settings.team,))
    if view.source == "inferred":
        return Reference(route, by, "contact or team member", (account.contacts, settings.team))
    return Reference(route, by, "contact", (account.contacts,))


def _among_contacts(account: Account, contacts: tuple[Collection[str]]) -> Iterator[Reference]:
    for contact_id, contact in account.contacts.items():
        for field in ("reports_to", "influences", "conflicts_with"):
            ids: list[str] = getattr(contact, field)
            if ids:
                yield from _listed(("contacts", contact_id, field), ids, "contact", contacts)


def _listed(route: Route, ids: Iterable[str], noun: str, known: tuple[Collection[str], ...]) -> Iterator[Reference]:
    for position, name in enumerate(ids):
        yield Reference((*route, position), name, noun, known)


def _given(route: Route, ids: Mapping[str, str | None], contacts: tuple[Collection[str]]) -> Iterator[Reference]:
    for field, name in ids.items():
        if name:
            yield Reference((*route, field), name, "contact", contacts)
