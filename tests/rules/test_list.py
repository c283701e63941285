"""The list of rules: codes in order, stable names, and texts that read like the others."""

import re

import pytest

from relmap.manual.find import FINDINGS
from relmap.rules.rule import Rule
from relmap.rules.rules import ALL

each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)


def test_codes_and_names_are_unique_and_codes_in_order() -> None:
    codes = [rule.code for rule in ALL]
    assert codes == sorted(set(codes))
    names = [rule.name for rule in ALL] + [code.name for code in FINDINGS if code.code not in codes]
    assert len(names) == len(set(names))


@each_rule
def test_a_rule_is_named_after_its_folder_and_file(rule: Rule) -> None:
    find = getattr(rule, "find")  # noqa: B009  (either kind of rule)
    folder, file = find.__module__.split(".")[-2:]
    assert rule.code.startswith(folder.upper())
    assert rule.name == file.replace("_", "-")


@each_rule
def test_texts_are_sentences_and_hints_are_not(rule: Rule) -> None:
    assert re.fullmatch(r"RM[2-7]\d\d", rule.code)
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"[A-Z].*[.]", rule.summary)
    assert re.fullmatch(r"[A-Z].*[.?]", rule.why)
    assert not rule.hint[:1].isupper()
    assert not rule.hint.endswith(".")


@each_rule
def test_options_say_what_they_are(rule: Rule) -> None:
    for option in rule.options:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", option.name)
        assert option.description.endswith((".", "?"))
