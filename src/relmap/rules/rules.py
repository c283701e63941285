"""Every rule, in the order of the codes. The list is written by hand: a rule that is not here does not run."""

from relmap.rules.rm2 import key_player_not_live, no_live_relationship, required_role_uncovered, single_threaded
from relmap.rules.rm3 import never_reviewed, not_reviewed
from relmap.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    single_threaded.RULE,
    no_live_relationship.RULE,
    key_player_not_live.RULE,
    required_role_uncovered.RULE,
    not_reviewed.RULE,
    never_reviewed.RULE,
)
