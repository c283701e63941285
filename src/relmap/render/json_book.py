"""The published JSON of the book: concentration, profile, fragility, stages, loads and what is not known."""

from collections.abc import Sequence

from relmap.assess.assessment import Assessment, MemberLoad
from relmap.assess.figures import in_percent
from relmap.assess.row import Gaps
from relmap.measures.concentration import PROFILES, Concentration, ProfileLine, worst
from relmap.render import json_book_types as published
from relmap.render.json_account import figure, not_known


def book(assessment: Assessment) -> published.Book:
    """Return what is true of the whole book."""
    settings, key = assessment.settings, assessment.key_accounts
    return {
        "company": settings.company,
        "currency": settings.currency,
        "fiscal_year_starts": settings.fiscal_year_starts,
        "has_settings": assessment.has_settings,
        "accounts": len(assessment.accounts),
        "customers": sum(entry.row.status == "customer" for entry in assessment.accounts),
        "broken": list(assessment.broken),
        "revenue": _concentration(assessment.revenue),
        "gross_profit": _concentration(assessment.gross_profit),
        "profile": _profile(assessment),
        "fragility": figure(in_percent(assessment.fragility)),
        "stages": _stages(assessment),
        "loads": [_load(load) for load in assessment.loads],
        "key_accounts": {"accounts": list(key.accounts), "capacity": key.capacity},
        "not_known": not_known(_sum([entry.row.gaps for entry in assessment.accounts])),
    }


def _concentration(found: Concentration) -> published.Concentration:
    top = {count: share * 100 for count, share in found.top.items()}
    return {
        "total": found.total,
        "hhi": found.hhi,
        "effective_number": found.effective_number,
        "top": {"cr1": top.get(1), "cr3": top.get(3), "cr5": top.get(5), "cr10": top.get(10)},
        "top_fifth": None if found.top_fifth is None else found.top_fifth * 100,
        "major": list(found.major),
        "core": list(found.core),
        "without_figures": list(found.without_figures),
        "negative": list(found.negative),
        "customers": [
            {"group": customer.group, "amount": customer.amount, "share": customer.share * 100}
            for customer in found.customers
        ],
        "reason": found.reason or None,
    }


def _profile(assessment: Assessment) -> published.ConcentrationProfile:
    name, lines = assessment.settings.rubric.concentration.profile, assessment.profile_lines
    return {
        "name": name,
        "source": PROFILES[name][0],
        "level": worst(lines).value,  # type: ignore[typeddict-item]  # one of LEVELS
        "lines": [profile_line(line) for line in lines],
    }


def profile_line(line: ProfileLine) -> published.ProfileLine:
    """Return how the book stands against one threshold."""
    return {
        "top": line.threshold.top,
        "share": line.share * 100,
        "watch": line.threshold.watch * 100,
        "beyond": line.threshold.beyond * 100,
        "level": line.level,  # type: ignore[typeddict-item]  # one of LEVELS
    }


def _stages(assessment: Assessment) -> published.StageMix:
    count = assessment.stages
    return {
        "exploratory": count["exploratory"],
        "basic": count["basic"],
        "collaborative": count["collaborative"],
        "interconnected": count["interconnected"],
    }


def _load(load: MemberLoad) -> published.Load:
    return {
        "member": load.member,
        "name": load.name,
        "accounts": load.accounts,
        "relationships": load.relationships,
        "live": load.live,
        "single_points": load.single_points,
        "overdue": load.overdue,
        "promises_due": load.promises_due,
        "promises_kept": load.promises_kept,
    }


def _sum(gaps: Sequence[Gaps]) -> Gaps:
    """Add up the gaps of all accounts, field by field."""
    sums = [
        (sum(entry[position][0] for entry in gaps), sum(entry[position][1] for entry in gaps))
        for position in range(len(Gaps._fields))
    ]
    return Gaps(*sums)
