"""How a figure was computed, with its numbers in it: one line a measure, as somebody would work it out on paper."""

from collections.abc import Callable, Mapping, Sequence

from relmap.measures.result import Part
from relmap.measures.stage import needed
from relmap.render import figure_text, words
from relmap.why.explanation import Explanation

Write = Callable[[float], str]
TERMS = 10
"""How many terms of a sum are written out; the rest is counted."""


def formula_lines(found: Explanation) -> list[str]:
    """Return how the figure was computed: the rule, and where it is a number the same with its numbers."""
    return [line for line in (_RULES[found.measure.id], *_worked(found)) if line]


_MEAN = "Σ weight × value / Σ weight, over what is known"
_RULES: Mapping[str, str] = {
    "health": f"{_MEAN}; where the aim is basic or less, one live budget holder or approver counts as full coverage",
    "health.band": "the band that health falls into, compared unrounded",
    "stage": "the lower of what the evidence earns and what they say; our own claim never raises it",
    "stage.earned": "the highest stage whose musts pass, with enough of its further tests and every stage below it",
    "stage.confirmed": "the same, where a test counts only on their word or a document",
    "stage.theirs": "their newest view that is fresh; of one day the more cautious counts",
    "stage.ours": "our newest view that is fresh",
    "standing": "the lower of what the record earns and what they say; our own claim never raises it",
    "standing.earned": "the highest standing whose tests pass, with those of every standing below it",
    "standing.confirmed": "the same, where a test counts only on their word or a document",
    "standing.theirs": "their newest view that is fresh; of one day the more cautious counts",
    "standing.ours": "our newest view that is fresh",
    "phase": "the highest phase whose own tests pass: one of them, for commitment all three",
    "phase.confirmed": "the same, where a test counts only on their word or a document",
    "phase.dissolution": "open where notice is given; at risk where enough signs show within the window",
    "ladder": "the pattern of dependence between both sides",
    "ladder.trust": "the highest type of trust whose tests pass, with those of every type below it",
    "ladder.excessive": "high trust with few promises kept, or with nothing of theirs and no delivery record of late",
    "perception.stage": "the place of our stage less the place of theirs; above 0 we see it deeper",
    "perception.standing": "the place of our standing less the place of theirs; above 0 we see it higher",
    "perception.trust": "their trust in us as we put it, less as they say it, of 10",
    "perception.optimism": "the place of our stage less the place of the earned one",
    "trust.personal": f"{_MEAN}: each contact by the best of their relationships with us, weighted by power, of 100",
    "trust.organisation": "their newest rating of us as a company, × 10",
    "promises": "kept on or before the day / all that fell due in the window × 100",
    "promises.theirs": "the same for their promises to us",
    "map": "0 no contacts, 1 no key player, 2 none who supports us, 3 at least one who does",
    "map.colour": "red no key player supports us, amber one does, green one who decides does",
    "coverage": "power with a live relationship / all active power × 100",
    "support": f"{_MEAN}: −2 opponent to +2 champion, weighted by power",
    "threads": "one for each active contact with a live relationship",
    "resilience": "the fewest ways to any key player that share nobody: so many departures cut one off",
    "equity": "(got − gave) / (got + gave) by value over four quarters",
    "equity.margin": "(gross profit − cost to serve) / revenue × 100, of the latest complete period",
    "equity.trend": "the slope of the straight line through the margins, in points a year",
    "equity.profit": "gross profit − cost to serve, of the latest complete period",
    "balance": "trust, 100 × (1 − |imbalance|) and 100 × (1 − |give and take|) side by side; the weakest is named",
    "wallet": "revenue / customer_spend × 100, at most 100",
    "breakdown": "one for each of the five causes that is at work",
    "service": "over where effort is above what fits the stage aimed at, under where it is below",
    "checklist": "one for each of the five points that is there",
    "crp": "one for each of the six steps that is done",
    "goals": "the mean of (now − from) / (target − from) × 100 over the goals that a measure can be held against",
    "review": "current where a review counts for this period; else due within the days of grace, then overdue",
    "review.changed": "yes where the digest of the last review is no longer that of the file",
    "share": "their revenue / the book's revenue × 100, in the period of the book's shares",
    "share.group": "the revenue shares of all accounts of the group, added",
    "dependence": "deep where the larger dependence or our revenue share reaches its line; inter where both are close",
    "dependence.ours": "the larger of revenue share / line and (criticality − 1) / 4, × (1 − alternatives)",
    "dependence.theirs": "the mean of wallet, (criticality − 1) / 4, (switching cost − 1) / 4, × (1 − alternatives)",
    "dependence.mutual": "our dependence + their dependence",
    "dependence.imbalance": "our dependence − their dependence; above 0 they hold the power",
    "dependence.suffering": "a core customer, deep dependence with ours the larger, and one of the three signs",
    "exposure": "revenue share × (1 − health / 100)",
}


