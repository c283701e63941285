"""Every picture of a map, read back by its own parser, with names that would do harm."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from relmap.render.clean import clean
from relmap.render.map_dot import map_dot
from relmap.render.map_graphml import map_graphml
from relmap.render.map_html import map_html
from relmap.render.map_svg import map_svg

from ..map.maps import ACME, account_map
from .hostile_map import everything_hostile, hostile_map, in_a_browser, in_chromium, shown

SVG = "{http://www.w3.org/2000/svg}"


@everything_hostile
@pytest.mark.parametrize("color_by", ["support", "department"])
def test_svg_is_xml_with_the_text_and_nothing_that_runs(tmp_path: Path, text: str, color_by: str) -> None:
    root = ET.fromstring(map_svg(hostile_map(tmp_path, text), color_by, "all"))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    allowed = {"svg", "title", "desc", "style", "defs", "marker", "path", "rect", "text", "g", "circle", "polygon"}
    assert tags <= allowed
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert any((element.text or "").startswith(shown(text)) for element in root.iter(f"{SVG}text"))


@everything_hostile
def test_graphml_is_read_by_networkx_with_the_text(tmp_path: Path, text: str) -> None:
    drawn = hostile_map(tmp_path, text)
    graph = nx.read_graphml(BytesIO(map_graphml(drawn, "support").encode()))
    assert set(graph.nodes) == {entry.key for entry in drawn.everybody}
    assert graph.nodes["theirs:jane"]["label"] == clean(text)
    assert (graph.nodes["theirs:jane"]["power"], graph.nodes["theirs:jane"]["cuts_off"]) == (4, 1)
    assert "power" not in graph.nodes["theirs:buyer"], "what is not known is not there"
    assert graph.number_of_edges() == len(drawn.ties)


GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
Y = "{http://www.yworks.com/xml/graphml}"
PARSERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "int": int,
    "double": float,
    "boolean": ("false", "true").index,
}


@everything_hostile
def test_graphml_keeps_the_rules_of_its_schema(tmp_path: Path, text: str) -> None:
    """Keys first and typed, ids unique, ends that exist, values of their key's type; yEd's keys have none."""
    root = ET.fromstring(map_graphml(hostile_map(tmp_path, text), "support"))
    assert [child.tag for child in root] == [f"{GRAPHML}key"] * (len(root) - 1) + [f"{GRAPHML}graph"]
    keys = {(key.get("for"), key.get("id")): key.get("attr.type") for key in root.iter(f"{GRAPHML}key")}
    assert len({key for _, key in keys}) == len(root) - 1
    assert {key for key, kind in keys.items() if kind is None} == {("node", "d3"), ("edge", "d7")}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[\w.:-]+", name or "") for name in ids)
    for element in root[-1]:
        assert {element.get("source"), element.get("target")} <= {None, *ids}
        for data in element:
            assert data.tag == f"{GRAPHML}data"
            kind = keys[element.tag.removeprefix(GRAPHML), data.get("key")]
            assert kind is None or PARSERS[kind](data.text or "") is not None


def test_graphml_has_labels_places_and_lines_for_yed(tmp_path: Path) -> None:
    """Where several things say a label, as Gephi reads it, the last one counts: the plain name."""
    root = ET.fromstring(map_graphml(account_map(tmp_path), "department"))
    node = next(node for node in root.iter(f"{GRAPHML}node") if node.get("id") == "theirs:jane")
    assert [data.get("key") for data in node][:2] == ["d3", "node_label"]
    label = node.find(f".//{Y}NodeLabel")
    assert label is not None
    assert (label.text or "").splitlines()[:2] == ["A Jane Doe", "VP Operations"]
    places = [(box.get("x"), box.get("y")) for box in root.iter(f"{Y}Geometry")]
    assert len(places) == len(set(places)) == 8
    lines = [line.get("type") for line in root.iter(f"{Y}LineStyle")]
    assert (lines.count("dotted"), lines.count("dashed")) == (1, 3)


def test_graphml_has_no_weight_where_the_level_is_not_known(tmp_path: Path) -> None:
    drawn = account_map(tmp_path, ACME.replace("tom: {level: vendor}", "tom: {}"))
    graph = nx.read_graphml(BytesIO(map_graphml(drawn, "support").encode()))
    weights = {(source, target): edge.get("weight") for source, target, edge in graph.edges(data=True)}
    assert weights["ours:tom", "theirs:buyer"] is None
    assert weights["ours:maria", "theirs:jane"] == 3.0


@everything_hostile
@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_dot_is_read_by_graphviz_with_the_text(tmp_path: Path, text: str) -> None:
    drawn = hostile_map(tmp_path, text)
    source = map_dot(drawn, "support").encode()
    done = subprocess.run(["dot", "-Tjson"], input=source, capture_output=True, check=True)
    assert done.stderr == b""
    objects = [entry for entry in json.loads(done.stdout)["objects"] if "pos" in entry]
    assert {entry["name"] for entry in objects} == {entry.key for entry in drawn.everybody}
    picture = subprocess.run(["dot", "-Tsvg"], input=source, capture_output=True, check=True).stdout
    texts = [(element.text or "").replace("\xa0", " ") for element in ET.fromstring(picture).iter(f"{SVG}text")]
    assert any(" ".join(clean(text).split()) in " ".join(seen.split()) for seen in texts), "all of it, and nothing else"


class _Read(HTMLParser):
    """Collects tags, attributes and scripts as a browser's parser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


