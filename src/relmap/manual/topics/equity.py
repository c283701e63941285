"""Equitability."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="equity",
    title="Equitability",
    question="Do both sides give and get in fair measure, and what is left for us after serving them?",
    measures=("equity", "equity.margin", "equity.trend", "equity.profit"),
    reads=(
        "exchanges.*.date",
        "exchanges.*.gave",
        "exchanges.*.kind",
        "exchanges.*.value",
        "financials.*.revenue",
        "financials.*.gross_profit",
        "financials.*.cost_to_serve",
        "financials.*.payment_days",
        "contract.payment_terms_days",
    ),
    settings=("fiscal_year_starts",),
    formula=(
        "equity: r = (got − gave) / (got + gave), by value, over the last four",
        "        complete quarters and this one; −1 we give all, +1 they give all",
        "  fewer valued exchanges than equity.least, or worth zero in all: not scored",
        "  an exchange without a value leaves its side open: to −1 or to +1",
        "  not scored where less of them than completeness has a value",
        "  balanced: within plus or minus equity.balanced",
        "equity.margin = (gross profit − cost to serve) / revenue × 100, of the",
        "        latest complete period: years where there are two, else quarters",
        "        where there are eight, else what there is; gross where one of them",
        "        lacks the cost to serve",
        "equity.trend = slope of the least-squares line through the margins, points a",
        "        year; needs two complete years or eight quarters",
        "equity.profit = gross profit − cost to serve of the latest period, likewise",
    ),
    published=("Are you suffering deep dependence (CustomerAttuned): equitability beside trust and interdependence.",),
    ours=(
        "Reciprocity as one figure from −1 to +1, its window and the line for balanced.",
        "Price, rebate and terms are told apart from knowledge, people and risk: a discount is the weakest gift.",
        "Margin after cost to serve: the rush orders and visits that a deep customer costs are part of the exchange.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials:
  2024: {revenue: 400000, gross_profit: 140000, cost_to_serve: 40000}
  2025: {revenue: 500000, gross_profit: 165000, cost_to_serve: 50000}
exchanges:
  - {date: 2026-05-02, gave: us, kind: rebate, value: 15000}
  - {date: 2026-06-18, gave: them, kind: commitment, value: 45000}
""",
        expected=(
            Expected("equity", 0.5),
            Expected("equity.margin", 23),
            Expected("equity.trend", -2),
            Expected("equity.profit", 115000),
        ),
        working=(
            "r = (45000 − 15000) / (45000 + 15000) = 0.5: they give more",
            "margin in FY2024: (140000 − 40000) / 400000 × 100 = 25",
            "margin in FY2025: (165000 − 50000) / 500000 × 100 = 23",
            "trend: (23 − 25) / 1 = −2 points a year",
            "profit of FY2025: 165000 − 50000 = 115000",
        ),
    ),
    raises=(
        "Getting something back for what is given: commitment, references, a say in their plans.",
        "Giving what costs us little and is worth much to them, in place of price.",
        "Knowing the cost to serve, and charging for what is extra.",
    ),
    not_for=(
        "A bill to present: a relationship that is kept like an account book becomes one.",
        "Comparing customers of different trades: what is fair differs.",
    ),
    see=("balance", "dependence", "wallet", "service"),
    rubric=("equity", "completeness"),
)
