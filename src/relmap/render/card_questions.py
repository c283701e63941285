"""What is not known of an account, as questions that somebody can go and ask."""

from relmap.assess.assessment import Card
from relmap.assess.questions import Question, find_questions
from relmap.render import words
from relmap.render.page import Bullets, Cell, Section, bullets, prose

FIRST = 3
MOST = 15


def questions_section(card: Card) -> Section | None:
    """Return the questions, the weightiest first; None where nothing is open."""
    questions = find_questions(card.profile, card.assessed)
    if not questions:
        return None
    first = Bullets(tuple(Cell(entry.text, note=_why(entry)) for entry in questions[:FIRST]))
    if len(questions) <= FIRST:
        return Section("What is not known", (first,))
    others = [entry.text for entry in questions[FIRST:MOST]]
    if len(questions) > MOST:
        others.append(f"… and {words.number(len(questions) - MOST)} more.")
    return Section("The three questions that matter most", (first, prose("What else is not known:"), bullets(others)))


def _why(question: Question) -> str:
    """Say in a few words what the answer can change."""
    moves = words.open_points(round(question.health))
    return "; ".join(part for part in (moves, question.why) if part)
