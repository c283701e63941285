"""Days counted from another, however many an option asks for: the calendar ends, and a rule must not."""

from datetime import date


def days_before(day: date, days: float) -> date:
    """Return the day that lies whole days before another: the first of the calendar where there is none."""
    return date.fromordinal(max(1, day.toordinal() - int(min(days, day.toordinal()))))


def days_after(day: date, days: float) -> date:
    """Return the day that lies whole days after another: the last of the calendar where there is none."""
    left = date.max.toordinal() - day.toordinal()
    return date.fromordinal(day.toordinal() + int(min(days, left)))
