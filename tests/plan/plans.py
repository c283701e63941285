"""From a few lines of YAML to a plan; the team is maria and tom."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from relmap.assess.assessment import Assessment
from relmap.assess.run import make_card, run_book
from relmap.book.load import open_book
from relmap.plan.make import make_plan
from relmap.plan.values import AccountPlan

AS_OF = date(2026, 11, 15)
SETTINGS = """\
company: Northwind
currency: EUR
team: {maria: {name: Maria López}, tom: {name: Tom Hansen}}
"""


def assessed_plan(
    folder: Path, account: str, as_of: date = AS_OF, settings: str = SETTINGS
) -> tuple[Assessment, AccountPlan]:
    """Write a book of one account, acme of maria's, and return its assessment and its plan."""
    (folder / "accounts").mkdir(exist_ok=True)
    (folder / "relmap.yaml").write_text(settings, encoding="utf-8")
    text = f"name: Acme Foods\nowner: maria\n{dedent(account)}"
    (folder / "accounts" / "acme.yaml").write_text(text, encoding="utf-8")
    book = open_book(folder)
    assert book.settings is not None
    run = run_book(book, book.settings, as_of, jobs=1)
    assert run.broken == ()
    return run, make_plan(run, make_card(book, book.settings, run, "acme"))


def plan_of(folder: Path, account: str, as_of: date = AS_OF, settings: str = SETTINGS) -> AccountPlan:
    """Return the plan alone."""
    return assessed_plan(folder, account, as_of, settings)[1]
