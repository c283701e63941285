"""Standing."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="standing",
    title="Standing",
    question="What are we to them: a supplier, their supplier of choice, or a partner?",
    measures=("standing", "standing.earned", "standing.confirmed", "standing.theirs", "standing.ours"),
    reads=(
        "views.*.standing",
        "views.*.side",
        "views.*.source",
        "views.*.date",
        "financials.*.revenue",
        "contract.starts",
        "contract.ends",
        "delivery.*.on_time",
        "delivery.*.on_budget",
        "delivery.*.to_standard",
        "promises",
        "customer_goals.*.source",
        "customer_goals.*.measure",
        "customer_goals.*.target",
        "initiatives.*.customer_goals",
        "signals",
    ),
    formula=(
        "earned = the highest standing whose tests all pass, with those below it",
        "",
        "supplier            revenue in the last four quarters or this one, or a",
        "                    contract in force",
        "supplier_of_choice  the newest delivery record: on time, on budget and to",
        "                    standard, each at standard.delivery or more",
        "                    promises kept at standard.promises or more",
        "partner             a goal of theirs (source: theirs) with measure and",
        "                    target, served by an initiative that was active",
        "                    within four quarters",
        "                    they engage their own people, or a joint plan (signals)",
        "",
        "confirmed = the same on tests that they or a document confirm; promises kept",
        "            are our own record, so it is a supplier at most",
        "theirs, ours = the newest view of that side that is fresh; what we infer of",
        "               theirs is not their word",
        "standing = the lower of earned and theirs; else earned alone",
        "not scored: neither revenue nor a contract in force is known",
        "bounds: tests that cannot be answered, all failed to all passed",
        "",
        "in the way of a partnership (signals and views):",
        "  the contract: price decides first, or nothing is settled without it",
        "  self-preservation: no open information, or an easy way out is kept",
        "  ego: both talk past each other, or our view is above theirs",
    ),
    words={
        "supplier": "One of those they buy from.",
        "supplier_of_choice": "The one they turn to first, because it delivers what it said.",
        "partner": "One who works on their goals with them, and they with us.",
    },
    published=("Customers as Partners: supplier, supplier of choice, partner, and what stands in the way.",),
    ours=(
        "The tests and their lines: what each standing is said to rest on, put as what a file can show.",
        "Our own view never raises the standing.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: 410000}
delivery:
  2025: {on_time: 97, on_budget: 100, to_standard: 96, source: theirs}
views:
  - {date: 2026-09-24, side: theirs, standing: supplier_of_choice}
  - {date: 2026-10-01, side: ours, by: maria, standing: partner}
contacts: {rosa: {}}
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-06-30}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-11}
""",
        expected=(
            Expected("standing", "supplier_of_choice"),
            Expected("standing.earned", "supplier_of_choice"),
            Expected("standing.confirmed", "supplier"),
            Expected("standing.theirs", "supplier_of_choice"),
            Expected("standing.ours", "partner"),
        ),
        working=(
            "supplier: revenue in FY2025 → passed",
            "supplier_of_choice: delivery 97, 100, 96; promises 100 → passed",
            "confirmed: money is on record, promises are not: supplier",
            "partner: no goal of theirs with measure and target → not passed",
            "earned and theirs: supplier_of_choice; our own partner raises nothing",
        ),
    ),
    raises=(
        "A delivery record that they themselves measure, and that holds its lines.",
        "A goal in their words, with measure and target, and an initiative of ours that serves it.",
        "Their own people at work in it, or one written plan for both sides.",
    ),
    not_for=(
        "A title to print on a slide: without their word it is what we think we have earned.",
        "Comparing customers by worth: a good supplier may earn more than a partner.",
    ),
    see=("stage", "perception", "promises"),
    rubric=("standing", "valid_days.views"),
)
