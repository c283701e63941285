"""The same account and the same book without somebody: changed in memory and assessed again, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from relmap.assess.assessment import Assessment, Card
from relmap.model.account import Account
from relmap.model.settings import Settings, TeamMember
from relmap.whatif.people import OURS, THEIRS, Leaver, mentioned
from relmap.why.moves import Move
from relmap.why.moves_people import leaves
from relmap.why.retake import Bench


def card_after(
    assessment: Assessment,
    card: Card,
    leavers: Iterable[Leaver],
    more: Sequence[Move] = (),
    joiners: Sequence[str] = (),
) -> Card:
    """Return the card as it would be on the same day without the leavers, and with moves and joiners besides."""
    gone = {leaver.id for leaver in leavers if leaver.side == THEIRS}
    facts = card.profile.facts
    moves = [leaves(facts, person) for person in facts.people if person.id in gone]
    settings = settings_after(assessment, facts.account, leavers, joiners)
    after = Bench(replace(assessment, settings=settings), card).after([*moves, *more])
    if after is None:
        raise AssertionError("what a move writes, the model takes")
    return after


def settings_after(
    assessment: Assessment, account: Account, leavers: Iterable[Leaver], joiners: Sequence[str] = ()
) -> Settings:
    """Return the book's settings with our leavers gone. A book without a team gets the one that the account names."""
    settings = assessment.settings
    gone = [leaver.id for leaver in leavers if leaver.side == OURS]
    if not gone and not joiners:
        return settings
    team = settings.team or {member: TeamMember() for member in mentioned(account)}
    left = {
        member: team.get(member, TeamMember()).model_copy(update={"status": "left", "left": assessment.as_of})
        for member in gone
    }
    return settings.model_copy(update={"team": {**team, **left, **{member: TeamMember() for member in joiners}}})
