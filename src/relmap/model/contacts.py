"""The people on the customer's side and who of ours knows them."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from relmap.model.scalars import (
    Day,
    Factor,
    FivePoint,
    IdList,
    MemberId,
    NewId,
    Noun,
    OneOrMany,
    TenPoint,
    Text,
    keyed,
)
from relmap.model.words import ContactStatus, Level, Role, Source, Support


class TrustEquation(Noun):
    """The trust equation: (credibility + reliability + intimacy) / self-orientation, each 1 to 10."""

    credibility: Factor = Field(description="How far she believes what he says, 1 to 10.")
    reliability: Factor = Field(description="How far she relies on what he does, 1 to 10.")
    intimacy: Factor = Field(description="How safe she feels telling him things, 1 to 10.")
    self_orientation: Factor = Field(description="How far he seems to look after himself, 1 (not at all) to 10.")


class TrustFactors(Noun):
    """Perceived trustworthiness as ability, benevolence and integrity, each 0 to 10."""

    ability: TenPoint = Field(description="Can he do it? 0 to 10.")
    benevolence: TenPoint = Field(description="Does he mean her well? 0 to 10.")
    integrity: TenPoint = Field(description="Does he act on principles that she shares? 0 to 10.")


def _trust_form(value: Any) -> str:
    """Tell which of the three forms it is, in a file or already read."""
    if isinstance(value, TrustFactors):
        return "factors"
    if isinstance(value, dict):
        return "factors" if value.keys() & {"ability", "benevolence", "integrity"} else "equation"
    return "equation" if isinstance(value, TrustEquation) else "number"


PairTrust = Annotated[
    Annotated[TenPoint, Tag("number")]
    | Annotated[TrustEquation, Tag("equation")]
    | Annotated[TrustFactors, Tag("factors")],
    Discriminator(_trust_form),
]


class Relationship(Noun):
    """One team member with one contact: the pair."""

    level: Level | None = Field(None, description="What he is to her today.")
    desired: Level | None = Field(None, description="What he should become to her.")
    trust: PairTrust | None = Field(
        None, description="How far she trusts him: 0 to 10, the trust equation, or ability, benevolence and integrity."
    )
    source: Source = Field("ours", description="Who says so: our estimate, their own word, or a document.")
    rated: Day | None = Field(None, description="The day on which trust and level were rated.")
    last_contact: Day | None = Field(None, description="The day of the last contact of the two.")
    two_way: bool | None = Field(None, description="Does she answer and come forward as well?")


KnownBy = Annotated[dict[MemberId, Relationship], keyed(Relationship)]


class Contact(Noun):
    """A person on the customer's side, or a placeholder for one we have yet to find."""

    name: Text | None = Field(None, description="The full name; without it the title or the id is shown.")
    title: Text | None = Field(None, description="The job title.")
    department: Text | None = Field(None, description="The department, written the same way for all of its people.")
    roles: Annotated[list[Role], OneOrMany] = Field(
        default_factory=list, description="The roles in buying; one word or a list."
    )
    power: FivePoint | None = Field(None, description="Decision power, 1 to 5; 4 and 5 are key players.")
    interest: FivePoint | None = Field(None, description="Interest in what we do, 1 to 5.")
    support: Support | None = Field(None, description="Where this person stands towards us.")
    reports_to: IdList = Field(
        default_factory=list, description="The contacts this person reports to; one id or a list."
    )
    influences: IdList = Field(default_factory=list, description="The contacts whose opinion this person sways.")
    conflicts_with: IdList = Field(default_factory=list, description="The contacts this person is at odds with.")
    cares_about: Text | None = Field(None, description="What this person wants to see happen.")
    email: Text | None = Field(None, description="Personal data; left out of shared exports.")
    phone: Text | None = Field(None, description="Personal data, quoted; left out of shared exports.")
    ids: dict[str, Text] = Field(default_factory=dict, description="Keys of this person in other systems.")
    known_by: KnownBy = Field(
        default_factory=dict, description="Our people who know this person: one id, a list of ids, or id to details."
    )
    status: ContactStatus = Field("active", description="Whether this person is still there.")
    left: Day | None = Field(None, description="The day on which this person left.")
    placeholder: bool = Field(False, description="True for a seat whose holder we do not know yet.")
    since: Day | None = Field(None, description="Since when this person, or this open seat, is on the map.")


Contacts = dict[NewId, Contact]


CONTACT_LIMIT = 2_000
"""More contacts than any map is read with; measures that look at everybody's ways to everybody stay quick."""


def _none_as_empty(value: Any) -> Any:
    """A contact needs an id only: `jane:` with nothing behind it is a contact."""
    if isinstance(value, dict) and len(value) > CONTACT_LIMIT:
        message = "{count} contacts are too many; at most {limit} were expected"
        raise PydanticCustomError("too_many", message, {"count": len(value), "limit": CONTACT_LIMIT})
    if isinstance(value, dict) and None in value.values():
        return {key: {} if entry is None else entry for key, entry in value.items()}
    return value


ContactMap = Annotated[Contacts, BeforeValidator(_none_as_empty)]
