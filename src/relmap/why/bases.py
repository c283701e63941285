"""Where each measure's basis comes from: one line a measure, in the order of the measures."""

from collections.abc import Mapping

from relmap.assess.assessment import Assessment, Card
from relmap.why import bases_numbers as numbers
from relmap.why import bases_words as words
from relmap.why.basis import Basis, FindBasis

BASES: Mapping[str, FindBasis] = {
    "health": numbers.health,
    "health.band": numbers.health_band,
    "stage": words.stage,
    "stage.earned": words.stage_earned,
    "stage.confirmed": words.stage_confirmed,
    "stage.theirs": words.stage_theirs,
    "stage.ours": words.stage_ours,
    "standing": words.standing,
    "standing.earned": words.standing_earned,
    "standing.confirmed": words.standing_confirmed,
    "standing.theirs": words.standing_theirs,
    "standing.ours": words.standing_ours,
    "phase": words.phase,
    "phase.confirmed": words.phase_confirmed,
    "phase.dissolution": words.dissolution,
    "ladder": words.ladder,
    "ladder.trust": words.trust_type,
    "ladder.excessive": words.excessive,
    "perception.stage": words.gap_of_stage,
    "perception.standing": words.gap_of_standing,
    "perception.trust": words.gap_of_trust,
    "perception.optimism": words.optimism,
    "trust.personal": numbers.trust_personal,
    "trust.organisation": numbers.trust_organisation,
    "promises": numbers.promises,
    "promises.theirs": numbers.promises_theirs,
    "map": words.map_status,
    "map.colour": words.map_colour,
    "coverage": numbers.coverage,
    "support": numbers.support,
    "threads": numbers.threads,
    "resilience": numbers.resilience,
    "equity": numbers.equity,
    "equity.margin": numbers.margin,
    "equity.trend": numbers.trend,
    "equity.profit": numbers.profit,
    "balance": numbers.balance,
    "wallet": numbers.wallet,
    "breakdown": words.breakdown,
    "service": words.service,
    "checklist": words.checklist,
    "crp": words.crp,
    "goals": numbers.goals,
    "review": words.review,
    "review.changed": words.changed_since_review,
    "share": numbers.share,
    "share.group": numbers.share_of_group,
    "dependence": words.pattern,
    "dependence.ours": numbers.dependence_ours,
    "dependence.theirs": numbers.dependence_theirs,
    "dependence.mutual": numbers.mutual,
    "dependence.imbalance": numbers.imbalance,
    "dependence.suffering": words.suffering,
    "exposure": numbers.exposure,
}


def find_basis(assessment: Assessment, card: Card, measure: str) -> Basis:
    """Return what one figure of an account rests on."""
    return BASES[measure](assessment, card)
