"""From a few lines of YAML to the facts that measures read; what a test does not write is not in the account."""

from datetime import date
from textwrap import dedent
from typing import Any

from relmap.book.parse import parse
from relmap.book.validate import validate
from relmap.measures.facts import Facts, gather_facts
from relmap.model.account import Account
from relmap.model.settings import Settings

AS_OF = "2026-11-15"
"""In FY2026-Q4. Four quarters back begin on 2025-10-01, eight on 2024-10-01; 90 days back is 2026-08-17, 180 is
2026-05-19, 366 is 2025-11-14."""

OUR_SIDE = """
company: Northwind
team:
  maria: {department: Sales}
  tom: {department: Service}
  ines: {department: Engineering}
  olaf: {department: Sales, status: left, left: 2026-06-30}
"""


def facts(account: str = "", *, as_of: str = AS_OF, settings: str = "") -> Facts:
    """Read an account (owner: maria) and, on top of `OUR_SIDE`, settings."""
    return facts_of(read(account), as_of=as_of, settings=settings)


def facts_of(account: dict[str, Any], *, as_of: str = AS_OF, settings: str = "") -> Facts:
    """The same from an account that is already data."""
    noun, problems = validate({"name": "Acme", "owner": "maria", **account}, Account)
    assert noun is not None, problems
    return gather_facts("acme", noun, settings_of(settings), date.fromisoformat(as_of))


def settings_of(text: str = "") -> Settings:
    """Read settings on top of `OUR_SIDE`."""
    noun, problems = validate({**read(OUR_SIDE), **read(text)}, Settings)
    assert noun is not None, problems
    return noun


def read(text: str) -> dict[str, Any]:
    """Read YAML as the book reads it."""
    if not text.strip():
        return {}
    parsed = parse(dedent(text).encode(), "acme.yaml")
    assert parsed.document is not None, parsed.findings
    assert not parsed.findings
    return parsed.document
