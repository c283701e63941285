"""The question that would settle a check nobody can answer from the file, and where the answer belongs."""

from collections.abc import Iterable, Mapping

from relmap.assess.questions import ANNUAL_REVENUE, OUR_ALTERNATIVES, THEIR_ALTERNATIVES
from relmap.findings import Route
from relmap.measures.check import Check
from relmap.measures.result import Unknown
from relmap.model.settings import OwnSignal
from relmap.model.signals import CATALOGUE
from relmap.model.stage_tests import STAGE_TESTS, signal_question

_PROMISES = "What have we promised them, by when, and was it kept?"
_CONTRACT = "Is there a contract: until when does it run, and was it renewed?"
_LAST_CONTACT = "When was the last contact with each of their people, and what are we to them?"
_STAKES = "How much does each side depend on the other: how critical, with which alternatives?"

_QUESTIONS: Mapping[str, tuple[str, Route]] = {
    "trade": (ANNUAL_REVENUE, ("financials",)),
    "live_relationship": (_LAST_CONTACT, ("contacts",)),
    "departments": ("Which department does each of their people work in, and who is live?", ("contacts",)),
    "our_people": (_LAST_CONTACT, ("contacts",)),
    "department_pairs": (_LAST_CONTACT, ("contacts",)),
    "executive": ("Who is the sponsor or approver, and who of ours talks to them?", ("contacts",)),
    "offerings": ("Which of our offerings do they buy?", ("offerings",)),
    "acknowledged": (CATALOGUE["mutual_acknowledgement"].question, ("signals", "mutual_acknowledgement")),
    "joint_work": ("Have both sides developed or marketed something together, or taken out cost?", ("signals",)),
    "switching_cost": ("What would changing supplier cost them, 1 to 5?", ("dependence", "theirs", "switching_cost")),
    "counterpart": ("Who runs the relationship on their side?", ("counterpart",)),
    "theirs": ("How do they see it?", ("views",)),
    "delivery": ("What does the record say of our delivery: on time, on budget, to standard?", ("delivery",)),
    "engagement": (CATALOGUE["customer_engages"].question, ("signals", "customer_engages")),
    "promises": (_PROMISES, ("promises",)),
    "expectations": (_PROMISES, ("promises",)),
    "consistency": ("How much did they buy in each year, and were our promises kept?", ("financials",)),
    "contract": (_CONTRACT, ("contract",)),
    "history": (_CONTRACT, ("contract",)),
    "durability": (_CONTRACT, ("contract",)),
    "their_trust": ("How far do you trust us as a company, 0 to 10?", ("views",)),
    "their_standing": ("What are we to you: a supplier, the supplier of choice, or a partner?", ("views",)),
    "contact": (_LAST_CONTACT, ("contacts",)),
    "revenue": (ANNUAL_REVENUE, ("financials",)),
    "growth": ("How much did they buy in each year?", ("financials",)),
    "new_offering": ("Since when do they buy each of our offerings?", ("offerings",)),
    "new_department": ("Since when do we know each of their people, and in which department?", ("contacts",)),
    "inputs": (_LAST_CONTACT, ("contacts",)),
    "no_key_player": (_LAST_CONTACT, ("contacts",)),
    "slow_decline": (_LAST_CONTACT, ("contacts",)),
    "key_player_left": ("When did who has left leave, and how much did they decide?", ("contacts",)),
    "key_player": ("How much does each of their people decide, 1 to 5?", ("contacts",)),
    "supportive": ("Where does each of their key players stand towards us?", ("contacts",)),
    "decides": ("Which of their key players decides, and where do they stand towards us?", ("contacts",)),
    "touchpoints_least": ("How often did we talk to them in four quarters?", ("touchpoints",)),
    "cost_most": ("What did serving them cost in a complete year?", ("financials",)),
    "near": (_STAKES, ("dependence",)),
    "both_need": (THEIR_ALTERNATIVES, ("dependence", "theirs", "alternatives")),
    "deep": (_STAKES, ("dependence",)),
    "inter": (OUR_ALTERNATIVES, ("dependence", "ours", "alternatives")),
    "excessive": ("How far do they trust us, and what stands behind it?", ("views",)),
    "trust": (_CONTRACT, ("contract",)),
    "people_changed": (CATALOGUE["leadership_change"].question, ("signals", "leadership_change")),
    "strategy": (CATALOGUE["strategy_change"].question, ("signals", "strategy_change")),
    "market": (CATALOGUE["market_stress"].question, ("signals", "market_stress")),
}


NO_SIGNALS: Mapping[str, OwnSignal] = {}


def questions_of(checks: Iterable[Check], own: Mapping[str, OwnSignal] = NO_SIGNALS) -> tuple[Unknown, ...]:
    """Return a question for each check that is not answered; of a signal its own, `own` are those of the book."""
    found = (_question(check.id, own) for check in checks if check.passed is None)
    return tuple(unknown for unknown in found if unknown)


def _question(check_id: str, own: Mapping[str, OwnSignal]) -> Unknown | None:
    if check_id in _QUESTIONS and (check_id not in own or check_id in STAGE_TESTS):
        question, route = _QUESTIONS[check_id]
        return Unknown(route, question, 0.0)
    question = signal_question(check_id, own)
    return Unknown(("signals", check_id), question, 0.0) if question else None
