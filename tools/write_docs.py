"""Write the generated documents anew: JSON Schemas, pictures of screens, and pages: format, findings, rules, measures.

python -m tools.write_docs            write them, and remove what nothing generates any more
python -m tools.write_docs --check    only say which are out of date; exit code 1 if any is
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from relmap.manual.pages import PAGES
from relmap.rules.rules import ALL
from tools.docs_findings import findings_page
from tools.docs_format import format_page
from tools.docs_manual import glossary_page, index_page, measure_page
from tools.docs_models import models_page
from tools.docs_rules import rule_document, rules_index
from tools.screens import screens
from tools.write_schemas import SCHEMAS, schema_text

DOCS = Path(__file__).parents[1] / "docs"
GENERATED_FOLDERS = ("measures", "rules", "schema")
"""Folders in which nothing is written by hand."""


def main() -> int:
    """Write or check every generated document."""
    check, wanted = "--check" in sys.argv[1:], dict(documents())
    stale, left = stale_documents(wanted), left_over(DOCS, wanted)
    if not check:
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path].encode())
        for path in left:
            path.unlink()
    for path in stale:
        print(f"{'out of date' if check else 'written'}: {path.relative_to(DOCS.parent)}")
    for path in left:
        print(f"{'left over' if check else 'removed'}: {path.relative_to(DOCS.parent)}")
    return 1 if check and (stale or left) else 0


def documents() -> Iterator[tuple[Path, str]]:
    """Yield every generated document with its text."""
    for name in SCHEMAS:
        yield DOCS / "schema" / name, schema_text(name)
    for name, picture in screens().items():
        yield DOCS / "images" / name, picture
    yield DOCS / "format.md", format_page()
    yield DOCS / "findings.md", findings_page()
    yield DOCS / "rules.md", rules_index()
    for rule in ALL:
        yield DOCS / "rules" / f"{rule.code.lower()}.md", rule_document(rule)
    yield DOCS / "measures.md", index_page()
    for page in PAGES:
        yield DOCS / "measures" / f"{page.id}.md", measure_page(page)
    yield DOCS / "glossary.md", glossary_page()
    yield DOCS / "models.md", models_page()


def stale_documents(wanted: Mapping[Path, str]) -> list[Path]:
    """Return the documents that are missing, or say something else than they should."""
    return [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def left_over(docs: Path, wanted: Mapping[Path, str]) -> list[Path]:
    """Return the files in generated folders that nothing generates any more."""
    found = (path for folder in GENERATED_FOLDERS for path in (docs / folder).rglob("*") if path.is_file())
    return sorted(path for path in found if path not in wanted)


if __name__ == "__main__":
    sys.exit(main())
