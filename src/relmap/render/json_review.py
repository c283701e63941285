"""`relmap review --due` and `--status` as JSON, version 1."""

from collections.abc import Iterator

from relmap import __version__
from relmap.assess.row import LastReview
from relmap.model.json_schema import schema_id
from relmap.model.period import quarter_of
from relmap.render import json_review_types as published
from relmap.render.json_account import iso
from relmap.render.json_text import encode_lines
from relmap.render.json_types import Tool
from relmap.review.listing import Listed, ReviewList

SCHEMA_ID = schema_id("review-v1")


def review_json(listed: ReviewList) -> str:
    """Return the list, one account a line; ends with a newline."""
    return encode_lines({**_head(listed), "accounts": _accounts(listed)})


def document(listed: ReviewList) -> published.Document:
    """Return the document that is written."""
    return {**_head(listed), "accounts": list(_accounts(listed))}


def _head(listed: ReviewList) -> published.Document:
    run, states = listed.assessment, listed.states
    return {
        "schema": SCHEMA_ID,
        "version": 1,
        "tool": Tool(name="relmap", version=__version__),
        "as_of": run.as_of.isoformat(),
        "quarter": str(quarter_of(run.as_of, run.settings.fiscal_year_starts)),
        "within": listed.within,
        "states": {
            "none": states["none"],
            "current": states["current"],
            "due": states["due"],
            "waived": states["waived"],
            "overdue": states["overdue"],
            "never": states["never"],
        },
        "broken": list(run.broken),
        "accounts": [],
    }


def _accounts(listed: ReviewList) -> Iterator[published.Account]:
    return map(_account, listed.accounts)


def _account(listed: Listed) -> published.Account:
    row = listed.account.row
    return {
        "id": row.id,
        "path": row.path,
        "name": row.name,
        "owner": row.owner,
        "tier": row.tier,
        "status": row.status,  # type: ignore[typeddict-item]
        "state": listed.state,  # type: ignore[typeddict-item]
        "asked_from": iso(listed.asked_from),
        "due_by": iso(listed.due_by),
        "changed": listed.changed,
        "last": _last(row.last_review),
    }


def _last(last: LastReview | None) -> published.LastReview | None:
    if last is None:
        return None
    return {
        "date": last.day.isoformat(),
        "quarter": last.quarter,
        "by": last.by,
        "outcome": last.outcome,
    }
