"""`relmap assess --format json`, version 1: the book, and the same document with evidence for named accounts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from typing_extensions import TypedDict

from relmap import __version__
from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.findings import Finding, Severity
from relmap.model.json_schema import schema_id
from relmap.render.json_account import account
from relmap.render.json_account_types import Account
from relmap.render.json_book import book
from relmap.render.json_book_types import Book
from relmap.render.json_card import card
from relmap.render.json_finding import finding
from relmap.render.json_rubric import rubric
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Day, Rubric, Tool, published
from relmap.render.json_types import Finding as PublishedFinding

SCHEMA_ID = schema_id("assess-v1")
VERSION: Literal[1] = 1


@published
class Document(TypedDict):
    """A book on a day, as `relmap assess --format json` writes it. Keys stand in this order."""

    schema: str
    """The address of this schema."""
    version: Literal[1]
    tool: Tool
    as_of: Day
    """The day of the assessment; nothing after it counts."""
    period: str | None
    """The fiscal year (2025) or quarter (2025-Q1) of shares and concentration; null where no account has revenue."""
    rubric: Rubric
    book: Book
    accounts: list[Account]
    findings: list[PublishedFinding]


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
    return _write(assessment, (_with_evidence(assessment, entry) for entry in cards), findings)


def _with_evidence(assessment: Assessment, entry: Card) -> Account:
    return {**account(entry.assessed._replace(leads=entry.leads)), "evidence": card(assessment, entry)}


def _write(assessment: Assessment, accounts: Iterator[Account], findings: Iterable[Finding]) -> str:
    members: dict[str, object] = {
        "schema": SCHEMA_ID,
        "version": VERSION,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": assessment.as_of.isoformat(),
        "period": assessment.period or None,
        "rubric": rubric(assessment.settings),
        "book": book(assessment),
        "accounts": accounts,
        "findings": map(finding, findings),
    }
    return encode_lines(members)
