"""The Trust Ladder."""

from relmap.manual.page import Example, Expected, Page
from relmap.manual.topics import dependence

PAGE = Page(
    id="ladder",
    title="Trust Ladder",
    question="On which rung do we stand, what does trust rest on there, and should we stay or climb?",
    measures=("ladder", "ladder.trust", "ladder.excessive"),
    reads=(
        "dependence",
        "financials.*.revenue",
        "contract.starts",
        "contract.ends",
        "contract.renewed",
        "issues.*.status",
        "issues.*.closed",
        "promises",
        "views.*.trust",
        "views.*.standing",
        "delivery",
        "value.*.confirmed_by",
        "contacts.*.known_by.*.trust",
        "ambition.choice",
        "goals.*.contact",
        "initiatives.*.goals",
        "signals",
    ),
    settings=("fiscal_year_starts",),
    formula=(
        "ladder = the pattern of dependence; rungs have names and no numbers",
        "",
        "ladder.trust = the highest type whose checks pass, with those below it",
        "  calculus        a contract in force",
        "  knowledge       the contract was renewed, or revenue in each of the last",
        "                  ladder.trade_quarters quarters and no open issue",
        "                  promises kept not below ladder.promises",
        "  identification  they rate their trust at ladder.identification or more",
        "                  a joint plan (signal) · they call us a partner",
        "",
        "ladder.excessive = trust, 0–10, at ladder.excessive or more, by their word",
        "  or person by person, while promises kept are below ladder.promises, or no",
        "  word of theirs and no delivery record lies within the last",
        "  ladder.silent_quarters complete quarters or this one",
        "",
        "climbing takes the lines of the next rung's pattern, and its type of trust;",
        "from deep dependence also the three that are prescribed: a stakeholder map,",
        "a contact strategy for every key player, a joint business plan",
        "bounds: checks that cannot be answered, all failed to all passed",
    ),
    words={
        **dependence.PATTERN_WORDS,
        "none": "Not even a contract carries the trust.",
        "calculus": "Trust because breaking the agreement would cost more than it brings.",
        "knowledge": "Trust because each side has seen how the other behaves.",
        "identification": "Trust because both want the same, and act for each other unasked.",
        "no": "What trust there is, is not high or has something to rest on.",
        "yes": "Trust is high, and neither promises nor anything of theirs of late stands behind it.",
    },
    published=(
        "Are you suffering deep dependence (CustomerAttuned, Trust Ladder): rungs, choices and prescriptions.",
        "Sheppard & Sherman, The grammars of trust, 1998: patterns, and the trust that each asks for.",
        "Lewicki & Bunker, Developing and maintaining trust in work relationships, 1996: types build on each other.",
    ),
    ours=(
        "The checks for each type, and what climbing takes.",
        "When trust is called excessive: it is the calm in which suppliers are surprised.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contract: {starts: 2023-04-01, ends: 2027-03-31, renewed: [2025-04-01]}
financials: {2025: {revenue: 300000, customer_spend: 300000}}
dependence:
  ours: {criticality: 4, alternatives: few}
  theirs: {criticality: 5, alternatives: few, switching_cost: 5}
signals: {joint_plan: false}
views: [{date: 2026-09-24, side: theirs, source: asked, trust: 9}]
promises:
  - {what: Spare drives, by: maria, due: 2026-03-31, kept: 2026-03-27}
  - {what: Fault report, by: maria, due: 2026-06-30, kept: 2026-06-30}
  - {what: New offer, by: maria, due: 2026-09-15, kept: 2026-09-11}
""",
        others={"boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 700000}\n"},
        expected=(
            Expected("ladder", "deep_interdependence"),
            Expected("ladder.trust", "knowledge"),
            Expected("ladder.excessive", "no"),
        ),
        working=(
            "ours: 1 × (1 − 0.25) = 0.75, at 30 % of our revenue",
            "theirs: (1 + 1 + 1) / 3 × (1 − 0.25) = 0.75",
            "both deep, and 0.75 − 0.75 = 0 apart: deep_interdependence",
            "contract in force and renewed, promises kept 100 → knowledge",
            "no joint plan → not identification",
            "trust of 9 is high; promises and a view of September carry it: excessive, no",
        ),
    ),
    raises=(
        "Staying is a choice as well: each rung can be made the most of.",
        "Climbing needs both sides: a reason for each to need the other, and trust that grows with it.",
        "Against excessive trust: ask them, and keep a record that they share.",
    ),
    not_for=(
        "Ranking customers: a higher rung is not better for everybody.",
        "Climbing from deep dependence by giving more: that is how suppliers got there.",
    ),
    see=("dependence", "trust", "balance", "phase"),
    rubric=("ladder", "dependence.deep", "dependence.inter_imbalance", "dependence.inter_least"),
)
