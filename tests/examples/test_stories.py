"""The example book tells the stories that its README promises, account by account."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from relmap.assess.assessment import Assessment, Card
from relmap.assess.leads import Rank
from relmap.assess.run import make_card, run_book
from relmap.book.load import open_book

MERIDIAN = Path(__file__).parents[2] / "examples" / "meridian"
AS_OF = date(2026, 11, 15)


@dataclass(frozen=True)
class Story:
    """One account as the README's table tells it."""

    card: Card

    def __getitem__(self, measure: str) -> float | str | None:
        return self.card.assessed.figures[measure].value

    @property
    def stages(self) -> tuple[float | str | None, ...]:
        """Earned, theirs, ours."""
        return self["stage.earned"], self["stage.theirs"], self["stage.ours"]

    @property
    def standings(self) -> tuple[float | str | None, ...]:
        """Theirs and ours."""
        return self["standing.theirs"], self["standing.ours"]

    @property
    def pattern(self) -> tuple[float | str | None, str | None]:
        """The rung, and whose dependence is the larger."""
        return self["dependence"], self.card.dependence.direction

    @property
    def single_points(self) -> list[str]:
        return [point.person for point in self.card.profile.resilience.single_points]

    @property
    def first(self) -> str:
        """The one thing to look at first."""
        return self.card.leads[0].text

    @property
    def ranks(self) -> set[Rank]:
        return {lead.rank for lead in self.card.leads}

    def possible(self, measure: str) -> tuple[float | str | None, ...]:
        figure = self.card.assessed.figures[measure]
        return figure.value, figure.low, figure.high


@cache
def meridian() -> Assessment:
    book = open_book(MERIDIAN)
    assert book.settings is not None
    return run_book(book, book.settings, AS_OF, jobs=1)


@cache
def story(account: str) -> Story:
    book = open_book(MERIDIAN)
    assert book.settings is not None
    return Story(make_card(book, book.settings, meridian(), account))


def test_vindskar_is_a_healthy_partner_and_all_voices_agree() -> None:
    told = story("vindskar-turbines")
    assert told.stages == ("interconnected", "interconnected", "interconnected")
    assert told.standings == ("partner", "partner")
    assert told["stage.confirmed"] == "interconnected", "even on their word and documents alone"
    assert told.pattern == ("deep_interdependence", "theirs")
    assert told["dependence.imbalance"] == pytest.approx(-0.07, abs=0.01), "nearly even"
    assert (told["review"], told["health.band"], told["threads"]) == ("current", "green", 6)
    assert (told.single_points, told.first) == ([], "nothing pressing")


def test_haldermark_holds_us_to_ransom_and_one_champion_is_the_only_thread() -> None:
    told = story("haldermark-marine")
    assert told.stages == ("basic", "basic", "collaborative")
    assert told.standings == ("supplier", "supplier_of_choice")
    assert told.pattern == ("deep_dependence", "ours")
    assert told["dependence.suffering"] == "yes"
    assert told["share"] == pytest.approx(30.2, abs=0.05)
    assert told["equity.trend"] == pytest.approx(-5, abs=0.05), "margins shrink every year"
    assert (told["threads"], told.single_points) == (1, ["jonas", "nils-torp"])
    assert (told["review"], told["health.band"]) == ("current", "red")
    assert told.first == "suffering deep dependence: held to ransom, margins eroding"


def test_castelmora_smiles_and_takes() -> None:
    told = story("castelmora-foods")
    assert told.stages == ("collaborative", "collaborative", "collaborative")
    assert told.standings == ("supplier_of_choice", "supplier_of_choice")
    assert told.pattern == ("shallow_dependence", "ours")
    assert told["equity"] == pytest.approx(-0.85, abs=0.005)
    assert (told.card.dependence.signs.one_way, told["dependence.suffering"]) == (True, "no")
    contacts = told.card.profile.facts.account.contacts.values()
    assert len(contacts) == 6
    assert {contact.support for contact in contacts}.isdisjoint({"skeptic", "opponent"}), "suspiciously positive"
    assert (told["review"], told["health.band"]) == ("overdue", "amber")
    assert told.first == "review overdue"
    assert Rank.ONE_WAY in told.ranks


def test_orlovice_lost_its_champion_and_nobody_is_live() -> None:
    told = story("orlovice-presses")
    assert told.stages == ("exploratory", "collaborative", "collaborative")
    assert told.standings == ("supplier_of_choice", "supplier_of_choice")
    assert told["dependence"] is None, "whom else they could turn to is unknown"
    assert (told["threads"], told["review"], told["health.band"]) == (0, "overdue", "red")
    assert told.first == "Jan Kolar left and nobody else is live"


