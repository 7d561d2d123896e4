"""Periods as they are published: 2011/12, Q1 2024/25, 17 May to 11 June 2023, Year to September 2025."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from plainplan.imports.choices import UnclearError
from plainplan.imports.days import MONTHS, Order, is_iso, parse_day, parse_month

_HYPHEN_YEARS = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEARS = re.compile(r"(?:FY|financial year)? ?([0-9]{4}) ?([/–—-]) ?([0-9]{4}|[0-9]{1,2})", re.IGNORECASE)
_YEAR = re.compile(r"([0-9]{4})")
_QUARTER = re.compile(
    r"(?:q|quarter) ?([1-4]),?[ -](?:of )?(.+)|(.+?),?[ -]?(?:q|quarter) ?([1-4])", re.IGNORECASE
)
_YEAR_TO = re.compile(
    r"(?:(?:the )?(?:12 months|year)|YE)(?: to| ending| ended| end)?:? (?:the )?(.+)", re.IGNORECASE
)
_BETWEEN = re.compile(r" (?:to|until|–|—|-) |(?<=[0-9])[–—](?=[0-9])|(?<=[a-z])[–—-](?=[a-z])", re.IGNORECASE)
_YEAR_TO_YEAR = re.compile(r"([0-9]{4})(?: to | – | - |[–—-])([0-9]{4})", re.IGNORECASE)
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: ([a-z]+))?", re.IGNORECASE)
_WRITE = "Write it as 2011/12, Jan to Mar 2024, August 2026 or 2026-06-30; or give columns Start and End."


class Years(Enum):
    """Where years, or their quarters, begin: in January or in April."""

    CALENDAR = "calendar"
    FINANCIAL = "financial"


@dataclass(frozen=True)
class Settled:
    """What a whole column, or the editor, says about its periods."""

    order: Order | None = None
    quarters: Years | None = None
    hyphens_are_years: bool | None = None
    years: Years | None = None
    pairs_are_financial: bool = False
    never_calendar: bool = False

    def with_column(self, texts: Iterable[str]) -> Settled:
        """The same, with what the other rows settle of 2011-12 (or December 2011) and of 2011 to 2012."""
        texts = list(texts)
        pairs = self.pairs_are_financial or _is_run(texts)
        if self.hyphens_are_years is not None:
            return replace(self, pairs_are_financial=pairs)
        found = set()
        for text in texts:
            if match := _HYPHEN_YEARS.fullmatch(text.strip()):
                follows = (int(match[1]) + 1) % 100 == int(match[2])
                if not follows or int(match[2]) > 12 or match[2] == "00":
                    found.add(follows)
        hyphens = found.pop() if len(found) == 1 else None
        return replace(self, hyphens_are_years=hyphens, pairs_are_financial=pairs)


def _is_run(texts: Iterable[str]) -> bool:
    """Whether 2019 to 2020 is followed by 2020 to 2021: calendar years would overlap."""
    pairs = [
        (int(match[1]), int(match[2])) for text in texts if (match := _YEAR_TO_YEAR.fullmatch(text.strip()))
    ]
    firsts = {first for first, _ in pairs}
    return all(last == first + 1 for first, last in pairs) and any(last in firsts for _, last in pairs)


@dataclass(frozen=True)
class Span:
    """Two days, both inside. `how` says how it was read, where that is not plain."""

    start: date
    end: date
    how: str = ""


def parse_period(text: str, settled: Settled = Settled()) -> Span:
    """The days of a period. Raises UnclearError where it has no meaning or two."""
    words = " ".join(text.split())
    if len(words) > 100:
        raise UnclearError("this is too long for a period.", _WRITE)
    if match := _YEAR_TO.fullmatch(words):
        return _year_to(match[1], settled)
    if match := _YEARS.fullmatch(words):
        return _one(words, settled)
    parts = _BETWEEN.split(words)
    if len(parts) == 2:
        return _between(words, parts[0], parts[1], settled)
    return _one(words, settled)


def _one(words: str, settled: Settled) -> Span:
    if (match := _YEARS.fullmatch(words)) and (span := _years(words, match, settled)):
        return span
    if match := _QUARTER.fullmatch(words):
        return _quarter(words, int(match[1] or match[4]), match[2] or match[3], settled)
    if _YEAR.fullmatch(words):
        return _year(_likely(int(words)), settled)
    try:
        return Span(*parse_month(words))
    except UnclearError:
        pass
    try:
        day = parse_day(words, settled.order)
    except UnclearError as unclear:
        if "not a date" in unclear.message:
            raise UnclearError(f'"{words}" is not a period.', _WRITE) from None
        raise
    return Span(day, day, "" if is_iso(words) else "the day")


def _year(year: int, settled: Settled) -> Span:
    if settled.years is Years.CALENDAR:
        return Span(date(year, 1, 1), date(year, 12, 31), "the calendar year")
    if settled.years is Years.FINANCIAL:
        return Span(date(year, 4, 1), date(year + 1, 3, 31), "the financial year that begins then")
    if settled.never_calendar:
        raise UnclearError(
            f'"{year}" may be the financial year that begins then, or the one that ends then.',
            f"Write {_financial(year)} or {_financial(year - 1)}; or say --years financial (it begins then).",
        )
    raise UnclearError(
        f'"{year}" may be a calendar year or a financial year.',
        f"Write {_financial(year)} or January to December {year}; "
        "or say --years calendar or --years financial.",
    )


def _financial(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _years(words: str, match: re.Match[str], settled: Settled) -> Span | None:
    first = _likely(int(match[1]))
    follows = (first + 1) % 10 ** len(match[3]) == int(match[3])
    if not follows:
        return None
    if match[2] != "/" and len(match[3]) == 4 and not settled.pairs_are_financial:
        raise UnclearError(
            f'"{words}" may be a financial year or 2 calendar years.', f"Write {first}/{match[3][2:]}."
        )
    if match[2] == "-" and len(match[3]) == 2 and 1 <= int(match[3]) <= 12:
        if settled.hyphens_are_years is False:
            return None
        if settled.hyphens_are_years is None and not words.lower().startswith("f"):
            month = f"{calendar.month_name[int(match[3])]} {first}"
            raise UnclearError(
                f'"{words}" may be a financial year or {month}.', f"Write {first}/{match[3]} or {month}."
            )
    return Span(date(first, 4, 1), date(first + 1, 3, 31), "the financial year from April to March")


def _quarter(words: str, number: int, year: str, settled: Settled) -> Span:
    if match := _YEARS.fullmatch(year.strip()):
        span = _years(year, match, replace(settled, hyphens_are_years=True))
        if span:
            return _three_months(span.start.year, 4 + 3 * (number - 1), "a quarter of the financial year")
    if not _YEAR.fullmatch(year.strip()):
        raise UnclearError(f'"{words}" is not a period.', _WRITE)
    first = _likely(int(year))
    if settled.quarters is Years.CALENDAR:
        return _three_months(first, 3 * number - 2, "a quarter of the calendar year")
    if settled.quarters is Years.FINANCIAL:
        return _three_months(first, 4 + 3 * (number - 1), "a quarter of the financial year that begins then")
    months = [calendar.month_abbr[3 * number - 2 + shift] for shift in (0, 2)]
    mend = f"Write {months[0]} to {months[1]} {first} or Q{number} {first}/{(first + 1) % 100:02}"
    raise UnclearError(
        f'"{words}" may be a quarter of the calendar year or of the financial year.',
        f"{mend}; or say --quarters calendar or --quarters financial.",
    )


def _three_months(year: int, month: int, how: str) -> Span:
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    last = calendar.monthrange(year, month + 2)[1]
    return Span(date(year, month, 1), date(year, month + 2, last), how)


def _year_to(words: str, settled: Settled) -> Span:
    """12 months that end with a month or on a day."""
    try:
        end = parse_month(words)[1]
    except UnclearError:
        end = parse_day(words, settled.order)
    following = end + timedelta(days=1)
    day = 28 if (following.month, following.day) == (2, 29) else following.day
    return Span(date(following.year - 1, following.month, day), end)


def _between(words: str, left: str, right: str, settled: Settled) -> Span:
    if _YEAR.fullmatch(left) and _YEAR.fullmatch(right):
        if settled.pairs_are_financial and _likely(int(left)) + 1 == int(right):
            how = "a financial year, since calendar years would overlap with the next"
            return Span(date(int(left), 4, 1), date(int(right), 3, 31), how)
        raise UnclearError(
            f'"{words}" may be a financial year or calendar years.', f"Write {left}/{right[2:]}, or dates."
        )
    last = _one(right, settled)
    first = _completed(left, last, right) or _one(left, settled)
    if first.start > last.end:
        raise UnclearError(f'"{words}" ends before it begins.', _WRITE)
    return Span(first.start, last.end, first.how and last.how and f"{first.how}, to the end of the last")


def _completed(left: str, last: Span, right: str) -> Span | None:
    """The first half of `17 May to 11 June 2023`, `1 to 30 June 2023` or `Jan to Mar 2024`."""
    if number := MONTHS.get(left.lower().rstrip(".")):
        year = last.end.year - (number > last.end.month)
        return Span(date(year, number, 1), date(year, number, 1))
    match = _DAY_MONTH.fullmatch(left)
    if not match or (match[2] and match[2].lower() not in MONTHS):
        return None
    if not match[2] and last.start != last.end:
        raise UnclearError(f'"{left} to {right}" is not a period.', _WRITE)
    month = MONTHS[match[2].lower()] if match[2] else last.end.month
    day = parse_day(f"{match[1]} {calendar.month_name[month]} {last.end.year - (month > last.end.month)}")
    return Span(day, day)


def _likely(year: int) -> int:
    if not 1800 <= year <= 2199:
        raise UnclearError(f"{year} is not a likely year.", _WRITE)
    return year
