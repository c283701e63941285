"""The signal catalogue: yes/no observations, each with the question that can be put to either side."""

from typing import NamedTuple


class SignalKind(NamedTuple):
    """One signal: its question, whether yes is good news, the measures that read it and where it comes from."""

    id: str
    question: str
    good: bool
    read_by: tuple[str, ...]
    source: str


_TRUST = "Are you suffering deep dependence (CustomerAttuned, Trust Ladder)"
_PARTNER = "Customers as Partners"
_STAGE = "Bacon, four relationship stages"
_PHASE = "Dwyer, Schurr & Oh, phases of buyer-seller relationships"

_KINDS = (
    SignalKind(
        "joint_plan", "Do both sides work to one written plan?", True, ("stage", "standing", "phase", "ladder"), _STAGE
    ),
    SignalKind("joint_product", "Have both sides developed a product together?", True, ("stage",), _STAGE),
    SignalKind("joint_marketing", "Do both sides market something together?", True, ("stage",), _STAGE),
    SignalKind("joint_cost_saving", "Have both sides taken out cost together?", True, ("stage",), _STAGE),
    SignalKind(
        "shares_internal_problems",
        "Does the customer tell the supplier about internal problems?",
        True,
        ("stage",),
        _STAGE,
    ),
    SignalKind(
        "open_information",
        "Do both sides open sensitive information to each other?",
        True,
        ("stage", "standing"),
        _STAGE,
    ),
    SignalKind(
        "mutual_acknowledgement",
        "Do both sides say in public that they matter to each other?",
        True,
        ("stage",),
        _STAGE,
    ),
    SignalKind("preferred_supplier", "Is the supplier the preferred one?", True, (), _STAGE),
    SignalKind("sole_supplier", "Is the supplier the only one for what it delivers?", True, (), _STAGE),
    SignalKind(
        "customer_engages",
        "Does the customer put its own people and time into the work?",
        True,
        ("standing",),
        _PARTNER,
    ),
    SignalKind("knows_our_business", "Does the customer know the supplier's business?", True, ("phase",), _PHASE),
    SignalKind("we_know_theirs", "Does the supplier know the customer's business?", True, ("phase",), _PHASE),
    SignalKind("reduced_checks", "Have inspections and double checks been dropped?", True, ("phase",), _PHASE),
    SignalKind(
        "light_governance", "Do both sides settle things without the contract?", True, ("standing", "phase"), _PHASE
    ),
    SignalKind("price_first", "Does price decide first?", False, ("standing",), _STAGE),
    SignalKind("easy_exit", "Could either side leave without much trouble?", False, ("standing",), _STAGE),
    SignalKind(
        "held_to_ransom", "Does one side use the other's dependence to get its way?", False, ("dependence",), _TRUST
    ),
    SignalKind("one_way", "Does one side do most of the giving?", False, ("dependence",), _TRUST),
    SignalKind("firefighting", "Is most contact about things that went wrong?", False, ("breakdown",), _STAGE),
    SignalKind(
        "uncoordinated_contact",
        "Do people of both sides meet without knowing of each other?",
        False,
        (),
        _STAGE,
    ),
    SignalKind(
        "talking_past_each_other", "Do both sides often misunderstand each other?", False, ("standing", "phase"), _PHASE
    ),
    SignalKind("leadership_change", "Has the customer's leadership changed?", False, ("breakdown",), _STAGE),
    SignalKind("strategy_change", "Has the customer changed its strategy?", False, ("breakdown",), _STAGE),
    SignalKind("market_stress", "Is the customer's market under stress?", False, ("breakdown",), _STAGE),
    SignalKind("notice_given", "Has either side given notice?", False, ("phase",), _PHASE),
)

CATALOGUE: dict[str, SignalKind] = {kind.id: kind for kind in _KINDS}


def signals_read_by(measure: str) -> tuple[SignalKind, ...]:
    """Return the signals that a family of measures reads, in the catalogue's order."""
    return tuple(kind for kind in _KINDS if measure in kind.read_by)
