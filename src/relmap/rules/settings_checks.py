"""Do `rules:` and `waivers:` of relmap.yaml name what there is? Told at its place, before anything runs."""

from collections.abc import Iterable, Iterator

from relmap.book.problem import Problem, did_you_mean, nearest
from relmap.book.schema_codes import NOT_A_CHOICE, UNKNOWN_KEY, WRONG_KIND
from relmap.book.source import shorten
from relmap.findings import Route
from relmap.model.settings import Settings
from relmap.rules.rule import Option, OptionValue
from relmap.rules.rules import ALL
from relmap.rules.table import KINDS


def check_rules(settings: Settings) -> list[Problem]:
    """Return a problem for each code, and each option of a rule, that relmap.yaml names and nobody knows."""
    own = settings.rules
    return [
        *_beginnings(("rules", "select"), own.select),
        *_beginnings(("rules", "ignore"), own.ignore),
        *_codes(("rules", "severity"), own.severity),
        *_options(settings),
        *(
            problem
            for position, waiver in enumerate(settings.waivers)
            for problem in _beginning(("waivers", position, "rule"), waiver.rule)
        ),
    ]


def unknown_code(word: str) -> str:
    """Return a hint where no code begins with a word, else nothing."""
    return "" if word and any(code.startswith(word.upper()) for code in KINDS) else _hint(word)


def _hint(word: str) -> str:
    near = nearest(word.upper(), KINDS) if len(word) > len("RM30") else ""  # of a range nothing is near
    return f"did you mean {near}?" if near else "`relmap rules` lists all codes"


def _beginnings(route: Route, words: Iterable[str]) -> Iterator[Problem]:
    for position, word in enumerate(words):
        yield from _beginning((*route, position), word)


def _beginning(route: Route, word: str) -> Iterator[Problem]:
    if hint := unknown_code(word):
        yield Problem(NOT_A_CHOICE, f"no code begins with {shorten(word)!r}", route, hint)


def _codes(route: Route, words: Iterable[str]) -> Iterator[Problem]:
    for word in words:
        if word.upper() not in KINDS:
            message = f"there is no rule {shorten(word)!r}"
            yield Problem(NOT_A_CHOICE, message, (*route, word), _hint(word), at_key=True)


def _options(settings: Settings) -> Iterator[Problem]:
    rules = {rule.code: rule for rule in ALL}
    for code, chosen in settings.rules.options.items():
        place: Route = ("rules", "options", code)
        rule = rules.get(code.upper())
        if rule is None:
            message = f"{shorten(code)!r} is no rule"
            yield Problem(NOT_A_CHOICE, message, place, _hint(code), at_key=True)
            continue
        known = {option.name: option for option in rule.options}
        for name, value in chosen.items():
            yield from _option((*place, name), name, value, known)


def _option(route: Route, name: str, value: object, known: dict[str, Option]) -> Iterator[Problem]:
    option = known.get(name)
    if option is None:
        hint = did_you_mean(name, known) or "this rule has no options"
        yield Problem(UNKNOWN_KEY, f"the rule has no option {shorten(name)!r}", route, hint, at_key=True)
    elif _kind(value) != _kind(option.default):
        message = f"{_kind(value)} where {_kind(option.default)} is expected"
        yield Problem(WRONG_KIND, message, route, option.description)
    elif isinstance(value, float | int) and value < 0:
        yield Problem(WRONG_KIND, f"{value:g} is below 0", route, option.description)


def _kind(value: OptionValue | object) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a number" if isinstance(value, int | float) else "a list of words"
