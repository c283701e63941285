"""Read forms in Markdown: lines such as `stage: basic`, between whatever else a mail brings along."""

import re
from collections.abc import Collection, Iterator

from relmap.book.source import Source
from relmap.findings import Span
from relmap.interview.form import Form, ReadForms, Written, no_form

_LINE = re.compile(
    r"""^(?P<before>[ \t>]*(?:[-+*][ \t]+)?[*]*)   # quoted by a mail program, in a list, or bold
        (?P<key>[A-Za-z][A-Za-z0-9_-]*)[ \t*]*:
        (?P<value>[^\r\n]*)
    """,
    re.VERBOSE | re.MULTILINE,
)
_NEXT_LINE = re.compile(r"\r?\n[ \t>]*(?P<value>[^ \t\r\n>#*+:-][^\r\n:]*)(?=[\r\n]|\Z)")
_MARKUP = " \t*`"
_HEAD = ("account", "respondent", "date")
_PLAIN = re.compile(r"[ \t>]*")

Entry = tuple[Written, Written]


def read_markdown(source: Source, questions: Collection[str]) -> ReadForms:
    """Return the forms of a text. A form begins with its `account:` or `respondent:`, or with a second `date:`."""
    forms: list[list[Entry]] = []
    for entry in _entries(source, questions):
        if not forms or _begins(entry[0].text, forms[-1]):
            forms.append([])
        forms[-1].append(entry)
    if not forms:
        return no_form(Span(source.path), "no form is in this file", "a form begins with `respondent:`")
    return ReadForms(tuple(_form(entries) for entries in forms))


def _entries(source: Source, questions: Collection[str]) -> Iterator[Entry]:
    """Yield the lines that answer something, and those that seem to and name no question."""
    for match in _LINE.finditer(source.text):
        word = match["key"]
        key = word if word == "date" else word.lower()  # a mail has a line `Date:` of its own
        known = (key in _HEAD and word != "Date") or key in questions
        if known or (word.islower() and match["value"] and _PLAIN.fullmatch(match["before"])):
            name = Written(key, source.span(match.start("key"), match.end("key")))
            yield name, _value(source, match, is_question=key in questions)


def _value(source: Source, match: re.Match[str], *, is_question: bool) -> Written:
    """Return what stands behind the colon or, where nothing does, alone on the next line; without markup around it."""
    if is_question and not match["value"].strip(_MARKUP):
        match = _NEXT_LINE.match(source.text, match.end()) or match
    value = match["value"]
    start = match.start("value") + len(value) - len(value.lstrip(_MARKUP))
    text = value.strip(_MARKUP)
    return Written(text, source.span(start, start + len(text)))


def _begins(key: str, form: list[Entry]) -> bool:
    """Say whether a line begins another form than the one above it."""
    if key not in _HEAD:
        return False
    above = {name.text for name, _ in form}
    return key in above or (key != "date" and not above <= {*_HEAD})


def _form(entries: list[Entry]) -> Form:
    """Sort the lines of one form into who, when and what."""
    head = {key.text: value for key, value in entries if key.text in _HEAD}
    first = entries[0][0].span
    nothing = Written("", head["respondent"].span if "respondent" in head else first)
    account, respondent, date = (head.get(name, nothing) for name in _HEAD)
    return Form(account, respondent, date, [entry for entry in entries if entry[0].text not in _HEAD])
