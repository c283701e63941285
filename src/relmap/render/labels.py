"""What people read where the files have ids: stages, standings, patterns, roles, levels, states."""

from relmap.model.settings import Settings

_STAGES = {
    "exploratory": "Exploratory",
    "basic": "Basic",
    "collaborative": "Collaborative",
    "interconnected": "Interconnected",
}
_STANDINGS = {"supplier": "Supplier", "supplier_of_choice": "Supplier of choice", "partner": "Partner"}
PATTERNS = {
    "shallow_dependence": "shallow dependence",
    "shallow_interdependence": "shallow interdependence",
    "deep_dependence": "deep dependence",
    "deep_interdependence": "deep interdependence",
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
CHOICES = {"maximise": "stay and maximise", "climb": "climb", "move_back": "move back", "exit": "exit"}


def stage(settings: Settings, stage_id: object) -> str:
    """Return a stage in the team's own word."""
    own = {str(word): text for word, text in settings.labels.stages.items()}
    return own.get(str(stage_id)) or _STAGES.get(str(stage_id), str(stage_id))


def standing(settings: Settings, standing_id: object) -> str:
    """Return a standing in the team's own word."""
    own = {str(word): text for word, text in settings.labels.standings.items()}
    return own.get(str(standing_id)) or _STANDINGS.get(str(standing_id), str(standing_id))


def role(role_id: str) -> str:
    """Return a role as people say it."""
    return ROLES.get(role_id, spoken(role_id))


def spoken(word: str) -> str:
    """Return a word of a closed list as people read it."""
    return word.replace("_", " ")


def member(settings: Settings, member_id: str) -> str:
    """Return a team member's name, or the id where no name is given."""
    entry = settings.team.get(member_id)
    return (entry.name if entry else None) or member_id
