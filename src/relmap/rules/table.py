"""Every code that a finding may have: what reading a book says, the rules, and what the gate says of itself."""

from collections.abc import Mapping

from relmap.book.codes import CODES, Code
from relmap.book.schema_codes import SCHEMA_CODES
from relmap.rules.codes import GATE_CODES
from relmap.rules.rule import Rule
from relmap.rules.rules import ALL

_EVERY: tuple[Code | Rule, ...] = (*CODES, *SCHEMA_CODES, *ALL, *GATE_CODES)
KINDS: Mapping[str, Code | Rule] = {kind.code: kind for kind in sorted(_EVERY, key=lambda kind: kind.code)}
"""By code, in order."""