def test_lumenta_hears_partner_from_us_and_says_supplier() -> None:
    told = story("lumenta-logistics")
    assert told.stages == ("basic", "basic", "collaborative")
    assert told.standings == ("supplier", "partner")
    assert told.pattern == ("shallow_dependence", "ours")
    assert (told["review"], told["health.band"]) == ("current", "amber")
    assert told.first == "we say partner, they say supplier"
    answers = told.card.profile.facts.account.signals["shares_internal_problems"]
    assert {(entry.by, entry.holds) for entry in answers} == {
        ("jonas", True),
        ("ines-faria", False),
        ("rui-matos", True),
    }


def test_kestrelby_packaging_is_cooperative_at_a_loss() -> None:
    told = story("kestrelby-packaging")
    assert told.stages == ("collaborative", "collaborative", "collaborative")
    assert told.standings == ("supplier_of_choice", "supplier_of_choice")
    assert told.pattern == ("shallow_interdependence", "theirs")
    assert told["dependence.imbalance"] == pytest.approx(-0.06, abs=0.01), "nearly even"
    assert told["equity.margin"] == pytest.approx(-4.74, abs=0.01)
    assert told.card.profile.transience.move
    assert (told["review"], told["health.band"]) == ("current", "green"), "profit is no part of health"
    assert told.first == "Cooperative for 7 quarters at a loss: advance or move back"


def test_kestrelby_pumps_trust_tom_and_not_meridian() -> None:
    told = story("kestrelby-pumps")
    assert told.stages == ("basic", "basic", "collaborative")
    assert told.standings == ("supplier", "supplier_of_choice")
    assert (told["trust.personal"], told["trust.organisation"]) == (90, 40)
    assert told.pattern == ("shallow_interdependence", "ours")
    assert told["dependence.imbalance"] == pytest.approx(0.07, abs=0.01), "nearly even"
    assert told.single_points == ["tom", "bo-ek"]
    assert (told["review"], told["health.band"]) == ("overdue", "amber")
    assert told.first == "if Tom Verhoeven leaves, Lena Fors and Bo Ek are out of reach"


def test_the_tarnholt_group_masks_a_weak_division() -> None:
    group, strong, weak = (story(f"tarnholt-{name}") for name in ("group", "elevators", "conveyors"))
    assert [told.stages for told in (group, strong, weak)] == [
        ("basic", "basic", "basic"),
        ("collaborative", "collaborative", "collaborative"),
        ("basic", "basic", None),
    ]
    assert [told.standings for told in (group, strong, weak)] == [
        ("supplier", "supplier_of_choice"),
        ("supplier_of_choice", "supplier_of_choice"),
        ("supplier", None),
    ]
    assert (group["dependence"], strong.pattern, weak.pattern) == (
        None,
        ("deep_interdependence", "theirs"),
        ("shallow_dependence", "ours"),
    )
    assert [told["review"] for told in (group, strong, weak)] == ["current", "current", "never"]
    assert [told["health.band"] for told in (group, strong, weak)] == ["green", "green", "red"]
    assert [entry.row.id for entry in group.card.divisions] == ["tarnholt-conveyors", "tarnholt-elevators"]
    assert group["share.group"] == strong["share.group"] == pytest.approx(11.4, abs=0.05)
    assert group.card.assessed.revenue == 150_000, "its own figures leave the divisions out"


def test_tarnholt_elevators_is_one_joint_plan_away() -> None:
    assert story("tarnholt-elevators").first == "for interconnected: a joint plan"


def test_tarnholt_conveyors_has_a_price_list_and_no_contract() -> None:
    told = story("tarnholt-conveyors")
    assert told.card.assessed.row.has_contract is not True
    assert (told["threads"], told.single_points) == (1, ["jonas"])
    assert Rank.UNREVIEWED in told.ranks


def test_dornelle_is_happy_at_basic_for_life() -> None:
    told = story("dornelle-bakeries")
    assert told.stages == ("basic", "basic", "basic")
    assert told.standings == ("supplier_of_choice", "supplier_of_choice")
    assert told.pattern == ("shallow_dependence", "theirs")
    assert told["dependence.imbalance"] == pytest.approx(-0.07, abs=0.01)
    assert (told["review"], told.card.profile.review.cadence) == ("current", "year")
    assert (told["health.band"], told["promises"]) == ("green", 100)
    assert Rank.UNREVIEWED not in told.ranks


def test_pikestone_depends_on_us_and_nobody_looks() -> None:
    told = story("pikestone-mills")
    assert told.stages == ("exploratory", None, None), "every view is stale"
    assert told.standings == (None, None)
    assert told.pattern == ("deep_dependence", "theirs"), "we hold the power"
    assert told["dependence.suffering"] == "no", "theirs is no hostage story"
    assert (told["trust.personal"], told["trust.organisation"]) == (None, None), "every rating is stale"
    assert (told["review"], told["threads"]) == ("overdue", 0)
    assert told.possible("health.band") == (None, "red", "amber")


