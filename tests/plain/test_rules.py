"""Every rule fires on its own bad example, and nothing fires on its good one."""

from __future__ import annotations

import pytest
from plainplan.errors import Severity
from plainplan.plain import (
    BY_ID,
    RULES,
    Known,
    Languages,
    Paragraph,
    Rule,
    easy_faults,
    plain_faults,
    rules_for,
)

from tests.plain.reading import blocks_of

EASY = [rule for rule in RULES if rule.id.startswith("easy-") and rule.id != "easy-long-document"]
PLAIN = [rule for rule in RULES if rule.id.startswith("plain-")]


def named(rules: list[Rule]) -> list[object]:
    return [pytest.param(rule, id=rule.id) for rule in rules]


@pytest.mark.parametrize("rule", named(EASY))
def test_an_easy_rule_knows_its_own_examples(rule: Rule) -> None:
    assert rule.id in {fault.rule for fault in easy_faults(blocks_of(rule.bad), Known(), "en-GB")}
    assert list(easy_faults(blocks_of(rule.good), Known(), "en-GB")) == []


@pytest.mark.parametrize("rule", named(PLAIN))
def test_a_plain_rule_knows_its_own_examples(rule: Rule) -> None:
    faults = list(plain_faults([Paragraph(rule.bad, 7)], Known()))
    assert rule.id in {fault.rule for fault in faults}
    assert {fault.line for fault in faults} == {7}
    assert list(plain_faults([Paragraph(rule.good)], Known())) == []


def test_a_long_edition_is_told() -> None:
    page = blocks_of("![vote]\nYou can vote.")
    assert [fault.rule for fault in easy_faults(page * 193, Known(), "cy")] == ["easy-long-document"]
    assert list(easy_faults(page * 192, Known(), "cy")) == []


@pytest.mark.parametrize("rule", named(list(RULES)))
def test_a_rule_says_who_says_so_and_why(rule: Rule) -> None:
    assert BY_ID[rule.id] is rule
    assert rule.source and rule.explanation.endswith(".") and rule.bad != rule.good


def test_standard_chapters_get_warnings_only() -> None:
    assert {rule.severity for rule in PLAIN} == {Severity.WARNING}


def test_other_languages_get_the_rules_without_word_lists() -> None:
    assert {rule.languages for rule in rules_for("cy")} == {Languages.ALL}
    assert rules_for("en-GB-simple") == RULES


@pytest.mark.parametrize("rule", named([rule for rule in EASY if rule.languages is Languages.ALL]))
def test_rules_for_all_languages_hold_in_all(rule: Rule) -> None:
    assert rule.id in {fault.rule for fault in easy_faults(blocks_of(rule.bad), Known(), "ur")}


@pytest.mark.parametrize("rule", named([rule for rule in EASY if rule.languages is Languages.ENGLISH]))
def test_english_rules_are_silent_elsewhere(rule: Rule) -> None:
    assert rule.id not in {fault.rule for fault in easy_faults(blocks_of(rule.bad), Known(), "cy")}
