"""Phase and dissolution."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="phase",
    title="Phase",
    question="Is this relationship beginning, growing or settled, and is it coming to an end?",
    measures=("phase", "phase.confirmed", "phase.dissolution"),
    reads=(
        "contacts.*.known_by.*.last_contact",
        "contacts.*.known_by.*.two_way",
        "contacts.*.department",
        "contacts.*.since",
        "contacts.*.left",
        "contacts.*.power",
        "contacts.*.support",
        "touchpoints.*.date",
        "offerings.*.since",
        "offerings.*.trial",
        "financials.*.revenue",
        "contract.ends",
        "contract.renewed",
        "contract.tender",
        "promises",
        "views.*.trust",
        "signals",
    ),
    settings=("fiscal_year_starts",),
    formula=(
        "phase = the highest whose own checks pass; the lower ones need not",
        "",
        "awareness    none of the others",
        "exploration  one of: contact that is not one-way · a trial · first revenue",
        "expansion    one of:",
        "               revenue in two periods, up by phase.growth percent or more",
        "               a new offering within four quarters, beside older ones",
        "               live in a department new within four quarters, beside others",
        "commitment   all of:",
        "               inputs: phase.people people live on each side, or joint_plan",
        "               durability: a contract in force that was renewed, or runs",
        "               phase.durable_months months more",
        "               consistency: promises kept at phase.promises or more, and",
        "               revenue varies by at most phase.steady percent",
        "up: a quarter against the year before, or two years: what ends last",
        "confirmed = the same on checks that they or a document confirm",
        "bounds: checks that cannot be answered, all failed to all passed",
        "",
        "dissolution: open where notice is given (signal); at_risk from phase.at_risk",
        "signs, counted over phase.window_days days where they have a day; none else",
        "  promises kept fell by phase.promises_fall points between the halves of",
        "  their window · no key player is live · a key player left",
        "  revenue fell by phase.revenue_fall percent or more",
        "  both sides talk past each other (signal)",
        "  a tender within phase.tender_days days, while we are a mere supplier or",
        "  have no key player's support",
        "  their trust fell by phase.trust_fall or more between two views",
    ),
    words={
        "awareness": "Both sides know of each other, and nothing has passed between them.",
        "exploration": "They talk, try or buy for the first time, and can stop at any moment.",
        "expansion": "What passes between both sides grows: revenue, offerings or departments.",
        "commitment": "Both put something in, for long, and reliably.",
        "none": "Fewer signs of an end than the rubric's line.",
        "at_risk": "Several signs at once that the relationship may end.",
        "open": "Notice is given.",
    },
    published=("Dwyer, Schurr & Oh, Developing buyer-seller relationships, 1987: the phases, and dissolution.",),
    ours=(
        "All checks and all signs: the phases are described, not measured.",
        "A phase needs no lower one: a customer may be committed and not growing.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2024: 400000, 2025: 440000}
signals: {joint_plan: false}
contacts:
  rosa: {power: 5, status: left, left: 2026-08-31}
  iris: {power: 4, known_by:
    {maria: {level: vendor, last_contact: 2026-10-20}}}
""",
        expected=(
            Expected("phase", "expansion"),
            Expected("phase.confirmed", "expansion"),
            Expected("phase.dissolution", "at_risk"),
        ),
        working=(
            "growth: (440000 − 400000) / 400000 × 100 = 10 percent → expansion",
            "inputs: nobody is live, and there is no joint plan → no commitment",
            "confirmed: money is on record, so expansion",
            "rosa, power 5, left 76 days ago: one sign",
            "iris, the only key player still there, is not live: another",
            "notice is not given: at_risk",
        ),
    ),
    raises=(
        "A second person on each side, a longer contract, promises kept: commitment is built, not declared.",
        "Signs of an end lose their force when they are spoken about with whoever can stop it.",
    ),
    not_for=(
        "A forecast: signs say where to look, not that they will go.",
        "Pushing everybody to commitment: many customers live well in exploration or expansion.",
    ),
    see=("stage", "breakdown", "ladder", "promises"),
    rubric=("phase", "promises.window_quarters", "promises.least"),
)
