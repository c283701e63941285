"""The stamp of a rubric: its version, and a digest of all in it that can change a result.

Two results are only to be compared where their rubrics have one digest. `rb1:` names the recipe: canonical JSON (sorted
keys, every number as a float) of the thresholds of the book and of each tier that differs, and of the tests that are
asked. Labels, and the version itself, change no result and are left out.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from relmap.model.rubric import Rubric
from relmap.model.settings import Settings
from relmap.model.stage_tests import STAGE_TESTS, PlannedTest, is_good_signal

RECIPE = "rb1"
_LENGTH = 12


class RubricStamp(NamedTuple):
    """The version that the team gave its rubric, and the digest that nobody has to remember."""

    version: int
    digest: str

    def __str__(self) -> str:
        return f"{self.version} {self.digest}"


def stamp_rubric(settings: Settings) -> RubricStamp:
    """Return the stamp of a book's rubric; the digest is that of the defaults where nothing differs from them."""
    rubric = settings.rubric
    whole = _canonical(rubric, None, settings)
    tiers = {tier: _canonical(settings.rubric_for(tier), tier, settings) for tier in rubric.tiers}
    content = {"book": whole, "tiers": {tier: own for tier, own in tiers.items() if own != whole}}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return RubricStamp(rubric.version, f"{RECIPE}:{hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]}")


def _canonical(rubric: Rubric, tier: str | None, settings: Settings) -> object:
    dumped = rubric.model_dump(mode="json", exclude={"version": True, "tiers": True, "stage": {"tests"}})
    dumped["stage_roles"] = {stage: roles for stage, roles in dumped["stage_roles"].items() if roles}
    return [_plain(dumped), [_asked(test, settings) for test in sorted(settings.tests_for(tier))]]


def _plain(value: object) -> object:
    """Write every number as a float: a default may be 50 where a file's 50 is 50.0."""
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return float(value) + 0.0 if isinstance(value, int | float) else value


def _asked(test: PlannedTest, settings: Settings) -> list[object]:
    is_ours = test.id in STAGE_TESTS
    return [test.stage, test.id, test.must, is_ours or is_good_signal(test.id, settings.signals)]
