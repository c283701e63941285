"""Health."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="health",
    title="Health",
    question="How strong is this relationship, all in all, and how sure are we of that?",
    measures=("health", "health.band"),
    reads=("ambition.stage", "contacts.*.roles"),
    formula=(
        "health = Σ weight × part / Σ weight, over the parts that are known",
        "",
        "parts, each on 0–100, with the weights of health.weights:",
        "  personal trust         half of the weight of trust",
        "  organisational trust   the other half",
        "  promises kept          as it is",
        "  coverage               as it is; where the stage aimed at, or else the one",
        "                         earned, is exploratory or basic: 100 as soon as",
        "                         one budget holder or approver is live",
        "  support                (support + 2) / 4 × 100",
        "  reciprocity            100 × (1 − max(0, −r)): to give more than we get",
        "                         costs health, to get more does not",
        "",
        "not scored below the share of known weight that completeness names",
        "bounds: every unknown part from its worst to its best",
        "band: up to health.red_to red, up to health.amber_to amber, above it green;",
        "      compared unrounded; named without a score where both bounds agree",
    ),
    words={
        "red": "Weak: something that carries a relationship is missing.",
        "amber": "It holds, and at least one thing that carries it is thin.",
        "green": "What carries a relationship is there.",
    },
    published=("Gainsight, scorecards: weighted mean over what is known, bands at 50 and 75.",),
    ours=(
        "What goes in and what it weighs: trust and reach first, since they are lost first and won back last.",
        "Dependence, concentration and money are kept out: a hostage may be in the best of health.",
        "One kind of trust alone counts with half of trust's weight, so that silence of theirs costs completeness.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
ambition: {stage: collaborative}
contacts:
  rosa: {roles: budget, power: 5, support: supporter, known_by:
    {maria: {level: problem_solver, trust: 8, last_contact: 2026-10-20}}}
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-06-30}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-11}
""",
        expected=(Expected("health", 91, 68.25, 93.25), Expected("health.band", "green", "amber", "green")),
        working=(
            "personal trust 80, promises 100, coverage 100",
            "support: (1 + 2) / 4 × 100 = 75",
            "organisational trust and reciprocity: not known, so they do not count",
            "(15 × 80 + 20 × 100 + 25 × 100 + 15 × 75) / 75 = 91",
            "if both are 0: (1200 + 2000 + 2500 + 1125) / 100 = 68.25",
            "if both are 100: (6825 + 15 × 100 + 10 × 100) / 100 = 93.25",
            "so the band is green, and could be amber",
        ),
    ),
    raises=(
        "A fresh word of theirs on how far they trust us as a company.",
        "Live touch with whoever decides, kept by more than one of us.",
        "Promises kept on or before the day, and promises not made that cannot be kept.",
        "Asking what is unknown: it narrows the range, and may lower the figure.",
    ),
    not_for=(
        "Ranking people: it says how a relationship stands, not who is to blame.",
        "Forecasting revenue: no one has shown here that it does.",
        "Deciding how dangerous a customer is to us: that is dependence and exposure.",
    ),
    see=("trust", "promises", "coverage", "support", "equity", "exposure"),
    rubric=("health", "completeness"),
)
