"""A yes/no question that a verdict rests on, and what a row of them earns."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from relmap.measures.logic import Truth, all_of
from relmap.measures.result import Evidence, Input, Verdict


class Check(NamedTuple):
    """One check of a word that can be earned: yes, no, or not known. `confirmed`: by them or by a document."""

    id: str
    level: str
    """The word that it is for: a standing, a phase, a type of trust."""
    label: str
    passed: Truth
    confirmed: bool
    find_inputs: Callable[[], tuple[Input, ...]]
    detail: str = ""

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The place in the file of everything it read."""
        return self.find_inputs()


def no_inputs() -> tuple[Input, ...]:
    """A check that found nothing in the file."""
    return ()


def inputs_of(checks: Iterable[Check]) -> tuple[Input, ...]:
    """Return what the checks read, each place once."""
    return tuple(dict.fromkeys(entry for check in checks for entry in check.inputs))


def sure(check: Check) -> Truth:
    """Count a check as what it is: only what is known passes."""
    return check.passed


def hopeful(check: Check) -> Truth:
    """Count a check as passed where the file leaves it open."""
    return check.passed is not False


def on_confirmed(check: Check) -> Truth:
    """Count a check as passed where their word, or a document, says so."""
    return bool(check.passed and check.confirmed)


def climbed(levels: Sequence[str], checks: Sequence[Check], counts: Callable[[Check], Truth] = sure) -> int:
    """Count the levels, from the lowest, of which every check passes: higher ones build on the lower."""
    for position, level in enumerate(levels):
        if not all_of(counts(check) for check in checks if check.level == level):
            return position
    return len(levels)


def earned(words: Sequence[str], low: int, high: int, checks: Sequence[Check]) -> Verdict:
    """Return the word at `low`, with every word up to `high` as possible; positions are those of `words`."""
    completeness = sum(check.passed is not None for check in checks) / len(checks)
    return Verdict(words[low], tuple(words[low : high + 1]), completeness, "", lambda: Evidence(inputs_of(checks)))
