"""The upper half of a made-up account file: who it is, contract, money, delivery, views, dependence, signals."""

from datetime import date

from benchmarks import words
from benchmarks.world import Subject
from benchmarks.yamltext import block, flow, item, listed, section, text


def head_lines(subject: Subject) -> list[str]:
    """Write the keys that stand alone at the top of the file."""
    draw = subject.draw
    fields = {
        "name": text(subject.name, quote=draw.chance(0.1)),
        "owner": subject.owner,
        "status": subject.status if subject.status != "customer" or draw.chance(0.3) else None,
        "tier": _tier(subject),
        "parent": subject.parent or None,
        "ids": flow(_system_keys(subject)) if draw.chance(0.8) else None,
        "counterpart": subject.theirs() if draw.chance(0.5) else None,
        "since": _since(subject) if draw.chance(0.9) else None,
        "tags": listed(draw.some(words.TAGS, draw.between(1, 3))) if draw.chance(0.7) else None,
        "offerings": _offerings(subject) if subject.status != "prospect" or draw.chance(0.3) else None,
    }
    return block(fields)


def aim_lines(subject: Subject) -> list[str]:
    """Write potential, ambition and competitors."""
    draw = subject.draw
    lines = _potential(subject) if draw.chance(0.7) else []
    if draw.chance(0.6):
        lines.append(f"ambition: {flow(_ambition(subject))}")
    rivals = draw.some(words.COMPETITORS, draw.between(0, 2))
    return [*lines, *section("competitors", [item(_competitor(subject, name)) for name in rivals])]


def money_lines(subject: Subject) -> list[str]:
    """Write contract, three years of money and the record of delivery; a prospect has none of them."""
    if subject.status == "prospect":
        return []
    return ["", *_contract(subject), "", *_financials(subject), *_delivery(subject)]


def voice_lines(subject: Subject) -> list[str]:
    """Write the views of both sides, dependence and signals."""
    return ["", *_views(subject), *_dependence(subject), *_signals(subject)]


def _tier(subject: Subject) -> str | None:
    draw = subject.draw
    if draw.chance(0.05):
        return None
    return "key" if draw.chance(0.1) else "growth" if draw.chance(0.35) else "core"


def _system_keys(subject: Subject) -> dict[str, object]:
    keys = {
        "salesforce": f"0015g{subject.index:07d}Ax",
        "hubspot": f'"{4_000_000 + subject.index}"',
        "sap": f"C-{subject.index:06d}",
    }
    return {system: keys[system] for system in subject.draw.some(words.SYSTEMS, subject.draw.between(1, 2))}


def _since(subject: Subject) -> date:
    return (
        subject.draw.day(date(2025, 6, 1), date(2026, 10, 1))
        if subject.status == "prospect"
        else subject.draw.day(date(2009, 1, 1), date(2023, 6, 30))
    )


def _offerings(subject: Subject) -> str:
    draw = subject.draw
    bought = draw.some(tuple(words.OFFERINGS), draw.between(1, 3))
    if draw.chance(0.7):
        return listed(bought)
    details: tuple[dict[str, object], ...] = (
        {"since": draw.day(date(2019, 1, 1), date(2025, 12, 31))},
        {"trial": True},
    )
    return flow({offering: flow(details[draw.chance(0.2)]) for offering in bought})


def _potential(subject: Subject) -> list[str]:
    draw = subject.draw
    fields: dict[str, object] = {
        "key_account": draw.chance(0.3),
        "revenue": draw.between(10, 150) * 10_000,
        "needs": subject.say(words.NEEDS) if draw.chance(0.6) else None,
    }
    if fields["needs"] and draw.chance(0.25):
        folded = {
            **fields,
            "needs": f">-\n    {draw.one(words.NEEDS)}.\n    Said twice by the plant, not yet by procurement.",
        }
        return ["potential:", *block(folded, "  ")]
    return [f"potential: {flow(fields)}"]


def _ambition(subject: Subject) -> dict[str, object]:
    draw = subject.draw
    return {
        "choice": draw.one(("maximise", "climb", "climb", "climb", "move_back", "exit")),
        "stage": words.STAGES[draw.between(1, 3)],
        "due": draw.day(date(2027, 3, 31), date(2028, 12, 31)) if draw.chance(0.8) else None,
        "why": subject.say(words.WHYS) if draw.chance(0.7) else None,
    }


def _competitor(subject: Subject, name: str) -> dict[str, object]:
    draw = subject.draw
    return {
        "name": name,
        "where": draw.one(words.WHERES) if draw.chance(0.8) else None,
        "favoured_by": listed([subject.theirs()]) if draw.chance(0.5) else None,
    }


def _contract(subject: Subject) -> list[str]:
    draw = subject.draw
    starts = draw.day(date(2021, 1, 1), date(2023, 12, 31)).replace(day=1)
    running = subject.status == "customer"
    ends = subject.soon(900) if running else draw.day(date(2024, 6, 30), date(2025, 6, 30))
    fields = {
        "starts": starts,
        "ends": ends if draw.chance(0.9) else None,
        "renewed": listed([str(draw.day(date(2024, 1, 1), date(2024, 5, 31)))]) if draw.chance(0.5) else None,
        "notice_days": draw.one((30, 60, 90, 180)) if draw.chance(0.8) else None,
        "tender": subject.soon(400) if running and draw.chance(0.2) else None,
        "payment_terms_days": draw.one((14, 30, 30, 45, 60)),
    }
    return ["contract:", *block(fields, "  ")]


