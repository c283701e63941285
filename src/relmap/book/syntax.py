"""Say in plain words what the parser stumbled over, and where."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from relmap.book.codes import (
    ANCHOR_TWICE,
    KEY_NOT_TEXT,
    PARSER_FAILED,
    SECOND_DOCUMENT,
    TOO_DEEP,
    TOO_MANY_VALUES,
    UNKNOWN_ANCHOR,
    YAML_SYNTAX,
    Code,
    finding,
)
from relmap.book.compose import DEPTH_LIMIT, NODE_LIMIT, LimitError, MarkedYAMLError
from relmap.book.source import Source, shorten
from relmap.findings import Finding, Related

_QUOTE_HINT = "put the whole value in quotes"
_DEEP = f"values are nested more than {DEPTH_LIMIT} levels deep"


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where parsing stopped, and where what it was in the middle of begins, as indexes into the text."""

    text: str
    problem: str
    index: int
    opened: int | None

    @property
    def character(self) -> str:
        return self.text[self.index : self.index + 1]

    @property
    def line_before(self) -> str:
        """The part of the line that stands before the fault."""
        return re.split(r"[\r\n]", self.text[: self.index])[-1]

    @property
    def is_at_end(self) -> bool:
        return not self.text[self.index :].strip()


@dataclass(frozen=True, slots=True)
class _Words:
    """What to say about a fault; `at_opening` shows the beginning of what is unfinished instead of where it failed."""

    message: str
    hint: str = ""
    at_opening: bool = False
    opening: str = ""
    code: Code = YAML_SYNTAX


def explain(error: Exception, source: Source, account: str) -> Finding:
    """Turn what a parser raised into a finding."""
    if isinstance(error, LimitError):
        code = TOO_DEEP if error.deep else TOO_MANY_VALUES
        message = _DEEP if error.deep else f"the file has more than {NODE_LIMIT} values"
        return finding(code, message, source.span(error.index), account=account)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        message = f"the YAML parser gave up on this file ({type(error).__name__})"
        return finding(PARSER_FAILED, message, source.span(0), account=account)
    opened = error.context_mark.index if error.context_mark else None
    fault = _Fault(source.text, error.problem or "", error.problem_mark.index, opened)
    return _finding(fault, source, account)


def _finding(fault: _Fault, source: Source, account: str) -> Finding:
    words = _WORDS.get(fault.problem, _other)(fault)
    index = fault.index
    related: tuple[Related, ...] = ()
    if fault.opened is not None:
        if words.at_opening:
            index = fault.opened
        elif words.opening and fault.opened != index:
            related = (Related(source.span(fault.opened, fault.opened + 1), words.opening),)
    end = index + 1 if source.text[index : index + 1].strip() else index
    return finding(
        words.code, words.message, source.span(index, end), hint=words.hint, account=account, related=related
    )


def _other(fault: _Fault) -> _Words:
    return _Words(f"this is not well-formed YAML: the parser {fault.problem or 'stopped here'}")


def _too_deep(_fault: _Fault) -> _Words:
    """From 0.2.6 on libyaml has a limit of its own, far above ours, which it may reach before a node is composed."""
    return _Words(_DEEP, code=TOO_DEEP)


def _bad_start(fault: _Fault) -> _Words:
    if fault.character == "\t":
        return _Words("a tab stands where YAML wants spaces", "indent with spaces")
    return _Words(f"a value cannot begin with {fault.character!r}", _QUOTE_HINT)


def _second_colon(fault: _Fault) -> _Words:
    if re.search(r":\s", fault.line_before):
        return _Words("there is a second `: ` in this line", f"{_QUOTE_HINT} if the colon belongs to it")
    lines = fault.text[: fault.index].splitlines()
    above = lines[-2] if len(lines) > 1 else ""
    if re.match(r"[\s-]*[\w-]+:\S", above):
        return _Words("a key cannot begin here: the line above is no `key: value`", "put a space after its colon")
    return _Words("a key cannot begin here: the line above it already has a value", "check the indentation")


def _no_key(fault: _Fault) -> _Words:
    before = fault.line_before.rstrip()
    if before.endswith(('"', "'")):
        hint = "inside single quotes write '' for an apostrophe, inside double quotes \\\"; or a quote is missing above"
        return _Words("there is more text after the closing quote", hint)
    if before and not before.endswith("-"):
        return _Words(f"{fault.character!r} does not belong here", _QUOTE_HINT)
    if fault.character == ":":
        return _Words("there is no key before the colon", code=KEY_NOT_TEXT)
    message = "this line's indentation fits nothing above it"
    if fault.character == "-":
        message = "a list item stands where a key of the mapping around it was expected"
    hint = "give all keys of a mapping the same indentation"
    return _Words(message, hint, opening="the mapping begins here")


def _no_item(_fault: _Fault) -> _Words:
    message = "a list item (`- `) was expected here"
    return _Words(message, "give all items of a list the same indentation", opening="the list begins here")