def _worked(found: Explanation) -> Sequence[str]:
    work = _WORKED.get(found.measure.id)
    if found.figure.value is None:
        return [f"not scored: {found.figure.reason}"] if found.figure.reason else []
    line = work(found) if work else ""
    return [f"{line} = {value_text(found)}"] if line else []


def value_text(found: Explanation) -> str:
    """Write the figure's value in its unit; a word in the team's own."""
    return figure_text.value_text(found.assessment.settings, found.measure, found.figure.value)


def word_text(found: Explanation, word: str) -> str:
    """Write a word of the measure as the team says it."""
    return figure_text.word_text(found.assessment.settings, found.measure, word)


def number_text(found: Explanation, value: float) -> str:
    """Write a number in the measure's unit, with the decimals that its scale deserves."""
    return figure_text.number_text(found.assessment.settings, found.measure, value)


def _mean(found: Explanation) -> str:
    known = [part for part in found.basis.parts if part.value is not None and part.weight]
    terms = [f"{words.plain(part.weight)} × {number_text(found, part.value or 0)}" for part in known]
    total = sum(part.weight for part in known)
    return f"({_sum(terms)}) / {words.plain(total)}"


def _sum(terms: Sequence[str]) -> str:
    shown = list(terms[:TERMS])
    if len(terms) > TERMS:
        shown.append(f"{len(terms) - TERMS} more")
    return " + ".join(shown)


def _added(found: Explanation) -> str:
    """Write a sum of signed parts."""
    text = ""
    for part in found.basis.parts:
        sign = words.MINUS if part.share < 0 else "+"
        amount = f"{part.name} {number_text(found, abs(part.share))}"
        text += f" {sign} {amount}" if text else amount
    return text


def _counted(found: Explanation) -> str:
    parts = found.basis.parts
    return f"{words.number(sum(part.share > 0 for part in parts))} of {words.number(len(parts))} count"


def _kept(found: Explanation) -> str:
    known = [part for part in found.basis.parts if part.value is not None and part.weight]
    kept = sum(1 for part in known if part.value)
    return f"{words.number(kept)} kept / {words.number(len(known))} due × 100"


def _rated(found: Explanation) -> str:
    return f"{words.plain(float(found.figure.value or 0) / 10)} × 10"


def _given(found: Explanation) -> str:
    kinds = found.card.profile.equity.by_kind
    gave, got = sum(kind[1] for kind in kinds), sum(kind[2] for kind in kinds)
    return f"({words.number(got)} − {words.number(gave)}) / ({words.number(got)} + {words.number(gave)})"


def _margin(found: Explanation) -> str:
    margin = found.card.profile.equity.margin
    latest = margin.points[-1]
    cost = f" − {words.number(latest.cost_to_serve or 0)}" if margin.after_cost_to_serve else ""
    return f"({words.number(latest.gross_profit or 0)}{cost}) / {words.number(latest.revenue or 0)} × 100"


def _slope(found: Explanation) -> str:
    points = [f"{part.name} {words.number(part.value or 0, 1)} %" for part in found.basis.parts]
    return f"the slope through {', '.join(points)}"


