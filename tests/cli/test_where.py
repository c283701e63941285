"""The selector grammar of `--where`, on the example book, whose figures its README tells."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from relmap.assess.figures import MEASURES
from relmap.assess.select import FIELDS, parse_selector, select

from ..render.screens import example
from .running import MERIDIAN, Ending

Run = Callable[..., Ending]
MORE = "{} more could match: what the conditions ask of them is not known"


@pytest.fixture
def where(relmap: Run) -> Run:
    words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--format", "csv", "--sort", "id")
    return lambda *conditions: relmap(*words, *(word for text in conditions for word in ("--where", text)))


def chosen(ending: Ending) -> set[str]:
    assert ending.code == 0, ending.err
    return {row["id"] for row in csv.DictReader(StringIO(ending.out))}


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("id=sundvik-cranes", {"sundvik-cranes"}),
        ("name='Rothmere Steel'", {"rothmere-steel"}),
        ('name="Rothmere Steel"', {"rothmere-steel"}),
        ("owner=tom", {"pikestone-mills", "kestrelby-pumps", "dornelle-bakeries"}),
        ("status=prospect,former", {"fermanova-bio", "greyfall-textiles"}),
        ("tier=core", {"dornelle-bakeries", "greyfall-textiles"}),
        ("tier=?", {"sundvik-cranes"}),
        ("parent=tarnholt-group", {"tarnholt-elevators", "tarnholt-conveyors"}),
        ("group=tarnholt-group", {"tarnholt-group", "tarnholt-elevators", "tarnholt-conveyors"}),
        ("tag=steel,Pumps", {"rothmere-steel", "kestrelby-pumps"}),
    ],
)
def test_fields(where: Run, conditions: str, expected: set[str]) -> None:
    assert chosen(where(conditions)) == expected


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ("stage=interconnected", {"vindskar-turbines"}),
        ("stage>=collaborative owner=sofia", {"kestrelby-packaging", "tarnholt-elevators", "vindskar-turbines"}),
        ("stage>collaborative", {"vindskar-turbines"}),
        ("stage.ours<basic", {"fermanova-bio"}),
        ("share<=2 share>1.9", {"dornelle-bakeries"}),
        ("share>=30", {"haldermark-marine"}),
        ("review!=current,due,none,overdue", {"rothmere-steel", "tarnholt-conveyors"}),
        ("tier!=key,growth", {"dornelle-bakeries", "greyfall-textiles", "sundvik-cranes"}),
        ("map=0", {"sundvik-cranes"}),
        ("dependence.imbalance<-0.5", {"pikestone-mills"}),
        ("dependence.suffering=yes", {"haldermark-marine"}),
    ],
)
def test_operators(where: Run, conditions: str, expected: set[str]) -> None:
    assert chosen(where(conditions)) == expected


def test_conditions_are_joined_by_and_in_one_option_or_in_many(where: Run) -> None:
    together = where("tier=key owner=jonas health<50")
    assert chosen(together) == {"haldermark-marine"}
    assert where("tier=key", "owner=jonas", "health<50") == together


def test_what_is_not_known_never_matches_and_is_counted(where: Run) -> None:
    below, above = where("health<50"), where("health>=50")
    unknown = chosen(where("health=?"))
    assert unknown == {"fermanova-bio", "greyfall-textiles", "pikestone-mills", "sundvik-cranes"}
    assert below.err == above.err == f"note: {MORE.format(4)}\n"
    assert not unknown & (chosen(below) | chosen(above))
    assert len(unknown | chosen(below) | chosen(above)) == 16
    assert chosen(where("health!=?")) == chosen(below) | chosen(above)


def test_what_fails_another_condition_is_not_counted(where: Run) -> None:
    assert where("health<50", "status=customer").err == f"note: {MORE.format(2)}\n", (
        "Pikestone and Sundvik could be both"
    )
    assert where("health<50", "tier=key").err == "", "no tier is a fact: Sundvik is no key account"


def test_quiet_does_not_count(relmap: Run) -> None:
    words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--where", "health<50")
    assert relmap(*words, "-q").err == ""


def test_question_mark_selects_what_is_not_known_of_every_field_and_measure() -> None:
    accounts = example("meridian")[1].accounts
    for field in (*FIELDS, *(measure.id for measure in MEASURES)):
        known, unknown = (
            {entry.row.id for entry in select(accounts, parse_selector(f"{field}{sign}?"))[0]} for sign in ("!=", "=")
        )
        assert known | unknown == {entry.row.id for entry in accounts}, field
        assert not known & unknown, field


@pytest.mark.parametrize("field", ["tier", "health", "stage.theirs"])
def test_question_mark_selects_what_is_not_known(where: Run, field: str) -> None:
    known, unknown = chosen(where(f"{field}!=?")), chosen(where(f"{field}=?"))
    assert known
    assert unknown
    assert (known | unknown, known & unknown) == (chosen(where()), set())


def test_no_match_is_an_empty_document_and_two(where: Run) -> None:
    ending = where("owner=helena")
    assert (ending.code, ending.err) == (2, "relmap: no account matched --where\n")
    assert len(ending.out.splitlines()) == 1, "the head of the table"


def test_no_match_prints_nothing_for_people(relmap: Run) -> None:
    words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--where", "owner=helena", "--format", "text")
    assert relmap(*words) == (2, "", "relmap: no account matched --where\n")


def test_what_a_field_leaves_out_stands_last_either_way(where: Run, relmap: Run) -> None:
    for sort in ("tier", "-tier"):
        words = ("assess", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--format", "csv", "--sort", sort)
        assert relmap(*words).out.splitlines()[-1].startswith("sundvik-cranes")


def test_named_accounts_come_as_named(relmap: Run) -> None:
    words = ("assess", "vindskar", "dornelle", "-C", str(MERIDIAN), "--as-of", "2026-11-15", "--format", "csv")
    assert [line.partition(",")[0] for line in relmap(*words).out.splitlines()[1:]] == [
        "vindskar-turbines",
        "dornelle-bakeries",
    ]


@pytest.mark.parametrize("number", ["nan", "inf", "1_000", "0x10"])
def test_what_only_python_calls_a_number_is_none(where: Run, number: str) -> None:
    assert where(f"health<{number}").err == f"relmap: health is a number, not '{number}'\n"


@pytest.mark.parametrize(
    ("conditions", "message", "hint"),
    [
        ("stag=basic", "--where does not know 'stag'", "did you mean stage?"),
        ("ownr=maria", "--where does not know 'ownr'", "did you mean owner?"),
        ("stage.our=basic", "--where does not know 'stage.our'", "did you mean stage.ours?"),
        ("health<green", "health is a number, not 'green'", ""),
        ("stage<warm", "stage is never 'warm'", "it is one of exploratory, basic, collaborative, interconnected"),
        ("stage=basic,warm", "stage is never 'warm'", "it is one of exploratory, basic, collaborative, interconnected"),
        ("health<", "--where health< needs a value", ""),
        ("tier<key", "--where can compare tier with = and != only", ""),
        ("tier", "cannot read 'tier' in --where", "conditions look like tier=key, health<50 or stage.theirs=?"),
        ("tier=key and", "cannot read 'and' in --where", "conditions look like tier=key, health<50 or stage.theirs=?"),
        ("health<?", "health is a number, not '?'", ""),
        ("TIER=key", "cannot read 'TIER=key' in --where", "conditions look like tier=key, health<50 or stage.theirs=?"),
    ],
)
def test_conditions_that_cannot_be_read(where: Run, conditions: str, message: str, hint: str) -> None:
    assert where(conditions) == (2, "", f"relmap: {message}\n" + (f"  hint: {hint}\n" if hint else ""))
