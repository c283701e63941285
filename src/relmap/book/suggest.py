"""The nearest right way to write what somebody wrote: a date, a number, a truth, a period."""

import re
from datetime import date

from relmap.book.scalars import NumberTooLongError, resolve

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})([./-])\s?(?P<month>\d{1,2})\2\s?(?P<year>\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})(/)(?P<day>\d{1,2})\2(?P<year>\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})([./-]?)(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?:[T ].*)?", re.ASCII | re.DOTALL
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([,_' \u00a0\u202f])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})", re.ASCII)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}", re.ASCII)
_UNIT = re.compile(r"^(?:[A-Z]{3}|[€$£])\s?|\s?(?:[A-Z]{3}|[€$£%]|days?)$")
_TRUE = frozenset(("true", "yes", "y", "on", "1"))
_FALSE = frozenset(("false", "no", "n", "off", "0"))
_YEAR = re.compile(r"(?:FY|CY)?[ -]?(?P<year>(?:19|20|21)\d\d|(?<=FY)\d\d)", re.ASCII)
_QUARTER = re.compile(r"Q(?P<after>[1-4])|(?P<before>[1-4])Q", re.ASCII)


def day(text: str) -> str:
    """Return the date that a text means as `2026-11-15`; empty where it is none or may be two."""
    found = {_iso(match) for form in (_YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST) if (match := form.fullmatch(text.strip()))}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""


def number(text: str) -> str:
    """Return the number that a text means as YAML writes it; empty where it is none."""
    text = _UNIT.sub("", text.strip())
    if _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    if _THOUSANDS.fullmatch(text):
        return re.sub(r"\D", "", text)
    try:
        value = resolve(text) if text else None
    except NumberTooLongError:
        return ""
    return text if isinstance(value, int | float) and not isinstance(value, bool) else ""


def truth(text: str) -> str:
    """Return `true` or `false` where a text means one of them, else nothing."""
    word = text.strip().casefold()
    return "true" if word in _TRUE else "false" if word in _FALSE else ""


def period(text: str) -> str:
    """Return the fiscal year or quarter that a text means, as `2025` or `2025-Q1`; empty where it names no year."""
    text = text.upper()
    year, part = _YEAR.search(text), _QUARTER.search(text)
    if not year:
        return ""
    number = f"-Q{part['after'] or part['before']}" if part else ""
    return f"{'20' if len(year['year']) == 2 else ''}{year['year']}{number}"


def quarter(text: str) -> str:
    """Return the fiscal quarter that a text means, as `2025-Q1`; empty where it names none."""
    return found if "Q" in (found := period(text)) else ""


def currency(text: str) -> str:
    """Return three letters as a currency's code; empty where there are others."""
    return text.upper() if len(text) == 3 and text.isalpha() and text.isascii() else ""
