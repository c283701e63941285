"""Every rule, in the order of the codes. The list is written by hand: a rule that is not here does not run."""

from relmap.rules.rm3 import never_reviewed, not_reviewed
from relmap.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    not_reviewed.RULE,
    never_reviewed.RULE,
)
