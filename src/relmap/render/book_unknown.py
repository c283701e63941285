"""What a book does not know, in sentences: nothing that is not known may look like zero or like good news."""

from collections.abc import Iterator, Sequence

from relmap.assess.assessment import AssessedAccount, Assessment
from relmap.render import words
from relmap.render.page import Section, bullets, prose

NAMES = 5


def unknown_section(assessment: Assessment) -> Section:
    """Return the section on what the book does not know."""
    sentences = [words.sentence(text) for text in _sentences(assessment)]
    block = bullets(sentences) if sentences else prose("Nothing that its measures ask for.")
    return Section("What this book does not know", (block,))


def _sentences(assessment: Assessment) -> Iterator[str]:
    customers = [entry for entry in assessment.accounts if entry.row.status == "customer"]
    if not assessment.has_settings:
        yield "there is no relmap.yaml: our team, tiers and currency are not known, every threshold is the default"
    if assessment.broken:
        missing = words.count(len(assessment.broken), "account")
        stand = "stands" if len(assessment.broken) == 1 else "stand"
        yield f"{missing} cannot be read and {stand} in no figure here: {words.listed(list(assessment.broken), NAMES)}"
    yield from _figures(assessment)
    if unscored := [entry for entry in customers if entry.figures["health"].value is None]:
        yield f"health is not scored for {_of(unscored, customers, 'customer')}: {_names(unscored)}"
    if silent := [entry for entry in customers if entry.row.gaps.their_view[0]]:
        told = _of(silent, customers, "customer")
        yield f"no fresh word of theirs from {told}, so their stage is one-sided: {_names(silent)}"
    if empty := [entry for entry in customers if not entry.row.gaps.contacts_power[1]]:
        yield f"no active contact at {_of(empty, customers, 'customer')}: {_names(empty)}"
    yield from _people(assessment.accounts)
    if open_ := [entry for entry in customers if entry.row.gaps.dependence[0]]:
        yield f"how far each side depends on the other is not wholly known for {_of(open_, customers, 'customer')}"


def _figures(assessment: Assessment) -> Iterator[str]:
    missing = set(assessment.revenue.without_figures)
    names = [entry.row.name for entry in assessment.accounts if entry.row.id in missing]
    if names:
        period = assessment.revenue.period or "any complete year"
        yield (
            f"no revenue for {period} from {words.count(len(names), 'customer')}: {words.listed(names, NAMES)};"
            " shares are of what is known"
        )
    names_of = {entry.group: entry.group_name for entry in assessment.accounts}
    if negative := [names_of.get(group, group) for group in assessment.gross_profit.negative]:
        yield f"gross profit below zero, in no share of it: {words.listed(negative, NAMES)}"


def _people(accounts: Sequence[AssessedAccount]) -> Iterator[str]:
    told = (
        ("contacts_power", "how much they decide is unknown for {} contacts"),
        ("contacts_support", "where they stand towards us is unknown for {} contacts"),
        ("relationships_live", "whether they are live is unknown for {} relationships"),
    )
    for field, text in told:
        unknown = sum(getattr(entry.row.gaps, field)[0] for entry in accounts)
        whole = sum(getattr(entry.row.gaps, field)[1] for entry in accounts)
        if unknown:
            yield text.format(f"{words.number(unknown)} of {words.number(whole)}")


def _of(some: Sequence[AssessedAccount], whole: Sequence[AssessedAccount], noun: str) -> str:
    return f"{words.number(len(some))} of {words.count(len(whole), noun)}"


def _names(entries: Sequence[AssessedAccount]) -> str:
    """Name the largest first; what has no figures comes last."""
    ordered = sorted(entries, key=lambda entry: (-(entry.revenue or 0.0), entry.row.id))
    return words.listed([entry.row.name for entry in ordered], NAMES)
