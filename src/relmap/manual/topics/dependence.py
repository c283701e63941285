"""Dependence."""

from relmap.manual.page import Example, Expected, Page

PATTERN_WORDS = {
    "shallow_dependence": "One side needs the other more, and not much is at stake.",
    "shallow_interdependence": "Both need each other about equally, and not much is at stake.",
    "deep_dependence": "One side needs the other far more, and much is at stake. The direction says which.",
    "deep_interdependence": "Both need each other about equally, and much is at stake.",
}

PAGE = Page(
    id="dependence",
    title="Dependence",
    question="Who needs whom, how much, and are we being held hostage?",
    measures=(
        "dependence",
        "dependence.ours",
        "dependence.theirs",
        "dependence.mutual",
        "dependence.imbalance",
        "dependence.suffering",
    ),
    reads=(
        "dependence.ours.criticality",
        "dependence.ours.alternatives",
        "dependence.theirs.criticality",
        "dependence.theirs.alternatives",
        "dependence.theirs.switching_cost",
        "financials.*.revenue",
        "financials.*.customer_spend",
        "financials.*.gross_profit",
        "financials.*.cost_to_serve",
        "exchanges.*.value",
        "parent",
        "signals",
    ),
    settings=("groups", "fiscal_year_starts"),
    formula=(
        "D = stake × (1 − a), with a of dependence.alternatives; 0 to 1",
        "ours:   stake = the larger of min(1, revenue share of the group /",
        "        dependence.share_line) and (criticality − 1) / 4, over what is known",
        "theirs: stake = mean of share of wallet, (criticality − 1) / 4 and",
        "        (switching_cost − 1) / 4, over what is known; not scored below the",
        "        share of known weight that completeness names",
        "alternatives not known: that side is not scored",
        "mutual = ours + theirs        imbalance = ours − theirs",
        "",
        "pattern: deep where the larger D reaches dependence.deep, or the group's",
        "         revenue share dependence.deep_share; else shallow",
        "         interdependence where |imbalance| is at most",
        "         dependence.inter_imbalance and the smaller D reaches",
        "         dependence.inter_least; else dependence",
        "         named only where all bounds agree on it",
        "",
        "suffering = all three hold:",
        "  core group: in the smallest set of customers that makes",
        "    dependence.core_share of revenue, and that set is at most",
        "    dependence.core_customers of all, or this one alone has",
        "    dependence.core_alone",
        "  a deep pattern, with ours the larger D",
        "  a sign: held to ransom (signal) · a one-way street (signal, or r at",
        "    dependence.one_way or below) · margins eroding (after cost to serve,",
        "    where every period has it; trend at dependence.eroding or below)",
    ),
    words={
        **PATTERN_WORDS,
        "no": "At least one of the three does not hold.",
        "yes": "All three hold.",
    },
    published=(
        "Emerson, Power-dependence relations, 1962: dependence grows with what is at stake and falls with the "
        "alternatives.",
        "Sheppard & Sherman, The grammars of trust, 1998: the four patterns.",
        "Gulati & Sytch, Dependence asymmetry and joint dependence in interorganizational relationships, 2007: "
        "sum and difference are two things.",
        "Kim & Hsieh, Interdependence and its consequences in distributor-supplier relationships, 2003: against "
        "one blended figure.",
        "Are you suffering deep dependence (CustomerAttuned, Trust Ladder): the signs.",
    ),
    ours=(
        "The numbers on both stakes and on the alternatives: the literature orders them and does not measure them.",
        "The larger of share and criticality as our stake: either alone can hold us.",
        "The lines between deep and shallow, dependence and interdependence.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials:
  2024: {revenue: 300000, gross_profit: 90000, customer_spend: 1000000}
  2025: {revenue: 300000, gross_profit: 75000, customer_spend: 1000000}
dependence:
  ours: {criticality: 4, alternatives: few}
  theirs: {criticality: 2, alternatives: several, switching_cost: 2}
signals: {held_to_ransom: true}
""",
        others={"boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 700000}\n"},
        expected=(
            Expected("dependence", "deep_dependence"),
            Expected("dependence.ours", 0.75),
            Expected("dependence.theirs", 2 / 15),
            Expected("dependence.mutual", 0.75 + 2 / 15),
            Expected("dependence.imbalance", 0.75 - 2 / 15),
            Expected("dependence.suffering", "yes"),
        ),
        working=(
            "our share: 300000 / (300000 + 700000) = 0.3, which is the line: stake 1",
            "ours: 1 × (1 − 0.25) = 0.75",
            "their stake: (0.3 + (2 − 1) / 4 + (2 − 1) / 4) / 3 = 0.2667",
            "theirs: 0.2667 × (1 − 0.5) = 0.13",
            "mutual: 0.75 + 0.1333 = 0.88",
            "imbalance: 0.75 − 0.1333 = 0.62: they hold the power",
            "0.75 is deep, and 0.62 is no balance: deep_dependence, ours",
            "core group: both customers make the 80 %, and this one alone has 30 %",
            "held to ransom, and the margin fell from 30 to 25: suffering, yes",
        ),
    ),
    raises=(
        "Lower ours: other customers, or work for them that serves others too.",
        "Raise theirs fairly: be worth more to them, and share what would be hard to rebuild.",
        "Nothing here is better when higher. Deep interdependence is strong and binding at once.",
    ),
    not_for=(
        "One blended score: two sides cannot be added to a grade.",
        "A plan to lock them in: whoever cannot leave, and wants to, is no partner.",
        "Reading deep dependence as ours without the direction: it may be theirs.",
    ),
    see=("ladder", "exposure", "concentration", "wallet", "equity", "share"),
    rubric=("dependence", "completeness"),
)
