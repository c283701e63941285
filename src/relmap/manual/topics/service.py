"""Service fit."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="service",
    title="Service fit",
    question="Do we spend as much on this account as its stage is worth, and no more?",
    measures=("service",),
    reads=(
        "touchpoints.*.date",
        "financials.*.cost_to_serve",
        "financials.*.gross_profit",
        "ambition.stage",
        "status",
    ),
    formula=(
        "held against: the line of the stage aimed at, else of the present one",
        "",
        "over     more touchpoints in four quarters than its touchpoints_most, or a",
        "         cost to serve, percent of gross profit in the latest complete year",
        "         that has both, above its cost_most",
        "under    not over, and fewer touchpoints than its touchpoints_least",
        "fitting  neither",
        "not scored where the unknown leaves more than one, or for former customers;",
        "a file without any touchpoint does not keep them: their number is unknown",
    ),
    words={
        "under": "Less effort than the stage needs.",
        "fitting": "Effort and stage go together.",
        "over": "More effort than the stage is worth.",
    },
    published=("Bacon, four relationship stages: serve each stage as it needs.",),
    ours=("All the lines: set them for your trade, where a visit costs a day or an hour.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
ambition: {stage: basic}
financials:
  2025: {revenue: 400000, gross_profit: 100000, cost_to_serve: 45000}
""",
        expected=(Expected("service", "over"),),
        working=(
            "cost to serve: 45000 / 100000 × 100 = 45 percent of gross profit",
            "that is above the line of basic: over, however many touchpoints there were",
        ),
    ),
    raises=(
        "Serve less: bundle orders, agree what is extra, let some visits be calls.",
        "Or aim higher, where they are worth it: a stage that is meant to be reached has another line.",
    ),
    not_for=(
        "Cutting service without a word: agree it with them.",
        "Judging a year in which something was put right.",
    ),
    see=("stage", "equity", "wallet"),
    rubric=("service",),
)
