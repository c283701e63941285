"""Take the measures of an account again as if its file said something else: what a change does is computed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from pydantic import ValidationError

from relmap.assess.assessment import Assessment, Card
from relmap.assess.cards import card_with
from relmap.model.account import Account
from relmap.why.moves import Document, Move, apply, document_of
from relmap.why.moves_money import of_money
from relmap.why.moves_people import of_people
from relmap.why.moves_words import of_promises, of_signals, of_views, of_work


class Bench:
    """One account of an assessed book, ready to be changed and measured again. Nothing is written anywhere."""

    def __init__(self, assessment: Assessment, card: Card) -> None:
        self.assessment = assessment
        self.card = card
        self._document: Document = document_of(card.profile.facts.account)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every single change worth trying."""
        return tuple(self._moves())

    def _moves(self) -> Iterator[Move]:
        profile = self.card.profile
        return chain(
            of_people(profile.facts, profile.roles),
            of_views(profile),
            of_signals(profile.facts),
            of_promises(profile),
            of_work(profile),
            of_money(profile.facts),
        )

    def after(self, moves: Sequence[Move]) -> Card | None:
        """Return the card after the moves; None where they lead to what no file may say."""
        try:
            account = Account.model_validate(apply(self._document, moves))
        except ValidationError:
            return None
        return card_with(self.assessment, self.card.assessed, account)

    @cached_property
    def single(self) -> tuple[tuple[Move, Card], ...]:
        """Every possible move with the card it leads to."""
        found = ((move, self.after([move])) for move in self.moves)
        return tuple((move, card) for move, card in found if card is not None)
