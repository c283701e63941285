"""Books for tests: a few files written at once, and findings as one line each."""

from datetime import date
from pathlib import Path

from relmap.book.load import Book, open_book
from relmap.findings import Finding

AS_OF = date(2026, 11, 15)


def write_book(root: Path, settings: str, **accounts: str) -> Book:
    """Write relmap.yaml and account files (`acme_north` is acme-north.yaml), and open the book."""
    (root / "accounts").mkdir(parents=True, exist_ok=True)
    (root / "relmap.yaml").write_text(settings, encoding="utf-8")
    for name, text in accounts.items():
        (root / "accounts" / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return open_book(root)


def said(found: Finding) -> str:
    """Write a finding as people see it: place, code, message, the hint, and the places that belong to it."""
    hint = f" ({found.hint})" if found.hint else ""
    related = "".join(f" [{other.span} {other.message}]" for other in found.related)
    return f"{found.span} {found.code} {found.message}{hint}{related}"
