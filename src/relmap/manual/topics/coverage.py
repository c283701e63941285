"""Coverage of power."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="coverage",
    title="Coverage of power",
    question="How much of the power to decide over there are we in live touch with?",
    measures=("coverage",),
    reads=(
        "contacts.*.power",
        "contacts.*.status",
        "contacts.*.left",
        "contacts.*.placeholder",
        "contacts.*.since",
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.rated",
        "contacts.*.known_by.*.last_contact",
        "contacts.*.known_by.*.two_way",
        "touchpoints.*.date",
        "touchpoints.*.us",
        "touchpoints.*.them",
    ),
    settings=("team.*.status", "team.*.left"),
    formula=(
        "coverage = power of contacts with a live relationship / power of all × 100",
        "",
        "all: active contacts; who left and placeholders do not count",
        "live: level credible_source or higher, both people there, two_way not false,",
        "      and the last contact at most live.days ago, or live.days_power_5",
        "      where the power is 5; the last contact is the field, or a touchpoint",
        "      with both",
        "no level or no day of contact: not known; known by nobody: not live",
        "power not rated counts as 3, and as 1 to 5 in the bounds",
        "not scored below the share of known weight that completeness names",
    ),
    published=(),
    ours=(
        "The whole measure. Contact counts only when it is recent and goes both ways: an address book is no reach.",
        "A contact of power 5 may be met less often: chief executives are not seen every quarter.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {power: 5, known_by:
    {maria: {level: problem_solver, last_contact: 2026-06-01}}}
  ben: {power: 3, known_by:
    {tom: {level: credible_source, last_contact: 2026-11-05}}}
  iris: {power: 2, known_by:
    {maria: {level: vendor, last_contact: 2026-11-02}}}
""",
        expected=(Expected("coverage", 80),),
        working=(
            "rosa: met 167 days ago, which is recent enough for power 5",
            "ben: live; iris: a vendor to her, so not live",
            "(5 + 3) / (5 + 3 + 2) × 100 = 80",
        ),
    ),
    raises=(
        "Meeting those with power, by whoever of ours has something to say to them.",
        "Becoming more than a vendor to them: help that they did not have to pay for.",
        "Writing the touchpoint down: what is not in the file is not known.",
    ),
    not_for=(
        "Counting visits: a call that nobody wanted makes the figure look better and nothing else.",
        "Judging an account that is meant to stay basic: one live budget holder is enough there.",
    ),
    see=("threads", "map", "roles", "health"),
    rubric=("live", "completeness"),
)
