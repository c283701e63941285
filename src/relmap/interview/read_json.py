"""Read forms in JSON: the document that was sent, filled in. JSON is YAML as well, so places are found as in a book."""

import json
import re
from collections.abc import Iterator

from relmap.book.codes import finding
from relmap.book.locate import Locator
from relmap.book.problem import did_you_mean
from relmap.book.schema_codes import UNKNOWN_KEY, WRONG_KIND
from relmap.book.source import Source, shorten
from relmap.findings import Finding, Route, Span
from relmap.interview.form import Form, ReadForms, Written, no_form

_KEYS = ("respondent", "name", "date", "answers")
_HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


class _Object(dict[str, object]):
    """A JSON object that remembers keys which stand twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def read_json(data: bytes, path: str) -> ReadForms:
    """Return the forms of a document, under `answers`; numbers stay as they are written."""
    try:
        document = json.loads(
            data.decode(), object_pairs_hook=_Object, parse_int=str, parse_float=str, parse_constant=str
        )
    except json.JSONDecodeError as error:
        return no_form(Source(data, path).span(error.pos), f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}")
    except RecursionError:
        return no_form(Span(path), "this JSON is nested deeper than any form")
    whole = _HALF.sub(
        r"\\u0041", data.decode()
    ).encode()  # halves of characters are JSON and no YAML; as long as before
    return _Reader(Locator(whole, path)).read(document)


class _Reader:
    """Reads one document, and collects what is wrong with its shape."""

    def __init__(self, places: Locator) -> None:
        self._places = places
        self._findings: list[Finding] = []

    def read(self, document: object) -> ReadForms:
        entries = document.get("answers") if isinstance(document, _Object) else None
        if not isinstance(document, _Object) or not isinstance(entries, list) or not entries:
            place = self._places.value(("answers",))
            return no_form(place, "`answers` must be a list of forms", "send the document as it was made")
        account = self._written(document.get("account"), ("account",))
        forms = [form for at, entry in enumerate(entries) for form in self._form(entry, ("answers", at), account)]
        return ReadForms(tuple(forms), tuple(self._findings))

    def _form(self, entry: object, route: Route, account: Written) -> Iterator[Form]:
        answers = entry.get("answers") if isinstance(entry, _Object) else None
        if not isinstance(entry, _Object) or not isinstance(answers, _Object):
            self._wrong(route, "a form was expected here: respondent, date and answers by question")
            return
        for key in entry:
            if key not in _KEYS:
                hint = did_you_mean(key, _KEYS)
                self._findings.append(
                    finding(UNKNOWN_KEY, f"no key {shorten(key)!r}", self._key(route, key), hint=hint)
                )
        respondent, date = (self._written(entry.get(key), (*route, key)) for key in ("respondent", "date"))
        within = (*route, "answers")
        pairs = [
            (Written(name, self._key(within, name)), self._written(value, (*within, name)))
            for name, value in answers.pairs
        ]
        yield Form(account, respondent, date, pairs)

    def _key(self, route: Route, key: str) -> Span:
        return self._places.key((*route, key))

    def _written(self, value: object, route: Route) -> Written:
        """Return a value as text: what is neither text, number nor truth is no answer to anything."""
        place = self._places.value(route)
        if isinstance(value, list | dict):
            self._wrong(route, "one value was expected here: text, a number, true or false")
            return Written("", place)
        text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        return Written(text.strip(), place)

    def _wrong(self, route: Route, message: str) -> None:
        self._findings.append(finding(WRONG_KIND, message, self._places.value(route)))
