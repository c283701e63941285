"""`relmap assess --format json`, version 1: the book, and the same document with evidence for named accounts."""

from collections.abc import Iterable, Iterator, Sequence

from relmap import __version__
from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.findings import Finding, Severity
from relmap.model.json_schema import schema_id
from relmap.render import json_types as published
from relmap.render.json_account import account
from relmap.render.json_book import book
from relmap.render.json_card import card
from relmap.render.json_finding import finding
from relmap.render.json_text import encode_lines

SCHEMA_ID = schema_id("assess-v1")


def book_json(assessment: Assessment, accounts: Sequence[AssessedAccount]) -> str:
    """Return the book with the given accounts, in their order, and every finding; ends with a newline."""
    return _write(assessment, map(account, accounts), assessment.findings)


def cards_json(assessment: Assessment, cards: Sequence[Card]) -> str:
    """Return the book with the accounts of these cards and their evidence; ends with a newline.

    Of the findings those of the named accounts and of the book itself are given, and the errors of all others: a file
    that could not be read is missing from every share.
    """
    named = {entry.assessed.row.id for entry in cards} | {""}
    findings = [found for found in assessment.findings if found.account in named or found.severity is Severity.ERROR]
    return _write(assessment, map(_with_evidence, cards), findings)


def _with_evidence(entry: Card) -> published.Account:
    return {**account(entry.assessed), "evidence": card(entry)}


def _write(assessment: Assessment, accounts: Iterator[published.Account], findings: Iterable[Finding]) -> str:
    members: dict[str, object] = {
        "schema": SCHEMA_ID,
        "version": published.VERSION,
        "tool": published.Tool(name="relmap", version=__version__),
        "as_of": assessment.as_of.isoformat(),
        "period": assessment.period or None,
        "book": book(assessment),
        "accounts": accounts,
        "findings": map(finding, findings),
    }
    return encode_lines(members)
