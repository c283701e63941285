"""The catalogue says which measures read a signal: what they really ask for when an account is assessed."""

import importlib
import pkgutil
from collections import defaultdict
from datetime import date

import pytest

import relmap.measures
from relmap.assess.profile import assess_account
from relmap.assess.row import make_row
from relmap.measures import voices
from relmap.measures.facts import Facts
from relmap.measures.ladder import prescribed
from relmap.measures.voices import SignalState
from relmap.model.account import Account
from relmap.model.settings import Settings
from relmap.model.signals import CATALOGUE

PAGE_OF = {"stage_tests": "stage", "dissolution": "phase", "trust_types": "ladder"}
"""Modules of measures whose page bears another name."""


def test_read_by_is_what_measures_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = defaultdict[str, set[str]](set)

    def recording(page: str) -> object:
        def signal(facts: Facts, signal_id: str) -> SignalState:
            asked[signal_id].add(page)
            return voices.signal(facts, signal_id)

        return signal

    for module in pkgutil.iter_modules(relmap.measures.__path__):
        loaded = importlib.import_module(f"relmap.measures.{module.name}")
        if module.name != "voices" and hasattr(loaded, "signal"):
            monkeypatch.setattr(loaded, "signal", recording(PAGE_OF.get(module.name, module.name)))
    account, settings = Account(name="Harrow", owner="maria"), Settings(company="Northwind")
    profile = assess_account("harrow", account, settings, date(2026, 11, 15))
    make_row(profile, "harrow.yaml")
    prescribed(profile.facts)
    assert dict(asked) == {kind.id: set(kind.read_by) for kind in CATALOGUE.values() if kind.read_by}
