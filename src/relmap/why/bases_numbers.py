"""What the numbers rest on: people and trust, money, dependence, exposure, goals."""

from collections.abc import Iterator

from relmap.assess.assessment import Assessment, Card
from relmap.measures.arithmetic import slope_shares
from relmap.measures.equity import Margin
from relmap.measures.result import Input, Part, Score
from relmap.measures.trade import money_inputs
from relmap.why.basis import Basis, of_score, of_verdict, one, plus

_PERCENT = 100.0


def health(_: Assessment, card: Card) -> Basis:
    """The pieces of health, weighted."""
    return of_score(card.profile.health.score)


def health_band(assessment: Assessment, card: Card) -> Basis:
    """The pieces of health, and the bands that its bounds allow."""
    score = health(assessment, card)
    return of_verdict(card.profile.health.band)._replace(
        inputs=score.inputs, unknowns=score.unknowns, confirmed=score.confirmed
    )


def trust_personal(_: Assessment, card: Card) -> Basis:
    """Each contact's best pair, weighted by power."""
    return of_score(card.profile.trust.personal)


def trust_organisation(_: Assessment, card: Card) -> Basis:
    """Their newest view."""
    score = card.profile.trust.organisation
    return of_score(score, one("their newest view", score.value or 0.0))


def promises(_: Assessment, card: Card) -> Basis:
    """Each promise of ours that fell due."""
    return of_score(card.profile.promises.ours)


def promises_theirs(_: Assessment, card: Card) -> Basis:
    """Each promise of theirs that fell due."""
    return of_score(card.profile.promises.theirs)


def coverage(_: Assessment, card: Card) -> Basis:
    """Each contact, live or not, weighted by power."""
    return of_score(card.profile.coverage)


def support(_: Assessment, card: Card) -> Basis:
    """Where each contact stands, weighted by power."""
    return of_score(card.profile.support)


def threads(_: Assessment, card: Card) -> Basis:
    """Each contact counts one where a relationship with them is live."""
    people = card.profile.facts.people
    parts = (
        Part(
            person.label,
            None if person.live is None else float(person.live),
            float(person.live is True),
            float(person.live is not False),
            1.0,
            float(person.live is True),
        )
        for person in people
    )
    return of_score(card.profile.threads, parts)


def resilience(_: Assessment, card: Card) -> Basis:
    """The ways to the key player with the fewest: each counts one."""
    found = card.profile.resilience
    return of_score(found.score, (plus(way, 1.0) for way in found.weakest_ways))


def equity(_: Assessment, card: Card) -> Basis:
    """What was got, less what was given, over both."""
    return of_score(card.profile.equity.reciprocity)


def margin(_: Assessment, card: Card) -> Basis:
    """Gross profit, less cost to serve, in percent of revenue."""
    found = card.profile.equity.margin
    return Basis(tuple(_of_revenue(found)) if found.latest is not None else (), (), found.inputs)


def _of_revenue(found: Margin) -> Iterator[Part]:
    latest = found.points[-1]
    revenue = latest.revenue or 1.0
    yield plus("gross profit", (latest.gross_profit or 0.0) / revenue * _PERCENT)
    if found.after_cost_to_serve:
        yield plus("cost to serve", (latest.cost_to_serve or 0.0) / revenue * _PERCENT, -1)


def profit(_: Assessment, card: Card) -> Basis:
    """Gross profit, less cost to serve."""
    found = card.profile.equity.margin
    if found.profit is None:
        return Basis(inputs=found.inputs)
    latest = found.points[-1]
    parts = [plus("gross profit", latest.gross_profit)]
    if found.after_cost_to_serve:
        parts.append(plus("cost to serve", latest.cost_to_serve, -1))
    return Basis(tuple(parts), (), money_inputs(latest.keys))


def trend(_: Assessment, card: Card) -> Basis:
    """What each period adds to the slope of the least-squares line."""
    found = card.profile.equity.margin
    if found.trend is None:
        return Basis(inputs=found.inputs)
    shares = slope_shares(found.line)
    parts = tuple(
        Part(" ".join(point.keys), y, y, y, 1.0, share)
        for point, (_, y), share in zip(found.points, found.line, shares, strict=True)
    )
    return Basis(parts, (), found.inputs)


