"""The codes RM1xx: what relmap says about data that is YAML but not what the format allows."""

from relmap.book.codes import Code
from relmap.findings import Severity

_E, _W = Severity.ERROR, Severity.WARNING

UNKNOWN_KEY = Code("RM101", "unknown-key", _E, "A key that the format does not know.")
MISSING_KEY = Code("RM102", "missing-key", _E, "A key that must be there is missing or empty.")
WRONG_KIND = Code("RM103", "wrong-kind", _E, "A value of another kind than the format expects here.")
NOT_TEXT = Code("RM104", "not-text", _E, "A number, date or boolean where text belongs: quote it.")
NOT_A_CHOICE = Code("RM105", "not-a-choice", _E, "A word that is none of those the format offers here.")
OUT_OF_RANGE = Code("RM106", "out-of-range", _E, "A number beyond its scale.")
NOT_A_DAY = Code("RM107", "not-a-day", _E, "A date that is not written YYYY-MM-DD or is not in the calendar.")
NOT_A_PERIOD = Code("RM108", "not-a-period", _E, "A key that is neither a fiscal year nor a fiscal quarter.")
NOT_AN_ID = Code("RM109", "not-an-id", _E, "A key that cannot serve as an id.")
CONTRADICTION = Code("RM110", "contradiction", _E, "Two entries that cannot both hold.")
MORE_PROBLEMS = Code("RM111", "more-problems", _E, "The file has more problems than are listed at once.")
SENSELESS_RUBRIC = Code(
    "RM112", "senseless-rubric", _E, "Thresholds or tests of the rubric that make no sense together."
)

DANGLING = Code("RM120", "dangling-reference", _E, "A reference to something that is not in the book.")
REPORTING_CYCLE = Code("RM121", "reporting-cycle", _E, "People who report to each other in a circle.")
PARENT_CYCLE = Code("RM122", "parent-cycle", _E, "Accounts that are each other's parents in a circle.")
ID_ON_BOTH_SIDES = Code("RM123", "id-on-both-sides", _E, "A contact bears a team member's id.")
FACT_IN_FUTURE = Code(
    "RM124", "fact-in-future", _W, "A fact is dated after the day of the assessment; it is not counted."
)
QUARTERS_DIFFER = Code("RM125", "quarters-differ", _W, "Four quarters do not add up to their year; the year counts.")
SPEND_BELOW_REVENUE = Code("RM126", "spend-below-revenue", _W, "They bought more from us than they spent in all.")

SCHEMA_CODES: tuple[Code, ...] = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_KIND,
    NOT_TEXT,
    NOT_A_CHOICE,
    OUT_OF_RANGE,
    NOT_A_DAY,
    NOT_A_PERIOD,
    NOT_AN_ID,
    CONTRADICTION,
    MORE_PROBLEMS,
    SENSELESS_RUBRIC,
    DANGLING,
    REPORTING_CYCLE,
    PARENT_CYCLE,
    ID_ON_BOTH_SIDES,
    FACT_IN_FUTURE,
    QUARTERS_DIFFER,
    SPEND_BELOW_REVENUE,
)
"""Every code about the data of account files and relmap.yaml."""
