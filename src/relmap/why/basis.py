"""What one figure of one account rests on: parts that add up, checks with answers, inputs, and what is unknown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from relmap.assess.assessment import Assessment, Card
from relmap.measures.check import Check, inputs_of, no_inputs
from relmap.measures.logic import Truth
from relmap.measures.result import Input, Part, Score, Unknown, Verdict
from relmap.measures.stage_tests import StageTest
from relmap.measures.voices import Voice
from relmap.model.settings import OwnSignal
from relmap.why.asking import NO_SIGNALS, questions_of


class Basis(NamedTuple):
    """What a figure rests on, in the measure's published unit."""

    parts: tuple[Part, ...] = ()
    """Of a number: their shares add up to its value."""
    checks: tuple[Check, ...] = ()
    """Of a word, or of a number that counts: what was asked, and the answers."""
    inputs: tuple[Input, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
    possible: tuple[str, ...] = ()
    """Of a word: every word that the unknowns allow."""
    confirmed: float | None = None
    """The share of what is known that they or a document say, 0 to 1."""


FindBasis = Callable[[Assessment, Card], Basis]


def of_score(score: Score, parts: Iterable[Part] | None = None, *, scale: float = 1.0) -> Basis:
    """Take the evidence of a score; `scale` turns the measure's own unit into the published one, weights have none."""
    found = score.parts if parts is None else tuple(parts)
    return Basis(
        tuple(scaled(part, scale) for part in found) if score.value is not None or parts is None else (),
        (),
        score.inputs,
        tuple(entry._replace(spread=entry.spread * scale) for entry in score.unknowns),
        (),
        score.confirmed,
    )


def scaled(part: Part, scale: float) -> Part:
    """Return a part in another unit."""
    if scale == 1.0:
        return part
    value = None if part.value is None else part.value * scale
    return part._replace(value=value, low=part.low * scale, high=part.high * scale, share=part.share * scale)


def of_verdict(verdict: Verdict, checks: Sequence[Check] = (), own: Mapping[str, OwnSignal] = NO_SIGNALS) -> Basis:
    """Take the evidence of a verdict, with the checks that carry it; `own` are the book's own signals."""
    inputs = dict.fromkeys((*verdict.inputs, *inputs_of(checks)))
    return Basis((), tuple(checks), tuple(inputs), questions_of(checks, own), verdict.possible, _confirmed(checks))


def of_checks(checks: Sequence[Check]) -> Basis:
    """Take checks alone."""
    return Basis((), tuple(checks), inputs_of(checks), questions_of(checks), (), _confirmed(checks))


def of_count(score_value: float | None, checks: Sequence[Check], unknowns: tuple[Unknown, ...] = ()) -> Basis:
    """Take a number that counts checks: each that is passed adds one."""
    parts = tuple(counted(check) for check in checks) if score_value is not None else ()
    return Basis(parts, tuple(checks), inputs_of(checks), unknowns, (), _confirmed(checks))


def counted(check: Check) -> Part:
    """Return a check as a part of a count: one where it is passed, open where it is not known."""
    low, high = float(check.passed is True), float(check.passed is not False)
    return Part(check.label, None if check.passed is None else low, low, high, 1.0, low)


def of_voice(voice: Voice) -> Basis:
    """Take what a side says."""
    return Basis(inputs=voice.inputs)


def one(name: str, value: float) -> tuple[Part, ...]:
    """Return a number as its own only part."""
    return (Part(name, value, value, value, 1.0, value),)


def plus(name: str, value: float | None, sign: int = 1) -> Part:
    """Return a known summand; a negative sign takes it off."""
    amount = 0.0 if value is None else value * sign
    return Part(name, value, amount, amount, 1.0, amount)


def answered(check_id: str, label: str, passed: Truth, detail: str = "") -> Check:
    """Return a question that other figures answer: it read nothing of its own."""
    return Check(check_id, "", label, passed, False, no_inputs, detail)


def of_stage_test(test: StageTest) -> Check:
    """Return a test of a stage as a check."""
    return Check(test.id, test.stage, test.label, test.passed, test.confirmed, test.find_inputs, test.detail)


def _confirmed(checks: Sequence[Check]) -> float | None:
    """The share of the passed checks that they or a document confirm."""
    passed = [check for check in checks if check.passed]
    return sum(check.confirmed for check in passed) / len(passed) if passed else None
