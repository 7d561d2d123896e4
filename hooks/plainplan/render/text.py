"""Numbers, money, dates and prose as readers see them (GOV.UK style). Babel with explicit patterns:
its own defaults round 12.5% to 12% and £1.25 million to £1M."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from babel.core import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal
from markdown_it import MarkdownIt
from markupsafe import Markup

from plainplan.language import (
    bare,
    capital,
    is_marked,
    listed,
    marked_as,
    named,
    ngettext,
    pgettext,
    spoken,
    with_commas,
)
from plainplan.language import gettext as _
from plainplan.language.marks import END
from plainplan.language.wording import together
from plainplan.model.base import Unknown

_PROSE = MarkdownIt("commonmark", {"html": False})
MILLION = 1_000_000
_COMMON_WORD = re.compile(
    "(Academic|After|At|Autumn|Before|Calendar|Early|End|Financial|First|Fourth|From|Half|In|Inspection|Late|"
    "Month|On|Quarter|Rolling|School|Second|Since|Spring|Start|Summer|Survey|The|Third|To|Week|Winter|Year) "
)
"""With these the name of a period may begin in English. Names of months keep their capital."""
_FIRST_LETTER = re.compile("[^\ufdd0-\ufdd3]")  # marks of words without a translation stand before it
_AFTER_SHORT_MONTH = r"\.?(?=$|[ \u00a0]?[\d/\u2013-])"
_PLACE_OF_DIGITS = re.compile("[#,0]+")
ROUNDED_FROM = 100_000


def day(value: date | Unknown | None) -> str:
    """`4 June 2026`; a stated gap as its own words; nothing for None."""
    if isinstance(value, date):
        return format_date(value, spoken().day, locale=spoken().locale)
    return _gap(value)


def month(value: date) -> str:
    """`June 2026`."""
    return format_date(value, spoken().month, locale=spoken().locale)


def within(period: str) -> str:
    """The name of a period inside a sentence: `year to June 2026`, `at 31 March 2026`, but `June 2026`."""
    if _are_english(period):
        return begun_small(period) if _COMMON_WORD.match(bare(period)) else period
    return begun_small(period)


def begun_small(words: str) -> str:
    """Words of the plan inside a sentence: `by age`. Abbreviations keep their capitals.

    Names of months keep theirs too in other languages than English. In English `within` sees to them.
    """
    if not _are_english(words) and (is_marked(words) or _begins_with_month(words)):
        return words
    first = next(iter(bare(words).split()), "")
    if sum(letter.isupper() for letter in first) > 1:
        return words
    return _FIRST_LETTER.sub(lambda letter: letter[0].lower(), words, count=1)


def _begins_with_month(words: str) -> bool:
    """Whether words begin with the name of a month that has a capital; a short one before a figure.

    Short names may be other words: `Hyd` is October in Welsh, and `Hyd at` is up to.
    """

    def names(width: Literal["wide", "abbreviated"]) -> list[str]:
        found = get_month_names(width, locale=spoken().locale).values()
        return [re.escape(name.removesuffix(".")) for name in found if name[:1].isupper()]

    patterns = [*names("wide"), *(f"{name}{_AFTER_SHORT_MONTH}" for name in names("abbreviated"))]
    return any(re.match(pattern, words) for pattern in patterns)


def _are_english(words: str) -> bool:
    """Whether words of the plan are in English: what is marked is in the language of the plan itself."""
    tag = spoken().source if is_marked(words) else spoken().tag
    return tag.partition("-")[0] == "en"


def number(value: Decimal | int | Unknown | None) -> str:
    """`1,250` or `12.5`: as many digits after the point as the figure was published with."""
    if isinstance(value, int | Decimal):
        places = max(0, -int(Decimal(value).as_tuple().exponent)) if isinstance(value, Decimal) else 0
        return _figure(value, "." + "0" * places if places else "")
    return _gap(value)


def _figure(value: Decimal | int, places: str = "") -> str:
    """Digits in the groups of the language. `places` is the pattern of what comes after the point."""
    return format_decimal(value, spoken().number + places, locale=spoken().locale)


def _together(figure: str) -> str:
    return together(figure) if spoken().direction == "rtl" else figure


def pounds(value: Decimal | Unknown | None) -> str:
    """`£1,250` or `£1,250.50`: exact."""
    if not isinstance(value, Decimal):
        return _gap(value)
    places = "" if value == value.to_integral_value() else ".00"
    return _signed(_together(f"£{_figure(abs(value), places)}"), value)


def rounded_pounds(value: Decimal | Unknown | None) -> str:
    """`£1.2 million` from a million up, `£617,000` from 100,000 up, otherwise to the pound."""
    if not isinstance(value, Decimal):
        return _gap(value)
    if abs(value) < ROUNDED_FROM:
        return pounds(value.quantize(Decimal(1), ROUND_HALF_UP))
    thousands = (abs(value) / 1_000).quantize(Decimal(1), ROUND_HALF_UP)
    if thousands < 1_000:  # a thousand thousands are a million
        return _signed(_together(f"£{_figure(thousands * 1_000)}"), value)
    millions = (abs(value) / MILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
    said = _("%(amount)s million") % {"amount": _together(f"£{_figure(millions, '.#')}")}
    return _signed(said, value)


def _signed(text: str, value: Decimal) -> str:
    return _("minus %(amount)s") % {"amount": text} if value < 0 else text


def quantity(value: Decimal | Unknown | None, unit: str, one: str | None = None) -> str:
    """A figure with its unit: `74%`, `£75`, `4.2 incidents per 1,000 people`; `one` is the unit of 1."""
    if not isinstance(value, Decimal):
        return _gap(value)
    if unit == "%":
        return _percent(value)
    if unit == "£":
        return pounds(value)
    is_one = abs(value) == 1 and _is_whole(value)  # 1.0 minutes, but 1 minute
    return pgettext("a figure with its unit", "%(number)s %(unit)s") % {
        "number": number(value),
        "unit": one if one and is_one else unit,
    }


def _percent(value: Decimal) -> str:
    """The sign stands where the language has it, with or without a space."""
    pattern = Locale.parse(spoken().locale).percent_formats[None].pattern
    return _together(_PLACE_OF_DIGITS.sub(lambda digits: number(value), pattern, count=1))


def _is_whole(value: Decimal) -> bool:
    """Whether it is written without digits after the point."""
    return int(value.as_tuple().exponent) >= 0


def percentage_points(value: Decimal) -> str:
    """`1 percentage point`, `1.0 percentage points`."""
    if _is_whole(value):
        said = ngettext("%(number)s percentage point", "%(number)s percentage points", int(value))
    else:
        said = pgettext("with digits after the point", "%(number)s percentage points")
    return said % {"number": number(value)}


def financial_year(name: str) -> str:
    """`2026 to 2027` for 2026-27."""
    return _("%(first)s to %(last)s") % {"first": name[:4], "last": int(name[:4]) + 1}


def cost_covers(cost_is: str | None) -> str:
    """`a year`, `in all`, `in 2026 to 2027` after a cost, or that the plan does not say which."""
    if cost_is is None:
        return _("(the plan does not say whether that is a year or in all)")
    if cost_is[3:4].isdecimal():
        return _("in %(year)s") % {"year": financial_year(cost_is[3:])}
    return {"a year": _("a year"), "in all": _("in all")}.get(cost_is, cost_is)


def prose(text: str | None) -> Markup:
    """Simple Markdown as HTML. Tags in the text are shown as they were typed, never obeyed."""
    return _rendered(_PROSE.render, text) if text else Markup()


def inline(text: str | None) -> Markup:
    """The same for words within a sentence: no paragraph round them."""
    return _rendered(_PROSE.renderInline, " ".join(text.split())) if text else Markup()


def _rendered(render: Callable[[str], str], text: str) -> Markup:
    """HTML of Markdown. Marks come to stand round all of it: inside they would hide a list."""
    made = Markup(render(bare(text)))  # noqa: S704  # markdown-it escapes: html is off
    return Markup(text[0]) + made.rstrip() + END if is_marked(text[:1]) else made  # noqa: S704  # a mark


def lines(text: str | None) -> list[str]:
    """The lines of a text that are not empty, each in the language of the whole."""
    return [marked_as(text, line.strip()) for line in bare(text).splitlines() if line.strip()] if text else []


def plain(text: str | None) -> str:
    """The words of simple Markdown on one line, for where no markup can stand."""
    return " ".join(prose(text).striptags().split())


def _gap(value: Any) -> str:
    return named(value) if isinstance(value, Unknown) else str(value) if value is not None else ""


FILTERS = {
    "day": day,
    "month": month,
    "within": within,
    "begun_small": begun_small,
    "number": number,
    "pounds": pounds,
    "rounded_pounds": rounded_pounds,
    "quantity": quantity,
    "percentage_points": percentage_points,
    "financial_year": financial_year,
    "cost_covers": cost_covers,
    "prose": prose,
    "inline": inline,
    "plain": plain,
    "lines": lines,
    "named": named,
    "capital": capital,
    "listed": listed,
    "with_commas": with_commas,
}
