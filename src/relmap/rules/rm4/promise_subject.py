"""What a promise is called across edits: a list has no ids, so its maker and its words are."""

from relmap.model.plans import Promise


def promise_subject(promise: Promise) -> str:
    """Return the subject of a finding about a promise."""
    return f"{promise.by}: {promise.what}"
