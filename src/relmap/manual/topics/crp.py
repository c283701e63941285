"""The Customer Relationship Plan."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="crp",
    title="Customer Relationship Plan",
    question="Which of the six steps of a relationship plan does this file show as done?",
    measures=("crp",),
    reads=(
        "contacts.*.known_by.*.level",
        "contacts.*.support",
        "contacts.*.roles",
        "issues.*.about",
        "opportunities",
        "goals.*.contact",
        "goals.*.priority",
        "goals.*.measure",
        "goals.*.target",
        "initiatives.*.goals",
        "initiatives.*.customer_goals",
        "initiatives.*.owner",
        "initiatives.*.due",
        "reviews.*.quarter",
    ),
    formula=(
        "crp = how many of six steps are done; a step is done where all of its checks",
        "      pass, missing where none does, partly between",
        "",
        "understanding  contacts · each known by someone · all levels and support",
        "identifying    each of the rubric's roles has a name",
        "analysing      issues · what each open one is about · opportunities",
        "determining    goals · whose mind each is about · its priority",
        "implementing   initiatives · each serves a goal, has an owner and a day ·",
        "               each goal has an initiative",
        "reviewing      reviewed in this period · measure and target for each goal",
    ),
    published=("Beaumont, six-step Customer Relationship Plan.",),
    ours=("What makes a step done: the plan is finished by filling the file, not by a document beside it.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {roles: [budget, gatekeeper, user, sponsor], support: champion,
    known_by: {maria: {level: problem_solver}}}
goals:
  win-rosa: {what: Rosa names us first, contact: rosa, priority: 1}
""",
        expected=(Expected("crp", 3),),
        working=(
            "understanding: rosa is known by maria, level and support are rated → done",
            "identifying: all five roles are hers → done",
            "determining: one goal, about rosa, first in priority → done",
            "analysing, implementing, reviewing → missing",
            "1 + 1 + 1 = 3",
        ),
    ),
    raises=(
        "Take the first step that is not done: they build on each other.",
        "An initiative for each goal, and a goal for each initiative.",
    ),
    not_for=(
        "Proof that the plan is good: six steps done may still be the wrong six.",
        "Accounts that no plan is worth: a small one needs an owner and a promise kept.",
    ),
    see=("goals", "roles", "review"),
    rubric=("roles", "stage_roles"),
)