def test_rothmere_got_broken_promises_and_half_a_repair() -> None:
    told = story("rothmere-steel")
    assert told.stages == ("collaborative", "basic", "basic")
    assert told["stage"] == "basic", "the lower of earned and theirs"
    assert told.standings == ("supplier", "supplier")
    assert told.pattern == ("shallow_interdependence", "theirs")
    assert told["dependence.imbalance"] == pytest.approx(-0.08, abs=0.01), "nearly even"
    assert told["promises"] == pytest.approx(33.3, abs=0.05)
    assert (told["review"], told["health.band"]) == ("waived", "red")
    assert told.first == "it may end: both sides talk past each other and their trust fell"
    repair = [promise for promise in told.card.profile.facts.account.promises if promise.repair == "board-recall"]
    assert [promise.kept is not None for promise in repair] == [True, False, False, True]


def test_fermanova_is_a_prospect_in_trial() -> None:
    told = story("fermanova-bio")
    assert told.stages == ("exploratory", None, "exploratory"), "what we infer is not their word"
    assert told.standings == (None, None)
    assert (told["dependence"], told["share"], told["review"]) == (None, 0, "none")
    assert told.possible("health.band") == (None, "red", "green")
    assert told.first == "the gatekeeper is a seat without a name"


def test_sundvik_is_ten_days_old_and_three_lines_long() -> None:
    told = story("sundvik-cranes")
    assert told.stages == ("exploratory", None, None)
    assert (told["dependence"], told["health"], told["share"]) == (None, None, None)
    assert told.possible("exposure") == (None, 0, 100), "it can be anything"
    assert (told["review"], told.card.profile.review.due_by) == ("due", date(2026, 11, 19))
    assert told.first.startswith("ask who")


def test_greyfall_is_gone() -> None:
    told = story("greyfall-textiles")
    assert told.stages == ("exploratory", None, None)
    assert told.standings == (None, None)
    assert (told.card.assessed.row.status, told["review"]) == ("former", "none")
    assert (told["dependence"], told["health"]) == (None, None)
    assert (told.card.assessed.revenue, told.first) == (60_000, "notice is given")


def test_the_book_and_its_four_large_customers() -> None:
    revenue = meridian().revenue
    assert (revenue.period, revenue.total) == ("FY2025", 12_040_000)
    assert revenue.hhi == pytest.approx(1603, abs=0.5)
    shares = {customer.group: round(customer.share * 100, 1) for customer in revenue.customers}
    assert {group: shares[group] for group in revenue.major} == {
        "haldermark-marine": 30.2,
        "vindskar-turbines": 15.4,
        "tarnholt-group": 11.4,
        "kestrelby-holding": 11.1,
    }
    assert revenue.core == (*revenue.major, "lumenta-logistics", "castelmora-foods")
    assert sum(shares[group] for group in revenue.core) == pytest.approx(84.3, abs=0.1)
    assert [(line.threshold.top, line.level) for line in meridian().profile_lines] == [(1, "beyond")]


def test_the_fragility_lies_between_what_is_known_and_what_could_be() -> None:
    fragility, entries = meridian().fragility, [entry for entry in meridian().accounts if entry.share.value is not None]
    assert fragility.value is None
    assert fragility.low == pytest.approx(0.323, abs=0.001)
    assert fragility.high == pytest.approx(0.424, abs=0.001)
    assert fragility.low == pytest.approx(sum(entry.exposure.low for entry in entries))
    assert fragility.low <= sum(entry.exposure.value or entry.exposure.low for entry in entries) <= fragility.high


def test_the_stages_of_fourteen_customers() -> None:
    assert meridian().stages == {"exploratory": 3, "basic": 7, "collaborative": 3, "interconnected": 1}


def test_the_unknown_stands_first() -> None:
    highest = max(meridian().accounts, key=lambda entry: entry.exposure.high)
    assert highest.row.id == "sundvik-cranes"


def test_five_key_accounts_and_room_for_six() -> None:
    key = meridian().key_accounts
    assert (len(key.accounts), key.capacity) == (5, 6)


def test_the_people_who_carry_the_book() -> None:
    loads = {load.member: load for load in meridian().loads}
    assert len(loads) == 8
    assert {member: load.single_points for member, load in loads.items() if load.single_points} == {
        "jonas": 3,
        "tom": 2,
    }
    assert loads["viktor"].overdue == 1, "he left and his promise stayed"


def test_nothing_in_the_book_is_wrong() -> None:
    assert meridian().findings == ()


@pytest.mark.parametrize(
    ("account", "earned"),
    [
        ("vindskar-turbines", "partner"),
        ("tarnholt-elevators", "partner"),
        ("dornelle-bakeries", "supplier_of_choice"),
        ("castelmora-foods", "supplier"),  # nobody keeps a record of delivery
        ("haldermark-marine", "supplier"),  # 93 % on time, and a promise kept late
        ("lumenta-logistics", "supplier"),
        ("rothmere-steel", "supplier"),
        ("sundvik-cranes", None),  # no revenue and no contract in the file
    ],
)
def test_the_record_earns_a_standing_whatever_is_claimed(account: str, earned: str | None) -> None:
    assert story(account)["standing.earned"] == earned
