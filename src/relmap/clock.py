"""The one place that reads the calendar: everywhere else the day is an argument, `as_of`."""

from datetime import date


def today() -> date:
    """Return the local calendar day."""
    return date.today()
