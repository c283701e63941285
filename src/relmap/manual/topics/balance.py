"""The balance."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="balance",
    title="Balance",
    question="Of trust, interdependence and equitability, which is the weakest?",
    measures=("balance",),
    reads=("contacts.*.known_by.*.trust", "views.*.trust", "dependence", "exchanges.*.value"),
    formula=(
        "three figures side by side, each on 0–100:",
        "  trust            mean of trust.personal and trust.organisation, as known",
        "  interdependence  100 × (1 − |dependence.imbalance|)",
        "  equitability     100 × (1 − |equity|)",
        "",
        "balance = the lowest of those that are scored; at least two must be",
        "bounds: every one of the three that could be the lowest",
        "They are never added up.",
    ),
    words={
        "trust": "They trust us less than the rest would bear.",
        "interdependence": "One side needs the other much more.",
        "equitability": "One side gives much more than it gets.",
    },
    published=("Are you suffering deep dependence (CustomerAttuned): the three belong together.",),
    ours=("One scale for the three, so that the weakest can be named.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: {revenue: 300000, customer_spend: 1000000}}
dependence:
  ours: {criticality: 4, alternatives: few}
  theirs: {criticality: 2, alternatives: several, switching_cost: 2}
views: [{date: 2026-09-24, side: theirs, source: asked, trust: 6}]
contacts: {rosa: {power: 5, known_by: {maria: {trust: 8}}}}
exchanges:
  - {date: 2026-05-02, gave: us, kind: rebate, value: 15000}
  - {date: 2026-06-18, gave: them, kind: commitment, value: 45000}
""",
        others={"boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 700000}\n"},
        expected=(Expected("balance", "interdependence"),),
        working=(
            "trust: (80 + 60) / 2 = 70",
            "interdependence: 100 × (1 − 0.6167) = 38.33",
            "equitability: 100 × (1 − 0.5) = 50",
            "the lowest is interdependence: they hold the power",
        ),
    ),
    raises=("Work on the weakest of the three: more of the others does not make up for it.",),
    not_for=(
        "A grade: three figures side by side say more than their mean.",
        "Comparing accounts by which is the weakest.",
    ),
    see=("trust", "dependence", "equity", "ladder"),
)
