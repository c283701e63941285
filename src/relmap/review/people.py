"""Who reviewed an account, and who was there: looked up among its contacts and our team."""

from collections.abc import Sequence

from relmap.errors import UsageError
from relmap.interview.respondents import Respondent, Unclear, find_respondent, find_respondents
from relmap.measures.facts import Facts
from relmap.model.ids import id_problem


class People:
    """Everybody who can have been at the review of one account."""

    def __init__(self, facts: Facts) -> None:
        self._known = find_respondents(facts.account, facts.settings, facts.as_of)
        self._contacts = facts.account.contacts
        self._has_team = bool(facts.settings.team)

    def reviewer(self, word: str) -> Respondent:
        """Return the team member who is meant; where the book lists no team, any id will do. Raises UsageError."""
        if not self._has_team and word not in self._contacts and not id_problem(word):
            return Respondent(word, word, "ours")
        return _find(word, [person for person in self._known if person.side == "ours"])

    def present(self, text: str) -> tuple[Respondent, ...]:
        """Return those who are named, of either side, between commas; each once. Raises UsageError."""
        found = [_find(word.strip(), self._known) for word in text.split(",") if word.strip()]
        return tuple({person.id: person for person in found}.values())


def _find(word: str, known: Sequence[Respondent]) -> Respondent:
    found = find_respondent(word, known)
    if isinstance(found, Unclear):
        raise UsageError(found.message, hint=found.hint)
    if found.away:
        raise UsageError(f"{found.id} {found.away}", hint="name somebody who was there")
    return found
