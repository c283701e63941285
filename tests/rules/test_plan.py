"""Which rules run: profile, selection, settings, and what a run says beside them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from relmap.findings import Severity
from relmap.model.settings import Settings
from relmap.model.words import RuleProfile
from relmap.rules.plan import Choice, make_plan
from relmap.rules.rm3 import never_reviewed, not_reviewed

DAY = date(2026, 11, 15)


@pytest.fixture(autouse=True)
def _three_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    strict = replace(never_reviewed.RULE, code="RM310", profile="strict")
    monkeypatch.setattr("relmap.rules.plan.ALL", (not_reviewed.RULE, never_reviewed.RULE, strict))


def settings(**rules: Any) -> Settings:
    return Settings.model_validate({"company": "Northwind", "rules": rules})


def running(own: Settings, choice: Choice = Choice()) -> list[str]:  # noqa: B008  (frozen)
    return [planned.rule.code for planned in make_plan(own, choice, DAY).rules]


@pytest.mark.parametrize(
    ("rules", "choice", "expected"),
    [
        ({}, Choice(), ["RM301", "RM302"]),
        ({"profile": "strict"}, Choice(), ["RM301", "RM302", "RM310"]),
        ({"profile": "strict"}, Choice(profile="starter"), ["RM301", "RM302"]),
        ({}, Choice(select=("RM310",)), ["RM310"]),
        ({}, Choice(select=("RM31",)), []),
        ({"select": ["RM302"]}, Choice(), ["RM302"]),
        ({"select": ["RM302"]}, Choice(select=("RM3",)), ["RM301", "RM302"]),
        ({"ignore": ["RM301"]}, Choice(ignore=("RM302",)), []),
        ({"select": "rm3", "ignore": "rm302"}, Choice(), ["RM301"]),
    ],
)
def test_what_runs(rules: dict[str, Any], choice: Choice, expected: list[str]) -> None:
    assert running(settings(**rules), choice) == expected


@pytest.mark.parametrize("profile", ["starter", "standard", "strict"])
def test_the_settings_profile_and_the_option_mean_the_same(profile: RuleProfile) -> None:
    assert running(settings(profile=profile)) == running(settings(), Choice(profile=profile))


def test_severities_and_options_come_from_the_settings() -> None:
    own = settings(severity={"rm301": "info"}, options={"rm301": {"require_current": True}})
    plan = make_plan(own, Choice(), DAY)
    assert (plan.rules[0].severity, plan.rules[1].severity) == (Severity.INFO, Severity.ERROR)
    assert plan.rules[0].options == {"require_current": True}


def test_a_run_may_ask_for_current_reviews() -> None:
    plan = make_plan(settings(), Choice(require_current=True), DAY)
    assert [planned.options for planned in plan.rules] == [{"require_current": True}, {}, {}][:2]
