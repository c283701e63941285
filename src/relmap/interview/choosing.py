"""Which signals to ask about: those first that would decide most."""

from relmap.assess.assessment import Card
from relmap.assess.questions import weigh_signals
from relmap.measures.voices import signal
from relmap.model.signals import CATALOGUE


def choose_signals(card: Card) -> list[str]:
    """Return every signal that nobody has answered freshly, the one that decides most first.

    First what open tests and signs wait for, by the weight of their questions; then what else measures read, what the
    book asks on its own, and the rest of the catalogue.
    """
    facts, weights = card.profile.facts, weigh_signals(card.profile, card.assessed)
    silent = [signal_id for signal_id in facts.settings.signal_ids() if signal(facts, signal_id).holds is None]
    return sorted(silent, key=lambda signal_id: (-weights.get(signal_id, 0.0), _rank(signal_id)))


def _rank(signal_id: str) -> int:
    """What measures read comes before the book's own and the rest; sorting keeps the order among these."""
    kind = CATALOGUE.get(signal_id)
    return 1 if kind is None else 0 if kind.read_by else 2
