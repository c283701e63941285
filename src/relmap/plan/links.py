"""What is strong and what is weak about each relationship, from what its entry says."""

from collections.abc import Iterator

from relmap.measures.facts import Facts, Link, Person
from relmap.measures.goals import find_loose_ends
from relmap.measures.result import Known
from relmap.measures.stakeholders import is_supportive
from relmap.measures.trust import pair_trust
from relmap.plan.values import Quality, RatedLink

HIGH, LOW = 7.0, 3.0
"""Trust of 0 to 10 from which it is a strength, and up to which a weakness. Ours."""


def rate_links(facts: Facts) -> tuple[RatedLink, ...]:
    """Return every relationship with an active contact, those with power first, with its strengths and weaknesses."""
    people = sorted(facts.people, key=lambda person: -(person.contact.power or 0))
    below = {link.route for link in find_loose_ends(facts).levels}
    return tuple(
        RatedLink(
            link.member, link.contact, tuple(_qualities(facts, person, link, below=link.route in below)), link.route
        )
        for person in people
        for link in person.links
    )


def _qualities(facts: Facts, person: Person, link: Link, *, below: bool) -> Iterator[Quality]:
    if link.present is False:
        yield Quality(False, "ours has left")
    yield from _touch(link)
    if link.relationship.level in ("problem_solver", "trusted_advisor"):
        yield Quality(True, f"seen as a {link.relationship.level.replace('_', ' ')}")
    elif link.relationship.level in ("none", "vendor"):
        yield Quality(False, "seen as a vendor" if link.relationship.level == "vendor" else "no relationship")
    if below and link.relationship.desired:
        yield Quality(False, f"should be {link.relationship.desired.replace('_', ' ')}")
    yield from _trust(facts, link)
    if is_supportive(person):
        yield Quality(True, f"a {person.contact.support}")
    elif person.contact.support in ("skeptic", "opponent"):
        yield Quality(False, f"{'an opponent' if person.contact.support == 'opponent' else 'a skeptic'}")


def _touch(link: Link) -> Iterator[Quality]:
    if link.live is True:
        yield Quality(True, "live")
    elif link.live is False:
        last = f"last contact {link.contacted}" if link.contacted else "no contact on record"
        yield Quality(False, f"not live, {last}")
    if link.relationship.two_way is False:
        yield Quality(False, "goes one way")


def _trust(facts: Facts, link: Link) -> Iterator[Quality]:
    """A rating that is too old, or dated after the day, says nothing."""
    given = link.relationship
    if given.trust is None or not facts.happened(given.rated):
        return
    if facts.freshness(given.rated, facts.rubric.valid_days.ratings) is Known.STALE:
        return
    trust = pair_trust(given.trust)
    if trust >= HIGH or trust <= LOW:
        yield Quality(trust >= HIGH, f"trust {round(trust, 1):g} of 10")
