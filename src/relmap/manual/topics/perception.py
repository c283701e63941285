"""Perception."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="perception",
    title="Perception",
    question="Do we see the relationship as they do, or do we flatter ourselves?",
    measures=("perception.stage", "perception.standing", "perception.trust", "perception.optimism"),
    reads=(
        "views.*.side",
        "views.*.source",
        "views.*.date",
        "views.*.stage",
        "views.*.standing",
        "views.*.trust",
    ),
    formula=(
        "perception.stage    = our stage − theirs, in steps",
        "perception.standing = our standing − theirs, in steps",
        "perception.trust    = their trust as we put it − as they do, points of ten",
        "perception.optimism = our stage − the earned one, in steps",
        "",
        "above 0: we see it deeper than they do, or claim more than is earned",
        "each side's newest fresh view counts; what we infer of theirs is not theirs",
        "not scored where a side is silent",
    ),
    published=("Bacon, four relationship stages: suppliers see a relationship as deeper than their customers do.",),
    ours=("The gap counted in steps, and the gap to what the evidence earns.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
views:
  - date: 2026-09-24
    side: theirs
    stage: basic
    standing: supplier
    trust: 6.5
  - date: 2026-10-01
    side: ours
    stage: collaborative
    standing: partner
    trust: 8
""",
        expected=(
            Expected("perception.stage", 1),
            Expected("perception.standing", 2),
            Expected("perception.trust", 1.5),
            Expected("perception.optimism", 2),
        ),
        working=(
            "stages count 0, 1, 2, 3: collaborative less basic, 2 − 1 = 1 step",
            "standings count 0, 1, 2: partner less supplier, 2 − 0 = 2 steps",
            "trust: 8 − 6.5 = 1.5",
            "nothing here earns more than exploratory, so optimism is 2 − 0 = 2",
        ),
    ),
    raises=(
        "Nothing needs to be raised: at 0 both sides see the same.",
        "Asking them closes the gap from our side: most often it is our view that has to move.",
        "A gap below 0 is news as well: they see more in us than we do.",
    ),
    not_for=(
        "Persuading them that they are wrong.",
        "Rating whoever wrote our view: an honest optimist is worth more than a view that was tuned.",
    ),
    see=("stage", "standing", "trust"),
    rubric=("valid_days.views",),
)
