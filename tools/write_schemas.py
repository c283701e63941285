"""Write the JSON Schemas in docs/schema anew from the models.

python tools/write_schemas.py
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from relmap.model.json_schema import account_schema, settings_schema
from relmap.render.json_schema import (
    agenda_schema,
    ask_schema,
    assess_schema,
    brief_schema,
    check_schema,
    explain_schema,
    map_book_schema,
    map_schema,
    plan_check_schema,
    plan_schema,
    plan_shareable_schema,
    portfolio_schema,
    record_schema,
    review_schema,
    rubric_schema,
    rules_schema,
    whatif_schema,
    why_schema,
)

FOLDER = Path(__file__).parents[1] / "docs" / "schema"
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "account.schema.json": account_schema,
    "agenda-v1.schema.json": agenda_schema,
    "ask-v1.schema.json": ask_schema,
    "assess-v1.schema.json": assess_schema,
    "brief-v1.schema.json": brief_schema,
    "check-v1.schema.json": check_schema,
    "explain-v1.schema.json": explain_schema,
    "map-book-v1.schema.json": map_book_schema,
    "map-v1.schema.json": map_schema,
    "plan-check-v1.schema.json": plan_check_schema,
    "plan-shareable-v1.schema.json": plan_shareable_schema,
    "plan-v1.schema.json": plan_schema,
    "relmap.schema.json": settings_schema,
    "review-record-v1.schema.json": record_schema,
    "review-v1.schema.json": review_schema,
    "rubric-v1.schema.json": rubric_schema,
    "rules-v1.schema.json": rules_schema,
    "portfolio-v1.schema.json": portfolio_schema,
    "whatif-v1.schema.json": whatif_schema,
    "why-v1.schema.json": why_schema,
}


def schema_text(name: str) -> str:
    """Return a schema as it should stand in its file."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (FOLDER / name).write_bytes(schema_text(name).encode())


if __name__ == "__main__":
    main()
