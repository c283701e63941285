"""From which day nobody is in live touch any more, and how far ahead that is looked for."""

from datetime import date, timedelta

from relmap.rules.rm2.touch import Cold, find_cold

from ..measures.build import facts

JANE = "contacts: {jane: {power: 3, known_by: {maria: {level: problem_solver, last_contact: 2026-11-01}}}}"


def test_the_last_day_that_is_asked_about_still_counts() -> None:
    found = facts(JANE)
    cold = find_cold(found, found.people, date.max)
    assert cold == Cold(date(2026, 11, 1) + timedelta(days=found.rubric.live.days + 1))
    assert cold is not None
    assert cold.on is not None
    assert find_cold(found, found.people, cold.on) == cold
    assert find_cold(found, found.people, cold.on - timedelta(days=1)) is None
