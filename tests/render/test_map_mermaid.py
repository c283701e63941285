"""The Mermaid of a map: line by line against the forms that we write, and drawn by Mermaid itself where it is there.

Mermaid is no Python package. The tests in the browser run where RELMAP_MERMAID names a `mermaid.min.js` and Chromium is
installed; docs/map.md says how to get it. Elsewhere they are skipped with that reason, and the others stand in.
"""

import html
import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from relmap.map.build import make_map
from relmap.map.values import AccountMap, MapPerson
from relmap.render.clean import JOINER
from relmap.render.map_marks import Marks, member_rows, node_rows
from relmap.render.map_mermaid import LONGEST, label, map_mermaid
from relmap.render.svg_shapes import fitted

from ..map.maps import account_map
from .hostile_map import HOSTILE, hostile_map, in_chromium, shown
from .screens import card

OBEYED = {
    "direction": "direction LR",
    "direction with spaces": "direction \t TB",
    "icon": "fa:fa-ban fab:fa-git",
    "math": "$$x^2$$ and $$$$",
    "line break": "C:\\new\\n",
    "list": "1. Manager",
    "bullet": "- item",
    "heading": "# heading",
    "emphasis": "`code` **bold** _under_",
    "shape": "@{ shape: rect } @jane",
    "style": "style n0 fill:#f00;",
    "class": "classDef m0 fill:#f00; class n0",
    "subgraph": "subgraph x",
    "end": "end",
    "link": "www.example.com http://a.example/x [a](b)",
    "entities": "&#x3c; #lt; #9829; &lt;",
    "picture": "<img src=http://evil.example/x.png>",
    "comment": "%% %%{init: {'securityLevel': 'loose'}}%%",
    "front matter": "---",
}
"""What Mermaid obeys somewhere, though most of it not inside quotes."""
TEXTS = {**HOSTILE, **OBEYED}
EXAMPLES = ("haldermark-marine", "vindskar-turbines", "castelmora-foods")
SIGNS = re.compile(r"#(\d+);")

TEXT = r"(?:[^\W_]|[ .,_/@'()+=!?-]|#\d+;|<br/>)+"
FORMS = [
    re.compile(form)
    for form in (
        "flowchart TB",
        rf'  n\d+\["{TEXT}"\]',
        r'  subgraph ours\["Our people"\]',
        rf'    n\d+\(\["{TEXT}"\]\)',
        "  end",
        r"  n\d+ --- n\d+",
        r'  n\d+ -\. "dotted line" \.- n\d+',
        r'  n\d+ -- "influences" --> n\d+',
        r'  n\d+ x-\. "at odds" \.-x n\d+',
        rf'  n\d+ -- "{TEXT}" --> n\d+',
        rf'  n\d+ == "{TEXT}" ==> n\d+',
        rf'  n\d+ -\. "{TEXT}" \.-> n\d+',
        rf'  rest\["{TEXT}"\]',
        r"  classDef m\d+ fill:#[0-9A-F]{6},stroke:#1d2430,color:#[0-9a-f]{6}",
        r"  classDef absent stroke-dasharray:4 3",
        r"  class n\d+(,n\d+)* (m\d+|absent)",
    )
]
"""Every line that we write, and nothing else."""
STILL_OBEYED = re.compile(r"fa[bklrs]?:fa-|\$\$|\\n")
"""What Mermaid looks for in a label after it has read the numbers in it."""

every_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


@every_text
@pytest.mark.parametrize("color_by", ["support", "department", "coverage"])
def test_every_line_has_a_form_that_we_write(tmp_path: Path, text: str, color_by: str) -> None:
    for line in map_mermaid(hostile_map(tmp_path, text), color_by).splitlines():
        assert any(form.fullmatch(line) for form in FORMS), line
        assert not re.search(r"direction\s", line), "Mermaid would take the whole line for a command"


@every_text
def test_a_label_gives_the_text_back_and_holds_nothing_that_is_obeyed(text: str) -> None:
    read = SIGNS.sub(lambda found: chr(int(found[1])), label(text))
    assert not STILL_OBEYED.search(read)
    assert read.replace(JOINER, "").startswith(shown(text))


@pytest.mark.parametrize(("color_by", "word"), [("department", "department ?"), ("coverage", "live touch")])
def test_what_a_mark_means_is_said_where_nothing_else_says_it(tmp_path: Path, color_by: str, word: str) -> None:
    drawn = account_map(tmp_path)
    assert word in map_mermaid(drawn, color_by)
    assert word not in map_mermaid(drawn, "support")


def test_mermaid_draws_fewer_people_where_their_names_need_much_room(tmp_path: Path) -> None:
    name = "∀" * 60  # seven characters a sign once it is escaped
    many = "".join(
        f"  p{number}: {{name: '{name}', title: '{name}', known_by: {{m{number}: {{}}}}}}\n" for number in range(60)
    )
    drawn = map_mermaid(account_map(tmp_path, f"name: Acme\nowner: maria\ncontacts:\n{many}"), "support")
    assert 20_000 < len(drawn) < 50_000
    assert "not drawn" in drawn


