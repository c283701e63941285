"""The five models on each account of the example book: every answer belongs to the story that the README tells."""

import pytest

from tests.examples.test_stories import story

# account, then: depth (Bacon), phase and whether it ends (Dwyer), standing (Customers as Partners),
# rung and whose dependence is larger and trust (Trust Ladder), steps done of six (Beaumont)
TOLD = [
    # the healthy partner: the deepest on every model
    "vindskar-turbines    interconnected commitment  none    partner  deep_interdependence:theirs identification 5",
    # held to ransom: it still grows, it may end, and our plan is in good order all the same
    "haldermark-marine    basic         expansion   at_risk supplier deep_dependence:ours        knowledge      5",
    # everybody smiles and little comes back: deep by habit, nothing planned, and no more than a supplier
    "castelmora-foods     collaborative commitment  none    supplier shallow_dependence:ours     knowledge      1",
    # the champion left: two signs, and trust no deeper than the contract
    "orlovice-presses     exploratory   exploration at_risk supplier -:-                         calculus       0",
    # we say partner, they say supplier: one sign alone is no risk yet
    "lumenta-logistics    basic         exploration none    supplier shallow_dependence:ours     knowledge      2",
    # cooperative at a loss: every model but the money is content
    "kestrelby-packaging  collaborative commitment  none    supplier shallow_interdependence:theirs knowledge   4",
    # they trust Tom: good trade, and no step of the plan is done
    "kestrelby-pumps      basic         expansion   none    supplier shallow_interdependence:ours knowledge     0",
    # the parent's own file knows no dependence; its divisions do
    "tarnholt-group       basic         exploration none    supplier -:-                         calculus       0",
    "tarnholt-elevators   collaborative commitment  none    supplier_of_choice deep_interdependence:theirs knowledge 5",
    # the weak division: no contract, so not even the first kind of trust
    "tarnholt-conveyors   basic         exploration none    supplier shallow_dependence:ours     none           0",
    # happy at basic: their first choice without any ambition to go deeper
    "dornelle-bakeries    basic         exploration none    supplier_of_choice shallow_dependence:theirs knowledge 0",
    # nobody looks: old ratings earn nothing, and the dependence is theirs
    "pikestone-mills      exploratory   exploration none    supplier deep_dependence:theirs      calculus       1",
    # broken promises and half a repair: trust back at the first kind
    "rothmere-steel       basic         exploration at_risk supplier shallow_interdependence:theirs calculus    2",
    # a prospect in trial: planned before there is anything to depend on
    "fermanova-bio        exploratory   exploration none    -        -:-                         none           3",
    # three lines: what is not known is not answered
    "sundvik-cranes       exploratory   awareness   none    -        -:-                         none           0",
    # gone: dissolution is said aloud
    "greyfall-textiles    exploratory   exploration open    supplier -:-                         none           0",
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.split()[0])
def test_the_five_models_tell_the_story_of_the_account(told: str) -> None:
    account, *answers = told.split()
    card = story(account).card
    figures, profile = card.assessed.figures, card.profile
    found = (
        figures["stage"].value,
        profile.phase.earned.value,
        profile.dissolution.verdict.value,
        figures["standing"].value,
        f"{card.ladder.rung or '-'}:{card.dependence.direction or '-'}",
        profile.trust_types.earned.value,
        profile.crp.done,
    )
    assert ["-" if answer is None else str(answer) for answer in found] == answers


SIGNS = {
    "haldermark-marine": ["tender", "trust_fell"],
    "orlovice-presses": ["no_key_player", "key_player_left"],
    "lumenta-logistics": ["talking_past"],
    "pikestone-mills": ["no_key_player"],
    "rothmere-steel": ["talking_past", "trust_fell"],
    "greyfall-textiles": ["no_key_player", "revenue_fell"],
}


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.split()[0])
def test_only_the_troubled_accounts_show_signs_of_an_end(told: str) -> None:
    account = told.split()[0]
    signs = story(account).card.profile.dissolution.signs
    assert [sign.id for sign in signs if sign.passed] == SIGNS.get(account, [])


CAUSES = {
    "orlovice-presses": ["people_changed", "expectations", "slow_decline"],
    "pikestone-mills": ["slow_decline"],
    "rothmere-steel": ["expectations"],
    "tarnholt-conveyors": ["strategy"],
}


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.split()[0])
def test_causes_of_a_breakdown_stand_where_the_story_has_one(told: str) -> None:
    account = told.split()[0]
    causes = story(account).card.profile.breakdown.causes
    assert [cause.id for cause in causes if cause.passed] == CAUSES.get(account, [])
