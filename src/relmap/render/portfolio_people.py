"""The relationships and the team of a portfolio: stages, perception, key accounts, load and promises."""

from collections.abc import Iterator, Sequence

from relmap.assess.assessment import AssessedAccount, MemberLoad
from relmap.measures.facts import has_left
from relmap.portfolio.values import Portfolio, StageCount
from relmap.render import labels, words
from relmap.render.page import Block, Cell, Column, Grid, Section, Tone, bullets, prose
from relmap.render.portfolio_words import closed

SHOWN = 12


def stages_section(portfolio: Portfolio) -> Section | None:
    """Return the stage mix and the gaps of perception; None without customers."""
    total = sum(count.headline for count in portfolio.stages)
    if not total:
        return None
    columns = (
        Column("Stage"),
        Column("Customers", right=True),
        Column("Earned", right=True),
        Column("They say", right=True),
        Column("We say", right=True),
    )
    rows = (*(_stage(count, portfolio) for count in portfolio.stages), _silent(portfolio.stages, total))
    told = "A customer stands at the lower of what the evidence earns and what they say."
    return Section("Stages, and who sees what", (prose(told, Tone.MUTED), Grid(columns, rows), *_gaps(portfolio)))


def _stage(count: StageCount, portfolio: Portfolio) -> tuple[Cell, ...]:
    name = labels.stage(portfolio.assessment.settings, count.stage)
    numbers = (count.headline, count.earned, count.theirs, count.ours)
    return Cell(name, Tone.STRONG), *(Cell(words.number(each)) for each in numbers)


def _silent(counts: Sequence[StageCount], total: int) -> tuple[Cell, ...]:
    said = [
        sum(numbers)
        for numbers in zip(*((each.headline, each.earned, each.theirs, each.ours) for each in counts), strict=True)
    ]
    return Cell("not known", Tone.UNKNOWN), *(Cell(words.number(total - each)) for each in said)


def _gaps(portfolio: Portfolio) -> Iterator[Block]:
    shown = [entry for entry in portfolio.accounts if entry.row.status == "customer"]
    texts = [
        *_seen(shown, "stage", 1, "we see the relationship as deeper than they do at {}"),
        *_seen(shown, "stage", -1, "they see it as deeper than we do at {}"),
        *_seen(shown, "optimism", 1, "we claim a higher stage than the evidence earns at {}"),
        *_seen(shown, "trust", 1, "we think that they trust us more than they say, by a point of ten or more, at {}"),
    ]
    both = [entry for entry in shown if entry.row.perception.stage is not None]
    if len(both) < len(shown):
        number = f"{words.number(len(shown) - len(both))} of {words.count(len(shown), 'customer')}"
        texts.append(f"for {number} it is not known how both sides see it, as one side has not said")
    if texts:
        yield bullets([words.sentence(text) for text in texts])


def _seen(shown: Sequence[AssessedAccount], gap: str, sign: int, text: str) -> Iterator[str]:
    found = [(getattr(entry.row.perception, gap), entry.row.name) for entry in shown]
    names = [name for steps, name in found if steps is not None and steps * sign >= 1]
    if names:
        yield text.format(words.listed(names, SHOWN))


def key_accounts_section(portfolio: Portfolio) -> Section | None:
    """Return the key accounts against how many can be served well; None where there are none and no limit is set."""
    key, settings = portfolio.assessment.key_accounts, portfolio.assessment.settings
    if not key.accounts and key.capacity is None:
        return None
    blocks: list[Block] = [_capacity(len(key.accounts), key.capacity)]
    ids = frozenset(key.accounts)
    found = (entry for entry in portfolio.assessment.accounts if entry.row.id in ids)
    entries = sorted(found, key=lambda entry: (-(entry.revenue or 0.0), entry.row.id))
    if entries:
        blocks.append(bullets([_key(entry, portfolio) for entry in entries]))
    tiers = {tier for tier, entry in settings.tiers.items() if entry.key}
    names = [entry.row.name for entry in portfolio.assessment.accounts if _is_candidate(entry, tiers, portfolio)]
    if names:
        blocks.append(prose(words.sentence(f"could become key accounts: {words.listed(names, SHOWN)}")))
    return Section("Key accounts", tuple(blocks))


