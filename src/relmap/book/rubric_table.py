"""The effective rubric of a book, line by line: what counts, what would by default, and where it was set."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from relmap.book.locate import Locator
from relmap.book.rubric_checks import is_set
from relmap.findings import Route, Span
from relmap.model.rubric import AccountRubric, Rubric
from relmap.model.rubric_stamp import RubricStamp, stamp_rubric
from relmap.model.settings import Settings
from relmap.model.stage_tests import (
    STAGE_TESTS,
    TESTED_STAGES,
    Need,
    built_in_need,
    signal_label,
)
from relmap.model.thresholds import Threshold, list_thresholds, value_at
from relmap.model.words import Stage


class SetThreshold(NamedTuple):
    """A threshold as it counts, for the accounts of a tier where one is named. `place` is None for a default."""

    threshold: Threshold
    tier: str | None
    value: object
    place: Span | None
    differs: bool
    """From the default; a tier's own also where it differs from the book's."""


class SetTest(NamedTuple):
    """A test of a stage, or a signal that was made one, as it counts."""

    stage: Stage
    id: str
    label: str
    tier: str | None
    need: Need
    default: Need
    place: Span | None
    differs: bool


class RubricTable(NamedTuple):
    """A rubric, line by line. `tier` is set where it is that of one tier."""

    stamp: RubricStamp
    tier: str | None
    thresholds: tuple[SetThreshold, ...]
    tests: tuple[SetTest, ...]

    def differences(self) -> "RubricTable":
        """Return what differs from the defaults alone."""
        return self._replace(
            thresholds=tuple(entry for entry in self.thresholds if entry.differs),
            tests=tuple(entry for entry in self.tests if entry.differs),
        )


class _Level(NamedTuple):
    """Whose thresholds are listed: what counts there, and the nouns that may set it, with their places."""

    tier: str | None
    rubric: Rubric
    setters: tuple[tuple[Route, AccountRubric], ...]


def table_of(settings: Settings, locator: Locator | None, tier: str | None = None) -> RubricTable:
    """Return the rubric of the book with what each tier sets for itself, or the whole effective rubric of one tier.

    `locator` finds places in relmap.yaml; without one nothing is set anywhere.
    """
    book, own = (("rubric",), settings.rubric), _own(settings, tier)
    levels = [_Level(tier, settings.rubric_for(tier), (*own, book))]
    if tier is None:
        levels += [_Level(name, settings.rubric_for(name), _own(settings, name)) for name in settings.rubric.tiers]
    return RubricTable(
        stamp_rubric(settings),
        tier,
        tuple(entry for threshold in list_thresholds() for entry in _thresholds(threshold, levels, settings, locator)),
        tuple(
            entry for stage in TESTED_STAGES for level in levels for entry in _tests(stage, level, settings, locator)
        ),
    )


def _own(settings: Settings, tier: str | None) -> tuple[tuple[Route, AccountRubric], ...]:
    found = settings.rubric.tiers.get(tier) if tier is not None else None
    return () if found is None else ((("rubric", "tiers", str(tier)), found),)


def _thresholds(
    threshold: Threshold, levels: list[_Level], settings: Settings, locator: Locator | None
) -> Iterator[SetThreshold]:
    """Yield the first level's, and of the others what they set themselves."""
    of_book = value_at(settings.rubric, threshold.route)
    for position, level in enumerate(levels):
        place = _place(level, threshold.route, locator)
        if place is not None or position == 0:
            value = value_at(level.rubric, threshold.route)
            differs = value != threshold.default or value != of_book
            yield SetThreshold(threshold, level.tier, value, place, differs)


def _place(level: _Level, route: Route, locator: Locator | None) -> Span | None:
    above = next((above for above, noun in level.setters if is_set(noun, route)), None)
    return None if above is None or locator is None else locator.value((*above, *route))


def _tests(stage: Stage, level: _Level, settings: Settings, locator: Locator | None) -> Iterator[SetTest]:
    needs, of_book = level.rubric.stage.tests.of(stage), _needs(stage, settings.rubric)
    is_whole = any(noun is settings.rubric for _, noun in level.setters)
    for test, need in _needs(stage, level.rubric).items():
        place = _place(level, ("stage", "tests", stage, test), locator) if test in needs else None
        if place is None and not is_whole:
            continue
        kind = STAGE_TESTS.get(test)
        default: Need = built_in_need(kind) if kind else "skip"
        label = kind.label(level.rubric.stage) if kind else signal_label(test, settings.signals)
        differs = need != default or need != of_book.get(test, default)
        yield SetTest(stage, test, label, level.tier, need, default, place, differs)


def _needs(stage: Stage, rubric: Rubric) -> Mapping[str, Need]:
    """Return how each test of a stage is needed: the built-in ones in their order, then the signals."""
    defaults = {kind.id: built_in_need(kind) for kind in STAGE_TESTS.values() if kind.stage == stage}
    return defaults | rubric.stage.tests.of(stage)
