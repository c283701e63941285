"""The breakdown watch."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="breakdown",
    title="Breakdown watch",
    question="Which of the causes that end relationships are at work here?",
    measures=("breakdown",),
    reads=(
        "contacts.*.left",
        "contacts.*.power",
        "contacts.*.known_by.*.last_contact",
        "promises.*.due",
        "promises.*.kept",
        "initiatives.*.status",
        "reviews.*.quarter",
        "signals",
    ),
    formula=(
        "breakdown = how many of five causes are at work, 0 to 5",
        "",
        "key people changed   a key player left within breakdown.window_days days, or",
        "                     their leadership changed (signal)",
        "expectations         promises kept below breakdown.promises, or",
        "                     breakdown.late of ours late, broken or overdue in the",
        "                     window of promises kept",
        "their strategy       changed (signal)",
        "their market         is under stress (signal)",
        "slow decline         two of: review overdue · no key player live ·",
        "                     no open initiative where there were some ·",
        "                     firefighting (signal)",
        "low: those surely at work; high: with those that nobody asked about",
        "not scored below the share of known causes that completeness names",
    ),
    published=("Bacon, four relationship stages: five causes of a breakdown.",),
    ours=(
        "What shows each cause. A slow decline needs two signs, since each alone happens in good times too.",
        "A question that nobody asked is not good news: it stays in the bounds.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
reviews:
  - {date: 2026-07-08, by: maria, quarter: 2026-Q3, outcome: hold}
initiatives:
  uptime: {what: Monthly uptime talk, status: done, done: 2026-06-30}
signals:
  strategy_change: {holds: true, date: 2026-09-24, source: theirs}
  leadership_change: false
  market_stress: false
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-06-30}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-11}
""",
        expected=(Expected("breakdown", 2),),
        working=(
            "key people: nobody left, and the leadership is the same",
            "expectations: promises kept 3 / 3 × 100 = 100",
            "their strategy changed: one cause; their market is calm",
            "review overdue, and no initiative is open: a slow decline, another cause",
            "1 + 1 = 2",
        ),
    ),
    raises=(
        "It is better when lower: take the cause that is ours first, expectations and slow decline.",
        "For the others: be the first to hear of them, and early in the new plans.",
    ),
    not_for=(
        "A probability: relationships outlive all five, and break without any.",
        "An excuse: four of five causes have something that we could have seen coming.",
    ),
    see=("phase", "promises", "review", "stage"),
    rubric=("breakdown", "promises.window_quarters", "completeness"),
)
