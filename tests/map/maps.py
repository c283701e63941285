"""From a few lines of YAML to a map; the team is maria, tom and olaf, who has left."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from relmap.assess.run import make_card, run_book
from relmap.book.load import open_book
from relmap.map.build import make_map
from relmap.map.values import AccountMap

AS_OF = date(2026, 11, 15)
SETTINGS = """\
company: Northwind
currency: EUR
team:
  maria: {name: Maria López, title: Key account manager, department: Sales}
  tom: {name: Tom Hansen}
  olaf: {name: Olaf Berg, status: left, left: 2026-06-30}
"""
ACME = """\
name: Acme Foods
owner: maria
contacts:
  ceo: {name: Carl Berg, title: CEO, roles: approver, power: 5, interest: 2, support: neutral}
  jane:
    name: Jane Doe
    title: VP Operations
    department: Operations
    roles: [budget, sponsor]
    power: 4
    interest: 5
    support: champion
    reports_to: [ceo, cfo]
    influences: [ceo]
    conflicts_with: [buyer]
    known_by:
      maria: {level: problem_solver, trust: 8, source: theirs, last_contact: 2026-11-05}
      olaf: {level: trusted_advisor, trust: 9, last_contact: 2026-06-01}
  buyer: {name: Bo Ek, reports_to: ceo, conflicts_with: [jane], known_by: {tom: {level: vendor}}}
  cfo: {placeholder: true, title: Finance director, reports_to: ceo}
  gone: {name: Gil Noon, power: 4, status: left, left: 2026-08-01, reports_to: jane, known_by: tom}
"""


def account_map(folder: Path, account: str = ACME) -> AccountMap:
    """Write a book of one account and return its map."""
    (folder / "accounts").mkdir(exist_ok=True)
    (folder / "relmap.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "accounts" / "acme.yaml").write_text(dedent(account), encoding="utf-8")
    book = open_book(folder)
    assert book.settings is not None
    run = run_book(book, book.settings, AS_OF, jobs=1)
    return make_map(make_card(book, book.settings, run, "acme"), lambda _: 7)
