"""The small types that fields are made of: days, periods, money, ratings, text and ids."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from relmap.model.ids import ID_PATTERN, id_problem


class Noun(BaseModel):
    """What every noun of the book has in common: nothing is coerced, unknown keys are refused, values are frozen."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)
    elsewhere: ClassVar[Mapping[str, str]] = {}
    """Keys that people may look for here though they belong elsewhere, with what to say of them."""


class _Called:
    """Make one error of a name of our own out of whatever is wrong with a value."""

    def __init__(self, name: str, expected: str) -> None:
        self._name = name
        self._message = f"{expected} was expected"

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(handler(source), self._name, custom_error_message=self._message)


class _IsoDay:
    """Read `2026-11-15` and nothing else: Pydantic alone would also take timestamps and times."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        iso = core_schema.str_schema(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", strict=True)
        return core_schema.chain_schema([iso, core_schema.date_schema(strict=False)])

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "format": "date"}


_NAME_AND_SURNAME = re.compile(r"[a-z]{2,30}-[a-z]{2,30}").fullmatch
"""What most ids look like; nothing that looks so is refused, and seeing it is cheaper than looking for problems."""


def _check_id(value: str) -> str:
    if _NAME_AND_SURNAME(value):
        return value
    problem = id_problem(value)
    if problem:
        raise PydanticCustomError("id", "{problem}", {"problem": problem})
    return value


def _check_signal_id(value: str) -> str:
    _check_id(value.replace("_", "-"))
    return value


Day = Annotated[date, _IsoDay, _Called("day", "a date such as 2026-11-15")]
PeriodKey = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)[0-9]{2}(-Q[1-4])?$"),
    _Called("period", "a fiscal year (2025) or quarter (2025-Q1)"),
]
QuarterKey = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-Q[1-4]$"),
    _Called("quarter", "a fiscal quarter such as 2026-Q3"),
]
Currency = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{3}$"), _Called("currency", "a currency of three letters such as EUR")
]
Text = Annotated[str, StringConstraints(min_length=1)]
ContactId: TypeAlias = Text
MemberId: TypeAlias = Text
Money = Annotated[float, Field(ge=0, le=1e15, allow_inf_nan=False)]
SignedMoney = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Percent = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Days = Annotated[int, Field(ge=0, le=36_500)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
FivePoint = Annotated[int, Field(ge=1, le=5)]
TenPoint = Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)]
Factor = Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)]
NewId = Annotated[str, AfterValidator(_check_id), Field(json_schema_extra={"pattern": ID_PATTERN})]
NewSignalId = Annotated[str, AfterValidator(_check_signal_id)]
Target = Text | Annotated[float, Field(allow_inf_nan=False)]


def _one_as_list(value: Any) -> Any:
    return [value] if isinstance(value, str | int | float) else value


def _keys_as_mapping(value: Any) -> Any:
    """Turn one id, or a list of ids, into a mapping without details."""
    if isinstance(value, str):
        return {value: {}}
    if isinstance(value, list) and all(isinstance(key, str) for key in value):
        return {key: {} for key in value}
    if isinstance(value, Mapping):
        return {key: {} if entry is None else entry for key, entry in value.items()}
    return value


OneOrMany = BeforeValidator(_one_as_list, json_schema_input_type=str | list[str])
IdList = Annotated[list[Text], OneOrMany]


def keyed(details: type[BaseModel]) -> BeforeValidator:
    """Accept one id, a list of ids, or a mapping from id to `details`."""
    return BeforeValidator(_keys_as_mapping, json_schema_input_type=str | list[str] | dict[str, details])  # type: ignore[valid-type]
