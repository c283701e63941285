"""`relmap plan --format html`: plans as one file that needs no network and no script, to be read and printed."""

from base64 import b64encode
from collections.abc import Collection, Iterator, Sequence
from importlib.resources import files
from urllib.parse import quote

from relmap.assess.assessment import Assessment
from relmap.findings import Route
from relmap.map.build import LineOf
from relmap.plan.values import AccountPlan
from relmap.render.map_svg import map_svg
from relmap.render.page_html import Link, section_html
from relmap.render.plan_markdown import MOST_LINKS
from relmap.render.plan_page import plan_sections, plan_title
from relmap.render.svg_shapes import escape

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def plans_html(run: Assessment, plans: Sequence[tuple[AccountPlan, LineOf]], wanted: Collection[str]) -> str:
    """Return plans as one page; ends with a newline."""
    title = plan_title(plans[0][0]) if len(plans) == 1 else f"Account plans on {run.as_of}"
    body = "\n".join(line for plan, line_of in plans for line in _article(run, plan, line_of, wanted))
    return html_document(title, body)


def html_document(title: str, body: str) -> str:
    """Return a whole page around markup of ours. Its policy lets nothing run and nothing be fetched."""
    style = files("relmap.render").joinpath("plan.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _article(run: Assessment, plan: AccountPlan, line_of: LineOf, wanted: Collection[str]) -> Iterator[str]:
    yield f"<article>\n<h1>{escape(plan_title(plan))}</h1>"
    link, sections = _source_link(plan.card.assessed.row.path, line_of), plan_sections(run, plan, wanted)
    for entry in sections:
        picture = _picture(plan) if entry.id == "understanding" and plan.map.people else ""
        yield f'<section id="{escape(plan.map.account)}-{entry.id}">'
        yield from section_html(entry.section, link, picture)
        yield "</section>"
    yield "</article>"


def _picture(plan: AccountPlan) -> str:
    """Embed the map as a picture of its own: its ids and styles stay inside it."""
    data = b64encode(map_svg(plan.map, "support", "all").encode()).decode()
    told = escape(f"Stakeholder map of {plan.map.name}: everybody on it stands in the tables below")
    return f'<img alt="{told}" src="data:image/svg+xml;base64,{data}">'


def _source_link(path: str, line_of: LineOf) -> Link:
    target = quote(path, safe="/.-_~")

    def link(routes: Sequence[Route]) -> str:
        lines = sorted({line for route in routes[:MOST_LINKS] if (line := line_of(route)) is not None})
        return " ".join(f'<a class="source" href="{target}#L{line}">L{line}</a>' for line in lines)

    return link
