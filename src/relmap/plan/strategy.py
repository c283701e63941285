"""The contact strategy that the Trust Ladder prescribes against deep dependence: key player by key player."""

from relmap.assess.assessment import Card
from relmap.measures.facts import Facts, Link, Person
from relmap.model.words import LEVELS
from relmap.plan.values import Approach


def find_approaches(card: Card) -> tuple[Approach, ...]:
    """Return one approach a key player, and who may be one; none on other rungs than deep dependence.

    Source: CustomerAttuned, Trust Ladder: a contact strategy on shared risk and mutual benefit.
    """
    if card.dependence.pattern.value != "deep_dependence":
        return ()
    facts = card.profile.facts
    people = sorted(facts.people, key=lambda person: -(person.contact.power or 0))
    return tuple(_approach(facts, person) for person in people if person.key is not False)


def _approach(facts: Facts, person: Person) -> Approach:
    link = max((link for link in person.links if link.present is not False), key=_nearness, default=None)
    goals = tuple(goal.what for goal in facts.account.customer_goals.values() if goal.contact == person.id)
    return Approach(
        person.id,
        person.contact.power,
        link.member if link else None,
        link.live if link else None,
        link.relationship.level if link else None,
        link.relationship.desired if link else None,
        person.contact.cares_about,
        goals,
        ("contacts", person.id),
    )


def _nearness(link: Link) -> tuple[bool, bool, int, str, str]:
    level = LEVELS.index(link.relationship.level) if link.relationship.level else -1
    contacted = link.contacted.isoformat() if link.contacted else ""
    return link.live is True, link.live is None, level, contacted, link.member
