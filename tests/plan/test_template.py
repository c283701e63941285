"""A team's own layout: strict, sandboxed, told with file and line, and hostile text stays text."""

from pathlib import Path

import pytest

from relmap.errors import RelmapError
from relmap.render.plan_template import PlanTemplate, as_markdown

HOSTILE = "[x](javascript:y) <b> | @all"
CONTEXT = {
    "name": HOSTILE,
    "names": [HOSTILE, "Jane"],
    "people": [{"name": HOSTILE}],
    "section": as_markdown("**ours**"),
    "nothing": None,
    "number": 1.5,
}
ESCAPED = "\\[x\\](javascript:y) &lt;b&gt; &#124; @\u2060all"


def draw(tmp_path: Path, text: str) -> str:
    path = tmp_path / "plan.md.j2"
    path.write_text(text, encoding="utf-8")
    return PlanTemplate(path).draw(CONTEXT)


@pytest.mark.parametrize(
    ("template", "drawn"),
    [
        ("{{ name }}", ESCAPED),
        (
            "{{ name | upper }}",
            ESCAPED.replace("x", "X").replace("javascript:y", "JAVASCRIPT:Y").replace("b", "B").replace("all", "ALL"),
        ),
        ("{{ names | join(', ') }}", f"{ESCAPED}, Jane"),
        ("{{ people | join(' ', attribute='name') }}", ESCAPED),
        ("{{ section ~ name }}", f"**ours**{ESCAPED}"),
        ("{{ section ~ (name | lower) }}", f"**ours**{ESCAPED}"),
        ("{{ section + name }}", f"**ours**{ESCAPED}"),
        ("{{ name + section }}", f"{ESCAPED}**ours**"),
        ("{{ [section, name] | join }}", f"**ours**{ESCAPED}"),
        ("{{ section | replace('ours', name) }}", f"**{ESCAPED}**"),
        ("{{ section.replace('ours', name) }}", f"**{ESCAPED}**"),
        ("{{ section.join([name, name]) }}", f"{ESCAPED}**ours**{ESCAPED}"),
        ("{{ ('**%s**' | safe) % name }}", f"**{ESCAPED}**"),
        ("{{ '**%s**' | safe | format(name) }}", f"**{ESCAPED}**"),
        ("{{ '**{}**' | safe }}", "**{}**"),
        ("{{ ('**{}**' | safe).format(name) }}", f"**{ESCAPED}**"),
        ("{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold(name) }}", f"**{ESCAPED}**"),
        ("{% set x %}*{{ name }}*{% endset %}{{ x }}", f"*{ESCAPED}*"),
        ("{% autoescape false %}{{ name }}{% endautoescape %}", ESCAPED),
        ("{{ name | escape }}", ESCAPED),
        ("{{ name | e | e }}", ESCAPED),
        ("a{{ ', ' }}b{{ nothing }}{{ number }}", "a, b1.5"),
        ("{{ section }}", "**ours**"),
        ("{{ notes('next-steps') }}", "<!-- relmap:notes next-steps -->\n<!-- relmap:end -->"),
    ],
)
def test_what_is_printed_is_harmless(tmp_path: Path, template: str, drawn: str) -> None:
    assert draw(tmp_path, template) == f"{drawn}\n"


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("a\n{{ nmae }}", 2, "'nmae' is undefined"),
        ("a\nb\n{% for %}", 3, "expected an expression"),
        ("{{ people[0].nmae }}", 1, "has no attribute 'nmae'"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{{ notes('A B') }}", 1, "a name is made of a-z"),
        ("{{ name.__class__ }}", 1, "access to attribute '__class__'"),
        ("{{ ''.__class__.__mro__ }}", 1, "is unsafe"),
        ("{% for x in range(10 ** 9) %}{% endfor %}", 1, "range too big"),
        ("{{ name | tojson }}", 1, "no filter named 'tojson'"),
        ("{% include 'other.j2' %}", 1, "no template other.j2 beside it"),
        ("{% include '../secret.txt' %}", 1, "no template ../secret.txt beside it"),
        ("{% include '/etc/passwd' %}", 1, "no template /etc/passwd beside it"),
        ("{% include 'link.j2' %}", 1, "no template link.j2 beside it"),
        ("{% include 'plan.md.j2' %}", 1, "without an end"),
    ],
)
def test_what_goes_wrong_is_told_with_file_and_line(tmp_path: Path, template: str, line: int, message: str) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "link.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(RelmapError) as raised:
        draw(folder, template)
    assert raised.value.message.startswith(f"{folder / 'plan.md.j2'}:{line}: ")
    assert message in raised.value.message


def test_a_fault_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("\n{{ nmae }}", encoding="utf-8")
    with pytest.raises(RelmapError, match=r"part\.j2:2: 'nmae' is undefined"):
        draw(tmp_path, "{% include 'part.j2' %}")


def test_no_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(RelmapError, match="there is no template"):
        PlanTemplate(tmp_path / "none.j2")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.md.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(RelmapError, match="is not UTF-8 text"):
        PlanTemplate(tmp_path / "plan.md.j2")