def _capacity(number: int, capacity: int | None) -> Block:
    told = words.count(number, "key account")
    if capacity is None:
        text = f"{told}. How many we can serve well is not known: set key_capacity in relmap.yaml."
        return prose(words.sentence(text), Tone.UNKNOWN)
    over = number - capacity
    verdict = (
        f"{words.number(over)} too many"
        if over > 0
        else f"room for {words.number(-over)} more"
        if over
        else "no room for more"
    )
    text = f"{told}, and we can serve {words.number(capacity)} well: {verdict}"
    return prose(words.sentence(text), Tone.BAD if over > 0 else Tone.PLAIN)


def _key(entry: AssessedAccount, portfolio: Portfolio) -> str:
    settings = portfolio.assessment.settings
    stage = labels.stage(settings, entry.figures["stage"].value)
    share = "share not known" if entry.share.value is None else f"{words.exact_share(entry.share.value)} of the revenue"
    return closed(f"{entry.row.name}: {stage}, {share}")


def _is_candidate(entry: AssessedAccount, tiers: set[str], portfolio: Portfolio) -> bool:
    case = portfolio.cases.get(entry.row.id)
    return bool(case and case.could_be_key) and entry.row.tier not in tiers and entry.row.status != "former"


def load_section(portfolio: Portfolio) -> Section | None:
    """Return what each team member carries and keeps, by name; None where nobody carries anything."""
    loads = [load for load in portfolio.assessment.loads if any(load[2:])]
    if not loads:
        return None
    columns = (
        Column("Team member", wrap=True),
        Column("Accounts", right=True),
        Column("Relationships live", right=True),
        Column("Promises kept", right=True),
        Column("Overdue", fold=84, right=True),
        Column("Only way in", fold=96, right=True),
    )
    text = (
        "What each of us carries, by name; it is there to share work out, and ranks nobody. Only way in: the accounts"
        " in which a key player can be reached through this person alone."
    )
    others = (load for load in portfolio.assessment.loads if not any(load[2:]))
    idle = [load.name for load in others if not _has_left(load, portfolio)]
    rows = tuple(_load(load, portfolio) for load in sorted(loads, key=_by_name))
    blocks: list[Block] = [prose(text, Tone.MUTED), Grid(columns, rows)]
    if idle:
        blocks.append(prose(words.sentence(f"no part in this book so far: {words.listed(sorted(idle), SHOWN)}")))
    return Section("Load of the team", tuple(blocks))


def _by_name(load: MemberLoad) -> tuple[str, str]:
    return load.name.casefold(), load.member


def _has_left(load: MemberLoad, portfolio: Portfolio) -> bool:
    member, day = portfolio.assessment.settings.team.get(load.member), portfolio.assessment.as_of
    return member is not None and has_left(member.status, member.left, day)


def _load(load: MemberLoad, portfolio: Portfolio) -> tuple[Cell, ...]:
    gone = _has_left(load, portfolio)
    kept = (
        f"{words.number(load.promises_kept)} of {words.number(load.promises_due)}" if load.promises_due else "none due"
    )
    overdue = f"{words.number(load.overdue)} overdue" if load.overdue else ""
    only = f"only way in at {words.count(load.single_points, 'account')}" if load.single_points else ""
    return (
        Cell(load.name, Tone.STRONG, "has left us" if gone else ""),
        Cell(words.number(load.accounts)),
        Cell(f"{words.number(load.live)} of {words.number(load.relationships)}"),
        Cell(kept, Tone.PLAIN if load.promises_due else Tone.MUTED),
        Cell(words.number(load.overdue), Tone.WATCH if load.overdue else Tone.PLAIN, below=overdue),
        Cell(words.number(load.single_points), Tone.WATCH if load.single_points else Tone.PLAIN, below=only),
    )
