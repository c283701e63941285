"""RM207: a map on which everybody likes us."""

from collections.abc import Iterator

from relmap.findings import Severity
from relmap.measures.stakeholders import is_supportive, is_suspiciously_positive
from relmap.rules.rule import AccountRule, Case, Example, Hit, Option

_ACCOUNT = """\
name: Harrow Foods
owner: maria
contacts:
  rosa: {support: champion}
  ben: {support: supporter}
  iris: {support: IRIS}
"""


def _find(case: Case) -> Iterator[Hit]:
    if case.account.status == "former":
        return
    rated = [verdict for person in case.facts.people if (verdict := is_supportive(person)) is not None]
    if rated and all(rated) and len(rated) >= case.number("least"):
        message = f"all {len(rated)} people whose support is rated are supporters or champions"
        yield Hit(("contacts",), "contacts", message)
    elif is_suspiciously_positive(case.facts.people):
        message = f"none of the {len(rated)} people whose support is rated is a skeptic or an opponent"
        yield Hit(("contacts",), "contacts", message)


RULE = AccountRule(
    code="RM207",
    name="suspiciously-positive-map",
    severity=Severity.INFO,
    profile="standard",
    summary="Everybody rated on the map is for us, or of five and more nobody is against us.",
    why="Most often nobody asked those who are not: who would rather buy elsewhere is there, and not on the map.",
    hint="ask a friend in the account who would rather buy elsewhere, and put that person on the map",
    fires=Example(_ACCOUNT.replace("IRIS", "supporter")),
    clean=Example(_ACCOUNT.replace("IRIS", "neutral")),
    options=(Option("least", 3, "People for us and nobody else rated, from which on the map is suspicious."),),
    find=_find,
)
