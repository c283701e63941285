"""One account of a few lines, in a book of its own, ready to be taken apart."""

from datetime import date
from typing import Any

from relmap.assess.cards import card_with
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.assess.second_pass import assess_book
from relmap.book.validate import validate
from relmap.model.account import Account
from relmap.why.moves import Move
from relmap.why.retake import Bench

from ..measures.build import AS_OF, read, settings_of


def bench(account: str = "", *, settings: str = "") -> Bench:
    """Assess a book of one account (owner: maria)."""
    return bench_of(read(account), settings=settings)


def bench_of(account: dict[str, Any], *, settings: str = "") -> Bench:
    """The same from an account that is already data."""
    noun, problems = validate({"name": "Acme", "owner": "maria", **account}, Account)
    assert noun is not None, problems
    known, day = settings_of(settings), date.fromisoformat(AS_OF)
    profile = assess_account("acme", noun, known, day)
    book = assess_book([make_row(profile, "accounts/acme.yaml")], known, day)
    return Bench(book, card_with(book, book.account("acme"), noun))


def moves(of: Bench, what: str) -> list[Move]:
    """The moves of one thing."""
    return [move for move in of.moves if move.what == what]
