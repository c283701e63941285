"""The rules' documents: a page for each rule, and their index."""

from relmap.render.clean import markdown_cell
from relmap.render.page_markdown import page_markdown
from relmap.render.rules_page import RANGES, rule_page
from relmap.rules.rule import Rule
from relmap.rules.rules import ALL
from tools.docs_header import GENERATED

INDEX = """\
What [`relmap check`](check.md) holds a book against. Codes and names are stable and never used again for something
else. Each rule has a page with what it finds, why that matters, an example that fires and one that does not; both
examples are tests. `relmap explain CODE` shows the same in the terminal, and `relmap rules` what runs in your book.
A profile holds the rules of those before it: starter < standard < strict; without a word in relmap.yaml it is standard.
"""


def rule_document(rule: Rule) -> str:
    """Return the document of one rule."""
    _, _, text = page_markdown(rule_page(rule)).partition("\n")
    title = f"# {rule.code}: {rule.name}"
    return "\n".join([title, "", GENERATED + text.rstrip(), "", "[All rules](../rules.md)"]) + "\n"


def rules_index() -> str:
    """Return the index: a table for each range of codes."""
    lines = ["# Rules", "", GENERATED, INDEX]
    for start, title in RANGES.items():
        rows = [_row(rule) for rule in ALL if rule.code.startswith(start)]
        if rows:
            lines += [f"## {title}", "", "| code | name | severity | profile | what it finds |"]
            lines += ["| --- | --- | --- | --- | --- |", *rows, ""]
    lines.append("What reading a book reports, and the gate of itself: [findings](findings.md).")
    return "\n".join(lines) + "\n"


def _row(rule: Rule) -> str:
    page = f"[{rule.code}](rules/{rule.code.lower()}.md)"
    return f"| {page} | `{rule.name}` | {rule.severity} | {rule.profile} | {markdown_cell(rule.summary)} |"