def balance(_: Assessment, card: Card) -> Basis:
    """Trust, interdependence and equitability, side by side and never added up."""
    found = card.balance
    parts = tuple(Part(aspect.name, aspect.value, aspect.low, aspect.high, 1.0, 0.0) for aspect in found.aspects)
    trust, sides = card.profile.trust, card.dependence[:2]
    scores = (trust.personal, trust.organisation, *sides, card.profile.equity.reciprocity)
    inputs = dict.fromkeys(entry for score in scores for entry in score.inputs)
    unknowns = tuple(entry for score in scores for entry in score.unknowns)
    return Basis(parts, (), tuple(inputs), unknowns, found.weakest.possible)


def wallet(_: Assessment, card: Card) -> Basis:
    """Revenue over what they spend with anybody."""
    score = card.profile.wallet.share
    return of_score(score, one("revenue / customer_spend", score.value or 0.0), scale=_PERCENT)


def goals(_: Assessment, card: Card) -> Basis:
    """How far each goal has come, each as one of all."""
    whole = card.profile.facts.account.goals
    found = card.goals
    known = [entry for entry in found if entry.score.value is not None]
    parts = tuple(
        Part(
            whole[entry.target.goal].what,
            entry.score.value,
            entry.score.low,
            entry.score.high,
            1.0,
            (entry.score.value or 0.0) / len(known) if known else 0.0,
        )
        for entry in found
    )
    return Basis(parts, (), tuple(Input(("goals", entry.target.goal)) for entry in found))


def share(assessment: Assessment, card: Card) -> Basis:
    """Their revenue over the book's."""
    score = card.assessed.share
    return of_score(score, one("their revenue / the book's", score.value or 0.0), scale=_PERCENT)._replace(
        inputs=_revenue(assessment, card)
    )


def share_of_group(assessment: Assessment, card: Card) -> Basis:
    """What each account of the group adds to its revenue share."""
    entry = card.assessed
    members = [other for other in assessment.accounts if other.group == entry.group and other.share.value is not None]
    parts = (plus(other.row.name, other.share.value) for other in members)
    return of_score(entry.group_share, parts, scale=_PERCENT)._replace(inputs=_revenue(assessment, card))


def _revenue(assessment: Assessment, card: Card) -> tuple[Input, ...]:
    """Return the entries of the period that shares are taken of."""
    period, money = assessment.period, card.profile.facts.account.financials
    keys = [period] if period in money else [f"{period}-Q{quarter}" for quarter in range(1, 5)]
    return money_inputs(key for key in keys if key in money)


def dependence_ours(assessment: Assessment, card: Card) -> Basis:
    """The larger of revenue share and criticality, loosened by alternatives."""
    found = of_score(card.dependence.ours)
    return found._replace(inputs=(*_revenue(assessment, card), *found.inputs))


def dependence_theirs(_: Assessment, card: Card) -> Basis:
    """Their stake, loosened by alternatives."""
    return of_score(card.dependence.theirs)


def mutual(assessment: Assessment, card: Card) -> Basis:
    """Both sides' dependence, added."""
    return _both(assessment, card, card.dependence.mutual, 1)


def imbalance(assessment: Assessment, card: Card) -> Basis:
    """Ours less theirs."""
    return _both(assessment, card, card.dependence.imbalance, -1)


def _both(assessment: Assessment, card: Card, score: Score, sign: int) -> Basis:
    ours, theirs = dependence_ours(assessment, card), dependence_theirs(assessment, card)
    sides = (card.dependence.ours.value, card.dependence.theirs.value)
    parts = (plus("our dependence", sides[0]), plus("their dependence", sides[1], sign))
    inputs = tuple(dict.fromkeys((*ours.inputs, *theirs.inputs)))
    return Basis(parts if score.value is not None else (), (), inputs, (*ours.unknowns, *theirs.unknowns))


def exposure(assessment: Assessment, card: Card) -> Basis:
    """The revenue share, less the part of it that health holds."""
    entry, score = card.assessed, card.profile.health.score
    basis = of_score(score)
    inputs = (*_revenue(assessment, card), *basis.inputs)
    if entry.exposure.value is None or entry.share.value is None or score.value is None:
        return Basis((), (), inputs, basis.unknowns)
    parts = (
        plus("revenue share", entry.share.value * _PERCENT),
        plus("held by health", entry.share.value * score.value, -1),
    )
    return Basis(parts if entry.share.value else one("nothing is at stake", 0.0), (), inputs, basis.unknowns)
