"""Revenue share."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="share",
    title="Revenue share",
    question="How much of our revenue comes from this account, and from its whole group?",
    measures=("share", "share.group"),
    reads=("financials.*.revenue", "parent", "status"),
    settings=("groups", "fiscal_year_starts"),
    formula=(
        "share = revenue of the account / revenue of all accounts with figures × 100",
        "share.group = the same for all accounts under one topmost parent",
        "",
        "period: the latest complete fiscal year in which any account has revenue, or",
        "        what --period names; a year's own entry, else its four quarters",
        "a customer without figures: not scored, 0 to 100",
        "a prospect or former customer without figures: share 0, no share.group",
        "no revenue in all: not scored",
    ),
    published=("ASC 280-10-50-42: entities under common control are one customer.",),
    ours=("Shares are of what is known: customers without figures are counted and named, not guessed.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
parent: harrow-group
financials: {2025: 200000}
""",
        others={
            "harrow-glass": "name: Harrow Glass\nowner: tom\nparent: harrow-group\nfinancials: {2025: 100000}\n",
            "boreal": "name: Boreal\nowner: tom\nfinancials: {2025: 700000}\n",
        },
        settings="company: Northwind\ngroups: {harrow-group: {}}\nteam: {maria: {}, tom: {}}\n",
        expected=(Expected("share", 20), Expected("share.group", 30)),
        working=(
            "share: 200000 / (200000 + 100000 + 700000) × 100 = 20",
            "group: (200000 + 100000) / (200000 + 100000 + 700000) × 100 = 30",
        ),
    ),
    raises=(
        "Selling more to them, or less to others. A high share is no merit: see dependence and exposure.",
        "Figures for every account: what is missing makes all other shares look higher.",
    ),
    not_for=(
        "Setting how well a customer is treated: revenue is not profit.",
        "Shares of a year that is not over: half a year looks like a whole one.",
    ),
    see=("concentration", "dependence", "exposure"),
)
