"""Concentration of the book."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="concentration",
    title="Concentration",
    question="How much of the book hangs on how few customers, and would a lender or buyer mind?",
    measures=(),
    reads=("financials.*.revenue", "financials.*.gross_profit", "parent", "status", "since"),
    settings=("groups", "fiscal_year_starts"),
    formula=(
        "customers are groups: all accounts under one topmost parent",
        "shares are of what is known, over the period of share; by revenue, and apart",
        "from it by gross profit, where negative groups are named and in no share",
        "",
        "HHI = Σ (share in percent)², 0 to 10 000",
        "effective number = 10 000 / HHI: as many customers of equal size would",
        "                   concentrate the book as much",
        "top n = share of the n largest, for n = 1, 3, 5 and 10",
        "major = customers with 10 % or more",
        "core = the smallest set of largest customers that makes",
        "       dependence.core_share; ties are all in",
        "profile: lines for the largest customers, as concentration.profile judges",
        "         them: gaap-10, smb-investor, lender, eaglerock",
        "zero in all, or nothing known: not scored",
    ),
    words={
        "within": "Below the profile's first line.",
        "watch": "At or above the first line.",
        "beyond": "At or above the second line.",
    },
    published=(
        "ASC 280-10-50-42: customers with 10 % or more of revenue are disclosed; common control makes one customer.",
        "Hirschman, The paternity of an index, 1964: the Herfindahl–Hirschman index.",
        "Lenders' lines for one customer at 20 and 30 %; buyers of small companies at 10, 20 and 30 %.",
        "EagleRock CFO: lines for the largest 1, 3 and 10 customers.",
    ),
    ours=(
        "Profiles are named and never mixed: those who publish lines disagree.",
        "Customers without figures are counted and named beside the result.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials: {2025: 500000}
""",
        others={
            "boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 300000}\n",
            "castell": "name: Castell\nowner: tom\nfinancials: {2025: 200000}\n",
        },
        expected=(
            Expected("concentration.hhi", 3800),
            Expected("concentration.effective_number", 10_000 / 3_800),
            Expected("concentration.top_1", 0.5),
            Expected("concentration.core", "boreal and harrow"),
        ),
        working=(
            "HHI: 50 × 50 + 30 × 30 + 20 × 20 = 3800",
            "effective number: 10000 / 3800 = 2.63",
            "top 1: 500000 / 1000000 = 0.5",
            "the largest two make 0.5 + 0.3 = 0.8 of it: boreal and harrow are the core",
        ),
    ),
    raises=(
        "It falls as other customers grow: new ones, or more for the small ones.",
        "It also falls when a large one shrinks, which is no success.",
    ),
    not_for=(
        "Turning a good customer away: it says what a loss would mean, not that one is near.",
        "Comparing with another company's figure that counts subsidiaries apart.",
    ),
    see=("share", "exposure", "dependence"),
    rubric=("concentration", "dependence.core_share", "dependence.core_customers", "dependence.core_alone"),
)