def _financials(subject: Subject) -> list[str]:
    draw = subject.draw
    revenue = draw.between(40, 900) * 1000
    years = (2022, 2023, 2024) if subject.status == "former" else (2023, 2024, 2025)
    lines = ["financials:"]
    for year in years:
        revenue = revenue * draw.between(88, 118) // 100
        lines.append(f"  {year}: {_period(subject, revenue, year)}")
    if subject.status == "customer" and draw.chance(0.3):
        lines += [f"  2026-Q{quarter}: {_period(subject, revenue // 4, 2026)}" for quarter in (1, 2, 3)]
    return lines


def _period(subject: Subject, revenue: int, year: int) -> str:
    """Write the money of one period: everything, most of it, or the revenue alone."""
    draw = subject.draw
    if draw.chance(0.1):
        return str(revenue)
    return flow(
        {
            "revenue": revenue,
            "plan_revenue": revenue * draw.between(95, 110) // 100 if year >= 2025 and draw.chance(0.6) else None,
            "gross_profit": revenue * draw.between(18, 42) // 100,
            "cost_to_serve": revenue * draw.between(5, 20) // 100 if draw.chance(0.8) else None,
            "customer_spend": revenue * draw.between(120, 500) // 100 if draw.chance(0.7) else None,
            "payment_days": draw.between(20, 75) if draw.chance(0.7) else None,
        }
    )


def _delivery(subject: Subject) -> list[str]:
    draw = subject.draw
    years = [year for year in (2024, 2025) if draw.chance(0.5)]
    return section("delivery", [f"  {year}: {flow(_record(subject, year))}" for year in years])


def _record(subject: Subject, year: int) -> dict[str, object]:
    draw = subject.draw
    theirs = draw.chance(0.5)
    return {
        "on_time": draw.between(86, 100),
        "on_budget": draw.between(90, 100) if draw.chance(0.8) else None,
        "to_standard": draw.between(88, 100) if draw.chance(0.8) else None,
        "source": "theirs" if theirs else None,
        "ref": f"Vendor scorecard {year}" if theirs else None,
    }


def _views(subject: Subject) -> list[str]:
    days = subject.draw.days(date(2025, 2, 1), date(2026, 11, 10), subject.draw.between(1, 4))
    return section("views", [item(_view(subject, day)) for day in days])


def _view(subject: Subject, day: date) -> dict[str, object]:
    draw = subject.draw
    ours = draw.chance(0.55)
    return {
        "date": day,
        "side": "ours" if ours else "theirs",
        "by": subject.ours() if ours else subject.theirs(),
        "source": None if ours else draw.one(("asked", "asked", "said", "inferred")),
        "stage": draw.one(words.STAGES) if draw.chance(0.85) else None,
        "standing": draw.one(words.STANDINGS) if draw.chance(0.85) else None,
        "trust": draw.between(3, 9) if draw.chance(0.8) else None,
    }


def _dependence(subject: Subject) -> list[str]:
    draw = subject.draw
    if draw.chance(0.15):
        return []
    ours = {
        "criticality": draw.between(1, 5),
        "alternatives": draw.one(words.ALTERNATIVES) if draw.chance(0.8) else None,
    }
    theirs = {
        "criticality": draw.between(1, 5),
        "alternatives": draw.one(words.ALTERNATIVES) if draw.chance(0.8) else None,
        "switching_cost": draw.between(1, 5) if draw.chance(0.7) else None,
    }
    return ["", "dependence:", f"  ours: {flow(ours)}", f"  theirs: {flow(theirs)}"]


def _signals(subject: Subject) -> list[str]:
    chosen = subject.draw.some(words.SIGNALS, subject.draw.between(1, 6))
    return ["", *section("signals", [line for signal in chosen for line in _signal(subject, signal)])]


def _signal(subject: Subject, signal: str) -> list[str]:
    """Write a signal as a bare word, as one entry, or as the answers of both sides."""
    draw = subject.draw
    kind = draw.below(10)
    if kind < 3:
        return [f"  {signal}: {str(draw.chance(0.6)).lower()}"]
    if kind < 9:
        return [f"  {signal}: {flow(_observation(subject, ''))}"]
    answers = (flow(_observation(subject, subject.owner)), flow(_observation(subject, subject.theirs())))
    return [f"  {signal}:", *(f"    - {answer}" for answer in answers)]


def _observation(subject: Subject, by: str) -> dict[str, object]:
    draw = subject.draw
    document = not by and draw.chance(0.3)
    theirs = bool(by) and by not in subject.team
    return {
        "holds": draw.chance(0.6),
        "by": by or None,
        "date": subject.past(500),
        "source": "document" if document else "theirs" if theirs else None,
        "ref": f"minutes-{draw.between(2025, 2026)}-{draw.between(10, 52)}.pdf" if document else None,
    }
