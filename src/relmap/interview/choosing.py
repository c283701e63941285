"""Which signals to ask about: those first that would decide most."""

from relmap.assess.assessment import Card
from relmap.assess.questions import weigh_signals
from relmap.measures.result import Known
from relmap.measures.voices import SignalState, signal
from relmap.model.signals import CATALOGUE


def choose_signals(card: Card) -> list[str]:
    """Return the signals that are worth asking about, the one that decides most first.

    First what open tests and signs wait for, the weightiest first; then what nobody has said lately; then what only we
    have said. What they or a document say is not asked again while it is fresh.
    """
    facts = card.profile.facts
    weights = weigh_signals(card.profile, card.assessed)
    states = {signal_id: signal(facts, signal_id) for signal_id in facts.settings.signal_ids()}
    asked = [signal_id for signal_id, state in states.items() if not _said_by_others(state)]
    return sorted(
        asked,
        key=lambda signal_id: (states[signal_id].holds is not None, -weights.get(signal_id, 0.0), _rank(signal_id)),
    )


def _said_by_others(state: SignalState) -> bool:
    return any(entry.source != "ours" and entry.known is not Known.STALE for entry in state.inputs)


def _rank(signal_id: str) -> int:
    """What measures read comes first, then what the book asks on its own; sorting keeps the order among these."""
    kind = CATALOGUE.get(signal_id)
    return 1 if kind is None else 0 if kind.read_by else 2
