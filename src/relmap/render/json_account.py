"""The published JSON of one account, as it stands in the book: figures and what is read off them."""

from datetime import date

from relmap.assess.assessment import AssessedAccount, Loss
from relmap.assess.figures import MEASURES, Figure, MeasureInfo
from relmap.assess.row import Gaps
from relmap.measures.dependence import Dependence
from relmap.measures.perception import Perception
from relmap.render import json_account_types as published
from relmap.render import json_types as shared


def is_number(measure: MeasureInfo) -> bool:
    """Say whether a measure is published as numbers: most are, and so are words that are digits (the map's status)."""
    return all(word.isdecimal() for word in measure.words)


_IDS = tuple((measure.id, is_number(measure) and bool(measure.words)) for measure in MEASURES)


def account(entry: AssessedAccount) -> published.Account:
    """Return an account without its evidence. Called for every account of a book: it stays one flat literal."""
    row = entry.row
    return {
        "id": row.id,
        "path": row.path,
        "name": row.name,
        "owner": row.owner,
        "status": row.status,  # type: ignore[typeddict-item]  # the model has checked it
        "tier": row.tier,
        "tags": list(row.tags),
        "since": iso(row.since),
        "parent": row.parent,
        "group": entry.group,
        "group_name": entry.group_name,
        "contract_in_force": row.has_contract,
        "revenue": entry.revenue,
        "measures": _figures(entry),
        "dependence": _dependence(entry.dependence),
        "perception": _perception(row.perception),
        "loss": None if entry.loss is None else _loss(entry.loss),
        "single_points": [{"person": who, "side": side} for who, side, _ in row.single_points],  # type: ignore[typeddict-item]
        "unprofitable_collaborator": row.unprofitable_collaborator,
        "review_due_by": iso(row.review_due_by),
        "leads": [lead.text for lead in entry.leads],
        "not_known": not_known(row.gaps),
    }


def iso(day: date | None) -> str | None:
    """Write a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def figure(found: Figure) -> shared.Figure:
    """Return one figure; the reason only where there is one."""
    value, low, high, completeness, reason = found
    if reason:
        return {"value": value, "low": low, "high": high, "completeness": completeness, "reason": reason}
    return {"value": value, "low": low, "high": high, "completeness": completeness}


def answer(measure: MeasureInfo, found: Figure) -> shared.Figure:
    """Return a measure's figure in the unit in which it is published."""
    return figure(in_numbers(found) if measure.words and is_number(measure) else found)


def in_numbers(found: Figure) -> Figure:
    """Return a figure whose words are digits with whole numbers in their place."""
    value, low, high = (None if word is None else int(word) for word in found[:3])
    return found._replace(value=value, low=low, high=high)


def _figures(entry: AssessedAccount) -> dict[str, shared.Figure]:
    figures = entry.figures
    return {measure: figure(in_numbers(figures[measure]) if digits else figures[measure]) for measure, digits in _IDS}


def _dependence(dependence: Dependence) -> published.DependenceNotes:
    signs = dependence.signs
    return {
        "direction": dependence.direction,  # type: ignore[typeddict-item]
        "signs": {
            "core_group": signs.core_group,
            "held_to_ransom": signs.held_to_ransom,
            "one_way": signs.one_way,
            "margins_eroding": signs.margins_eroding,
        },
        "disagree": dependence.disagree,
    }


def _perception(gap: Perception) -> published.Perception:
    return {"stage": gap.stage, "standing": gap.standing, "trust": gap.trust, "optimism": gap.optimism}


def _loss(loss: Loss) -> published.Loss:
    return {
        "revenue": loss.revenue,
        "gross_profit": loss.gross_profit,
        "hhi_after": loss.hhi_after,
        "people_freed": list(loss.people_freed),
    }


def not_known(gaps: Gaps) -> shared.NotKnown:
    """Return what is left open, as counts."""
    return {
        "contacts_power": _count(gaps.contacts_power),
        "contacts_support": _count(gaps.contacts_support),
        "relationships_live": _count(gaps.relationships_live),
        "their_view": _count(gaps.their_view),
        "dependence": _count(gaps.dependence),
    }


def _count(gap: tuple[int, int]) -> shared.Count:
    return {"unknown": gap[0], "of": gap[1]}
