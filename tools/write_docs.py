"""Write the generated documents anew: JSON Schemas, pictures of screens, and the pages of format, findings, measures.

python -m tools.write_docs            write them
python -m tools.write_docs --check    only say which are out of date; exit code 1 if any is
"""

import sys
from collections.abc import Callable, Iterator
from inspect import getdoc
from pathlib import Path
from typing import Any

from relmap.assess.figures import MEASURES
from relmap.book.codes import CODES, Code
from relmap.book.schema_codes import SCHEMA_CODES
from relmap.measures import (
    concentration,
    coverage,
    dependence,
    equity,
    exposure,
    health,
    promises,
    resilience,
    review,
    roles,
    stage,
    stakeholders,
    standing,
    trust,
    wallet,
    watch,
)
from relmap.model.json_schema import account_schema, describe_test, settings_schema
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import STAGE_TESTS
from tools.screens import screens
from tools.write_schemas import SCHEMAS, schema_text

DOCS = Path(__file__).parents[1] / "docs"
GENERATED = "<!-- Written by `python -m tools.write_docs` from the code's own descriptions. -->\n"

MEASURE_PAGES: tuple[tuple[str, tuple[Callable[..., object], ...]], ...] = (
    ("Trust", (trust.measure_trust, trust.pair_trust, trust.raw_trust_equation)),
    ("Promises kept", (promises.measure_promises,)),
    ("Stakeholder map", (stakeholders.map_stakeholders,)),
    ("Coverage, support and threads", (coverage.measure_coverage, coverage.measure_support, coverage.measure_threads)),
    ("Role gaps", (roles.measure_roles,)),
    ("Resilience", (resilience.measure_resilience,)),
    ("Equitability", (equity.measure_equity, equity.measure_margin)),
    ("Share of wallet", (wallet.measure_wallet,)),
    (
        "Dependence",
        (dependence.our_dependence, dependence.mutual, dependence.imbalance, dependence.possible_patterns),
    ),
    ("Relationship stage", (stage.measure_stage,)),
    ("Standing", (standing.measure_standing,)),
    ("Health", (health.measure_health, health.coverage_for, health.band)),
    ("Review", (review.measure_review,)),
    ("What stands out", (watch.measure_watch,)),
    ("Concentration", (concentration.measure_concentration, concentration.hhi, concentration.judge)),
    ("Exposure and fragility", (exposure.measure_exposure, exposure.measure_fragility)),
)


