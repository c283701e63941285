"""Try one rule on the small book of an example, without the rest of the gate."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from relmap.assess.profile import assess_account
from relmap.assess.run import run_book
from relmap.book.load import load_account, open_book
from relmap.rules.rule import AccountRule, BookCase, BookRule, Case, Example, Hit, OptionValue, Rule

NONE: Mapping[str, OptionValue] = {}


def write_example(folder: Path, example: Example) -> Path:
    """Write the files of an example into a folder, and return it."""
    for name, text in example.files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def all_hits(rule: Rule, root: Path, as_of: date, options: Mapping[str, OptionValue] = NONE) -> dict[str, list[Hit]]:
    """Return what a rule yields for each account of a book, that which lies ahead as well."""
    book = open_book(root)
    assert book.settings is not None, book.findings
    chosen = {option.name: option.default for option in rule.options} | dict(options)
    hits: dict[str, list[Hit]] = {}
    if isinstance(rule, BookRule):
        for hit in rule.find(BookCase(chosen, run_book(book, book.settings, as_of))):
            hits.setdefault(hit.account, []).append(hit)
    if isinstance(rule, AccountRule):
        for file in book.files:
            loaded = load_account(root, file, book.settings, book.account_ids, as_of)
            assert loaded.account is not None, loaded.findings
            case = Case(chosen, assess_account(file.id, loaded.account, book.settings, as_of))
            hits[file.id] = list(rule.find(case))
    return {account: found for account, found in hits.items() if found}


def hits_on(
    rule: Rule, example: Example, root: Path, options: Mapping[str, OptionValue] = NONE
) -> dict[str, list[Hit]]:
    """Return what a rule says of an example on its day, and nothing that lies ahead."""
    found = all_hits(rule, write_example(root, example), example.as_of, options)
    today = {account: [hit for hit in hits if not ahead(hit, example.as_of)] for account, hits in found.items()}
    return {account: hits for account, hits in today.items() if hits}


def ahead(hit: Hit, as_of: date) -> bool:
    """Say whether a hit holds only after a day."""
    return hit.on is not None and hit.on >= as_of + timedelta(days=1)
