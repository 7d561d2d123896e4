"""How many forms a plural has in a language, and which of them a number takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural
from babel.plural import PluralRule, to_gettext

SAMPLE = range(1000)
"""The numbers by which the forms of a language are told apart."""


@dataclass(frozen=True)
class Plurals:
    """The forms of a language: how many, and the expression of gettext that chooses among them."""

    count: int
    expression: str

    @property
    def header(self) -> str:
        """As the header of a PO file says it."""
        return f"nplurals={self.count}; plural={self.expression};"

    @cached_property
    def form(self) -> Callable[[int], int]:
        """Which form a number takes."""
        made: Callable[[int], int] = c2py(self.expression)
        return made

    def numbers_of(self, form: int) -> tuple[int, ...]:
        """The numbers, of those below 1,000, that take a form."""
        return tuple(number for number in SAMPLE if self.form(number) == form)

    def agrees_with(self, other: Plurals) -> bool:
        """Whether both choose the same form for every number, however they write it."""
        return self.count == other.count and all(self.form(n) == other.form(n) for n in SAMPLE)


@lru_cache
def plurals(tag: str) -> Plurals:
    """The plurals of a language. Raises LookupError or ValueError for a tag that names none.

    They are those of Babel's table for gettext, as translators' tools have them. Where CLDR knows more forms
    for whole numbers (Welsh: six, the table has five) they are CLDR's, as Weblate and Poedit have them.
    """
    name = tag.replace("-", "_")
    try:
        table, locale = get_plural(name), Locale.parse(name)
    except UnknownLocaleError as error:
        raise LookupError(f"{tag} is no language that Babel knows") from error
    rule = _for_whole_numbers(locale.plural_form)
    count = len(rule.tags | {"other"})
    if count <= table.num_plurals:
        return Plurals(table.num_plurals, table.plural_expr)
    return Plurals(count, to_gettext(rule).partition("plural=")[2].rstrip(";"))


def _for_whole_numbers(rule: PluralRule) -> PluralRule:
    """The rule without forms that only fractions and millions take."""
    used = {rule(number) for number in SAMPLE}
    kept = {tag: condition for tag, condition in rule.rules.items() if tag in used}
    if "other" not in used:  # the last form then stands for all the rest
        kept.popitem()
    return PluralRule(kept)
