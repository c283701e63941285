"""Exposure and fragility."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="exposure",
    title="Exposure",
    question="How much of our revenue hangs on what this relationship lacks?",
    measures=("exposure",),
    reads=("financials.*.revenue", "status"),
    formula=(
        "exposure = share × (1 − health / 100), in percent of revenue",
        "",
        "low  = lowest share × (1 − highest health / 100)",
        "high = highest share × (1 − lowest health / 100); lists sort by it, so the",
        "       unknown stands first",
        "not scored where the share or health is not; where the share is 0, so is the",
        "       exposure",
        "fragility of the book = the sum over all accounts whose share is known; not",
        "       scored while one of their exposures is not",
    ),
    published=(),
    ours=("The whole measure. It orders attention: where much is at stake and little carries it.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: 300000}
contacts:
  rosa: {roles: budget, power: 5, support: neutral, known_by:
    {maria: {level: problem_solver, trust: 5, last_contact: 2026-10-20}}}
views: [{date: 2026-09-24, side: theirs, source: asked, trust: 5}]
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-07-20}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-11}
  - {what: Site visit, by: maria, due: 2026-10-01, kept: false}
exchanges:
  - {date: 2026-05-02, gave: us, kind: rebate, value: 30000}
  - {date: 2026-06-18, gave: them, kind: reference, value: 10000}
""",
        others={"boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 700000}\n"},
        expected=(
            Expected("share", 30),
            Expected("health", 62.5),
            Expected("exposure", 11.25),
            Expected("exposure.fragility", None, 0.1125, 0.8125),
        ),
        working=(
            "share: 300000 / 1000000 × 100 = 30",
            "health: (30 × 50 + 20 × 50 + 25 × 100 + 15 × 50 + 10 × 50) / 100 = 62.5",
            "exposure: 30 × (1 − 62.5 / 100) = 11.25",
            "the other 70 % hang on a relationship of which nothing is known: 0 to 70",
            "so the fragility of this book is between 0.1125 and 0.1125 + 0.7 = 0.8125",
        ),
    ),
    raises=(
        "It falls as health rises, most where the share is large.",
        "It also falls where other customers grow.",
        "What is unknown is the quickest to change: ask, and the high bound comes down.",
    ),
    not_for=(
        "A probability of loss: nobody has fitted it to customers that left.",
        "A reserve or a forecast in money.",
        "Comparing two books: shares are of each one's own revenue.",
    ),
    see=("health", "share", "concentration", "dependence"),
)
