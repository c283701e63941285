"""The version that the customer may see: nothing but the fields of the allow-list gets out."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Le
from pydantic import BaseModel

from relmap.measures.facts import gather_facts
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.plan.shareable import SharedPlan, share
from relmap.render.json_shared import shared_json
from relmap.render.plan_shared import shared_article, shared_markdown

AS_OF = date(2026, 11, 15)
SHARED = {
    *("account.name", "account.contacts.name", "account.contacts.title"),
    *("account.customer_goals.what", "account.customer_goals.measure"),
    *("account.customer_goals.from", "account.customer_goals.target"),
    *("account.initiatives.what", "account.promises.what"),
    *("account.value.what", "account.value.promised", "account.value.delivered"),
    *("settings.company", "settings.team.name"),
}
"""Every field of text or number whose content may get out. References are shown as the names of whom they mean."""
SHARED_DAYS = {
    *(
        "account.customer_goals.due",
        "account.initiatives.started",
        "account.initiatives.due",
        "account.initiatives.done",
    ),
    *("account.promises.made", "account.promises.due", "account.promises.kept"),
    *("account.value.date", "account.touchpoints.date"),
}
WORDS = ("champion", "opponent", "trusted", "advisor", "maximise", "deep", "collaborative", "interconnected", "skeptic")


class Planted:
    """Makes data of a model with a mark of its own in every field of text or number."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        self._next = 0

    def text(self, path: str) -> str:
        self._next += 1
        mark = f"mark{self._next:04d}x"
        self.marks[mark] = path
        return mark

    def number(self, path: str, low: float, high: float, *, whole: bool) -> float:
        self._next += 1
        if whole and high - low < 1000:  # too few to be told apart: a rating of 1 to 5
            return int(low)
        value = int(max(low, 0)) + 7_000 + self._next if high > 20_000 else max(low, 0) + self._next / 10_000
        self.marks[f"{value:.15g}"] = path
        return value

    def noun(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        made = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            kind = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            made[key] = self.value(kind, f"{path}.{key}")
        return made

    def value(self, kind: Any, path: str, bounds: tuple[float, float] = (0, 1e15)) -> Any:
        origin = get_origin(kind)
        if origin is Annotated:
            inner, *more = get_args(kind)
            limits = [item for entry in more for item in getattr(entry, "metadata", [entry])]
            low = next((float(item.ge) for item in limits if isinstance(item, Ge)), bounds[0])  # type: ignore[arg-type]
            high = next((float(item.le) for item in limits if isinstance(item, Le)), bounds[1])  # type: ignore[arg-type]
            return self.value(inner, path, (low, high))
        if origin in (Union, UnionType):
            return self.value(next(entry for entry in get_args(kind) if entry is not NoneType), path, bounds)
        if origin is Literal:
            return get_args(kind)[-1]
        if origin is list:
            return [self.value(get_args(kind)[0], path)]
        if origin is dict:
            return {self.key(path): self.value(get_args(kind)[1], path)}
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.noun(kind, path)
        return self.plain(kind, path, bounds)

    def key(self, path: str) -> str:
        fixed = {
            "account.financials": "2025",
            "account.delivery": "2025",
            "account.contacts": "jane",
            "account.contacts.known_by": "maria",
            "account.customer_goals": "goal",
            "settings.team": "maria",
        }
        return fixed.get(path) or self.text(f"{path}.key")

    def plain(self, kind: Any, path: str, bounds: tuple[float, float]) -> Any:
        if kind is date:
            self._next += 1
            day = (date(2025, 12, 1) + timedelta(self._next)).isoformat()
            self.marks[day] = path
            return day
        if kind is bool:
            return False
        if kind in (int, float):
            return self.number(path, *bounds, whole=kind is int)
        if path.endswith(".quarter"):
            return "2026-Q3"
        return self.text(path)


def planted() -> tuple[Account, Settings, dict[str, str]]:
    """An account with a mark in every field, and references where only those are shown."""
    plant = Planted()
    data = plant.noun(Account, "account")
    data["exchanges"][0].pop("size")
    data["signals"] = {"joint_plan": data["signals"][next(iter(data["signals"]))]}
    data["contacts"]["jane"] |= {"status": "active", "left": None, "placeholder": False}
    data["contacts"]["jane"]["known_by"]["maria"]["level"] = "vendor"
    data["customer_goals"]["goal"] |= {"source": "theirs", "contact": "jane"}
    initiative = next(iter(data["initiatives"].values()))
    data["initiatives"] = {"one": initiative | {"customer_goals": ["goal"], "owner": "maria", "status": "done"}}
    for entry in data["touchpoints"]:
        entry |= {"us": ["maria"], "them": ["jane"]}
    data["promises"][0] |= {"by": "maria", "to": "jane"}
    data["value"][0] |= {"to": "jane", "confirmed_by": "jane"}
    data["owner"] = "maria"
    member = plant.noun(Settings.model_fields["team"].annotation.__args__[1], "settings.team")  # type: ignore[union-attr]
    company = plant.text("settings.company")
    settings = Settings.model_validate({"company": company, "team": {"maria": member | {"status": "active"}}})
    settings = settings.model_copy(update={"team": {"maria": settings.team["maria"].model_copy(update={"left": None})}})
    return Account.model_validate(data), settings, plant.marks


FORMS: dict[str, Callable[[SharedPlan], str]] = {
    "markdown": lambda shared: "\n".join(part.text for part in shared_markdown(shared)),
    "html": shared_article,
    "json": lambda shared: shared_json([shared]),
}


@pytest.mark.parametrize("form", FORMS)
def test_only_the_fields_of_the_allow_list_get_out(form: str) -> None:
    account, settings, marks = planted()
    text = FORMS[form](share(gather_facts("acme", account, settings, AS_OF)))
    assert len(marks) > 120  # every field of text, number or day of the model, and of what stands below it
    out = {path for mark, path in marks.items() if re.search(rf"(?<![\w.]){re.escape(mark)}(?!\w|\.\d)", text, re.I)}
    assert out - SHARED_DAYS == SHARED
    assert out & SHARED_DAYS >= SHARED_DAYS - {"account.initiatives.started"}
    assert not [word for word in WORDS if word in text.lower()]


def test_every_noun_of_the_account_is_planted() -> None:
    paths = set(planted()[2].values())
    for path in ("account.contacts.known_by.trust", "account.exchanges.what", "account.reviews.found.rubric_digest"):
        assert path in paths
    named = {path.split(".")[1] for path in paths if path.startswith("account.")}
    without_text = {"status", "since", "dependence", "custom"}
    assert set(Account.model_fields) - named <= without_text


def facts(text: dict[str, Any], team: tuple[str, ...] = ("maria", "tom")) -> Any:
    settings = Settings.model_validate({"company": "Northwind", "team": {name: {} for name in team}})
    account = Account.model_validate({"name": "Acme", "owner": "maria", "contacts": {"jane": {}}} | text)
    return gather_facts("acme", account, settings, AS_OF)


def test_what_we_suppose_they_want_is_not_shared() -> None:
    goals = {"ours": {"what": "Save"}, "told": {"what": "Grow", "source": "theirs"}}
    assert [goal.what for goal in share(facts({"customer_goals": goals})).goals] == ["Grow"]


def test_what_serves_only_goals_of_ours_is_not_shared() -> None:
    initiatives = {
        "own": {"what": "Win her over", "goals": ["ours"]},
        "joint": {"what": "Trial", "customer_goals": ["told"]},
        "old": {"what": "Old idea", "customer_goals": ["told"], "status": "dropped"},
    }
    data = {"customer_goals": {"told": {"what": "Grow", "source": "theirs"}}, "initiatives": initiatives}
    assert [entry.what for entry in share(facts(data)).goals[0].initiatives] == ["Trial"]


def test_promises_among_ourselves_are_not_shared() -> None:
    promises = [
        {"what": "Samples", "by": "maria", "to": "jane", "kept": False},
        {"what": "Hold the price", "by": "tom", "to": "maria"},
        {"what": "Give no more", "by": "tom"},  # (to whom is not said: it may be to ourselves)
        {"what": "Forecast", "by": "jane", "to": "maria", "kept": True},
    ]
    shared = share(facts({"promises": promises}))
    assert [(entry.what, entry.status) for entry in shared.ours] == [("Samples", "not kept")]
    assert [(entry.what, entry.status) for entry in shared.theirs] == [("Forecast", "kept")]


def test_what_is_dated_after_the_day_is_not_shared() -> None:
    data = {
        "promises": [{"what": "Later", "by": "maria", "made": "2026-11-16"}],
        "value": [{"what": "Later", "date": "2026-11-16"}],
        "touchpoints": [{"date": "2026-11-16", "us": ["maria"], "them": ["jane"]}],
    }
    shared = share(facts(data))
    assert (shared.ours, shared.value, shared.meetings) == ((), (), ())


def test_who_has_left_and_who_is_only_a_seat_is_not_shown() -> None:
    contacts = {
        "jane": {"name": "Jane Doe", "known_by": ["maria"]},
        "nameless": {"known_by": ["maria"]},  # (an id is nobody's business)
        "gone": {"known_by": ["maria"], "status": "left"},
        "seat": {"known_by": ["maria"], "placeholder": True},
        "far": {},
    }
    assert [pair.name for pair in share(facts({"contacts": contacts})).people] == ["Jane Doe"]
