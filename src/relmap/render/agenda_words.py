"""What people read of the agenda beside its sentences: kinds, days, and what is at stake."""

from collections import Counter
from collections.abc import Sequence

from relmap.agenda.agenda import Agenda, Item
from relmap.agenda.todo import Kind
from relmap.assess.assessment import AssessedAccount
from relmap.render import words

KINDS = {
    Kind.PROMISE: ("promise", "promises of ours"),
    Kind.THEIR_PROMISE: ("their promise", "promises of theirs"),
    Kind.REVIEW: ("review", "reviews"),
    Kind.CONTRACT: ("contract", "contracts"),
    Kind.TENDER: ("tender", "tenders"),
    Kind.INITIATIVE: ("initiative", "initiatives"),
    Kind.GOAL: ("goal", "goals"),
    Kind.KEY_PLAYER: ("key player", "key players to reach"),
    Kind.ROLE: ("role", "role gaps"),
    Kind.MOVE: ("move", "moves that a review asked for"),
    Kind.STEP: ("next stage", "steps to a next stage"),
}
"""Each kind as a column says it, and in the plural."""
_ONE = {
    Kind.PROMISE: "promise of ours",
    Kind.THEIR_PROMISE: "promise of theirs",
    Kind.KEY_PLAYER: "key player to reach",
    Kind.ROLE: "role gap",
    Kind.MOVE: "move that a review asked for",
    Kind.STEP: "step to a next stage",
}
QUIET = (Kind.KEY_PLAYER, Kind.ROLE)
"""Kinds whose day is the one from which somebody counts as quiet."""


def summary(agenda: Agenda) -> str:
    """Say in a sentence or two how much there is to do, and of what kind."""
    if not agenda.items:
        return f"Nothing is to be done by {words.day(agenda.until)}."
    kinds = Counter(item.todo.kind for item in agenda.items)
    counted = [words.count(kinds[kind], _ONE.get(kind, KINDS[kind][0]), KINDS[kind][1]) for kind in Kind if kinds[kind]]
    total = words.count(len(agenda.items), "thing")
    told = f"{words.sentence(f'{total} to do: {words.listed(counted)}')} {_days(agenda.items)}"
    where = "Accounts stand" if agenda.by == "account" else "In each list accounts stand"
    return f"{told} {where} by their exposure, the highest possible first."


def _days(items: Sequence[Item]) -> str:
    late = sum(1 for item in items if item.overdue)
    undated = sum(1 for item in items if item.todo.due is None)
    parts = [f"{words.number(late)} overdue"] if late else ["nothing overdue"]
    if undated:
        parts.append(f"{words.number(undated)} without a day")
    return words.sentence(" and ".join(parts))


def when_note(item: Item) -> str:
    """Say how long ago the day was: `15 days overdue`, `quiet for 46 days`, `today`; empty where it lies ahead."""
    if item.todo.due is None:
        return ""
    if item.overdue:
        days = words.count(item.overdue, "day")
        return f"quiet for {days}" if item.todo.kind in QUIET else f"{days} overdue"
    return ""


def stake(account: AssessedAccount) -> str:
    """Write an account's exposure with its bounds: `exposure 16 % (16–17 %)`."""
    text = words.ranged(account.exposure, words.share, (0, 1))
    return "exposure not known" if text == words.UNKNOWN else f"exposure {text}"
