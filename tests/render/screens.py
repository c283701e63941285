"""The example book, assessed once, and every way of drawing it."""

from collections.abc import Callable
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path

from rich.console import Console, RenderableType

from relmap.assess.assessment import AssessedAccount, Assessment, Card
from relmap.assess.run import make_card, run_book
from relmap.assess.select import sort_accounts
from relmap.book.load import Book, open_book
from relmap.manual.find import find_topic
from relmap.render.book_screen import book_markdown, book_rich, book_text
from relmap.render.card_screen import card_markdown, card_rich, card_text
from relmap.render.explain import topic_page
from relmap.render.json_review import review_json
from relmap.render.page import Page
from relmap.render.page_markdown import page_markdown
from relmap.render.page_rich import page_rich
from relmap.render.page_text import page_text
from relmap.render.review_list import list_page, review_csv
from relmap.render.review_page import review_page
from relmap.review.listing import ReviewList, make_list
from relmap.review.previous import Previous
from relmap.review.report import Report, compare

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2026, 11, 15)
CARDS = ("haldermark-marine", "vindskar-turbines", "sundvik-cranes")
WIDTHS = (80, 120, 200)


@cache
def example(name: str) -> tuple[Book, Assessment]:
    book = open_book(EXAMPLES / name)
    assert book.settings is not None
    return book, run_book(book, book.settings, AS_OF, jobs=1)


def meridian() -> tuple[Assessment, tuple[AssessedAccount, ...]]:
    assessment = example("meridian")[1]
    return assessment, sort_accounts(assessment.accounts, "exposure")


def card(account: str, name: str = "meridian") -> tuple[Assessment, Card]:
    book, assessment = example(name)
    assert book.settings is not None
    return assessment, make_card(book, book.settings, assessment, account)


def on_screen(drawn: RenderableType, width: int, **how: bool) -> str:
    """Print as the command line does and return what came out."""
    screen = Console(width=width, file=StringIO(), record=True, markup=False, emoji=False, highlight=False, **how)  # type: ignore[arg-type]
    screen.print(drawn)
    return screen.export_text()


def drawings() -> dict[str, Callable[[], str]]:
    """Every golden file by its name, and what makes it."""
    made: dict[str, Callable[[], str]] = {
        "book.txt": lambda: book_text(*meridian()),
        "book.md": lambda: book_markdown(*meridian()),
    }
    for width in WIDTHS:
        made[f"book-{width}.txt"] = lambda width=width: on_screen(book_rich(*meridian(), width), width)  # type: ignore[misc]
    for account in CARDS:
        made[f"{account}.txt"] = lambda account=account: card_text(*card(account))  # type: ignore[misc]
        made[f"{account}.md"] = lambda account=account: card_markdown(*card(account))  # type: ignore[misc]
        for width in WIDTHS:
            made[f"{account}-{width}.txt"] = lambda account=account, width=width: on_screen(  # type: ignore[misc]
                card_rich(*card(account), width), width
            )
    made["reviews.txt"] = lambda: page_text(list_page(reviews()))
    made["reviews.md"] = lambda: page_markdown(list_page(reviews()))
    made["reviews.json"] = lambda: review_json(reviews())
    made["reviews.csv"] = lambda: review_csv(reviews())
    made["review-haldermark-marine.txt"] = lambda: page_text(review_page(reviewed()))
    made["review-haldermark-marine.md"] = lambda: page_markdown(review_page(reviewed()))
    for width in WIDTHS:
        made[f"reviews-{width}.txt"] = lambda width=width: on_screen(page_rich(list_page(reviews()), width), width)  # type: ignore[misc]
    made["review-haldermark-marine-80.txt"] = lambda: on_screen(page_rich(review_page(reviewed()), 80), 80)
    made["explain-dependence-80.txt"] = lambda: on_screen(page_rich(explained("dependence.imbalance"), 80), 80)
    return made


def reviews() -> ReviewList:
    """Where the reviews of the example book stand."""
    assessment = meridian()[0]
    return make_list(assessment, assessment.accounts)


def reviewed() -> Report:
    """An account that was reviewed in October with less in its file: its promises, its goals, and what they say."""
    card_now = card("haldermark-marine")[1]
    account = card_now.profile.facts.account
    review = account.reviews[-1]
    then = account.model_copy(
        update={
            "promises": account.promises[:3],
            "goals": {},
            "views": account.views[:1],
            "signals": {},
            "contacts": {name: entry for name, entry in account.contacts.items() if name != "geir-aune"},
        }
    )
    return compare(card_now, Previous(review, then, review.date, by_digest=True), ())


def explained(word: str) -> Page:
    """The page that `relmap explain` shows for a word."""
    topic = find_topic(word)
    assert topic is not None
    return topic_page(topic)
