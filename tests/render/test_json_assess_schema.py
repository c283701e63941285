"""The schema of the published JSON explains everything that it names."""

from typing import Any

from jsonschema import Draft202012Validator

from relmap.assess.figures import MEASURES
from relmap.render.json_schema import assess_schema
from relmap.render.json_v1 import SCHEMA_ID


def test_it_is_a_schema_under_the_address_that_documents_name() -> None:
    schema = assess_schema()
    Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == ("https://json-schema.org/draft/2020-12/schema", SCHEMA_ID)


def test_every_type_is_explained_and_closed() -> None:
    for name, definition in assess_schema()["$defs"].items():
        assert definition["description"], name
        assert definition["additionalProperties"] is False, name


def test_every_measure_has_its_unit_and_its_words() -> None:
    definitions: Any = assess_schema()["$defs"]
    for measure in MEASURES:
        entry = definitions["Measures"]["properties"][measure.id]
        answers = definitions[entry["$ref"].removeprefix("#/$defs/")]["properties"]["value"]
        assert entry["description"] == f"Unit: {measure.unit}."
        assert answers.get("enum", [None])[:-1] == (list(measure.words) if measure.id != "map" else [])
