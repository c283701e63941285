"""Every rule, in the order of the codes. The list is written by hand: a rule that is not here does not run."""

from relmap.rules.rm2 import (
    departed_still_owns,
    key_player_known_by_nobody,
    key_player_not_live,
    no_live_relationship,
    one_of_ours_cuts_us_off,
    opponent_without_goal,
    placeholder_too_long,
    required_role_uncovered,
    single_threaded_customer,
    suspiciously_positive_map,
)
from relmap.rules.rm3 import (
    move_back_not_acted_on,
    never_reviewed,
    not_reviewed,
    ratings_that_never_change,
    review_without_them,
    reviewed_in_the_future,
)
from relmap.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    single_threaded_customer.RULE,
    no_live_relationship.RULE,
    key_player_not_live.RULE,
    required_role_uncovered.RULE,
    placeholder_too_long.RULE,
    departed_still_owns.RULE,
    suspiciously_positive_map.RULE,
    opponent_without_goal.RULE,
    one_of_ours_cuts_us_off.RULE,
    key_player_known_by_nobody.RULE,
    not_reviewed.RULE,
    never_reviewed.RULE,
    reviewed_in_the_future.RULE,
    move_back_not_acted_on.RULE,
    review_without_them.RULE,
    ratings_that_never_change.RULE,
)
