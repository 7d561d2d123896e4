"""Numbers and dates, and how they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainplan.plain.shapes import Found

_NO_AMOUNT = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # a postcode
    r"|(?<![\d,.£])(?:\+\d{2}[\d ]{8,}|0\d{2,5}(?: ?\d{2,})+)(?!\d)"  # a telephone number
    r"|(?<![\d,.£])\d{3,6}(?: \d{3,6})+(?!\d)"  # another, such as 116 123
    r"|\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b"  # a date in figures
    r"|\b(?i:text|call|ring|phone|dial)(?: us)?(?: it)?(?: on)? \d+(?: \d+)*\b"
    r"|\b\d{1,2}[.:]\d{2} ?(?:am|pm)\b"
    r"|£\d[\d,]*\.\d\d(?! ?(?:million|billion)|\d)"  # pounds and pence
    r"|\b(?=\w*[A-Za-z])(?=\w*\d)[\w/-]+"  # a reference, such as A38 or 12b
)
_NUMBER = re.compile(
    r"(?P<pound>[£€$] ?)?(?<![\d.,])(?P<digits>\d+(?:[,\u00a0\u202f]\d{2,3})*)(?![\d.]*\d)"
    r"(?P<unit> ?(?:million|billion))?"
)
_DECIMAL = re.compile(r"[£€$]?\d[\d,]*[.٫]\d+(?! ?(?:am|pm)\b)(?: (?:million|billion))?%?")
_DECIMAL_COMMA = re.compile(r"(?<![\d,])\d+,\d{1,2}(?![\d,])")
_SMALL = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_AS_DIGITS = {word: number for number, word in enumerate(_SMALL, 2)} | _TENS
_PARTS = {
    "two thirds": "2 out of every 3",
    "two-thirds": "2 out of every 3",
    "three quarters": "3 out of every 4",
    "three-quarters": "3 out of every 4",
    "a third of": "1 out of every 3",
    "a quarter of": "1 out of every 4",
    "one third of": "1 out of every 3",
    "one quarter of": "1 out of every 4",
    "one in": "1 out of every",
}
_WORDS = re.compile(
    rf"\b(?i:{'|'.join(_PARTS)})\b|(?<![.!?] )(?<!\w-)\b(?:{'|'.join(_AS_DIGITS)})\b(?!-)"
    rf"|^(?:{'|'.join(word.title() for word in _AS_DIGITS)})\b"
    r"|(?i:\b(?:a|one|several|many)? ?(?<!\d )(?:hundreds?|thousands?|dozens?)\b(?: of)?)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DATE = re.compile(
    rf"\b(?P<a>\d{{1,2}})(?:st|nd|rd|th)(?: of)? (?P<am>{_MONTHS}|{_SHORT})\b,?(?: (?P<ay>\d{{4}}))?"
    rf"|\b(?P<b>\d{{1,2}}) (?P<bm>{_SHORT})\b\.?,?(?: (?P<by>\d{{4}}))?"
    rf"|\b(?P<c>\d{{1,2}}) (?P<cm>{_MONTHS}), (?P<cy>\d{{4}})"
    rf"|\b(?P<dm>{_MONTHS}|{_SHORT})\.? (?P<d>\d{{1,2}})(?:(?:st|nd|rd|th)\b)?"
    r"(?:,? (?P<dy>\d{4})|(?<=[a-z]))"
    r"|(?<![\d/.-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{2}(?:\d{2})?(?![\d/.-])"
    r"|(?<![\w/.-])(?:19|20)\d\d-\d\d-\d\d(?![\w/-])"
)


def large_numbers(text: str) -> Iterator[Found]:
    """Numbers over 999 that are not round, and millions in digits; not years, nor telephone numbers."""
    for match in _NUMBER.finditer(_NO_AMOUNT.sub("…", text)):
        digits = re.sub(r"\D", "", match["digits"])
        value = int(digits)
        year = not match["pound"] and match["digits"].isdigit() and 1800 <= value <= 2100
        if match["unit"] or value < 1_000 or year or (_is_round(value) and value < 1_000_000):
            continue
        about = _rounded(value, match["pound"] or "")
        mend = f'Write a round number, such as "about {about}", and what it means.'
        yield Found(match[0], f'"{match[0]}" is a large number that is hard to picture.', mend)


def _is_round(value: int) -> bool:
    return len(str(value).rstrip("0")) <= 2


def _rounded(value: int, pound: str) -> str:
    if value >= 1_000_000:
        return f"{pound}{max(1, round(value / 1_000_000)):,} million"
    step = 10 ** (len(str(value)) - 2)
    return f"{pound}{round(value / step) * step:,}"


def decimals(text: str, *, comma: bool = False) -> Iterator[Found]:
    """Numbers with a decimal point (or comma, where the language has one); not pence, nor times."""
    text = _NO_AMOUNT.sub("…", text)
    for match in [*_DECIMAL.finditer(text), *(_DECIMAL_COMMA.finditer(text) if comma else ())]:
        about = re.sub(r"\d[\d,]*[.,٫]\d+", _whole, match[0])
        mend = f'Write a whole number, such as "about {about}".'
        yield Found(match[0], f'"{match[0]}" has parts of a number, which many people cannot picture.', mend)


def _whole(found: re.Match[str]) -> str:
    """The nearest whole number."""
    whole, part = re.split(r"[.,٫](?=\d+$)", found[0])
    return f"{round(float(whole.replace(',', '') + '.' + part)):,}"


def number_words(text: str) -> Iterator[Found]:
    """Numbers that are written as words. "One" is left alone, because it is seldom a number."""
    for match in _WORDS.finditer(text):
        word = match[0].strip()
        digits = _PARTS.get(word.casefold()) or _AS_DIGITS.get(word.casefold())
        mend = f'Write "{digits}".' if digits else 'Write how many there are, such as "about 200".'
        yield Found(word, f'"{word}" is a number in words.', mend)


def odd_dates(text: str) -> Iterator[Found]:
    """Dates that are not written as 4 June 2026."""
    for match in _DATE.finditer(text):
        part = next((letter for letter in "abcd" if match[letter]), "")
        mend = 'Write the date as in "4 June 2026".'
        if part:
            month = _full(match[f"{part}m"])
            mend = f'Write "{" ".join(filter(None, (match[part], month, match[f"{part}y"])))}".'
        yield Found(match[0], f'the date "{match[0]}" is not written as most people read dates.', mend)


def _full(month: str) -> str:
    return next(name for name in _MONTHS.split("|") if name.startswith(month[:3]))
