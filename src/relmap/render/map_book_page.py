"""The map of all accounts as a page: our people in each, who is the only thread, and who stands in several."""

from relmap.map.book_map import BookMap, Hold, SamePerson, Seat, Thread
from relmap.render import words
from relmap.render.page import Block, Cell, Column, Grid, Page, Section, Tone, bullets, prose

SIDE_BY_SIDE = 7
"""How many of our people stand in one table; more get a table of their own below it."""
NAMED = 20
"""How many accounts that nobody knows are named; the rest is counted."""
_KEY = "live/known relationships, a range where live is not known · ! the only one of ours in live touch there"


def book_map_page(across: BookMap) -> Page:
    """Return the page."""
    title = f"{across.company}: our people across {words.count(len(across.accounts), 'account')} on {across.as_of}"
    return Page(title, (), (_team(across), _threads(across), _people(across)))


def _team(across: BookMap) -> Section:
    members = sorted({hold.member for hold in across.holds})
    if not members:
        return Section("Who of ours knows people where", (prose("Nobody of ours is known to know anybody."),))
    holds = {(hold.account, hold.member): hold for hold in across.holds}
    parts = [members[start : start + SIDE_BY_SIDE] for start in range(0, len(members), SIDE_BY_SIDE)]
    grids: list[Block] = [_matrix(across, part, holds) for part in parts]
    known = {account for account, _ in holds}
    unknown = [name for account, name, _ in across.accounts if account not in known]
    nobody = [prose(f"Nobody of ours knows anybody at {words.listed(unknown, NAMED)}.", Tone.WATCH)] if unknown else []
    return Section("Who of ours knows people where", (*grids, prose(_KEY, Tone.MUTED), *nobody))


def _matrix(across: BookMap, members: list[str], holds: dict[tuple[str, str], Hold]) -> Grid:
    columns = (Column("Account"), *map(Column, words.shortened(members, 8)))
    rows = tuple(
        (Cell(name), *(_hold(holds.get((account, member))) for member in members))
        for account, name, _ in across.accounts
        if any((account, member) in holds for member in members)
    )
    return Grid(columns, rows)


def _hold(hold: Hold | None) -> Cell:
    if hold is None:
        return Cell("·", Tone.MUTED)
    tone = Tone.WATCH if hold.only_thread else Tone.GOOD if hold.live else Tone.PLAIN
    live = f"{hold.live}–{hold.live + hold.unclear}" if hold.unclear else f"{hold.live}"
    return Cell(f"{live}/{hold.relationships}{'!' if hold.only_thread else ''}", tone)


def _threads(across: BookMap) -> Section:
    if not across.threads:
        return Section("The only thread", (prose("No account hangs on one of our people alone, as far as is known."),))
    rows = tuple(_thread(across, thread) for thread in across.threads)
    period = f"Revenue {across.period}" if across.period else "Revenue"
    columns = (Column("Who"), Column(period, right=True), Column("Is the only one in live touch with", wrap=True))
    return Section("The only thread", (Grid(columns, rows),))


def _thread(across: BookMap, thread: Thread) -> tuple[Cell, ...]:
    names = {account: name for account, name, _ in across.accounts}
    amount = words.UNKNOWN if thread.revenue is None else words.money(thread.revenue, across.currency)
    more = f"and {thread.unknown} not known" if thread.unknown and thread.revenue is not None else ""
    told = words.listed([names[account] for account in thread.accounts])
    return Cell(across.names[thread.member], Tone.STRONG), Cell(amount, Tone.PLAIN, more), Cell(told)


def _people(across: BookMap) -> Section:
    title = "The same person in several accounts, by e-mail"
    if not across.people:
        return Section(title, (prose("Nobody."),))
    moved = sorted(across.people, key=lambda person: not person.moved)
    return Section(title, (bullets([_person(person) for person in moved]),))


def _person(person: SamePerson) -> str:
    seats = sorted(person.seats, key=lambda seat: (not seat.left, seat.account))
    lead = "moved: " if person.moved else ""
    return f"{seats[-1].label}: {lead}{words.listed([_seat(seat) for seat in seats])}"


def _seat(seat: Seat) -> str:
    if not seat.left:
        return f"at {seat.account}"
    return f"left {seat.account} on {seat.left_on}" if seat.left_on else f"left {seat.account}"