def test_mermaid_cuts_at_what_hosts_draw_and_says_so(tmp_path: Path) -> None:
    many = "".join(f"  p{place}: {{name: Person {place}, power: {place % 5 + 1}}}\n" for place in range(90))
    drawn = map_mermaid(account_map(tmp_path, f"name: Acme\nowner: maria\ncontacts:\n{many}"), "support")
    assert '  rest["30 people and no line more are not drawn"]' in drawn
    assert len(re.findall(r"^  n\d+\[", drawn, re.MULTILINE)) == 60
    assert len(drawn) < 50_000


def bundle() -> Path | None:
    """Return Mermaid's own file where there is one."""
    named = os.environ.get("RELMAP_MERMAID")
    return Path(named).resolve(strict=True) if named else None


by_mermaid = pytest.mark.skipif(
    bundle() is None or shutil.which("chromium") is None,
    reason="RELMAP_MERMAID names no mermaid.min.js, or Chromium is not installed",
)
DRAW = """
const seen = (svg) => ({
  nodes: Object.fromEntries([...svg.querySelectorAll(".node")].map((node) =>
    [/flowchart-(\\w+)-/.exec(node.id)[1], node.querySelector(".nodeLabel").innerText])),
  edges: [...svg.querySelectorAll(".edgeLabel .edgeLabel")].map((edge) => edge.textContent).filter((text) => text),
  tags: [...new Set([...svg.querySelectorAll("*")].map((element) => element.localName))],
  names: [...svg.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()),
});
const answer = {};
mermaid.initialize({startOnLoad: false, securityLevel: LEVEL});
for (const [name, text] of Object.entries(CASES)) {
  const place = document.createElement("div");
  document.body.append(place);
  try {
    place.innerHTML = (await mermaid.render("drawn", text)).svg;
    answer[name] = seen(place);
  } catch (error) {
    answer[name] = {error: String(error)};
  }
  place.remove();
}
const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
document.body.textContent = JSON.stringify({answer, refused, loaded, title: document.title});
"""
"""Draws every case and writes down what is to be seen of it, what was loaded, and what the page's policy refused."""


CASES = (*EXAMPLES, *(f"hostile {name}" for name in TEXTS))


def case(name: str, folder: Path) -> AccountMap:
    hostile = name.removeprefix("hostile ")
    return make_map(card(name)[1]) if name in EXAMPLES else hostile_map(folder, TEXTS[hostile])


@pytest.fixture(scope="module", params=["strict", "loose"])
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what Mermaid makes of every case, as code hosts have it and at its most trusting."""
    folder = tmp_path_factory.mktemp("mermaid")
    drawn = {name: map_mermaid(case(name, folder), "support") for name in CASES}
    script = DRAW.replace("LEVEL", json.dumps(request.param)).replace(
        "CASES", json.dumps(drawn).replace("<", r"\u003c")
    )
    policy = "default-src 'none'; script-src 'unsafe-inline' file:; style-src 'unsafe-inline'"
    watch = "const refused = []; addEventListener('securitypolicyviolation', (hit) => refused.push(hit.blockedURI));"
    found = bundle()
    assert found is not None
    page = (
        f'<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<title>untouched</title><body><script>{watch}</script><script src="{found.as_uri()}"></script>'
        f'<script type="module">{script}</script>'
    )
    body = re.search(r"<body>(\{.*\})", in_chromium(page, folder, budget=60_000), re.DOTALL)
    assert body
    read: dict[str, Any] = json.loads(html.unescape(body[1]))
    return read


def rows_of(drawn: AccountMap) -> Mapping[str, str]:
    """Return what should be read in each node, by its id in the flowchart."""
    marks = Marks(drawn, "support")
    people = [node_rows(e, marks) if isinstance(e, MapPerson) else member_rows(e) for e in drawn.everybody]
    return {f"n{place}": spaced("\n".join(fitted(row, LONGEST) for row in rows)) for place, rows in enumerate(people)}


def spaced(text: str) -> str:
    """Return a text as it is seen: lines kept, other spaces one, what is invisible gone."""
    return "\n".join(" ".join(line.split()) for line in text.replace(JOINER, "").splitlines())


@by_mermaid
@pytest.mark.parametrize("name", CASES)
def test_mermaid_shows_every_text(answer: dict[str, Any], tmp_path: Path, name: str) -> None:
    drawn, seen = case(name, tmp_path), answer["answer"][name]
    assert {node: spaced(text) for node, text in seen["nodes"].items() if node != "ours"} == rows_of(drawn)
    told = map_mermaid(drawn, "support")
    assert sorted(seen["edges"]) == sorted(re.findall(r'[.=-] "([^"]*)" [.=-]', told))


@by_mermaid
def test_mermaid_runs_nothing_and_asks_for_nothing(answer: dict[str, Any]) -> None:
    assert answer["title"] == "untouched"
    assert answer["refused"] == []
    assert [address for address in answer["loaded"] if not address.startswith("file:")] == []
    for name, seen in answer["answer"].items():
        assert not {"script", "img", "image", "iframe", "a", "object", "link", "i"} & set(seen["tags"]), name
        assert not [attribute for attribute in seen["names"] if re.match("on|href|xlink:href|src", attribute)], name
