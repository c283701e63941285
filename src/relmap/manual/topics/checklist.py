"""The exploratory checklist."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="checklist",
    title="Exploratory checklist",
    question="Have we done what a first acquaintance needs, before we call it a relationship?",
    measures=("checklist",),
    reads=(
        "potential.needs",
        "potential.revenue",
        "potential.key_account",
        "contacts.*.roles",
        "promises.*.kept",
        "tier",
    ),
    settings=("tiers.*.key",),
    formula=(
        "checklist = how many of five points are there",
        "",
        "needs          potential.needs is written down",
        "prize          potential.revenue is",
        "roles          an active contact each for budget, gatekeeper and user",
        "first promise  one of ours was kept in time",
        "key account    potential.key_account is answered; if yes, the tier is one of",
        "               key accounts, since they are treated as one from the outset",
    ),
    published=("Bacon, four relationship stages: what the exploratory stage is for.",),
    ours=("How each point is read off the file.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
status: prospect
potential: {needs: Drives for line 2, revenue: 200000, key_account: false}
contacts:
  rosa: {roles: budget}
  iris: {roles: gatekeeper}
promises:
  - {what: First quote, by: maria, due: 2026-10-15, kept: 2026-10-14}
""",
        expected=(Expected("checklist", 4),),
        working=(
            "needs, prize, first promise and key account: 1 + 1 + 1 + 1 = 4",
            "nobody on the map is a user of what we deliver",
        ),
    ),
    raises=(
        "Asking what they need before saying what we have.",
        "A small first promise, kept to the day.",
    ),
    not_for=(
        "Scoring leads: it says what we know and did, not whether they will buy.",
        "Accounts that have long been more than a first acquaintance.",
    ),
    see=("stage", "roles", "promises"),
)
