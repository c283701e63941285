"""The examples on a rule's page: one fires, one does not, and both are sound books."""

from pathlib import Path

import pytest

from relmap.assess.run import run_book
from relmap.book.load import open_book
from relmap.rules.rule import Example, Rule
from relmap.rules.rules import ALL

from .trying import ahead, all_hits, hits_on, write_example

each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: f"{rule.code}-{rule.name}")


@each_rule
def test_the_example_that_fires_fires(rule: Rule, tmp_path: Path) -> None:
    assert hits_on(rule, rule.fires, tmp_path)


@each_rule
def test_the_example_that_is_clean_does_not_fire(rule: Rule, tmp_path: Path) -> None:
    assert hits_on(rule, rule.clean, tmp_path) == {}


@each_rule
@pytest.mark.parametrize("which", ["fires", "clean"])
def test_the_examples_have_no_other_fault(rule: Rule, which: str, tmp_path: Path) -> None:
    example: Example = getattr(rule, which)
    book = open_book(write_example(tmp_path, example))
    assert book.settings is not None
    assert run_book(book, book.settings, example.as_of).findings == ()


@each_rule
def test_the_examples_differ_only_in_what_matters(rule: Rule) -> None:
    fires, clean = (str(example.files()).split() for example in (rule.fires, rule.clean))
    assert rule.fires != rule.clean
    assert set(fires) & set(clean), "the clean example is another story"


@each_rule
@pytest.mark.parametrize("which", ["fires", "clean"])
def test_what_lies_ahead_holds_from_the_day_it_names(rule: Rule, which: str, tmp_path: Path) -> None:
    example: Example = getattr(rule, which)
    for account, hits in all_hits(rule, write_example(tmp_path, example), example.as_of).items():
        for hit in hits:
            if hit.on is not None and ahead(hit, example.as_of):
                later = all_hits(rule, tmp_path, hit.on).get(account, [])
                assert (hit.subject, True) in {(other.subject, not ahead(other, hit.on)) for other in later}


@each_rule
def test_subjects_are_given_once_an_account(rule: Rule, tmp_path: Path) -> None:
    for hits in hits_on(rule, rule.fires, tmp_path).values():
        subjects = [hit.subject for hit in hits]
        assert len(subjects) == len(set(subjects))
