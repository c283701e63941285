"""The relationship stage."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="stage",
    title="Relationship stage",
    question="How deep does this relationship really go: in our eyes, in theirs, and by the evidence?",
    measures=("stage", "stage.earned", "stage.confirmed", "stage.theirs", "stage.ours"),
    reads=(
        "views.*.stage",
        "views.*.side",
        "views.*.source",
        "views.*.date",
        "financials.*.revenue",
        "contract.starts",
        "contract.ends",
        "contacts.*.department",
        "contacts.*.roles",
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.last_contact",
        "contacts.*.known_by.*.source",
        "touchpoints.*.date",
        "offerings",
        "promises",
        "customer_goals",
        "initiatives.*.customer_goals",
        "dependence.theirs.switching_cost",
        "reviews.*.found",
        "counterpart",
        "owner",
        "signals",
    ),
    settings=("team.*.department",),
    formula=(
        "earned = the highest stage whose tests pass, with those of all stages below",
        "",
        "basic           must: revenue in the last four quarters or this one, or a",
        "                      contract in force; a year counts if one of these",
        "                      quarters lies in it",
        "                must: a live relationship",
        "collaborative   must: live in stage.departments of their departments",
        "                must: stage.our_people of our people live",
        "                stage.collaborative_more of:",
        "                  they share internal problems (signal)",
        "                  an initiative for a goal of theirs, active within four",
        "                  quarters",
        "                  more than one offering bought, trials aside",
        "                  promises kept at stage.promises or more",
        "interconnected  must: a joint plan (signal)",
        "                must: mutual acknowledgement (signal), or they see",
        "                      the relationship themselves as collaborative or more",
        "                must: stage.pairs pairs of departments live, not all through",
        "                      the owner",
        "                stage.interconnected_more of:",
        "                  open information (signal)",
        "                  a joint product, marketing or cost saving (signals)",
        "                  their switching cost at stage.switching_cost or more",
        "                  a sponsor or approver live with another than the owner",
        "                  a counterpart on their side",
        "",
        "confirmed = the same on tests that they or a document confirm",
        "theirs, ours = the newest view of that side; older than valid_days.views is",
        "               silence, and what we infer of theirs is not their word",
        "stage = the lower of earned and theirs; earned alone where they are silent",
        "bounds: tests that cannot be answered, all failed to all passed",
        "",
        "collaborative for more than stage.transient_quarters quarters in a row, by",
        "views and reviews, and at a loss after cost to serve: advance or move back",
    ),
    words={
        "exploratory": "Both sides find out whether there is something in it.",
        "basic": "They buy and we deliver; price and an easy exit rule. It suits most customers for life.",
        "collaborative": "Several people of both sides work on shared problems. It is a passage, and costs effort.",
        "interconnected": "Both sides plan together at many points; separation would hurt both.",
    },
    published=("Bacon, four relationship stages; suppliers see a relationship as deeper than their customers do.",),
    ours=(
        "The tests, and how many of them are needed: what a stage is said to be, put as what a file can show.",
        "A book may skip a test, need it otherwise, or make a test of a signal: rubric.stage.tests.",
        "Our own view never raises the stage: only what both sides agree on is real.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: 410000}
offerings: [drives, service]
views:
  - {date: 2026-09-24, side: theirs, source: asked, stage: basic}
  - {date: 2026-10-01, side: ours, by: maria, stage: interconnected}
signals:
  shares_internal_problems: {holds: true, date: 2026-09-24, source: theirs}
contacts:
  rosa: {department: Operations, power: 5, known_by:
    {maria: {level: problem_solver, last_contact: 2026-10-20}}}
  ben: {department: Maintenance, power: 3, known_by:
    {tom: {level: credible_source, last_contact: 2026-11-05}}}
""",
        expected=(
            Expected("stage", "basic"),
            Expected("stage.earned", "collaborative"),
            Expected("stage.confirmed", "exploratory"),
            Expected("stage.theirs", "basic"),
            Expected("stage.ours", "interconnected"),
        ),
        working=(
            "basic: revenue in FY2025 · a live relationship → passed",
            "collaborative: 2 departments live · 2 of our people live → musts passed",
            "  of the rest 2 pass: internal problems shared · more than one offering",
            "interconnected: 2 pairs of departments at most, 3 needed → not passed",
            "earned collaborative; they say basic; so the stage is basic",
            "we say interconnected, which raises nothing",
            "confirmed: both relationships are our own estimate, so exploratory",
        ),
    ),
    raises=(
        "A second person of ours in live touch with a second department of theirs.",
        "Work on a goal that is theirs, and problems they bring to us first.",
        "For the headline: their view, once what they see has changed. Asking more often changes nothing.",
    ),
    not_for=(
        "A target for every customer: basic is right for most, and deeper costs more than it may bring.",
        "Proof of loyalty: a stage says how both work together, not that they will stay.",
        "Rating a view as wrong: where ours and theirs differ, the difference is the finding.",
    ),
    see=("standing", "perception", "phase", "service", "coverage"),
    rubric=("stage", "live", "valid_days"),
)
