"""Money on a card: margin, what was given and got, payment, share of wallet, and what the loss would do."""

from collections.abc import Iterator

from relmap.assess.assessment import Assessment, Card
from relmap.assess.leads import member_label
from relmap.render import labels, words
from relmap.render.page import Block, Cell, Column, Fact, Facts, Grid, Section, Tone, fact

_COLUMNS = (Column("Given in four quarters"), Column("By us", right=True), Column("By them", right=True))


def money_section(assessment: Assessment, card: Card) -> Section | None:
    """Return the section, or None where the file has nothing of it."""
    facts = (*_margin(card), *_terms(card), *_wallet(assessment, card), *_given(card), *_loss(assessment, card))
    if not facts:
        return None
    blocks: list[Block] = [Facts(facts)]
    if card.profile.equity.by_kind:
        blocks.append(_kinds(assessment, card))
    return Section("Money", tuple(blocks))


def _margin(card: Card) -> Iterator[Fact]:
    margin = card.profile.equity.margin
    if margin.latest is None:
        return
    after = "after cost to serve" if margin.after_cost_to_serve else "gross: cost to serve is not known"
    year = f" in FY{margin.latest_year}" if margin.latest_year else ""
    tone = Tone.BAD if margin.latest < 0 else Tone.PLAIN
    yield fact("Margin", f"{words.percent(margin.latest)} of revenue{year}, {after}", tone)
    if margin.trend is None:
        yield fact(
            "Trend of the margin", words.UNKNOWN, Tone.UNKNOWN, "two complete years or eight quarters are needed"
        )
        return
    eroding = margin.trend <= card.profile.facts.rubric.dependence.eroding
    way = "rising" if margin.trend > 0 else "falling" if margin.trend < 0 else "level"
    text = f"{way} by {words.number(abs(margin.trend), 1)} percentage points a year"
    yield fact("Trend of the margin", text if margin.trend else "level", Tone.BAD if eroding else Tone.PLAIN)


def _terms(card: Card) -> Iterator[Fact]:
    days = card.profile.equity.days_beyond_terms
    if days is not None:
        text = f"{words.count(days, 'day')} beyond the agreed terms" if days > 0 else "within the agreed terms"
        yield fact("They pay", text, Tone.WATCH if days > 0 else Tone.PLAIN)


def _wallet(assessment: Assessment, card: Card) -> Iterator[Fact]:
    wallet, settings = card.profile.wallet, assessment.settings
    if wallet.share.value is not None:
        yield fact(
            "Share of wallet", f"{words.share(wallet.share.value)} of what they spend in our category, FY{wallet.year}"
        )
    if wallet.potential_gap is not None and wallet.potential_gap > 0:
        yield fact("Within reach", f"{words.money(wallet.potential_gap, settings.currency)} more a year")
    if wallet.whitespace and card.profile.facts.account.offerings:
        entries = [settings.offerings[offering].name or offering for offering in wallet.whitespace]
        yield fact("Not bought yet", words.listed(entries, 5))


def _given(card: Card) -> Iterator[Fact]:
    equity = card.profile.equity
    score = equity.reciprocity
    if not score.inputs:
        return
    text = words.ranged(score, words.fraction, (-1, 1))
    note = "−1 we give all, +1 they give all"
    if score.value is None:
        yield fact("Give and take", text, Tone.UNKNOWN, f"{note}; not scored: {score.reason}")
        return
    verdict = (
        "balanced" if equity.balanced else "we give more than we get" if score.value < 0 else "we get more than we give"
    )
    yield fact(
        "Give and take", f"{text}: {verdict}", Tone.PLAIN if equity.balanced or score.value > 0 else Tone.WATCH, note
    )
    if equity.price_share is not None:
        yield fact("Of what we gave", f"{words.share(equity.price_share)} is price, rebates or terms")


def _kinds(assessment: Assessment, card: Card) -> Grid:
    currency = assessment.settings.currency
    unvalued = _unvalued(card)
    rows = tuple(
        (
            Cell(labels.KINDS.get(kind, labels.spoken(kind))),
            _amount(gave, currency, unknown=(kind, "us") in unvalued),
            _amount(got, currency, unknown=(kind, "them") in unvalued),
        )
        for kind, gave, got in card.profile.equity.by_kind
    )
    return Grid(_COLUMNS, rows)


def _unvalued(card: Card) -> set[tuple[str, str]]:
    """Return the kinds and givers of what was given without saying what it was worth."""
    facts = card.profile.facts
    return {
        (exchange.kind, exchange.gave)
        for exchange in facts.account.exchanges
        if exchange.value is None and facts.window_start <= exchange.date <= facts.as_of
    }


def _amount(amount: float, currency: str | None, *, unknown: bool) -> Cell:
    text = words.money(amount, currency) if amount else ""
    if unknown:
        return Cell(f"{text} + ?" if text else words.UNKNOWN, Tone.UNKNOWN)
    return Cell(text or "–")


def _loss(assessment: Assessment, card: Card) -> Iterator[Fact]:
    entry = card.assessed
    loss = entry.loss
    if loss is None or not loss.revenue:
        return
    currency = assessment.settings.currency
    parts = [f"{words.money(loss.revenue, currency)} of revenue"]
    if loss.gross_profit is not None:
        parts.append(f"{words.money(loss.gross_profit, currency)} of gross profit")
    whose = "Losing them" if entry.group == entry.row.id and not card.divisions else "Losing the group"
    yield fact(whose, f"costs {words.listed(parts)}")
    if loss.hhi_after is not None and assessment.revenue.hhi is not None:
        now, then = words.number(assessment.revenue.hhi, 1), words.number(loss.hhi_after, 1)
        yield fact("What is left", f"HHI {then} instead of {now}, of 10{words.NARROW_SPACE}000", note="concentration")
    if loss.people_freed:
        names = [member_label(card.profile, person) for person in loss.people_freed]
        yield fact("Free then", words.listed(names), note="they carry nothing else in the book")
