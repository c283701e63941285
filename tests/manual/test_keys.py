"""Keys of the format, as pages name them."""

import pytest

from relmap.manual.keys import describe_key
from relmap.model.account import Account
from relmap.model.settings import Settings


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("owner", "The team member who answers for the account."),
        ("dependence.theirs.switching_cost", "What changing supplier would cost them, 1 to 5."),
        ("contacts.*.known_by.*.two_way", "Does she answer and come forward as well?"),
        ("views.*.stage", "The stage they see."),
        ("contract.ends", "The last day of the contract."),
        ("customer_goals.*.from", "Where they started."),
    ],
)
def test_a_key_is_described_as_in_the_format(key: str, says: str) -> None:
    assert describe_key(key, Account) == says


def test_a_key_of_the_settings() -> None:
    assert describe_key("team.*.left", Settings) == "The day on which this person left."


@pytest.mark.parametrize(
    "key",
    ["ownr", "contacts.power", "contacts.*", "contacts.*.powr", "owner.name", "dependence.*.ours", "views.*.stage.*"],
)
def test_a_key_that_the_format_does_not_have(key: str) -> None:
    with pytest.raises(KeyError):
        describe_key(key, Account)
