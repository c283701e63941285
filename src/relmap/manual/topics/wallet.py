"""Share of wallet."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="wallet",
    title="Share of wallet",
    question="How much of what they spend in our category do they spend with us?",
    measures=("wallet",),
    reads=("financials.*.revenue", "financials.*.customer_spend", "potential.revenue", "offerings"),
    settings=("offerings", "fiscal_year_starts"),
    formula=(
        "wallet = revenue / customer_spend × 100, of the latest complete year with",
        "         both; at most 100 (more is a finding, RM126)",
        "",
        "within reach = potential.revenue − revenue of the latest complete year",
        "not bought yet = the offerings of relmap.yaml that the account does not name",
    ),
    published=(),
    ours=("Which year counts. Share of wallet itself is common usage in account management.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
financials:
  2024: {revenue: 455000, customer_spend: 1100000}
  2025: {revenue: 500000, customer_spend: 1250000}
  2026: {revenue: 90000, customer_spend: 100000}
""",
        expected=(Expected("wallet", 40),),
        working=(
            "FY2026 is not over, so FY2025 counts",
            "500000 / 1250000 × 100 = 40",
        ),
    ),
    raises=(
        "Selling them what they buy elsewhere, where we are the better choice.",
        "Asking what they spend: an estimate that nobody checked makes it look better or worse at will.",
    ),
    not_for=(
        "A goal of its own: the more of their wallet we have, the more both sides hang on each other.",
        "Comparing customers who count the category differently.",
    ),
    see=("dependence", "share", "equity"),
)
