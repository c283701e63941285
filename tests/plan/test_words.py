"""What a plan says in words, where it was easy to misread."""

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from relmap.render import words
from relmap.render.page_text import section_lines
from relmap.render.plan_page import plan_sections

from .plans import AS_OF, assessed_plan


def lines(folder: Path, account: str, section: str, as_of: date = AS_OF) -> list[str]:
    """Return the lines of one section of a plan as plain text, with single spaces."""
    run, plan = assessed_plan(folder, account, as_of)
    [entry] = plan_sections(run, plan, (section,))
    return [" ".join(line.split()) for line in section_lines(entry.section)]


CONTRACT = "contract: {ends: 2027-03-31, notice_days: 90}\n"
NEEDING = "dependence: {ours: {criticality: 5, alternatives: none}, theirs: {criticality: 1, alternatives: many}}\n"
NEEDED = """\
dependence:
  ours: {criticality: 1, alternatives: many}
  theirs: {criticality: 5, alternatives: none, switching_cost: 4}
"""


def test_where_we_depend_more_the_four_ways_are_ours(tmp_path: Path) -> None:
    money = "financials: {2025: {revenue: 100, gross_profit: 20}}\n"
    told = lines(tmp_path, CONTRACT + money + NEEDING, "runway")
    assert (
        "Want less from them Which part of what they buy could we do without? · they are 5 of 5 critical to us" in told
    )
    assert not any(line.startswith("They want less") for line in told)


def test_where_they_depend_more_the_four_ways_are_theirs(tmp_path: Path) -> None:
    told = lines(tmp_path, CONTRACT + NEEDED, "runway")
    at = told.index("They can make it more even in four ways, so this is what to expect of them:")
    assert [line for line in told[at + 1 :] if line.startswith("They")] == [
        "They want less from us Which part of what we deliver could they do without? · we are 5 of 5 critical to them",
        "They have more alternatives Who else could they buy from? · others who could take our place: none; "
        "switching costs them 4 of 5",
        "They are worth more to us What could they offer that we would miss? · they are 1 of 5 critical to us",
        "They leave us fewer alternatives What would tie us to them alone? · "
        "others who could take their place for us: many",
    ]
    assert not any(line.startswith("Want less") for line in told)


def test_who_may_be_a_key_player_is_not_said_to_be_one(tmp_path: Path) -> None:
    people = "contacts: {jane: {name: Jane, power: 5}, eve: {name: Eve}, ben: {name: Ben, power: 1}}\n"
    told = lines(tmp_path, CONTRACT + people, "runway")
    assert "Key players to be won Jane and Eve (power not known)" in told


def test_what_was_given_is_told_in_the_words_of_the_card(tmp_path: Path) -> None:
    told = lines(tmp_path, CONTRACT + "exchanges: [{date: 2026-10-02, gave: us, kind: extra_scope}]\n", "runway")
    assert "- 2026-10-02: extra work · worth not noted" in told


def test_of_two_reviews_of_a_day_that_of_the_later_quarter_is_the_last(tmp_path: Path) -> None:
    reviews = """\
    reviews:
      - {date: 2026-07-01, quarter: 2026-Q3, by: maria, outcome: move_back}
      - {date: 2026-07-01, quarter: 2026-Q2, by: maria}
    """
    told = lines(tmp_path, reviews, "reviewing")
    assert [line for line in told if line.startswith("2026-07-01")] == [
        "2026-07-01 FY2026-Q3 Maria López move back –",
        "2026-07-01 FY2026-Q2 Maria López not said –",
    ]


def test_a_review_is_no_point_of_its_own_agenda_and_what_is_late_is_said_to_be(tmp_path: Path) -> None:
    account = """\
    tier: key
    reviews: [{date: 2026-07-01, quarter: 2026-Q3, by: maria}]
    promises: [{what: Offer, by: tom, due: 2026-11-01}]
    """
    settings = "company: N\ntiers: {key: {review: quarter}}\nteam: {maria: {name: Maria}, tom: {name: Tom}}\n"
    run, plan = assessed_plan(tmp_path, account, settings=settings)
    assert "review" in [thing.kind for thing in plan.things]
    [entry] = plan_sections(run, plan, ("reviewing",))
    told = list(section_lines(entry.section))
    assert any("Keep the promise: Offer (Tom, by 2026-11-01: late)." in line for line in told)
    assert not any("Review the account" in line for line in told)


HOSTAGE = """\
financials: {2025: {revenue: 100, gross_profit: 20}}
contacts: {jane: {power: 5, known_by: {tom: {level: credible_source, last_contact: 2025-11-01}}}}
opportunities:
  - {what: Now, value: 40, since: 2026-10-01}
  - {what: Later, value: 500, since: 2026-11-14}
"""


@pytest.mark.parametrize(("day", "worth"), [(13, "EUR 40"), (14, "EUR 540")])
def test_the_joint_plan_counts_no_opportunity_of_a_later_day(tmp_path: Path, day: int, worth: str) -> None:
    told = lines(tmp_path, HOSTAGE + NEEDING, "strategy", date(2026, 11, day))
    assert f"Worth a year, where a figure is known {worth}" in told


def test_the_strategy_says_what_to_do_and_not_how_somebody_was_reached(tmp_path: Path) -> None:
    assert any("Tom Hansen · not live: get in touch" in line for line in lines(tmp_path, HOSTAGE + NEEDING, "strategy"))


def test_work_that_is_done_on_a_later_day_is_under_way_on_this_one(tmp_path: Path) -> None:
    work = "initiatives: {visit: {what: Visit, owner: tom, due: 2026-10-10, status: done, done: 2026-10-20}}\n"
    before, after = (lines(tmp_path, work, "implementing", date(2026, 10, day)) for day in (15, 25))
    assert any("Visit Tom Hansen 2026-10-10 · late under way" in line for line in before)
    assert any("Visit Tom Hansen 2026-10-10 done" in line for line in after)


@pytest.mark.parametrize(
    ("points", "told"),
    [(0, ""), (1, "1 point of health is open here"), (2, "2 points of health are open here")],
)
def test_one_point_is_open_and_two_are(points: int, told: str) -> None:
    assert words.open_points(points) == told


def test_an_issue_is_told_as_long_as_it_stands(tmp_path: Path) -> None:
    issues = "issues: [{what: Late papers, since: 2026-10-01, status: open, closed: 2026-10-20}]\n"
    before, after = (lines(tmp_path, issues, "analysing", date(2026, 10, day)) for day in (15, 25))
    assert any("Late papers" in line for line in before)
    assert "No open issue is on record." in after


def test_work_of_a_later_day_serves_their_goals_still(tmp_path: Path) -> None:
    work = """\
    customer_goals: {faster: {what: Faster}}
    initiatives: {visit: {what: Visit, customer_goals: [faster], status: done, done: 2026-11-14}}
    """
    found = [lines(tmp_path, HOSTAGE + NEEDING + dedent(work), "strategy", date(2026, 11, day)) for day in (13, 14)]
    assert ["Work that serves their goals Visit" in told for told in found] == [True, False]


def test_the_risk_is_that_of_the_side_that_depends_more(tmp_path: Path) -> None:
    told = lines(tmp_path, HOSTAGE + NEEDING, "strategy")
    assert any("Which risk do we carry alone today" in line for line in told)