def _wallet(found: Explanation) -> str:
    wallet, facts = found.card.profile.wallet, found.card.profile.facts
    year = next(year for year in facts.years if year.year == wallet.year)
    return f"{words.number(year.revenue or 0)} / {words.number(year.customer_spend or 0)} × 100"


def _share(found: Explanation) -> str:
    if found.card.assessed.revenue is None:
        return "no revenue: not a customer"
    return f"{words.number(found.card.assessed.revenue)} / {words.number(found.assessment.revenue.total)} × 100"


def _ours(found: Explanation) -> str:
    line = found.card.profile.facts.rubric.dependence.share_line
    stakes = {part.name: part for part in found.basis.parts}
    share = found.card.assessed.group_share.value
    terms = []
    if share is not None:
        terms.append(f"min(1, {words.exact_share(share)} / {words.percent(line * 100)})")
    if stakes["criticality"].value is not None:
        terms.append(f"({words.plain(stakes['criticality'].value * 4 + 1)} − 1) / 4")
    return f"max({', '.join(terms)}) × (1 − {_loose(stakes)})"


def _theirs(found: Explanation) -> str:
    stakes = {part.name: part for part in found.basis.parts}
    rated = (part for name, part in stakes.items() if name != "alternatives")
    known = [words.fraction(part.value) for part in rated if part.value is not None]
    return f"mean({', '.join(known)}) × (1 − {_loose(stakes)})"


def _loose(stakes: Mapping[str, Part]) -> str:
    return words.plain_fraction(stakes["alternatives"].value or 0.0)


def _exposure(found: Explanation) -> str:
    share, health = found.card.assessed.share.value, found.card.profile.health.score.value
    return f"{words.exact_share(share or 0)} × (1 − {words.number(health or 0, 1)} / 100)" if share else "0 %"


def _attained(found: Explanation) -> str:
    known = [part for part in found.basis.parts if part.value is not None]
    return f"({_sum([words.number(part.value or 0, 1) for part in known])}) / {words.number(len(known))}"


def _lower(found: Explanation) -> str:
    """The headline: what is earned against what they say."""
    figures = found.card.assessed.figures
    earned, theirs = (figures[f"{found.measure.id}.{voice}"].value for voice in ("earned", "theirs"))
    said = f"they say {word_text(found, str(theirs))}" if theirs else "they have not said, so it is one-sided"
    return f"earned {word_text(found, str(earned))}, {said}"


def _needed(found: Explanation) -> str:
    stage, rubric = found.card.profile.stage, found.card.profile.facts.rubric.stage
    told = []
    for name in ("basic", "collaborative", "interconnected"):
        tests = [test for test in stage.tests if test.stage == name]
        musts, further = [test for test in tests if test.must], [test for test in tests if not test.must]
        text = f"{word_text(found, name)}: {_passed(musts)} of {len(musts)} musts"
        if further:
            text += f", {_passed(further)} of {len(further)} further ({needed(name, rubric)} needed)"
        told.append(text)
    return "; ".join(told)


def _passed(tests: Sequence[object]) -> int:
    return sum(getattr(test, "passed", None) is True for test in tests)


_WORKED: Mapping[str, Callable[[Explanation], str]] = {
    "health": _mean,
    "stage": _lower,
    "stage.earned": _needed,
    "standing": _lower,
    "perception.stage": _added,
    "perception.standing": _added,
    "perception.trust": _added,
    "perception.optimism": _added,
    "trust.personal": _mean,
    "trust.organisation": _rated,
    "promises": _kept,
    "promises.theirs": _kept,
    "coverage": _mean,
    "support": _mean,
    "threads": _counted,
    "resilience": _added,
    "equity": _given,
    "equity.margin": _margin,
    "equity.trend": _slope,
    "equity.profit": _added,
    "wallet": _wallet,
    "breakdown": _counted,
    "checklist": _counted,
    "crp": _counted,
    "goals": _attained,
    "share": _share,
    "share.group": _added,
    "dependence.ours": _ours,
    "dependence.theirs": _theirs,
    "dependence.mutual": _added,
    "dependence.imbalance": _added,
    "exposure": _exposure,
}
