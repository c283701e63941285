"""What a plan says: what matters next, each relationship, the trace, the strategy, the review, value and runway."""

from datetime import date
from pathlib import Path

from .plans import plan_of

WORK = """\
contacts: {jane: {power: 5}}
promises:
  - {what: Late one, by: tom, due: 2026-11-01}
  - {what: Coming one, by: maria, due: 2026-12-24}
  - {what: Theirs, by: jane, due: 2026-10-01}
  - {what: Kept one, by: tom, due: 2026-10-01, kept: 2026-09-30}
initiatives:
  visit: {what: Visit the line, owner: tom, due: 2026-11-20}
  over: {what: Over, owner: tom, due: 2026-10-01, status: done, done: 2026-09-30}
  out: {what: Out, owner: tom, due: 2026-10-01, status: dropped}
"""


def test_what_is_late_comes_first_and_then_what_falls_due(tmp_path: Path) -> None:
    things = plan_of(tmp_path, WORK).things
    assert [(thing.kind, thing.what, thing.owner, str(thing.due)) for thing in things] == [
        ("promise", "Late one", "tom", "2026-11-01"),
        ("initiative", "Visit the line", "tom", "2026-11-20"),
        ("promise", "Coming one", "maria", "2026-12-24"),
    ]
    assert things[0].routes == (("promises", 0),)


def test_the_end_of_a_contract_matters_next_within_half_a_year(tmp_path: Path) -> None:
    ends = "contract: {starts: 2025-01-01, ends: 2027-03-31, notice_days: 90}\n"
    assert [thing.what for thing in plan_of(tmp_path, ends).things if thing.kind == "deadline"] == ["notice", "end"]
    early = plan_of(tmp_path, ends, date(2026, 6, 1))
    assert [thing for thing in early.things if thing.kind == "deadline"] == []


LINKS = """\
contacts:
  jane:
    {power: 5, support: champion, known_by: {maria: {level: problem_solver, trust: 8, rated: 2026-10-01,
    last_contact: 2026-11-01}, tom: {level: vendor, desired: credible_source, trust: 2, rated: 2024-01-01}}}
  ben: {power: 2, support: opponent, known_by: {tom: {level: credible_source, last_contact: 2026-01-01}}}
"""


def test_each_relationship_has_its_strengths_and_weaknesses_and_an_old_rating_is_neither(tmp_path: Path) -> None:
    links = plan_of(tmp_path, LINKS).links
    told = {
        (link.contact, link.member): [("+" if entry.is_strength else "-") + entry.text for entry in link.qualities]
        for link in links
    }
    assert told["jane", "maria"] == ["+live", "+seen as a problem solver", "+trust 8 of 10", "+a champion"]
    assert told["jane", "tom"] == [
        "-not live, no contact on record",
        "-seen as a vendor",
        "-should be credible source",
        "+a champion",
    ]
    assert told["ben", "tom"] == ["-not live, last contact 2026-01-01", "-an opponent"]


TRACE = """\
contacts: {jane: {}, ben: {}}
customer_goals: {faster: {what: Faster, contact: ben}}
goals: {win: {what: Win, contact: jane}, alone: {what: Alone}}
initiatives:
  both: {what: Both, goals: [win], customer_goals: [faster]}
  idle: {what: Idle}
  gone: {what: Gone, goals: [alone], status: dropped}
"""


def test_initiatives_goals_and_people_are_held_against_each_other(tmp_path: Path) -> None:
    trace = plan_of(tmp_path, TRACE).trace
    assert [(row.initiative, row.goals, row.customer_goals, row.people) for row in trace.rows] == [
        ("both", ("win",), ("faster",), ("jane", "ben")),
        ("idle", (), (), ()),
    ]
    assert (trace.goals_alone, trace.initiatives_alone, trace.nobody) == (("alone",), ("idle",), ("alone",))


HOSTAGE = """\
financials: {2025: {revenue: 100, gross_profit: 20}}
dependence: {ours: {criticality: 5, alternatives: none}, theirs: {criticality: 1, alternatives: many}}
contacts:
  jane: {power: 5, cares_about: Uptime, known_by: {tom: {level: vendor, last_contact: 2026-11-01}}}
  ben: {power: 4}
  eve: {power: 2}
  who: {}
"""


