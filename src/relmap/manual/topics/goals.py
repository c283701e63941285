"""Goals attained."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="goals",
    title="Goals attained",
    question="How far have our goals for this account come from where they started?",
    measures=("goals",),
    reads=(
        "goals.*.measure",
        "goals.*.from",
        "goals.*.target",
        "initiatives.*.goals",
        "initiatives.*.status",
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.desired",
    ),
    formula=(
        "a goal = (now − from) / (target − from) × 100, held between 0 and 100",
        "  measured by any id of relmap; a word counts as its place in its list",
        "goals = the mean over all goals that have such a measure, from and target",
        "  not scored where less of them than completeness is known",
        "bounds: the measure's own",
        "",
        "loose ends: goals without an initiative, initiatives without a goal, levels",
        "            below the desired one",
    ),
    published=(),
    ours=("Holding a goal against a measure: progress is then what the file shows, not what somebody feels.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: 410000}
views: [{date: 2026-09-24, side: theirs, source: asked, standing: supplier}]
contacts:
  rosa: {power: 3, known_by:
    {maria: {level: vendor, last_contact: 2026-11-02}}}
  ben: {power: 3, known_by:
    {tom: {level: credible_source, last_contact: 2026-11-05}}}
goals:
  reach: {what: Know who decides, measure: coverage, from: 20, target: 80}
  rise: {what: Grow, measure: standing, from: supplier, target: partner}
""",
        expected=(Expected("goals", 25),),
        working=(
            "reach: coverage is 50, so (50 − 20) / (80 − 20) × 100 = 50",
            "rise: they say supplier, where it started: (0 − 0) / (2 − 0) × 100 = 0",
            "(50 + 0) / 2 = 25",
        ),
    ),
    raises=(
        "An initiative for each goal, with an owner and a day.",
        "Goals that can be reached from where they started; a target nobody believes stays at 0.",
    ),
    not_for=(
        "Pay, or comparing accounts: whoever sets easy goals would win.",
        "Goals that no figure holds: they count for the plan, and not here.",
    ),
    see=("crp", "coverage", "standing"),
    rubric=("completeness",),
)