def _no_colon(_fault: _Fault) -> _Words:
    return _Words(
        "this line is neither `key: value` nor a list item", "is a colon or a quote missing?", at_opening=True
    )


def _open_bracket(fault: _Fault) -> _Words:
    bracket, closing = ("[", "]") if fault.problem.endswith("']'") else ("{", "}")
    if fault.is_at_end:
        return _Words(f"the `{bracket}` is never closed", f"write `{closing}` at its end", at_opening=True)
    message = f"a comma or `{closing}` was expected here"
    hint = f"is a comma missing, or the `{closing}` of the bracket?"
    return _Words(message, hint, opening=f"the `{bracket}` that is still open")


def _open_quote(_fault: _Fault) -> _Words:
    return _Words("the quote is never closed", "write the same quote at the end of the value", at_opening=True)


def _no_content(fault: _Fault) -> _Words:
    if not fault.character.strip():
        return _Words("a value was expected here")
    return _Words(f"a value cannot begin with {fault.character!r}", _QUOTE_HINT)


def _bad_escape(fault: _Fault) -> _Words:
    found = re.compile(r"[^\s\"]{0,12}").match(fault.text, fault.text.rfind("\\", 0, fault.index + 1))
    hint = "use single quotes, in which a backslash is a backslash, or write \\\\"
    return _Words(f"{found.group() if found else fault.character} is no escape that YAML knows", hint)


def _bad_code_point(_fault: _Fault) -> _Words:
    return _Words("this escape stands for half a character or none", "write the character itself, or \\U and 8 digits")


def _block_scalar(_fault: _Fault) -> _Words:
    return _Words("only a comment may follow `|` or `>` on its line", "begin the text on the next line")


def _item_in_line(_fault: _Fault) -> _Words:
    return _Words("a list item cannot begin in this place", "begin the list on the next line, or write [a, b]")


def _bad_name(fault: _Fault) -> _Words:
    sign = fault.text[fault.opened or 0]
    what = "an alias" if sign == "*" else "an anchor"
    return _Words(f"`{sign}` begins {what}, whose name must follow", _QUOTE_HINT, at_opening=True)


def _bad_tag(_fault: _Fault) -> _Words:
    return _Words("`!` begins a tag, and this is none", _QUOTE_HINT, at_opening=True)


def _extra_content(fault: _Fault) -> _Words:
    if fault.text.startswith("%"):
        return _Words("a line `---` must follow the lines that begin with %", "delete the lines with %")
    if re.search(r"^\.\.\.\s*\Z", fault.text[: fault.index], re.MULTILINE):
        return _second_document(fault)
    return _Words(f"{fault.character!r} stands after the end of the data", "is a bracket closed twice?")


def _undefined_alias(fault: _Fault) -> _Words:
    name = re.split(r"[\s,\[\]{}]", fault.text[fault.index :], maxsplit=1)[0]
    hint = f"{_QUOTE_HINT} if the asterisk belongs to it"
    return _Words(f"the alias {shorten(name)} names no anchor above it", hint, code=UNKNOWN_ANCHOR)


def _anchor_again(_fault: _Fault) -> _Words:
    message = "this anchor's name is taken"
    return _Words(message, "give each anchor its own name", opening="its first use", code=ANCHOR_TWICE)


def _second_document(_fault: _Fault) -> _Words:
    message = "a second document begins here; a file holds one"
    return _Words(message, "move it to a file of its own", code=SECOND_DOCUMENT)


_WORDS: dict[str, Callable[[_Fault], _Words]] = {
    "found character that cannot start any token": _bad_start,
    "mapping values are not allowed in this context": _second_colon,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": _no_item,
    "could not find expected ':'": _no_colon,
    "did not find expected ',' or ']'": _open_bracket,
    "did not find expected ',' or '}'": _open_bracket,
    "found unexpected end of stream": _open_quote,
    "found unexpected document indicator": _open_quote,
    "did not find expected node content": _no_content,
    "found unknown escape character": _bad_escape,
    "did not find expected hexdecimal number": _bad_escape,
    "found invalid Unicode character escape code": _bad_code_point,
    "did not find expected comment or line break": _block_scalar,
    "block sequence entries are not allowed in this context": _item_in_line,
    "did not find expected <document start>": _extra_content,
    "found a tab character where an indentation space is expected": _bad_start,
    "found a tab character that violates indentation": _bad_start,
    "found an indentation indicator equal to 0": _block_scalar,
    "did not find expected alphabetic or numeric character": _bad_name,
    "found undefined tag handle": _bad_tag,
    "did not find the expected '>'": _bad_tag,
    "did not find expected '!'": _bad_tag,
    "did not find expected tag URI": _bad_tag,
    "did not find expected whitespace or line break": _bad_tag,
    "found undefined alias": _undefined_alias,
    "second occurrence": _anchor_again,
    "but found another document": _second_document,
    "exceeded maximum nesting depth": _too_deep,
}
