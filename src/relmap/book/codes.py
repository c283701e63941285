"""The codes of what relmap says about files and data: stable names that are never reused."""

from dataclasses import dataclass

from relmap.findings import Finding, Related, Route, Severity, Span, route_text


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable code and name, how much it matters, and what it means in one sentence."""

    code: str
    name: str
    severity: Severity
    summary: str


def _error(code: str, name: str, summary: str) -> Code:
    return Code(code, name, Severity.ERROR, summary)


def finding(
    code: Code,
    message: str,
    span: Span,
    *,
    hint: str = "",
    route: Route = (),
    account: str = "",
    subject: str = "",
    related: tuple[Related, ...] = (),
) -> Finding:
    """Make a finding of this code; without a `subject`, the route says what it is about."""
    return Finding(
        code.code,
        code.name,
        code.severity,
        message,
        span,
        hint=hint,
        route=route,
        account=account,
        subject=subject or route_text(route),
        related=related,
    )


# RM00x: finding and reading files

FILE_UNREADABLE = _error("RM001", "file-unreadable", "The file or folder cannot be read.")
FILE_TOO_LARGE = _error("RM002", "file-too-large", "The file is far larger than an account can be.")
NOT_A_FILE = _error("RM003", "not-a-file", "Something that is not a regular file bears an account file's name.")
LINK_LEAVES_BOOK = _error("RM004", "link-leaves-book", "A symbolic link or path points out of the book's folder.")
ACCOUNT_ID = _error("RM005", "account-id", "The file's name cannot serve as an account id.")
ACCOUNT_TWICE = _error("RM006", "account-twice", "Two files have the same account id.")
ACCOUNT_PATTERN = _error("RM007", "account-pattern", "A pattern under `accounts` points out of the book's folder.")
LINK_NOT_FOLLOWED = Code(
    "RM008", "link-not-followed", Severity.WARNING, "A linked folder is not searched for account files."
)

# RM01x: bytes

NOT_UTF8 = _error("RM010", "not-utf8", "The file is not encoded in UTF-8.")
CONTROL_CHARACTER = _error("RM011", "control-character", "The file contains a character that text files must not have.")

# RM02x-RM03x: YAML

YAML_SYNTAX = _error("RM020", "yaml-syntax", "The file is not well-formed YAML.")
UNKNOWN_ANCHOR = _error("RM021", "unknown-anchor", "An alias names an anchor that is not defined before it.")
EMPTY_FILE = _error("RM022", "empty-file", "The file contains no data.")
NOT_A_MAPPING = _error("RM023", "not-a-mapping", "The file is a list or a single value instead of `key: value` lines.")
SECOND_DOCUMENT = _error("RM024", "second-document", "The file contains more than one YAML document.")
DUPLICATE_KEY = _error("RM025", "duplicate-key", "A key stands twice in one mapping.")
KEY_NOT_TEXT = _error("RM026", "key-not-text", "A key is empty, null, a list or a mapping.")
TAG_REFUSED = _error("RM027", "tag-refused", "A tag is none of YAML's core tags, or contradicts its value.")
MERGE_REFUSED = _error("RM028", "merge-refused", "A merge key `<<` stands before something that is no mapping.")
ANCHOR_TWICE = _error("RM029", "anchor-twice", "An anchor's name is used for two values.")
ALIAS_LOOP = _error("RM030", "alias-loop", "A value contains itself through an alias.")
TOO_DEEP = _error("RM031", "too-deep", "Values are nested deeper than an account file can need.")
TOO_MANY_VALUES = _error("RM032", "too-many-values", "The file, with its aliases written out, has too many values.")
NUMBER_TOO_LONG = _error("RM033", "number-too-long", "A number has more digits than can be kept exactly.")
PARSER_FAILED = _error("RM039", "parser-failed", "The YAML parser failed in a way it does not explain.")

FILE_CODES: tuple[Code, ...] = (
    FILE_UNREADABLE,
    FILE_TOO_LARGE,
    NOT_A_FILE,
    LINK_LEAVES_BOOK,
    ACCOUNT_ID,
    ACCOUNT_TWICE,
    ACCOUNT_PATTERN,
    LINK_NOT_FOLLOWED,
    NOT_UTF8,
    CONTROL_CHARACTER,
    YAML_SYNTAX,
    UNKNOWN_ANCHOR,
    EMPTY_FILE,
    NOT_A_MAPPING,
    SECOND_DOCUMENT,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    TAG_REFUSED,
    MERGE_REFUSED,
    ANCHOR_TWICE,
    ALIAS_LOOP,
    TOO_DEEP,
    TOO_MANY_VALUES,
    NUMBER_TOO_LONG,
    PARSER_FAILED,
)
"""Every code about files, bytes and YAML."""

CODES: tuple[Code, ...] = FILE_CODES
"""Every code of this layer."""
