"""All rules, by their ids. A plan may raise, lower or excuse each in its data."""

from __future__ import annotations

from plainplan.plain.easy import is_english
from plainplan.plain.easy_rules import EASY_RULES
from plainplan.plain.plain_rules import PLAIN_RULES
from plainplan.plain.shapes import Languages, Rule

RULES = (*EASY_RULES, *PLAIN_RULES)
BY_ID = {rule.id: rule for rule in RULES}


def rules_for(language: str) -> tuple[Rule, ...]:
    """The rules that hold in a language, given as its tag."""
    return tuple(rule for rule in RULES if rule.languages is Languages.ALL or is_english(language))
