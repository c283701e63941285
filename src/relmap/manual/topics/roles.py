"""Role gaps."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="roles",
    title="Role gaps",
    question="Which of the people that a sale needs are we not in live touch with?",
    measures=(),
    reads=(
        "contacts.*.roles",
        "contacts.*.support",
        "contacts.*.placeholder",
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.last_contact",
    ),
    formula=(
        "each role of the rubric's roles, and of stage_roles for the stage aimed at",
        "and those below it (the champion is whoever supports as one):",
        "  covered      an active contact with the role is live",
        "  unclear      there is one; whether the relationship is live is not known",
        "  not_live     there is one, and none is live",
        "  placeholder  only a seat without a name has the role",
        "  missing      nobody has it",
    ),
    words={
        "covered": "Somebody of ours is in live touch with the holder.",
        "unclear": "The holder is on the map; whether the relationship is live is not known.",
        "not_live": "The holder is on the map, and nobody of ours is in live touch.",
        "placeholder": "The seat is on the map, its holder is not known.",
        "missing": "Nobody on the map has the role.",
    },
    published=(
        "Beaumont, six-step Customer Relationship Plan: budget holder, gatekeeper, user.",
        "Kapta: sponsor and champion.",
    ),
    ours=("That a role needs a live relationship to count as covered.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {roles: [budget, sponsor], power: 5, known_by:
    {maria: {level: problem_solver, last_contact: 2026-10-20}}}
  iris: {roles: gatekeeper, power: 4, known_by: {maria: {level: vendor}}}
  ben: {roles: user, power: 2, known_by: tom}
  new-plant-head: {placeholder: true, support: champion}
""",
        expected=(
            Expected("roles.budget", "covered"),
            Expected("roles.gatekeeper", "not_live"),
            Expected("roles.user", "unclear"),
            Expected("roles.sponsor", "covered"),
            Expected("roles.champion", "placeholder"),
        ),
        working=(
            "rosa holds the budget and sponsors us, and is live: covered twice",
            "iris is the gatekeeper, and we are a vendor to her: not_live",
            "ben uses what we deliver; how he stands to tom is not said: unclear",
            "the champion is hoped for in a seat without a name: placeholder",
        ),
    ),
    raises=(
        "Finding out who holds the role: ask those who are live.",
        "Going there with somebody who has a reason to.",
    ),
    not_for=(
        "Collecting titles: a person may hold three roles, and a role may be held by three.",
        "Judging a small customer by the roles of a large one: set the rubric's roles for your trade.",
    ),
    see=("map", "coverage"),
    rubric=("roles", "stage_roles", "live"),
)