def main() -> int:
    """Write or check every generated document."""
    check = "--check" in sys.argv[1:]
    stale = [path for path, text in documents() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in documents():
        if path in stale and not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    for path in stale:
        print(f"{'out of date' if check else 'written'}: {path.relative_to(DOCS.parent)}")
    return 1 if check and stale else 0


def documents() -> Iterator[tuple[Path, str]]:
    """Yield every generated document with its text."""
    for name in SCHEMAS:
        yield DOCS / "schema" / name, schema_text(name)
    for name, picture in screens().items():
        yield DOCS / "images" / name, picture
    yield DOCS / "format.md", format_page()
    yield DOCS / "findings.md", findings_page()
    yield DOCS / "measures.md", measures_page()


def format_page() -> str:
    """Return the reference of the file format, from the schemas that editors use."""
    lines = [
        "# The file format",
        "",
        GENERATED,
        "Every key of an account file and of relmap.yaml. `docs/schema/account.schema.json` and",
        "`docs/schema/relmap.schema.json` say the same to an editor.",
        "",
        "Only `name` and `owner` of an account, and `company` of relmap.yaml, must be there. Whatever is missing",
        "counts as not known: never as good, bad or zero. Dates are written YYYY-MM-DD. Text that looks like something",
        "else (a phone number, `01234`) is quoted.",
        "",
        "## An account file",
        "",
    ]
    lines += _schema_tables(account_schema())
    lines += ["## Signals", "", "| id | question | yes is |", "| --- | --- | --- |"]
    lines += [f"| `{kind.id}` | {kind.question} | {'good' if kind.good else 'bad'} |" for kind in CATALOGUE.values()]
    lines += ["", "## relmap.yaml", ""]
    return "\n".join(lines + _schema_tables(settings_schema())).rstrip() + "\n"


def _schema_tables(schema: dict[str, Any]) -> list[str]:
    lines = [schema["description"], "", *_table(schema)]
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            lines += [f"### {name}", "", definition["description"], "", *_table(definition)]
    return lines


def _table(schema: dict[str, Any]) -> list[str]:
    required = set(schema.get("required", ()))
    rows = [
        f"| `{key}`{' (needed)' if key in required else ''} | {_takes(entry)} | {entry.get('description', '')} |"
        for key, entry in schema["properties"].items()
    ]
    return ["| key | takes | meaning |", "| --- | --- | --- |", *rows, ""]


def _takes(entry: dict[str, Any]) -> str:
    """Say in words what a key takes, from its schema."""
    if "$ref" in entry:
        return _link(entry["$ref"])
    if "anyOf" in entry or "oneOf" in entry:
        kinds = [_takes(kind) for kind in entry.get("anyOf", entry.get("oneOf", ()))]
        return ", or ".join(dict.fromkeys(kinds))
    if "enum" in entry:
        return " ".join(f"`{word}`" for word in entry["enum"])
    if "const" in entry:
        return f"`{entry['const']}`"
    kind = entry.get("type")
    if kind == "array":
        return f"list of {_takes(entry.get('items', {}))}"
    if kind == "object":
        inner = entry.get("additionalProperties")
        return f"id → {_takes(inner)}" if isinstance(inner, dict) and inner else "mapping"
    if kind in ("integer", "number"):
        return _number(entry)
    if entry.get("format") == "date":
        return "date"
    return {"string": "text", "boolean": "true or false"}.get(str(kind), "nothing" if kind == "null" else "any value")


def _number(entry: dict[str, Any]) -> str:
    words = "whole number" if entry["type"] == "integer" else "number"
    low, high = entry.get("minimum"), entry.get("maximum")
    if high is not None and high < 1_000_000:
        return f"{words} {low:g} to {high:g}" if low is not None else f"{words} up to {high:g}"
    return f"{words} from {low:g}" if low == 0 else words


def _link(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"


def findings_page() -> str:
    """Return the list of codes that reading a book can report."""
    lines = ["# Findings when a book is read", "", GENERATED]
    lines.append("Every finding names file, line and column. Codes are stable and never used again for something else.")
    lines += [
        "",
        "## Files and YAML",
        "",
        *_codes(CODES),
        "",
        "## The format and references",
        "",
        *_codes(SCHEMA_CODES),
    ]
    return "\n".join(lines) + "\n"


def _codes(codes: tuple[Code, ...]) -> list[str]:
    rows = [f"| {code.code} | `{code.name}` | {code.severity} | {code.summary} |" for code in codes]
    return ["| code | name | severity | what it says |", "| --- | --- | --- | --- |", *rows]


def measures_page() -> str:
    """Return the list of measures and how each is computed, from the functions' own words."""
    lines = ["# Measures", "", GENERATED, "## Ids", ""]
    lines += ["These ids serve in `--where`, `--sort` and the JSON output.", "", "| id | what it is | unit | words |"]
    lines.append("| --- | --- | --- | --- |")
    lines += [
        f"| `{measure.id}` | {measure.title} | {measure.unit} | {' '.join(f'`{word}`' for word in measure.words)} |"
        for measure in MEASURES
    ]
    lines += ["", "## How each is computed", "", "*Ours* marks what is our own choice; it stands in the rubric.", ""]
    for title, functions in MEASURE_PAGES:
        lines += [f"### {title}", ""]
        for function in functions:
            lines += [getdoc(function) or "", ""]
    return "\n".join([*lines, *_stage_tests()]).rstrip() + "\n"


def _stage_tests() -> list[str]:
    """List the tests of the stages; a book chooses among them in its rubric."""
    lines = ["### Tests of the stages", "", "`rubric.stage.tests` makes each a must, a further one, or none.", ""]
    rows = [f"| {kind.stage} | `{kind.id}` | {describe_test(kind)} |" for kind in STAGE_TESTS.values()]
    return [*lines, "| stage | test | what it asks for |", "| --- | --- | --- |", *rows]


if __name__ == "__main__":
    sys.exit(main())
