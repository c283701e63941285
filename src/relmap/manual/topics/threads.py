"""Threads."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="threads",
    title="Threads",
    question="With how many of their people are we in live touch?",
    measures=("threads",),
    reads=(
        "contacts.*.known_by.*.level",
        "contacts.*.known_by.*.last_contact",
        "contacts.*.known_by.*.two_way",
        "touchpoints.*.date",
    ),
    formula=(
        "threads = number of active contacts with a live relationship",
        "",
        "live: as for coverage",
        "low: those surely live; high: with those of whom it is not known",
        "1 is single-threaded",
        "not scored below the share of known contacts that completeness names",
    ),
    published=(),
    ours=("The count itself. It asks for no power: a thread to a user carries news as well.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {power: 5, known_by:
    {maria: {level: problem_solver, last_contact: 2026-10-20}}}
  ben: {power: 3, known_by:
    {maria: {level: credible_source, last_contact: 2026-01-15}}}
  iris: {power: 2, known_by:
    {tom: {level: vendor, last_contact: 2026-11-02}}}
  paul: {power: 2, known_by: tom}
""",
        expected=(Expected("threads", 1, 1, 2),),
        working=(
            "rosa: live",
            "ben: 304 days without contact; iris: a vendor to her; neither is live",
            "paul: no level and no day, so he may be live",
            "1 surely, 2 at most",
        ),
    ),
    raises=(
        "Bringing a second person of theirs into the work, before the first one leaves.",
        "Taking up a contact again that has gone quiet.",
    ),
    not_for=(
        "A number to grow without end: threads nobody needs cost both sides time.",
        "Saying that we are safe: ten threads through one of our people hang on that one. See resilience.",
    ),
    see=("resilience", "coverage"),
    rubric=("live", "completeness"),
)
