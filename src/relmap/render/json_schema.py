"""The JSON Schemas of what commands write as JSON: made from the published types and the measures."""

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from relmap.assess.figures import MEASURES, MeasureInfo
from relmap.model.json_schema import headed
from relmap.render.json_account import is_number
from relmap.render.json_agenda_types import Document as AgendaDocument
from relmap.render.json_ask_types import Document as AskDocument
from relmap.render.json_brief_types import Document as BriefDocument
from relmap.render.json_check_types import CheckDocument
from relmap.render.json_explain_types import ExplainDocument
from relmap.render.json_map_types import BookMapDocument, MapDocument
from relmap.render.json_plan_check_types import PlanCheckDocument
from relmap.render.json_plan_types import PlanDocument
from relmap.render.json_portfolio_types import Document as PortfolioDocument
from relmap.render.json_record_types import Document as RecordDocument
from relmap.render.json_review_types import Document as ReviewDocument
from relmap.render.json_rubric_v1 import RubricDocument
from relmap.render.json_rules import RulesDocument
from relmap.render.json_shared_types import SharedDocument
from relmap.render.json_v1 import Document
from relmap.render.json_whatif_types import Document as WhatifDocument
from relmap.render.json_why_types import Document as WhyDocument


def assess_schema() -> JsonSchemaValue:
    """Return the schema of version 1."""
    schema = TypeAdapter(Document).json_schema(schema_generator=_Untitled)
    definitions = schema["$defs"]
    definitions["Account"]["properties"]["measures"] = {"$ref": "#/$defs/Measures"}
    definitions["Card"]["properties"]["measures"]["propertyNames"] = {"enum": [measure.id for measure in MEASURES]}
    definitions["Measures"] = _measures(definitions)
    schema["title"] = "relmap assess, version 1"
    schema["$defs"] = dict(sorted(definitions.items()))
    return headed("assess-v1", schema)


def rubric_schema() -> JsonSchemaValue:
    """Return the schema of `relmap rubric --format json`, version 1."""
    return plain_schema("rubric-v1", "relmap rubric, version 1", RubricDocument)


def why_schema() -> JsonSchemaValue:
    """Return the schema of `relmap why --format json`, version 1."""
    return plain_schema("why-v1", "relmap why, version 1", WhyDocument)


def explain_schema() -> JsonSchemaValue:
    """Return the schema of `relmap explain --format json`, version 1."""
    return plain_schema("explain-v1", "relmap explain, version 1", ExplainDocument)


def agenda_schema() -> JsonSchemaValue:
    """Return the schema of `relmap agenda --format json`, version 1."""
    return plain_schema("agenda-v1", "relmap agenda, version 1", AgendaDocument)


def ask_schema() -> JsonSchemaValue:
    """Return the schema of `relmap ask --format json`, version 1."""
    return plain_schema("ask-v1", "relmap ask, version 1", AskDocument)


def brief_schema() -> JsonSchemaValue:
    """Return the schema of `relmap brief --format json`, version 1."""
    return plain_schema("brief-v1", "relmap brief, version 1", BriefDocument)


def check_schema() -> JsonSchemaValue:
    """Return the schema of `relmap check --format json`, version 1."""
    return plain_schema("check-v1", "relmap check, version 1", CheckDocument)


def rules_schema() -> JsonSchemaValue:
    """Return the schema of `relmap rules --format json`, version 1."""
    return plain_schema("rules-v1", "relmap rules, version 1", RulesDocument)


def whatif_schema() -> JsonSchemaValue:
    """Return the schema of `relmap whatif --format json`, version 1."""
    return plain_schema("whatif-v1", "relmap whatif, version 1", WhatifDocument)


def portfolio_schema() -> JsonSchemaValue:
    """Return the schema of `relmap portfolio --format json`, version 1."""
    return plain_schema("portfolio-v1", "relmap portfolio, version 1", PortfolioDocument)


def review_schema() -> JsonSchemaValue:
    """Return the schema of `relmap review --status --format json`, version 1."""
    return plain_schema("review-v1", "relmap review, version 1", ReviewDocument)


def record_schema() -> JsonSchemaValue:
    """Return the schema of `relmap review ACCOUNT --format json`, version 1."""
    return plain_schema("review-record-v1", "relmap review of an account, version 1", RecordDocument)


def plan_check_schema() -> JsonSchemaValue:
    """Return the schema of `relmap plan --check --format json`, version 1."""
    return plain_schema("plan-check-v1", "relmap plan --check, version 1", PlanCheckDocument)


def plan_shareable_schema() -> JsonSchemaValue:
    """Return the schema of `relmap plan --shareable --format json`, version 1."""
    return plain_schema("plan-shareable-v1", "relmap plan --shareable, version 1", SharedDocument)


def map_schema() -> JsonSchemaValue:
    """Return the schema of `relmap map ACCOUNT --format json`, version 1."""
    return plain_schema("map-v1", "relmap map of an account, version 1", MapDocument)


def map_book_schema() -> JsonSchemaValue:
    """Return the schema of `relmap map --format json`, version 1."""
    return plain_schema("map-book-v1", "relmap map of a book, version 1", BookMapDocument)


def plan_schema() -> JsonSchemaValue:
    """Return the schema of `relmap plan --format json`, version 1."""
    return plain_schema("plan-v1", "relmap plan, version 1", PlanDocument)


def plain_schema(name: str, title: str, document: type) -> JsonSchemaValue:
    """Return the schema of a document as its types say it."""
    schema = TypeAdapter(document).json_schema(schema_generator=_Untitled)
    schema["title"] = title
    schema["$defs"] = dict(sorted(schema.get("$defs", {}).items()))
    return headed(name, schema)


class _Untitled(GenerateJsonSchema):
    """Leaves out titles that repeat the key."""

    def field_title_should_be_set(self, _schema: object) -> bool:
        """Say no: the key is the title."""
        return False

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """Leave out the type's name as well: `$defs` has it."""
        found = super().typed_dict_schema(schema)
        found.pop("title", None)
        return found


def _measures(definitions: JsonSchemaValue) -> JsonSchemaValue:
    """Every measure by id, with its unit; words get a definition for each list of words."""
    return {
        "type": "object",
        "description": "Every measure by id.",
        "properties": {
            measure.id: {
                "$ref": f"#/$defs/{_figure(measure, definitions)}",
                "title": measure.title,
                "description": f"Unit: {measure.unit}.",
            }
            for measure in MEASURES
        },
        "required": [measure.id for measure in MEASURES],
        "additionalProperties": False,
    }


def _figure(measure: MeasureInfo, definitions: JsonSchemaValue) -> str:
    """Return the name of the definition for a measure's answers, and make it where it is missing."""
    if is_number(measure):
        name, answers = "FigureNumber", JsonSchemaValue(type=["number", "null"])
    else:
        owner = next(other for other in MEASURES if other.words == measure.words)
        name, answers = f"Figure{owner.id.title().replace('.', '')}", JsonSchemaValue(enum=[*measure.words, None])
    general = definitions["Figure"]
    narrowed = {key: _narrow(general["properties"][key], answers) for key in ("value", "low", "high")}
    definitions[name] = {**general, "properties": general["properties"] | narrowed}
    return name


def _narrow(general: JsonSchemaValue, answers: JsonSchemaValue) -> JsonSchemaValue:
    """Put the possible answers in place of `number, text or null`."""
    return {**{key: entry for key, entry in general.items() if key != "anyOf"}, **answers}
