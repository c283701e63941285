"""Resilience."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="resilience",
    title="Resilience",
    question="How many people would have to leave before a key player is out of our reach, and who are they?",
    measures=("resilience",),
    reads=(
        "contacts.*.power",
        "contacts.*.influences",
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.last_contact",
        "contacts.*.known_by.*.two_way",
    ),
    formula=(
        "resilience = over all active key players, the least number of ways from our",
        "             team to the player that share nobody",
        "",
        "ways run over live relationships and, both ways, over influences lines;",
        "reporting lines are not access, and the player is never the cut",
        "a player whom no way reaches: 0",
        "where it is 1, whoever all ways run through is a single point of failure",
        "low, high: relationships and power that are not known, worst to best",
        "no known key player: not scored; nor where less of all relationships and",
        "powers is known than completeness asks",
    ),
    published=(
        "Menger, Zur allgemeinen Kurventheorie, 1927: the number of ways that share nobody is the number of people "
        "whose leaving cuts them all.",
    ),
    ours=("Which lines give access: live relationships and influence do, the organisation chart does not.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {power: 5, known_by:
    {maria: {level: vendor, last_contact: 2026-10-20}}}
  ben: {power: 3, influences: rosa, known_by:
    {maria: {level: problem_solver, last_contact: 2026-11-05},
     tom: {level: credible_source, last_contact: 2026-11-02}}}
""",
        expected=(Expected("resilience", 1),),
        working=(
            "rosa is the only key player, and no relationship with her is live",
            "maria and tom are both live with ben, and ben has her ear",
            "both ways run through ben: 1 departure, his, cuts us off",
        ),
    ),
    raises=(
        "A second of us in live touch with the key player.",
        "A second way to her: someone else whom she listens to.",
    ),
    not_for=(
        "Ranking people by importance: a single point of failure is a lack of ours, not a merit or fault of theirs.",
        "Saying who will leave: it says what would happen.",
    ),
    see=("threads", "coverage", "map"),
    rubric=("live", "completeness"),
)