@everything_hostile
def test_html_has_its_own_two_scripts_and_the_text_as_data(tmp_path: Path, text: str) -> None:
    page = _Read()
    page.feed(map_html(hostile_map(tmp_path, text), "support", "all"))
    assert page.tags.count("script") == 2
    assert not {"img", "b", "iframe", "link", "object"} & set(page.tags)
    assert not {name for name in page.names if name.startswith("on") or name in ("src", "href")}
    data = json.loads(page.scripts[0])
    assert {person["label"] for person in data["people"]} == {clean(text)}


@everything_hostile
@in_a_browser
def test_a_browser_shows_the_text_and_runs_nothing_of_it(tmp_path: Path, text: str) -> None:
    dom = in_chromium(map_html(hostile_map(tmp_path, text), "support", "all"), tmp_path)
    assert "<title>hit</title>" not in dom
    assert "5 of 5 people" in dom, "our own script ran"
    assert shown(text) in html.unescape(dom)


DRIVE = """
const log = [];
const at = (key) => document.querySelector(`svg g[data-key="${key}"]`);
const set = (id, value) => {
  const control = document.getElementById(id);
  control.value = value;
  control.dispatchEvent(new Event("input"));
};
const count = () => document.getElementById("count").textContent;
set("search", "operations"); log.push(count(), at("theirs:ceo").classList.contains("off"));
set("search", ""); set("support", "champion"); log.push(count());
set("support", ""); set("member", "ours:tom"); log.push(count(), at("ours:maria").classList.contains("off"));
document.getElementById("reset").click(); log.push(count());
at("theirs:jane").focus();
at("theirs:jane").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
log.push(document.getElementById("details").innerText.includes("problem solver, live"));
log.push(document.activeElement.textContent);
document.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"}));
log.push(document.getElementById("details").hidden, document.activeElement === at("theirs:jane"));
document.title = JSON.stringify(log);
"""


@in_a_browser
def test_the_page_filters_searches_and_tells_details_by_keyboard(tmp_path: Path) -> None:
    page = map_html(account_map(tmp_path), "support", "all")
    policy = re.search(r"script-src 'sha256-[^']+'", page)
    assert policy
    driven = page.replace(policy[0], "script-src 'unsafe-inline'").replace(
        "</body>", f"<script>{DRIVE}</script></body>"
    )
    title = re.search(r"<title>(\[.*?\])</title>", in_chromium(driven, tmp_path))
    assert title
    assert json.loads(html.unescape(title[1])) == [
        "1 of 5 people: “operations”",
        True,
        "1 of 5 people: champion",
        "1 of 5 people: Tom Hansen",
        True,
        "5 of 5 people",
        True,
        "Jane Doe",
        True,
        True,
    ]


@in_a_browser
def test_the_policy_stops_every_script_but_ours(tmp_path: Path) -> None:
    page = map_html(account_map(tmp_path), "support", "all")
    dom = in_chromium(page.replace("</body>", "<script>document.title='hit'</script></body>"), tmp_path)
    assert "<title>hit</title>" not in dom


@in_a_browser
def test_a_print_begins_with_the_picture_and_says_what_is_filtered(tmp_path: Path) -> None:
    """What stands above the picture would push it, which cannot be parted, to a second page."""
    page = map_html(account_map(tmp_path), "support", "all").replace("@media print", "@media all")
    policy = re.search(r"script-src 'sha256-[^']+'", page)
    assert policy
    driven = page.replace(policy[0], "script-src 'unsafe-inline'").replace(
        "</body>", f"<script>{PRINTED}</script></body>"
    )
    title = re.search(r"<title>(\[.*?\])</title>", in_chromium(driven, tmp_path))
    assert title
    top, form, filtered = json.loads(html.unescape(title[1]))
    assert top < 30
    assert (form, filtered) == ("", "1 of 5 people: champion")


PRINTED = """
const form = document.querySelector("form");
const shown = getComputedStyle(form).display === "none" ? "" : "shown";
const log = [document.querySelector("svg").getBoundingClientRect().top, shown];
const control = document.getElementById("support");
control.value = "champion";
control.dispatchEvent(new Event("input"));
log.push(form.innerText.trim());
document.title = JSON.stringify(log);
"""


def test_colour_is_never_alone(tmp_path: Path) -> None:
    """Two people with different marks differ in shape or letter, not in colour alone."""
    from relmap.render.map_marks import COLOR_BY, Marks

    drawn = account_map(tmp_path)
    for color_by in COLOR_BY:
        marks = Marks(drawn, color_by).legend()
        assert len({(mark.shape, mark.letter) for mark in marks}) == len(marks)


def test_not_live_is_dashed_and_unknown_is_dotted(tmp_path: Path) -> None:
    unknown = ACME.replace("tom: {level: vendor}", "tom: {level: credible_source}")
    drawn = account_map(tmp_path, unknown)
    classes = re.findall(r'<path class="(tie[^"]*)" stroke-width="([\d.]+)"', map_svg(drawn, "support", "all"))
    assert classes[:3] == [("tie", "3.8"), ("tie not", "5.4"), ("tie unknown", "2.4")]
