"""Trust, personal and organisational."""

from math import log10

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="trust",
    title="Trust",
    question="How far do they trust our people, and how far our company?",
    measures=("trust.personal", "trust.organisation"),
    reads=(
        "contacts.*.known_by.*.trust",
        "contacts.*.known_by.*.rated",
        "contacts.*.known_by.*.source",
        "contacts.*.power",
        "views.*.trust",
        "views.*.side",
        "views.*.source",
        "views.*.date",
    ),
    formula=(
        "a pair, 0–10:",
        "  a number           as it stands",
        "  trust equation     T = (credibility + reliability + intimacy)",
        "                         / self-orientation, 0.3 to 30; 5 × log10(T / 0.3)",
        "  trustworthiness    (ability + benevolence + integrity) / 3",
        "a contact = the best pair with someone who is still with us, × 10",
        "trust.personal = Σ power × contact / Σ power, over those who are rated",
        "  power not rated counts as 3, and as 1 to 5 in the bounds",
        "  not scored below the share of known weight that completeness names",
        "trust.organisation = the newest view of theirs, × 10; what we infer is not",
        "  their word",
        "  ratings older than valid_days.ratings and views older than",
        "  valid_days.views count as not known",
        "gap = personal − organisational; person-held: personal at trust.high × 10 or",
        "  more, and organisational below",
    ),
    published=(
        "Maister, Green & Galford, The Trusted Advisor, 2000: the trust equation.",
        "Mayer, Davis & Schoorman, An integrative model of organizational trust, 1995: ability, benevolence, and "
        "integrity.",
        "Zaheer, McEvily & Perrone, Does trust matter?, 1998: trust in persons and in organisations are related but "
        "distinct.",
    ),
    ours=(
        "The equation on 0–10, so that 0.3 is 0, 3 is 5 and 30 is 10: equal ratios are equal steps.",
        "A contact counts with the best pair: one of us whom she trusts is enough. Who left us took the trust along.",
        "Power as the weight: what a decider thinks of us matters more.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
views:
  - {date: 2026-09-24, side: theirs, source: asked, trust: 6}
contacts:
  rosa: {power: 5, known_by: {maria: {trust:
    {credibility: 8, reliability: 7, intimacy: 5, self_orientation: 2}}}}
  ben: {power: 3, known_by: {tom:
    {trust: 8, source: theirs, rated: 2026-09-24}}}
""",
        expected=(
            Expected("trust.personal", (5 * 50 * log10(10 / 0.3) + 3 * 80) / 8),
            Expected("trust.organisation", 60),
        ),
        working=(
            "rosa: T = (8 + 7 + 5) / 2 = 10",
            "      5 × log10(10 / 0.3) = 7.614",
            "ben: 8, in his own word",
            "personal: (5 × 76.14 + 3 × 80) / 8 = 77.59",
            "organisational: their 6 × 10 = 60",
        ),
    ),
    raises=(
        "Promises kept, and the truth told early when one cannot be.",
        "Asking them: a rating from their side counts as confirmed.",
        "Trust in the company, where persons carry it: more of us in touch, and a record that does not hang on one.",
    ),
    not_for=(
        "Rating our people: it says how far she trusts him, mostly as he himself believes.",
        "Excusing a missing record: trust beyond the evidence is a risk, not a comfort.",
    ),
    see=("promises", "ladder", "balance", "health"),
    rubric=("trust", "valid_days", "completeness"),
)
