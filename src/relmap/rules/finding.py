"""From what a rule has found to a finding with its place."""

from relmap.book.codes import Code, finding
from relmap.book.load import Written
from relmap.book.locate import Locator
from relmap.book.problem import written_route
from relmap.findings import Finding, Related, Route, Span
from relmap.rules.codes import RULE_CRASHED
from relmap.rules.plan import Planned
from relmap.rules.rule import Hit


class Places:
    """Where in one file things stand. The file is composed only where that was not done, and when somebody asks."""

    def __init__(self, path: str, written: Written) -> None:
        self._document = written.document
        self._locator = Locator(written.data, path, written.root)
        self._found: dict[Route, tuple[Route, Span]] = {}

    def of(self, route: Route) -> tuple[Route, Span]:
        """Return a route as the file has it, and its place: the key where the value is not all on its line."""
        if route not in self._found:
            written, is_key = written_route(route, self._document)
            self._found[route] = written, self._locator.place(written) if is_key else self._locator.value(written)
        return self._found[route]


def to_finding(hit: Hit, planned: Planned, account: str, places: Places) -> Finding:
    """Return the finding that a hit is, with its place."""
    route, span = places.of(hit.route)
    rule = planned.rule
    return Finding(
        rule.code,
        rule.name,
        planned.severity,
        hit.message,
        span,
        hint=hit.hint or rule.hint,
        route=route,
        account=account,
        subject=hit.subject,
        related=tuple([Related(places.of(other)[1], words) for other, words in hit.related]),
        on=hit.on,
    )


def crashed(planned: Planned, account: str, path: str, error: Exception) -> Finding:
    """Return the finding that a rule failed. It names the error's kind and no values: they may be somebody's data."""
    message = f"the rule {planned.rule.code} ({planned.rule.name}) failed with {type(error).__name__}"
    hint = "this is a bug in relmap; run with --debug for the traceback"
    return gate_finding(RULE_CRASHED, message, Span(path), hint, account, planned.rule.code)


def gate_finding(code: Code, message: str, span: Span, hint: str, account: str, subject: str) -> Finding:
    """Return a finding of the gate itself."""
    return finding(code, message, span, hint=hint, account=account, subject=subject)
