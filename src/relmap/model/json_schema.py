"""JSON Schema of an account file and of relmap.yaml, for editors: completion, hover texts and squiggles.

It says what the models say, shorthands included. One thing it leaves to the tool: a key with nothing behind it counts
as left out, and an editor should still ask for its value.
"""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from relmap.model.account import Account
from relmap.model.ids import ID_LENGTH, ID_PATTERN
from relmap.model.rubric import StageRubric
from relmap.model.scalars import OneOrMany, keyed
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import STAGE_TESTS, StageTestKind, built_in_need

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BASE = "https://raw.githubusercontent.com/relmap/relmap/main/docs/schema"
_ID = {"pattern": ID_PATTERN}
_SIGNAL_ID = {"pattern": rf"^(?=.*[a-z])[a-z0-9][a-z0-9_-]{{0,{ID_LENGTH - 1}}}$"}
_KEYED = keyed(BaseModel).func


def schema_id(name: str) -> str:
    """Return the address of a published schema."""
    return f"{_BASE}/{name}.schema.json"


def headed(name: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    """Put dialect and address before a schema."""
    return {"$schema": DIALECT, "$id": schema_id(name), **schema}


def account_schema() -> JsonSchemaValue:
    """Return the JSON Schema of an account file."""
    schema = Account.model_json_schema(schema_generator=FileSchema)
    schema["properties"]["contacts"]["propertyNames"] = _ID
    schema["properties"]["contacts"]["additionalProperties"] = _or_bare({"$ref": "#/$defs/Contact"})
    _complete_signals(schema)
    return headed("account", schema)


def settings_schema() -> JsonSchemaValue:
    """Return the JSON Schema of relmap.yaml."""
    schema = Settings.model_json_schema(schema_generator=FileSchema)
    schema["properties"]["team"]["propertyNames"] = _ID
    schema["properties"]["signals"]["propertyNames"] = _SIGNAL_ID
    _complete_tests(schema["$defs"]["StageNeeds"]["properties"])
    return headed("relmap", schema)


def _complete_tests(stages: JsonSchemaValue) -> None:
    """Offer each stage its own tests; a signal is taken as well, a test of another stage is not."""
    for stage, tests in stages.items():
        need = tests["additionalProperties"]
        own = {
            kind.id: {**need, "description": describe_test(kind)}
            for kind in STAGE_TESTS.values()
            if kind.stage == stage
        }
        others = [kind.id for kind in STAGE_TESTS.values() if kind.stage != stage]
        tests["properties"] = own
        tests["propertyNames"] = {**_SIGNAL_ID, "not": {"enum": others}}


def describe_test(kind: StageTestKind) -> str:
    """Say what a test of a stage asks for, and how it is needed, by default."""
    label = kind.label(StageRubric())
    return f"{label[:1].upper()}{label[1:]}; by default {built_in_need(kind)}."


def _complete_signals(schema: JsonSchemaValue) -> None:
    """Offer every signal of the catalogue with its question; a book's own signals are taken as well."""
    signals = schema["properties"]["signals"]
    schema["$defs"]["Signal"] = signals["additionalProperties"]
    answer = {"$ref": "#/$defs/Signal"}
    signals["properties"] = {kind.id: {**answer, "description": kind.question} for kind in CATALOGUE.values()}
    signals["additionalProperties"] = answer
    signals["propertyNames"] = _SIGNAL_ID


def _or_bare(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Allow a key that stands alone: `jane-doe:` is a contact."""
    return {"anyOf": [schema, {"type": "null"}]}


class FileSchema(GenerateJsonSchema):
    """What Pydantic generates, put the way people write files."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Generate for files, which are what the models validate."""
        return super().generate(schema, mode)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Leave null out: nobody writes it."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Keep the defaults that say something: words, numbers and lists with something in them."""
        found = super().default_schema(schema)
        default = schema.get("default")
        if not isinstance(default, str | int | float | list) or default == []:
            found.pop("default", None)
        return found

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Refuse the keys that do not match their pattern: Pydantic's `patternProperties` lets them through."""
        found = super().dict_schema(schema)
        for pattern, values in found.pop("patternProperties", {}).items():
            found |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
        return found

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Allow the shorthands without losing what the long form says of its items."""
        function: Any = schema["function"]["function"]
        if function is OneOrMany.func:
            items = self.generate_inner(schema["schema"])
            return {"anyOf": [items["items"], items]}
        if function is _KEYED:
            return self._keyed(self.generate_inner(schema["schema"]))
        return super().function_before_schema(schema)

    def _keyed(self, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """One id, a list of ids, or a mapping from id to details, which may be left out."""
        one = {"type": "string", **mapping.get("propertyNames", {})}
        details = {**mapping, "additionalProperties": _or_bare(mapping["additionalProperties"])}
        return {"anyOf": [one, {"type": "array", "items": one}, details]}
