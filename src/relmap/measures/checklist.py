"""The exploratory checklist: what to know and do before a relationship is more than a first acquaintance.

Source: the exploratory stage in Bacon's four relationship stages; the readings are ours.
"""

from typing import NamedTuple

from relmap.measures.check import Check
from relmap.measures.facts import Facts
from relmap.measures.promises import Promises, is_ours
from relmap.measures.result import Input
from relmap.measures.roles import holders

DECISION_ROLES = ("budget", "gatekeeper", "user")


class Checklist(NamedTuple):
    """The five points, each there or not."""

    checks: tuple[Check, ...]

    @property
    def done(self) -> int:
        """How many of the five are there."""
        return sum(check.passed is True for check in self.checks)


def measure_checklist(facts: Facts, promises: Promises) -> Checklist:
    """Return the five points: needs known, size of the prize, decision roles known, first promise kept, key or not.

    A potential key account is treated as one from the outset: it then needs a tier of key accounts.
    """
    potential = facts.account.potential
    missing = [role for role in DECISION_ROLES if not holders(facts, role)]
    kept = [entry for entry in promises.states if entry.state == "kept" and is_ours(facts, entry.promise)]
    deciding = dict.fromkeys(person.id for role in DECISION_ROLES for person in holders(facts, role))
    named = tuple(Input(("contacts", contact_id, "roles")) for contact_id in deciding)
    return Checklist(
        (
            _point("needs", "what they need", potential.needs is not None, Input(("potential", "needs"))),
            _point("prize", "how large the prize is", potential.revenue is not None, Input(("potential", "revenue"))),
            _point("roles", "who decides: budget, gatekeeper, user", not missing, *named, detail=_no(missing)),
            _point(
                "first_promise",
                "a first promise kept",
                bool(kept),
                *(Input(("promises", entry.position), day=entry.promise.due) for entry in kept[:1]),
            ),
            _key_or_not(facts),
        )
    )


def _no(missing: list[str]) -> str:
    return f"no {', '.join(missing)}" if missing else ""


def _key_or_not(facts: Facts) -> Check:
    """Whether they could become a key account; if yes, the account is treated as one from the outset."""
    potential, tier = facts.account.potential.key_account, facts.settings.tiers.get(facts.account.tier or "")
    treated = bool(tier and tier.key)
    passed = potential is not None and (not potential or treated)
    detail = "yes, but its tier is not one of key accounts" if potential and not treated else ""
    return _point("key_account", "whether they are a potential key account", passed, _KEY, detail=detail)


_KEY = Input(("potential", "key_account"))


def _point(check_id: str, label: str, there: bool, *inputs: Input, detail: str = "") -> Check:
    return Check(check_id, "exploratory", label, there, False, lambda: inputs if there else (), detail)
