"""The reference of the file format, from the schemas that editors use."""

from typing import Any

from relmap.model.json_schema import account_schema, settings_schema
from relmap.model.signals import CATALOGUE
from tools.docs_header import GENERATED


def format_page() -> str:
    """Return the reference of the file format, from the schemas that editors use."""
    lines = [
        "# The file format",
        "",
        GENERATED,
        "Every key of an account file and of relmap.yaml. `docs/schema/account.schema.json` and",
        "`docs/schema/relmap.schema.json` say the same to an editor.",
        "",
        "Only `name` and `owner` of an account, and `company` of relmap.yaml, must be there. Whatever is missing",
        "counts as not known: never as good, bad or zero. Dates are written YYYY-MM-DD. Text that looks like something",
        "else (a phone number, `01234`) is quoted.",
        "",
        "## An account file",
        "",
    ]
    lines += _schema_tables(account_schema())
    lines += ["## Signals", "", "| id | question | yes is |", "| --- | --- | --- |"]
    lines += [f"| `{kind.id}` | {kind.question} | {'good' if kind.good else 'bad'} |" for kind in CATALOGUE.values()]
    lines += ["", "## relmap.yaml", ""]
    return "\n".join(lines + _schema_tables(settings_schema())).rstrip() + "\n"


def _schema_tables(schema: dict[str, Any]) -> list[str]:
    lines = [schema["description"], "", *_table(schema)]
    for name, definition in schema["$defs"].items():
        lines += [f"### {name}", ""]
        if "properties" in definition:
            lines += [definition["description"], "", *_table(definition)]
        else:
            lines += [f"Takes {_takes(definition)}.", ""]
    return lines


def _table(schema: dict[str, Any]) -> list[str]:
    required = set(schema.get("required", ()))
    rows = [
        f"| `{key}`{' (needed)' if key in required else ''} | {_takes(entry)} | {entry.get('description', '')} |"
        for key, entry in schema["properties"].items()
    ]
    return ["| key | takes | meaning |", "| --- | --- | --- |", *rows, ""]


def _takes(entry: dict[str, Any]) -> str:
    """Say in words what a key takes, from its schema."""
    if "$ref" in entry:
        return _link(entry["$ref"])
    if "anyOf" in entry or "oneOf" in entry:
        kinds = [_takes(kind) for kind in entry.get("anyOf", entry.get("oneOf", ()))]
        return ", or ".join(dict.fromkeys(kinds))
    if "enum" in entry:
        return " ".join(f"`{word}`" for word in entry["enum"])
    if "const" in entry:
        return f"`{entry['const']}`"
    kind = entry.get("type")
    if kind == "array":
        return f"list of {_takes(entry.get('items', {}))}"
    if kind == "object":
        inner = entry.get("additionalProperties")
        return f"id → {_takes(inner)}" if isinstance(inner, dict) and inner else "mapping"
    if kind in ("integer", "number"):
        return _number(entry)
    if entry.get("format") == "date":
        return "date"
    return {"string": "text", "boolean": "true or false"}.get(str(kind), "nothing" if kind == "null" else "any value")


def _number(entry: dict[str, Any]) -> str:
    words = "whole number" if entry["type"] == "integer" else "number"
    low, high = entry.get("minimum"), entry.get("maximum")
    if high is not None and high < 1_000_000:
        return f"{words} {low:g} to {high:g}" if low is not None else f"{words} up to {high:g}"
    return f"{words} from {low:g}" if low == 0 else words


def _link(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"
