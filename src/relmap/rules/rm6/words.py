"""The words that findings of stage and perception are told in: people by name, stages as the book calls them."""

from relmap.book.source import shorten
from relmap.model.words import Side
from relmap.rules.rule import Case


def person(case: Case, side: Side, by: str | None) -> str:
    """Return who said something: a name, the id where there is no name, or the side where nobody is named."""
    if by is None:
        return "our side" if side == "ours" else "their side"
    named = case.settings.team.get(by) if side == "ours" else case.account.contacts.get(by)
    return shorten(named.name if named and named.name else by)


def stage_word(case: Case, stage: str) -> str:
    """Return a stage as the book calls it."""
    return _own({str(key): word for key, word in case.settings.labels.stages.items()}, stage)


def standing_word(case: Case, standing: str) -> str:
    """Return a standing as the book calls it."""
    return _own({str(key): word for key, word in case.settings.labels.standings.items()}, standing)


def _own(labels: dict[str, str], word: str) -> str:
    return labels.get(word, word.replace("_", " "))
