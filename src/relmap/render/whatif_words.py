"""What a departure or a loss means, in sentences that somebody who sells can act on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.leads import contact_label, member_label
from relmap.measures.facts import Person
from relmap.render import labels, words
from relmap.whatif.departure import Departure
from relmap.whatif.effects import Effect, Orphan, Reach
from relmap.whatif.mending import NewLink, Plan
from relmap.whatif.people import OURS, THEIRS, Leaver

NAMED = 4
"""How many people or accounts a sentence names before it counts the rest."""
_KINDS = {
    "promise": ("promise of ours", "promises of ours"),
    "their_promise": ("promise of theirs", "promises of theirs"),
    "goal": ("goal", "goals"),
    "customer_goal": ("goal of theirs", "goals of theirs"),
    "initiative": ("initiative", "initiatives"),
    "opportunity": ("opportunity", "opportunities"),
}


def names_of(leavers: Sequence[Leaver]) -> str:
    """Write who leaves: `Nils Torp (Head of propulsion) and Jonas Lind`."""
    return words.listed([f"{who.name} ({who.title})" if who.title else who.name for who in leavers])


def kind_text(orphan: Orphan) -> str:
    """Write what kind of thing is left behind."""
    return _KINDS[orphan.kind][0]


def departure_summary(found: Departure) -> str:
    """Return what the departure means as one paragraph."""
    sentences = book_sentences(found) if found.whole_book else account_sentences(found, found.effects[0])
    return " ".join(sentences)


def account_sentences(found: Departure, effect: Effect) -> Iterator[str]:
    """Yield what the departure means for one account."""
    yield f"Without {names_of(effect.leavers)}, {_cut(effect)}."
    yield from _people(effect)
    yield _money(found, effect)
    if contract := _contract(effect.before):
        yield contract
    yield from _orphans(effect.orphans, found.before.settings.currency)
    yield from _plans(effect)


def _cut(effect: Effect) -> str:
    row = effect.before.assessed.row
    if effect.cut_off:
        lost = _either([_person(reach.person) for reach in effect.cut_off])
        return f"nobody of ours reaches {lost} at {row.name} any more"
    if effect.is_cut:
        return f"nobody of ours is in live touch with anybody at {row.name} any more"
    old, new = (_reached(card) for card in (effect.before, effect.after))
    if old and not new:
        return f"we reach no key player of {row.name} any more"
    if not old:
        known = any(person.key for person in effect.before.profile.facts.people)
        why = "we reach none today" if known else "nobody there has a known power of 4 or 5"
        return f"no key player of {row.name} is lost, since {why}"
    gone = [who for who in effect.leavers if who.side == THEIRS and who.id in old]
    if gone:
        return f"we still reach the other key players of {row.name} whom we reach today"
    return f"we still reach every key player of {row.name} whom we reach today"


def _reached(card: Card) -> set[str]:
    return {who for who, ways in card.profile.resilience.find_counts().items() if ways}


def _people(effect: Effect) -> Iterator[str]:
    yield from _hanging(effect)
    if effect.out_of_touch:
        also = "also " if effect.is_cut else ""
        yield f"We {also}lose live touch with {words.listed([p.label for p in effect.out_of_touch], NAMED)}."
    if effect.roles_lost:
        lost = words.either([labels.role(role) for role in effect.roles_lost])
        yield f"Nobody with whom we are in live touch is {_article(lost)} {lost} any more."
    if effect.loses_owner:
        yield "The account has no owner from then on."


def _hanging(effect: Effect) -> Iterator[str]:
    """Name on whom key players hang from then on: any one of these is enough to cut us off."""
    by_cut: dict[tuple[str, ...], list[Person]] = {}
    for reach in effect.hanging:
        by_cut.setdefault(_cuts(effect.after, reach.person), []).append(reach.person)
    for cut, people in by_cut.items():
        names = words.listed([_person(person) for person in people], NAMED)
        on = (
            f"{cut[0]} alone"
            if len(cut) == 1
            else f"{words.listed(cut, NAMED)}: without any one of them we are cut off"
        )
        yield f"{names} then {_verb(people, 'hangs', 'hang')} on {on}."


def _cuts(card: Card, person: Person) -> tuple[str, ...]:
    points = [point for point in card.profile.resilience.single_points if person.id in point.cut_off]
    return tuple(
        (member_label if point.side == OURS else contact_label)(card.profile, point.person) for point in points
    )


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeio" else "a"


def _verb(of: Sequence[object], one: str, many: str) -> str:
    return one if len(of) == 1 else many


def _person(person: Person) -> str:
    title = person.contact.title
    return f"{person.label} ({title})" if title and title != person.label else person.label


def _either(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return words.listed(names, NAMED)
    return words.either(names)


def _money(found: Departure, effect: Effect) -> str:
    before, after = effect.before.assessed, effect.after.assessed
    if before.revenue is None or before.share.value is None:
        if before.row.status == "prospect":
            return "It is a prospect: no revenue hangs on it yet."
        return "What it brings in is not known, so how much revenue is exposed is not known either."
    currency = found.before.settings.currency
    amount = words.money(before.revenue, currency)
    share = words.percent(before.share.value * 100)
    total = found.before.revenue.total
    was, now = (_exposed(entry, total, currency) for entry in (before, after))
    moved = f"stays at {now}" if was == now else f"{_way(before, after)} from {was} to {now}"
    brought = f"{amount} in {_period(found.before)}, {share} of the book's revenue"
    return f"The account brought in {brought}; what of it is exposed, by its health, {moved}."


def _way(before: AssessedAccount, after: AssessedAccount) -> str:
    """Say which way the exposure goes, where that is known."""
    was, now = before.exposure.value, after.exposure.value
    if was is None or now is None:
        return "goes"
    return "rises" if now > was else "falls"


def _period(book: Assessment) -> str:
    return book.revenue.period or book.period


def _exposed(entry: AssessedAccount, total: float, currency: str | None) -> str:
    score = entry.exposure
    if score.value is not None:
        return words.money(_rounded(score.value * total), currency)
    return f"{words.money(_rounded(score.low * total), currency)}–{words.number(_rounded(score.high * total))}"


def _rounded(amount: float) -> float:
    """Round to three figures: what health says is no exact amount."""
    return float(f"{amount:.2e}")


def _contract(card: Card) -> str:
    facts = card.profile.facts
    contract = facts.account.contract
    ends = contract.ends if contract and contract.ends and contract.ends >= facts.as_of else None
    tender = contract.tender if contract and contract.tender and contract.tender >= facts.as_of else None
    parts = [f"the contract ends on {ends}" if ends else "", f"it is put out to tender on {tender}" if tender else ""]
    return words.sentence(" and ".join(part for part in parts if part)) if any(parts) else ""


def _orphans(orphans: Sequence[Orphan], currency: str | None) -> Iterator[str]:
    if not orphans:
        return
    kinds = Counter(orphan.kind for orphan in orphans)
    counted = [words.count(kinds[kind], *_KINDS[kind]) for kind in _KINDS if kinds[kind]]
    chances = [orphan.value for orphan in orphans if orphan.kind == "opportunity"]
    if known := [value for value in chances if value is not None]:
        missing = f" ({words.number(len(chances) - len(known))} of unknown worth)" if len(known) < len(chances) else ""
        counted[-1] += f" worth {words.money(sum(known), currency)} a year{missing}"
    yield f"{words.listed(counted)} {_verb(orphans, 'needs', 'need')} somebody new."


def _plans(effect: Effect) -> Iterator[str]:
    back, safe = effect.back, effect.safe
    if back.links:
        told = "; ".join(link_text(link) for link in back.links[:NAMED])
        told += f"; and {words.number(len(back.links) - NAMED)} more" if len(back.links) > NAMED else ""
        yield f"The smallest way back to where we stand today is {_new(back)}: {told}."
    else:
        yield "No new relationship is needed to stand where we stand today."
    if len(safe.links) > len(back.links) and effect.before.assessed.row.status != "former":
        in_all = " in all" if back.links else ""
        yield f"To cover every needed role, and so that no one departure cuts us off, it takes {_new(safe)}{in_all}."


def _new(plan: Plan) -> str:
    text = words.count(len(plan.links), "new relationship")
    if plan.is_smallest:
        return text
    return f"{text} (whether fewer would do is not proven; at least {words.number(plan.least)} are needed)"


def link_text(link: NewLink) -> str:
    """Write one relationship to build."""
    member = "somebody new of ours" if link.hire else link.member_name
    if link.roles:
        return f"{member} with a new {words.listed([labels.role(role) for role in link.roles])}"
    return f"{member} with {link.contact_name}"


def link_note(link: NewLink) -> str:
    """Say what has to be known of a relationship to build."""
    if link.roles:
        return (
            "to be found there" if len(link.roles) == 1 else "to be found there; one person may take all of these roles"
        )
    return "they know each other, and it is not live" if link.known else ""


def book_sentences(found: Departure) -> Iterator[str]:
    """Yield what the departure means for the whole book."""
    who, effects, currency = names_of(found.leavers), found.effects, found.before.settings.currency
    if not effects:
        yield f"Without {who}, nothing changes: no account names {_verb(found.leavers, 'that person', 'any of them')}."
        return
    owned = [effect for effect in effects if effect.loses_owner]
    to_do = f"{words.count(len(effects), 'account')} {_verb(effects, 'has', 'have')} to be taken care of"
    yield f"Without {who}, {to_do}{_owners(len(owned), len(effects))}."
    cut = [effect for effect in effects if effect.is_cut]
    if cut:
        told = words.listed([_cut_at(effect.before.assessed.row.name, effect.cut_off) for effect in cut], NAMED)
        yield f"In {words.number(len(cut))} of them{_worth(found, cut, currency)} we are cut off: {told}."
    else:
        yield "We still reach every key player whom we reach today."
    yield from _orphans([orphan for effect in effects for orphan in effect.orphans], currency)
    yield from _all_plans(effects)


def _owners(owned: int, of: int) -> str:
    """Say how many accounts lose their owner."""
    if not owned:
        return ""
    if owned == of:
        return ", and it loses its owner" if of == 1 else ", and all of them lose their owner"
    return f", and {words.number(owned)} of them {'loses its' if owned == 1 else 'lose their'} owner"


def _cut_at(account: str, cut_off: Sequence[Reach]) -> str:
    names = [reach.person.label for reach in cut_off]
    return f"{account} ({words.listed(names, NAMED)})" if names else f"{account} (nobody there is in live touch)"


def _worth(found: Departure, cut: Sequence[Effect], currency: str | None) -> str:
    known = [effect.before.assessed.revenue for effect in cut if effect.before.assessed.revenue is not None]
    if not known or not found.before.revenue.total:
        return ""
    share = words.percent(sum(known) / found.before.revenue.total * 100)
    missing = f"; {words.number(len(cut) - len(known))} without figures" if len(known) < len(cut) else ""
    amount = words.money(sum(known), currency)
    return f", which brought in {amount} in {_period(found.before)} ({share} of the book's revenue{missing}),"


def _all_plans(effects: Sequence[Effect]) -> Iterator[str]:
    plans = [(effect.before.assessed.row.name, effect.back) for effect in effects if effect.back.links]
    if not plans:
        yield "No new relationship is needed to stand where we stand today."
        return
    total = sum(len(plan.links) for _, plan in plans)
    least = sum(plan.least for _, plan in plans)
    proven = "" if least == total else f" (at least {words.number(least)})"
    told = words.listed([f"{words.number(len(plan.links))} at {name}" for name, plan in plans], NAMED)
    taken = f"{words.count(total, 'new relationship')}{proven}"
    yield f"The smallest way back to where we stand today takes {taken}: {told}."