def test_a_contact_strategy_is_there_in_deep_dependence_for_everybody_who_may_decide(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, HOSTAGE)
    assert plan.card.ladder.rung == "deep_dependence"
    approaches = {entry.contact: (entry.member, entry.live, entry.cares_about) for entry in plan.approaches}
    assert approaches == {"jane": ("tom", False, "Uptime"), "ben": (None, None, None), "who": (None, None, None)}
    assert plan_of(tmp_path, "contacts: {jane: {power: 5}}\n").approaches == ()


REVIEWED = """\
reviews:
  - {date: 2026-07-01, quarter: 2026-Q3, by: maria, found: {stage: collaborative, health: 70}}
  - {date: 2027-01-01, quarter: 2027-Q1, by: maria}
touchpoints:
  - {date: 2026-06-30, kind: call}
  - {date: 2026-08-01, kind: visit, note: Saw the line}
  - {date: 2026-12-01, kind: call}
"""


def test_what_changed_since_the_last_review_up_to_the_day(tmp_path: Path) -> None:
    (tmp_path / "accounts").mkdir()
    account = REVIEWED.replace("  - {date: 2027-01-01, quarter: 2027-Q1, by: maria}\n", "")
    since = plan_of(tmp_path, account.replace("  - {date: 2026-12-01, kind: call}\n", "")).since
    assert since is not None
    assert [(entry.name, entry.then, entry.current) for entry in since.outcomes] == [
        ("stage", "collaborative", "exploratory"),
        ("health", 70, None),
    ]
    assert [(str(event.day), event.what) for event in since.events] == [("2026-08-01", "visit: Saw the line")]


def test_without_a_review_nothing_is_compared(tmp_path: Path) -> None:
    assert plan_of(tmp_path, "").since is None


VALUE = """\
contacts: {jane: {}}
value:
  - {what: Fewer stops, to: jane, promised: 5 %, delivered: 7 %, confirmed_by: jane, date: 2026-10-01}
  - {what: Less waste}
"""


def test_value_is_told_person_by_person(tmp_path: Path) -> None:
    value = plan_of(tmp_path, VALUE).value
    told = [(person.contact, [entry.what for _, entry in person.entries]) for person in value]
    assert told == [("jane", ["Fewer stops"]), (None, ["Less waste"])]


RUNWAY = """\
contract: {ends: 2027-03-31, notice_days: 90, tender: 2027-03-01}
contacts:
  jane: {power: 5, support: champion}
  ben: {power: 4, support: opponent}
  eve: {power: 5}
  low: {power: 1}
exchanges:
  - {date: 2026-10-01, gave: us, kind: rebate, value: 100}
  - {date: 2026-10-02, gave: us, kind: extra_scope}
  - {date: 2026-10-03, gave: them, kind: commitment, value: 30}
  - {date: 2024-01-01, gave: us, kind: price, value: 900}
"""


def test_the_runway_leads_back_from_the_end_of_the_contract(tmp_path: Path) -> None:
    runway = plan_of(tmp_path, RUNWAY).runway
    assert runway is not None
    assert [(entry.name, str(entry.day), entry.days) for entry in runway.deadlines] == [
        ("notice", "2026-12-31", 46),
        ("tender", "2027-03-01", 106),
        ("end", "2027-03-31", 136),
    ]
    assert (runway.supporters, runway.against, runway.undecided) == (("jane",), ("ben",), ("eve",))
    gave = runway.concessions
    assert ([at for at, _ in gave.given], [at for at, _ in gave.price], [at for at, _ in gave.received]) == (
        [0, 1],
        [0],
        [2],
    )


def test_there_is_no_runway_when_everything_is_over_or_open_ended(tmp_path: Path) -> None:
    assert plan_of(tmp_path, "contract: {starts: 2024-01-01, ends: 2026-10-01}\n").runway is None
    assert plan_of(tmp_path, "contract: {starts: 2024-01-01}\n").runway is None


def test_what_somebody_left_behind_falls_to_the_owner_and_is_nobody_s_contact_any_more(tmp_path: Path) -> None:
    settings = "team: {maria: {name: Maria}, olaf: {name: Olaf, status: left, left: 2026-06-30}}"
    left = (
        HOSTAGE.replace("known_by: {tom:", "known_by: {olaf:") + "promises: [{what: Old, by: olaf, due: 2026-11-20}]\n"
    )
    plan = plan_of(tmp_path, left, settings=f"company: Northwind\n{settings}\n")
    assert [(thing.what, thing.owner) for thing in plan.things if thing.kind == "promise"] == [("Old", "maria")]
    assert {entry.contact: entry.member for entry in plan.approaches}["jane"] is None
