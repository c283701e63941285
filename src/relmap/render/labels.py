"""What people read where the files have ids: stages, standings, patterns, roles, levels, states."""

from typing import cast

from relmap.model.settings import Settings
from relmap.model.words import Stage, Standing

_STAGES: dict[Stage, str] = {
    "exploratory": "Exploratory",
    "basic": "Basic",
    "collaborative": "Collaborative",
    "interconnected": "Interconnected",
}
_STANDINGS: dict[Standing, str] = {
    "supplier": "Supplier",
    "supplier_of_choice": "Supplier of choice",
    "partner": "Partner",
}
PATTERNS = {
    "shallow_dependence": "shallow dependence",
    "shallow_interdependence": "shallow interdependence",
    "deep_dependence": "deep dependence",
    "deep_interdependence": "deep interdependence",
}
TRUST_TYPES = {
    "none": "no kind of trust is earned yet",
    "calculus": "calculus trust: it rests on the contract",
    "knowledge": "knowledge trust: each side knows what to expect of the other",
    "identification": "identification trust: each side wants what the other wants",
}
PHASES = {
    "awareness": "awareness: no contact both ways and no revenue yet",
    "exploration": "exploration",
    "expansion": "expansion",
    "commitment": "commitment",
}
CHOICES = {
    "maximise": "stay and maximise",
    "climb": "climb",
    "move_back": "move back",
    "exit": "leave",
}
CONTACT_TYPES = {
    "supportive": "key player, supports us",
    "some_cover": "key player, some cover",
    "no_cover": "key player, no cover",
    "not_key": "not a key player",
}
QUADRANTS = {
    "manage_closely": "manage closely",
    "keep_satisfied": "keep satisfied",
    "keep_informed": "keep informed",
    "monitor": "monitor",
}
LEVELS = {
    "none": "no relationship",
    "vendor": "vendor",
    "credible_source": "credible source",
    "problem_solver": "problem solver",
    "trusted_advisor": "trusted advisor",
}
ROLES = {"budget": "budget holder", "user": "user", "legal": "legal", "technical": "technical judge"}
KINDS = {"extra_scope": "extra work", "commitment": "commitment", "risk_share": "shared risk"}
STATUSES = {"prospect": "prospect", "former": "former customer", "customer": "customer"}


def stage(settings: Settings, stage_id: object) -> str:
    """Return a stage in the team's own word."""
    known = cast("Stage", stage_id)
    return settings.labels.stages.get(known) or _STAGES.get(known, str(stage_id))


def standing(settings: Settings, standing_id: object) -> str:
    """Return a standing in the team's own word."""
    known = cast("Standing", standing_id)
    return settings.labels.standings.get(known) or _STANDINGS.get(known, str(standing_id))


def role(role_id: str) -> str:
    """Return a role as people say it."""
    return ROLES.get(role_id, spoken(role_id))


def spoken(word: str) -> str:
    """Return a word of a closed list as people read it."""
    return word.replace("_", " ")


def members(settings: Settings) -> dict[str, str]:
    """Return the name of every team member, by id; where no name is given, the id."""
    return {member_id: entry.name or member_id for member_id, entry in settings.team.items()}
