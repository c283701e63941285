"""Plans on disk: their text with a block for notes in each section, and what is said of a folder of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from relmap import __version__
from relmap.assess.assessment import Assessment
from relmap.model.json_schema import schema_id
from relmap.plan.folder import OnDisk
from relmap.plan.notes import State
from relmap.render import json_plan_check_types as published
from relmap.render import words
from relmap.render.clean import clean
from relmap.render.json_text import encode_lines
from relmap.render.plan_markdown import Written

SCHEMA_ID = schema_id("plan-check-v1")
_ORDER = (State.EDITED, State.MISSING, State.OUTDATED, State.ORPHANED, State.CURRENT)


def with_notes(sections: Sequence[Written]) -> str:
    """Return a plan with an empty block for notes at the end of each section."""
    return "\n".join(f"{part.text}\n<!-- relmap:notes {part.id} -->\n<!-- relmap:end -->\n" for part in sections)


def check_text(plans: Sequence[OnDisk]) -> str:
    """Return a line for each plan that is not current, and how many there are of each kind."""
    lines = [_line(entry) for entry in plans if entry.state is not State.CURRENT]
    return "\n".join([*lines, f"{counted(plans)}\n"])


def _line(entry: OnDisk) -> str:
    reason = f": {entry.held.reason}" if entry.held.reason else ""
    return clean(f"{entry.path}: {entry.state}{reason}")


def counted(plans: Sequence[OnDisk]) -> str:
    """Return how many plans are in each state."""
    counts = Counter(entry.state for entry in plans)
    told = ", ".join(f"{words.number(counts[state])} {state}" for state in _ORDER if counts[state])
    return f"{words.count(len(plans), 'plan')}: {told}" if plans else "no plan"


def check_json(run: Assessment, plans: Sequence[OnDisk], *, current: bool) -> str:
    """Return where every plan stands as JSON; ends with a newline."""
    document: published.PlanCheckDocument = {
        "schema": SCHEMA_ID,
        "version": 1,
        "tool": {"name": "relmap", "version": __version__},
        "as_of": run.as_of.isoformat(),
        "current": current,
        "plans": [],
    }
    return encode_lines({**document, "plans": _plans(plans)})


def _plans(plans: Sequence[OnDisk]) -> Iterator[published.PlanOnDisk]:
    for entry in plans:
        yield {
            "account": entry.account,
            "path": entry.path,
            "state": entry.state.value,
            "reason": entry.held.reason or None,
        }
