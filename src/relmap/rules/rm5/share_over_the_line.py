"""RM501: a customer who makes more of the revenue than the book's profile accepts."""

from collections.abc import Iterator

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.findings import Severity
from relmap.rules.rule import BookCase, BookRule, Example, Hit

_ACCOUNT = """\
name: Harrow Foods
owner: maria
financials: {2025: {revenue: AMOUNT}}
"""
_OTHERS = {
    f"other-{n}": f"name: Other {n}\nowner: maria\nfinancials: {{2025: {{revenue: 90}}}}\n" for n in range(1, 11)
}


def _find(case: BookCase) -> Iterator[Hit]:
    """Fire for each customer group at or over the line of one customer; its largest account answers for it."""
    singles = [line.threshold for line in case.book.profile_lines if line.threshold.top == 1]
    if not singles:
        return
    line = min(threshold.beyond for threshold in singles)
    profile = case.settings.rubric.concentration.profile
    for customer in case.book.revenue.customers:
        if customer.share + 1e-9 >= line:
            account = _largest(case.book, customer.group)
            of_group = f" with its group ({account.group_name})" if account.group != account.row.id else ""
            message = (
                f"{account.row.name}{of_group} makes {customer.share * 100:.1f} % of the revenue of "
                f"{case.book.revenue.period}; the line of {profile} is {line * 100:g} %"
            )
            yield Hit(("financials",), "share", message, account=account.row.id)


def _largest(book: Assessment, group: str) -> AssessedAccount:
    members = [entry for entry in book.accounts if entry.group == group]
    return max(members, key=lambda entry: (entry.revenue or 0.0, entry.row.id))


RULE = BookRule(
    code="RM501",
    name="share-over-the-line",
    severity=Severity.WARNING,
    profile="standard",
    summary="A customer, with its whole group, makes as much of the revenue as the profile's line, or more.",
    why="Who lives from one customer is priced, insured and financed accordingly, and loses every negotiation slowly.",
    sources=("The profiles of concentration: gaap-10 is ASC 280-10-50-42, a customer of 10 % or more is disclosed.",),
    hint="grow the others or share the risk with this one; waive it with a reason while it is so",
    fires=Example(_ACCOUNT.replace("AMOUNT", "100"), others=_OTHERS),
    clean=Example(_ACCOUNT.replace("AMOUNT", "90"), others=_OTHERS),
    find=_find,
)
