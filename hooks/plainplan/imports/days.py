"""Dates and months as people write them. Day and month are never guessed (dateutil would)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from enum import Enum

from plainplan.imports.choices import UnclearError

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?: 00:00(?::00)?)?")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2}")
_NAMED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -]([0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)
_NAMED_MONTH_FIRST = re.compile(r"([a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE)
_MONTHS = (
    re.compile(r"(?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})"),
    re.compile(r"(?P<name>[a-z]+)\.?[ -](?P<year>[0-9]{4}|[0-9]{2})", re.IGNORECASE),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})[ -](?P<name>[a-z]+)", re.IGNORECASE),
)
_FINANCIAL_YEAR = re.compile(r"([0-9]{4})/([0-9]{4}|[0-9]{2})")
WRITE_ISO = "Write dates as year-month-day, such as 2026-06-30."


class Order(Enum):
    """Which comes first in 03/04/2025."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def settle_order(texts: Iterable[str]) -> Order | None:
    """The order of a column, where one of its dates leaves no doubt and none contradicts it."""
    found = set()
    for text in texts:
        match = _FIGURES.fullmatch(text.strip())
        if match and max(int(match[1]), int(match[3])) > 12:
            order = Order.DAY_FIRST if int(match[1]) > 12 else Order.MONTH_FIRST
            found |= {order} if _is_real(text, order) else set()
    return found.pop() if len(found) == 1 else None


def parse_day(text: str, order: Order | None = None) -> date:
    """The day that a text says. `order` is what settle_order says of its column. Raises UnclearError."""
    words = " ".join(text.split())
    if match := _ISO.fullmatch(words) or _YEAR_FIRST.fullmatch(words):
        return _real(words, int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(words):
        return _in_figures(words, int(match[1]), int(match[3]), int(match[4]), order)
    if (match := _NAMED.fullmatch(words)) and (month := MONTHS.get(match[2].lower())):
        return _real(words, _year(match[3]), month, int(match[1]))
    if (match := _NAMED_MONTH_FIRST.fullmatch(words)) and (month := MONTHS.get(match[1].lower())):
        return _real(words, int(match[3]), month, int(match[2]))
    if _SHORT_YEAR.fullmatch(words):
        raise UnclearError(
            f'the year of "{words}" has 2 digits, and may be the first or the last.', WRITE_ISO
        )
    if re.fullmatch(r"[0-9]{5}(\.[0-9]+)?", words):
        raise UnclearError(
            f'"{words}" is how a spreadsheet counts days.', "Show the column as dates, and save again."
        )
    raise UnclearError(f'"{words}" is not a date.', WRITE_ISO)


def _is_real(text: str, order: Order) -> bool:
    try:
        parse_day(text, order)
    except UnclearError:
        return False
    return True


def is_iso(text: str) -> bool:
    """Whether a date is written as the model writes it."""
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()))


def parse_month(text: str) -> tuple[date, date]:
    """First and last day of a month: 08/2013, August 2013, Aug-13, 2013-08. Raises UnclearError."""
    words = " ".join(text.split())
    for pattern in _MONTHS:
        match = pattern.fullmatch(words)
        if not match:
            continue
        parts = match.groupdict()
        number = MONTHS.get(parts["name"].lower(), 0) if parts.get("name") else int(parts["month"])
        if 1 <= number <= 12:
            year = _year(parts["year"])
            first = _real(words, year, number, 1)
            return first, date(year, number, calendar.monthrange(year, number)[1])
    raise UnclearError(f'"{words}" is not a month.', "Write months as August 2026.")


def parse_edge(text: str, order: Order | None, last: bool) -> date:
    """The day on which something begins or ends: of a month or a financial year, its first or last day.

    Raises UnclearError.
    """
    try:
        return parse_month(text)[int(last)]
    except UnclearError:
        pass
    words = text.strip()
    year = _FINANCIAL_YEAR.fullmatch(words)
    if year and (int(year[1]) + 1) % 10 ** len(year[2]) == int(year[2]):
        return _real(words, int(year[1]) + last, 3 if last else 4, 31 if last else 1)
    if re.fullmatch(r"[0-9]{4}", words):
        told = f'"{words}" is a year, which may begin in January or in April.'
        raise UnclearError(told, WRITE_ISO)
    return parse_day(text, order)


def _in_figures(words: str, first: int, second: int, year: int, order: Order | None) -> date:
    if second > 12 or (first == second) or (first <= 12 and order is Order.MONTH_FIRST):
        return _real(words, year, first, second)
    if first > 12 or order is Order.DAY_FIRST:
        return _real(words, year, second, first)
    one, other = _real(words, year, second, first), _real(words, year, first, second)
    raise UnclearError(
        f'"{words}" may be {spoken(one)} or {spoken(other)}, and no other row settles it.',
        f"Write {one} or {other}; or say --dates day-first or --dates month-first.",
    )


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _real(words: str, year: int, month: int, day: int) -> date:
    try:
        if 1800 <= year <= 2200:
            return date(year, month, day)
    except ValueError:
        pass
    raise UnclearError(f'there is no such day as "{words}".', "Check the day, the month and the year.")


def spoken(day: date) -> str:
    """4 June 2026."""
    return f"{day.day} {day:%B %Y}"
