"""The rules of privacy: they say where, and never what."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from relmap.model.contacts import Contact
from relmap.model.words import PersonalField
from relmap.rules.rm7 import contact_who_left_kept_too_long, personal_data_forbidden
from relmap.rules.rule import ACCOUNT, AS_OF, Example

from .trying import all_hits, hits_on, write_example

FORBIDDEN, KEPT = personal_data_forbidden.RULE, contact_who_left_kept_too_long.RULE


def test_what_is_forbidden_is_named_by_its_field_and_not_by_its_content(tmp_path: Path) -> None:
    [hit] = hits_on(FORBIDDEN, FORBIDDEN.fires, tmp_path)[ACCOUNT]
    assert hit.route == ("contacts", "jane", "email")
    assert hit.message == "jane has email, which relmap.yaml forbids"


def test_every_field_that_can_be_forbidden_is_one_of_a_contact() -> None:
    assert set(get_args(PersonalField)) <= set(Contact.model_fields)


def test_a_book_that_forbids_nothing_has_nothing_forbidden(tmp_path: Path) -> None:
    assert hits_on(FORBIDDEN, FORBIDDEN.fires._replace(settings=""), tmp_path) == {}


def test_former_accounts_and_people_who_left_count_as_well(tmp_path: Path) -> None:
    account = FORBIDDEN.fires.account.replace("title:", "status: left, title:") + "status: former\n"
    assert hits_on(FORBIDDEN, FORBIDDEN.fires._replace(account=account), tmp_path)


@pytest.mark.parametrize(("left", "on"), [("2024-11-14", date(2026, 11, 15)), ("2024-11-15", date(2026, 11, 16))])
def test_data_of_who_left_is_kept_too_long_from_the_731st_day(left: str, on: date, tmp_path: Path) -> None:
    account = KEPT.fires.account.replace("2024-11-14", left)
    [hit] = all_hits(KEPT, write_example(tmp_path, Example(account)), AS_OF)[ACCOUNT]
    assert (hit.route, hit.on) == (("contacts", "jane", "email"), on)
    assert hit.message == f"Jane Doe left on {left}, and the file still has email"


def test_a_forbidden_name_is_not_repeated(tmp_path: Path) -> None:
    settings = "company: Example Ltd\nprivacy: {forbid: name}\n"
    [hit] = hits_on(KEPT, Example(KEPT.fires.account, settings), tmp_path)[ACCOUNT]
    assert "Doe" not in hit.message


@pytest.mark.parametrize("change", [("email: jane@harrow.example, ", ""), (", left: 2024-11-14", "")])
def test_who_left_no_data_or_on_no_known_day_is_let_be(change: tuple[str, str], tmp_path: Path) -> None:
    assert hits_on(KEPT, Example(KEPT.fires.account.replace(*change)), tmp_path) == {}
