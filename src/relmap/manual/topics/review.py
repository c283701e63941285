"""Review state."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="review",
    title="Review",
    question="Has anybody really looked at this account this quarter?",
    measures=("review", "review.changed"),
    reads=("reviews.*.date", "reviews.*.quarter", "reviews.*.digest", "status", "tier", "since"),
    settings=(
        "tiers.*.review",
        "grace_days",
        "fiscal_year_starts",
        "waivers.*.rule",
        "waivers.*.account",
        "waivers.*.expires",
    ),
    formula=(
        "the period is the fiscal quarter, or year, that the tier asks for; without a",
        "tier, the quarter",
        "",
        "current  a review whose quarter lies in this period",
        "due      reviewed before, and at most grace_days after the period began;",
        "         or never reviewed, and at most grace_days after since",
        "overdue  reviewed before, otherwise",
        "never    no review at all, otherwise; without since: at once",
        "waived   overdue or never, under a waiver of an RM3 rule that still runs",
        "none     no customer, or a tier that is not gated",
        "",
        "changed  the digest of the last review is no longer the file's; reviews,",
        "         last contacts, touchpoints, money by period and notes do not count",
    ),
    words={
        "none": "Nothing is asked: a prospect, a former customer, or a tier that is not gated.",
        "current": "Reviewed in this period.",
        "due": "To be reviewed within the days of grace.",
        "waived": "Overdue or never, and accepted for a while by somebody who says why.",
        "overdue": "Reviewed once, and the days of grace of this period are over.",
        "never": "A customer that nobody has ever reviewed.",
        "yes": "The file says something else than when it was last reviewed.",
        "no": "What the file says is what was reviewed.",
    },
    published=("Beaumont, six-step Customer Relationship Plan: a review is good for one quarter.",),
    ours=(
        "The days of grace, and a year for tiers that ask for no more.",
        "What the digest leaves out. That a file has changed informs; it undoes no review.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
tier: growth
reviews:
  - {date: 2026-07-08, by: maria, quarter: 2026-Q3, outcome: hold}
""",
        expected=(Expected("review", "overdue"), Expected("review.changed", None, "no", "yes")),
        working=(
            "the tier growth is reviewed every quarter",
            "FY2026-Q4 began on 2026-10-01; 14 days of grace ended on 2026-10-15",
            "the last review counts for FY2026-Q3, and it is 2026-11-15: overdue",
            "it bears no digest, so whether the file has changed since is not known",
        ),
    ),
    raises=(
        "A review with those who know the account, and somebody of theirs if they will.",
        "Asking for less: a tier that is reviewed once a year and really is, beats four that are not.",
    ),
    not_for=(
        "Proof that a review was good: it says that it was made, for which quarter and by whom.",
        "Judging whoever took the account over last week.",
    ),
    see=("crp", "breakdown", "health"),
)
