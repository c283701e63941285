"""The stakeholder map."""

from relmap.manual.page import Example, Expected, Page

PAGE = Page(
    id="map",
    title="Stakeholder map",
    question="Do we know who decides, and is any of them on our side?",
    measures=("map", "map.colour"),
    reads=(
        "contacts.*.power",
        "contacts.*.support",
        "contacts.*.interest",
        "contacts.*.roles",
        "contacts.*.known_by.*.level",
    ),
    formula=(
        "key player = power 4 or 5",
        "a contact is",
        "  supportive   a key player, and champion or supporter",
        "  some cover   else a key player whom someone of ours knows at all",
        "  no cover     else a key player",
        "  not key      else",
        "map: 0 no active contact, 1 no key player, 2 none of them supportive,",
        "     3 at least one supportive",
        "map.colour: red none supportive, amber one, green one who decides:",
        "            budget holder, approver or sponsor",
        "quadrant (4 and 5 are high), power first, then interest:",
        "  high high  manage closely     high low  keep satisfied",
        "  low high   keep informed      low low   monitor",
        "bounds: unknown power or support, worst to best case",
        "suspiciously positive: five or more opinions, no skeptic or opponent",
    ),
    words={
        "0": "Nobody is on the map.",
        "1": "People are on the map, and no key player among them.",
        "2": "Key players are on the map, and none of them supports us.",
        "3": "At least one key player supports us.",
        "red": "No key player supports us.",
        "amber": "A key player supports us, and none who decides.",
        "green": "A key player who decides supports us.",
    },
    published=(
        "Altify, relationship map: contact types, map status and colour.",
        "Mendelow, Environmental scanning: the impact of the stakeholder concept, 1981; as the grid of power and "
        "interest in strategy textbooks.",
    ),
    ours=(
        "Power 4 and 5 as the key players, and 4 and 5 as high: Altify speaks of political structure and inner circle.",
        "A map without any critic is called suspiciously positive: most often nobody asked.",
    ),
    example=Example(
        account="""\
name: Harrow Bottling
owner: maria
contacts:
  rosa: {roles: budget, power: 5, support: neutral, known_by: maria}
  ben: {roles: user, power: 4, support: champion, known_by: tom}
  iris: {roles: gatekeeper, power: 4}
""",
        expected=(Expected("map", "3"), Expected("map.colour", "amber")),
        working=(
            "rosa decides, and is neutral: some cover",
            "ben is a key player and our champion: supportive, so the map is 3",
            "iris may be on our side, but holds no role that decides",
            "so the colour is amber",
        ),
    ),
    raises=(
        "Winning one who decides: reach and answers to what she cares about, not more meetings with friends.",
        "Rating power and support: what is unknown leaves status and colour open.",
    ),
    not_for=(
        "Showing it to them: these are opinions about people, and personal data.",
        "Treating quadrants as orders: keep satisfied never meant leave alone.",
    ),
    see=("coverage", "support", "roles", "resilience"),
)
