"""JSON Schema of the files of a book."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BASE = "https://raw.githubusercontent.com/relmap/relmap/main/docs/schema"


def schema_id(name: str) -> str:
    """Return the address of a published schema."""
    return f"{_BASE}/{name}.schema.json"
