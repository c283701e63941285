"""Make a realistic book of any size: `python -m benchmarks.generate DIR --accounts 1000`.

The same size and seed give the same bytes on every machine. Every reference resolves and every fact lies before
2026-11-15, so a made-up book is clean: relmap has nothing to report on it.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks import words
from benchmarks.commerce import aim_lines, head_lines, money_lines, voice_lines
from benchmarks.contacts import contact_lines
from benchmarks.draw import Draw
from benchmarks.work import custom_lines, day_lines, exchange_lines, plan_lines, promise_lines, review_lines
from benchmarks.world import Subject, people_of
from benchmarks.yamltext import flow, slug, text

SEED = 7
SETTINGS = """\
company: Northwind Industrial AS
currency: EUR
format: 1                         # version of this format
fiscal_year_starts: 1             # month
accounts: ["accounts/**/*.yaml"]
key_capacity: {capacity}
tiers: {{key: {{review: quarter, key: true}}, growth: {{review: quarter}}, core: {{review: year}}}}
grace_days: 14
"""
SETTINGS_END = """\
labels: {stages: {collaborative: Cooperative}}
rubric:
  version: 1
  concentration: {profile: gaap-10}
signals: {uses_our_portal: {question: "Do they order through our portal?", good: true}}
"""


def write_book(folder: Path, accounts: int, seed: int = SEED) -> None:
    """Write a book of `accounts` accounts into `folder`, over what is there under the same names."""
    for path, content in book_files(accounts, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode())


def book_files(accounts: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the book: relmap.yaml first, then the accounts."""
    draw = Draw(seed)
    team = _team(draw, max(5, accounts // 50))
    groups = {f"{slug(stem)}-group": f"{stem} Group" for stem in words.STEMS[: max(1, accounts // 50)]}
    yield "relmap.yaml", _settings(team, groups, max(15, accounts // 10))
    ids: list[str] = []
    for index, (account, name) in enumerate(_names(draw, accounts)):
        subject = _subject(Draw(seed * 1_000_003 + index), index, (account, name), list(team)[:-1], [*groups], ids)
        ids.append(account)
        yield f"accounts/{account[:2]}/{account}.yaml", account_text(subject)


def account_text(subject: Subject) -> str:
    """Write one account file."""
    lines = [
        *_opening(subject),
        *head_lines(subject),
        *aim_lines(subject),
        *money_lines(subject),
        *voice_lines(subject),
        "",
        *contact_lines(subject),
        *promise_lines(subject),
        *exchange_lines(subject),
        *day_lines(subject),
        *plan_lines(subject),
        *review_lines(subject),
        *custom_lines(subject),
    ]
    return "\n".join(_with_comments(subject, lines)) + "\n"


def _opening(subject: Subject) -> list[str]:
    return ["# yaml-language-server: $schema=../../account.schema.json"] if subject.draw.chance(0.3) else []


def _with_comments(subject: Subject, lines: list[str]) -> Iterator[str]:
    """Put a remark behind some of the entries, and one empty line where there were two."""
    previous = ""
    for line in lines:
        if line or previous:
            remark = line.startswith("  ") and line.endswith("}") and subject.draw.chance(0.02)
            yield f"{line}   {subject.draw.one(words.COMMENTS)}" if remark else line
        previous = line


def _subject(
    draw: Draw, index: int, named: tuple[str, str], team: list[str], groups: list[str], earlier: list[str]
) -> Subject:
    account, name = named
    status = "prospect" if draw.chance(0.08) else "former" if draw.chance(0.05) else "customer"
    people = people_of(draw, draw.between(4, 7) if status == "prospect" else draw.between(6, 13))
    owner = draw.one(team)
    others = [member for member in draw.some(team, draw.between(2, 4)) if member != owner]
    return Subject(index, account, name, status, _parent(draw, groups, earlier), [owner, *others], people, draw)


def _parent(draw: Draw, groups: list[str], earlier: list[str]) -> str:
    """Name a group or an account with an earlier place, so that there is no cycle; most accounts have no parent."""
    if not draw.chance(0.12):
        return ""
    return draw.one(earlier) if earlier and draw.chance(0.4) else draw.one(groups)


def _names(draw: Draw, count: int) -> Iterator[tuple[str, str]]:
    """Yield ids, each once, with the company's name."""
    used: dict[str, int] = {}
    for _ in range(count):
        name = f"{draw.one(words.STEMS)} {draw.one(words.SECTORS)}"
        if slug(name) in used:
            name = f"{name} {draw.one(words.CITIES)}"
        times = used[slug(name)] = used.get(slug(name), 0) + 1
        if times > 1:
            name = f"{name} {times}"
        yield slug(name), f"{name} {draw.one(words.LEGAL_FORMS)}"


def _team(draw: Draw, count: int) -> dict[str, dict[str, object]]:
    """Return the team by id; the last one has left and has no accounts."""
    team: dict[str, dict[str, object]] = {}
    manager: str | None = None
    for _ in range(count + 1):
        first, last = draw.one(words.FIRST_NAMES), draw.one(words.SURNAMES)
        title, department = draw.one(words.TEAM_TITLES)
        member = _member_id(first, last, team)
        team[member] = {"name": text(f"{first} {last}"), "title": title, "department": department, "manager": manager}
        manager = manager or member
    team[next(reversed(team))].update(status="left", left="2026-05-31")
    return team


def _member_id(first: str, last: str, taken: dict[str, dict[str, object]]) -> str:
    """Return `maria`, else `maria-l`, else `maria-l2`, …: never the form of a contact's id."""
    short = f"{slug(first)}-{slug(last)[0]}"
    if slug(first) not in taken:
        return slug(first)
    number = 2
    candidate = short
    while candidate in taken:
        candidate = f"{short}{number}"
        number += 1
    return candidate


def _settings(team: dict[str, dict[str, object]], groups: dict[str, str], capacity: int) -> str:
    lines = [
        "groups:",
        *(f"  {group}: {flow({'name': name})}" for group, name in groups.items()),
        "team:",
        *(f"  {member}: {flow(fields)}" for member, fields in team.items()),
        "offerings:",
        *(f"  {offering}: {flow({'name': name})}" for offering, name in words.OFFERINGS.items()),
    ]
    return SETTINGS.format(capacity=capacity) + "\n".join(lines) + "\n" + SETTINGS_END


def main() -> None:
    """Read the command line and write the book."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generate", description="Make a realistic book.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the book is written")
    parser.add_argument("--accounts", type=int, default=1000, help="how many accounts (default 1000)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"the same seed gives the same bytes (default {SEED})")
    options = parser.parse_args()
    write_book(options.folder, options.accounts, options.seed)


if __name__ == "__main__":
    main()
