"""Concentration: how much of the book hangs on how few customers.

Customers are parent groups: entities under common control count as one (ASC 280-10-50-42). Herfindahl–Hirschman index
in percent squared; the effective number of customers is 10 000 / HHI.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, fsum
from typing import NamedTuple

from relmap.measures.result import Verdict
from relmap.model.words import Profile

LEVELS = ("within", "watch", "beyond")
_HAIR = 1e-12  # a share that is 40 % on paper may be a hair less in binary


class CustomerShare(NamedTuple):
    """One customer (a parent group) and its part of the whole, as a fraction 0–1."""

    group: str
    amount: float
    share: float


class Threshold(NamedTuple):
    """One line of a profile: the share (0–1) of the largest `top` customers from which to watch, and beyond which."""

    top: int
    watch: float
    beyond: float


class ProfileLine(NamedTuple):
    """How the book stands against one threshold."""

    threshold: Threshold
    share: float
    level: str


@dataclass(frozen=True)
class Concentration:
    """Concentration of one amount (revenue or gross profit) over one period. Shares are of what is known."""

    period: str
    total: float
    customers: tuple[CustomerShare, ...]
    """Largest first."""
    without_figures: tuple[str, ...]
    """Customer accounts of which nothing is known for the period."""
    negative: tuple[str, ...]
    """Groups with a negative amount: named apart, in no share."""
    hhi: float | None
    effective_number: float | None
    top: Mapping[int, float]
    """The share (0–1) of the largest 1, 3, 5 and 10 customers."""
    major: tuple[str, ...]
    """Customers at 10 % or more."""
    core: tuple[str, ...]
    """The smallest set of largest customers that makes 80 %; ties are all in."""
    top_fifth: float | None
    """The share (0–1) of the largest 20 % of the customers."""
    reason: str = ""

    def share(self, group: str) -> float | None:
        """Return a group's share, 0–1, or None where nothing is known of it."""
        customer = self._by_group.get(group)
        return customer.share if customer else None

    def rank(self, group: str) -> int | None:
        """Return a group's place from 1, the largest first and equals alike, or None where nothing is known of it."""
        customer = self._by_group.get(group)
        if customer is None:
            return None
        return 1 + bisect_left(self.customers, -customer.amount, key=lambda other: -other.amount)

    @cached_property
    def _by_group(self) -> Mapping[str, CustomerShare]:
        return {customer.group: customer for customer in self.customers}


PROFILES: dict[Profile, tuple[str, tuple[Threshold, ...]]] = {
    "gaap-10": ("ASC 280-10-50-42: a customer of 10 % or more is disclosed", (Threshold(1, 0.10, 0.10),)),
    "smb-investor": (
        "buyers of small companies: 10, 20 and 30 % for one customer",
        (Threshold(1, 0.10, 0.20), Threshold(1, 0.20, 0.30)),
    ),
    "lender": ("lenders: 20 and 30 % for one customer", (Threshold(1, 0.20, 0.30),)),
    "eaglerock": (
        "EagleRock CFO: top 1 at 10/20 %, top 3 at 25/40 %, top 10 at 40/60 %",
        (Threshold(1, 0.10, 0.20), Threshold(3, 0.25, 0.40), Threshold(10, 0.40, 0.60)),
    ),
}


def measure_concentration(
    period: str,
    amounts: Iterable[tuple[str, float]],
    without_figures: Sequence[str] = (),
    *,
    core_share: float = 0.80,
    major_share: float = 0.10,
) -> Concentration:
    """Return the concentration of amounts by group. Zero in all, or nothing known, is not scored."""
    ordered = sorted(amounts, key=lambda entry: (-entry[1], entry[0]))
    positive = [(group, amount) for group, amount in ordered if amount >= 0]
    negative = tuple(group for group, amount in ordered if amount < 0)
    total = fsum(amount for _, amount in positive)
    missing = tuple(sorted(without_figures))
    if not total:
        reason = _without_total(known=bool(ordered), negative=bool(negative))
        return Concentration(period, 0.0, (), missing, negative, None, None, {}, (), (), None, reason)
    customers = tuple(CustomerShare(group, amount, amount / total) for group, amount in positive)
    index = hhi([customer.share for customer in customers])
    return Concentration(
        period,
        total,
        customers,
        missing,
        negative,
        index,
        10_000 / index,
        {count: fsum(customer.share for customer in customers[:count]) for count in (1, 3, 5, 10)},
        tuple(customer.group for customer in customers if customer.share + _HAIR >= major_share),
        _core(customers, core_share),
        fsum(customer.share for customer in customers[: ceil(len(customers) / 5)]),
    )


def _without_total(*, known: bool, negative: bool) -> str:
    if not known:
        return "no figure is known"
    return "no figure is above zero" if negative else "the total is zero"


def hhi(shares: Iterable[float]) -> float:
    """Return the Herfindahl–Hirschman index, 0 to 10 000: the sum of squared shares in percent. Shares are 0–1."""
    return fsum((share * 100) ** 2 for share in shares)


def _core(customers: Sequence[CustomerShare], line: float) -> tuple[str, ...]:
    reached, core, last = 0.0, [], None
    for customer in customers:
        if reached + _HAIR >= line and customer.amount != last:
            break
        reached += customer.share
        core.append(customer.group)
        last = customer.amount
    return tuple(core)


def judge(concentration: Concentration, profile: Profile) -> tuple[ProfileLine, ...]:
    """Hold the largest customers' shares against a profile: within, watch (at or above the first line) or beyond."""
    lines = []
    for threshold in PROFILES[profile][1] if concentration.total else ():
        share = concentration.top[threshold.top]
        reached = share + _HAIR
        level = "beyond" if reached >= threshold.beyond else "watch" if reached >= threshold.watch else "within"
        lines.append(ProfileLine(threshold, share, level))
    return tuple(lines)


def worst(lines: Sequence[ProfileLine]) -> Verdict:
    """Return the worst level of a profile's lines."""
    if not lines:
        return Verdict(None, LEVELS, 0.0, "concentration is not scored")
    level = max((line.level for line in lines), key=LEVELS.index)
    return Verdict(level, (level,))
