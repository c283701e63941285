"""The stage mix: how many customers stand where, by the evidence, by their word and by ours."""

from collections import Counter
from collections.abc import Sequence

from relmap.assess.assessment import AssessedAccount
from relmap.model.words import STAGES
from relmap.portfolio.values import StageCount

VOICES = ("stage", "stage.earned", "stage.theirs", "stage.ours")


def stage_mix(accounts: Sequence[AssessedAccount]) -> tuple[StageCount, ...]:
    """Count the customers by stage, for the headline and each voice; who has not said is in no stage of that voice."""
    customers = [entry for entry in accounts if entry.row.status == "customer"]
    counts = [Counter(entry.figures[voice].value for entry in customers) for voice in VOICES]
    return tuple(StageCount(stage, *(count[stage] for count in counts)) for stage in STAGES)
