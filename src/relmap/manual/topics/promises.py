"""Promises kept."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="promises",
    title="Promises kept",
    question="Do we do what we said, on the day we said, and do they?",
    measures=("promises", "promises.theirs"),
    reads=("promises.*.by", "promises.*.made", "promises.*.due", "promises.*.kept"),
    settings=("team", "fiscal_year_starts"),
    formula=(
        "promises = kept on or before due / all that fell due × 100",
        "",
        "fell due: on or before the day, in the last promises.window_quarters",
        "          complete quarters or this one",
        "against us: kept late, broken (kept: false), overdue",
        "kept: true without a day: in the bounds, from late to on time",
        "no due date: listed, and outside",
        "fewer than promises.least due: not scored, the bounds are the whole scale",
        "promises.theirs: the same over promises whose by is a contact",
        "good from promises.good, serious below promises.serious, watch between",
    ),
    published=("The say/do ratio; the lines for good and serious are published for teams, not for suppliers.",),
    ours=(
        "The window and the least number: older promises say what we were, and two say nothing yet.",
        "Late is not kept: who waits for a report on Friday does not want it on Monday.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts: {rosa: {}}
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-06-30}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-18}
  - {what: Training day, by: maria, due: 2026-10-15, kept: true}
  - {what: Site visit, by: maria, due: 2026-11-01}
  - {what: Forecast for 2027, by: rosa, due: 2026-09-30, kept: false}
""",
        expected=(
            Expected("promises", 50, 40, 60),
            Expected("promises.theirs", None, 0, 100),
        ),
        working=(
            "five of ours fell due: 2 in time, 1 late, 1 overdue, 1 kept on a day unknown",
            "of the four that are known: 2 / 4 × 100 = 50",
            "if the unknown one was late: 2 / 5 × 100 = 40",
            "if it was in time: 3 / 5 × 100 = 60",
            "one of theirs fell due, and one is too few to score",
        ),
    ),
    raises=(
        "Keeping them on or before the day.",
        "Promising less, later, and in writing; a new day agreed before the old one passes is a new promise.",
        "Writing down the day: kept: true says that, not when.",
    ),
    not_for=(
        "Pay: whoever is paid by it stops writing promises down.",
        "Comparing teams that write down everything with teams that write down the big ones.",
    ),
    see=("trust", "standing", "breakdown", "health"),
    rubric=("promises",),
)
