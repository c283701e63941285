"""Support."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="support",
    title="Support",
    question="Is the weight of opinion over there for us or against us?",
    measures=("support",),
    reads=("contacts.*.support", "contacts.*.power", "contacts.*.status", "contacts.*.placeholder"),
    formula=(
        "support = Σ power × s / Σ power, over active contacts of known support",
        "",
        "s: opponent −2, skeptic −1, neutral 0, supporter +1, champion +2",
        "power not rated counts as 3, and as 1 to 5 in the bounds",
        "support not rated: −2 to +2 in the bounds",
        "not scored below the share of known weight that completeness names",
    ),
    published=(),
    ours=("The whole measure: five steps of support, an equal distance apart, weighted by power.",),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {power: 5, support: supporter}
  ben: {power: 3, support: champion}
  iris: {power: 2, support: opponent}
""",
        expected=(Expected("support", 0.7),),
        working=("(5 × 1 + 3 × 2 + 2 × (−2)) / (5 + 3 + 2) = 0.7",),
    ),
    raises=(
        "Turning a skeptic with power: hear the objection, answer it, and show that it was answered.",
        "Results that supporters can show to others.",
    ),
    not_for=(
        "A vote: a single opponent with the last word outweighs the mean.",
        "Comfort where nobody is against us: see suspiciously positive on the map.",
    ),
    see=("map", "coverage", "health"),
    rubric=("completeness",),
)
