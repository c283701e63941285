"""The closed lists of words that fields take, each from weakest to strongest where an order exists."""

from typing import Literal, get_args

Status = Literal["prospect", "customer", "former"]
ContactStatus = Literal["active", "left"]
Side = Literal["ours", "theirs"]
Giver = Literal["us", "them"]
ViewSource = Literal["asked", "said", "inferred"]
Source = Literal["ours", "theirs", "document"]
Stage = Literal["exploratory", "basic", "collaborative", "interconnected"]
Standing = Literal["supplier", "supplier_of_choice", "partner"]
Pattern = Literal["shallow_dependence", "shallow_interdependence", "deep_dependence", "deep_interdependence"]
Phase = Literal["awareness", "exploration", "expansion", "commitment"]
Dissolution = Literal["none", "at_risk", "open"]
TrustType = Literal["none", "calculus", "knowledge", "identification"]
Fit = Literal["under", "fitting", "over"]
Choice = Literal["maximise", "climb", "move_back", "exit"]
Alternatives = Literal["none", "few", "several", "many"]
Role = Literal["budget", "gatekeeper", "user", "technical", "approver", "sponsor", "influencer", "legal"]
RoleNeeded = Literal[
    "budget", "gatekeeper", "user", "technical", "approver", "sponsor", "influencer", "legal", "champion"
]
Support = Literal["opponent", "skeptic", "neutral", "supporter", "champion"]
Level = Literal["none", "vendor", "credible_source", "problem_solver", "trusted_advisor"]
ExchangeKind = Literal[
    "price",
    "rebate",
    "terms",
    "extra_scope",
    "commitment",
    "risk_share",
    "expertise",
    "research",
    "training",
    "introduction",
    "reference",
    "other",
]
Size = Literal["small", "medium", "large"]
About = Literal["process", "product", "people"]
IssueStatus = Literal["open", "closed"]
InitiativeStatus = Literal["planned", "in_progress", "done", "dropped"]
Outcome = Literal["advance", "hold", "move_back"]
Cadence = Literal["quarter", "year"]
Profile = Literal["gaap-10", "smb-investor", "lender", "eaglerock"]
PersonalField = Literal["name", "title", "email", "phone", "cares_about", "ids"]
RuleProfile = Literal["starter", "standard", "strict"]

STAGES: tuple[Stage, ...] = get_args(Stage)
RULE_PROFILES: tuple[RuleProfile, ...] = get_args(RuleProfile)
"""The profiles of rules, from the least demanding on; each holds the rules of those before it."""
STANDINGS: tuple[Standing, ...] = get_args(Standing)
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)
PHASES: tuple[Phase, ...] = get_args(Phase)
DISSOLUTIONS: tuple[Dissolution, ...] = get_args(Dissolution)
TRUST_TYPES: tuple[TrustType, ...] = get_args(TrustType)
FITS: tuple[Fit, ...] = get_args(Fit)
ALTERNATIVES: tuple[Alternatives, ...] = get_args(Alternatives)
SUPPORTS: tuple[Support, ...] = get_args(Support)
LEVELS: tuple[Level, ...] = get_args(Level)
ROLES: tuple[Role, ...] = get_args(Role)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
