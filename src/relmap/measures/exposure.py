"""Exposure: the revenue that hangs on relationships, weighted by how weak they are."""

from collections.abc import Iterable

from relmap.measures.result import Score, exactly


def measure_exposure(share: Score, health: Score) -> Score:
    """Return revenue share × (1 − health / 100), 0 to 1, with bounds. Ours.

    An account without figures has a share anywhere between 0 and 1, so lists that sort by the high bound put the
    unknown first.
    """
    if share.low == share.high == 0:
        return exactly(0.0)  # nothing is at stake, however weak the relationship
    low, high = share.low * (1 - health.high / 100), share.high * (1 - health.low / 100)
    completeness = min(share.completeness, health.completeness)
    if share.value is None or health.value is None:
        reason = "the revenue share is not known" if share.value is None else "health is not scored"
        return Score(None, low, high, completeness, reason)
    return Score(share.value * (1 - health.value / 100), low, high, completeness)


def measure_fragility(exposures: Iterable[Score]) -> Score:
    """Return the book's fragility, 0 to 1: the sum of exposures of the accounts with a known share. Ours.

    The bounds range over what is unknown of their health.
    """
    known = list(exposures)
    low, high = sum(score.low for score in known), min(1.0, sum(score.high for score in known))
    scored = [score.value for score in known if score.value is not None]
    completeness = len(scored) / len(known) if known else 0.0
    if len(scored) < len(known) or not known:
        reason = (
            f"health is not scored for {len(known) - len(scored)} of {len(known)}" if known else "no share is known"
        )
        return Score(None, low, high, completeness, reason)
    return Score(sum(scored), low, high, completeness)
