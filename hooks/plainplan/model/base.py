"""What all records share: frozen, nothing unknown, and types that read what an editor writes.

Every scalar reaches the model as text (see `load.yaml_source`): the model, not YAML, says what it means.
So `NO` is never false, `1.10` keeps its nought, and a date is a date only where one is expected.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, NoReturn
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """A part of the plan. Immutable; a field that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Unknown(StrEnum):
    """Said instead of a value, so that a gap is stated and not mistaken for an oversight."""

    NOT_PUBLISHED = "not published"
    NOT_AVAILABLE = "not available"


def refuse(message: str, mend: str) -> NoReturn:
    """Refuse a value, with the words an editor reads. Raises PydanticCustomError of type `plain`."""
    raise PydanticCustomError("plain", "{problem}", {"problem": message, "mend": mend})


_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHER_DATE = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LONGEST_NUMBER = 40
_MOST_DIGITS, _MOST_PLACES = 13, 15  # what Decimal works out exactly has 28 digits


def text_of(value: Any) -> str:
    """The words of one value. Refuses a list or a group."""
    if isinstance(value, list | dict):
        refuse("one value is expected here, not a list or a group.", "Write it on one line.")
    return str(value).strip()


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = text_of(value)
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return _real_day(text, year, month, day)
    if match := _OTHER_DATE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        meant = _real_day(text, year, month, day)
        refuse(f'"{text}" is not written as year-month-day.', f"If you mean {_spoken(meant)}, write {meant}.")
    refuse(f'"{text}" is not a date.', "Write dates as year-month-day, such as 2026-06-30.")


def _real_day(text: str, year: int, month: int, day: int) -> date:
    if not 1800 <= year <= 2200:
        refuse(f'the year of "{text}" is not likely.', "Write dates as year-month-day, such as 2026-06-30.")
    try:
        return date(year, month, day)
    except ValueError:
        refuse(
            f'there is no such day as "{text}".',
            "Check the day and the month. Write dates as year-month-day, such as 2026-06-30.",
        )


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _decimal(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = text_of(value)
    if len(text) > _LONGEST_NUMBER:
        refuse("this is too long for a number.", "Write digits only, such as 1250000 or 12.5.")
    if _NUMBER.fullmatch(text):
        before, _, after = text.lstrip("-").partition(".")
        if len(before) > _MOST_DIGITS or len(after) > _MOST_PLACES:
            refuse("this has more digits than a figure of a plan can have.", "Round it.")
        return Decimal(text)
    bare = text.replace(",", "").lstrip("£").strip().removesuffix("%").strip()
    if _NUMBER.fullmatch(bare):
        refuse(f'"{text}" is not written as a plain number.', f"Write {bare}, with digits only.")
    refuse(f'"{text}" is not a number.', "Write digits only, such as 1250000 or 12.5.")


def _money(value: Any) -> Decimal:
    amount = _decimal(value)
    if amount != round(amount, 2):
        refuse(
            f'"{value}" has more than 2 digits after the point.', "Write pounds and pence, such as 1250.50."
        )
    return amount


def _money_to_pay(value: Any) -> Decimal:
    amount = _money(value)
    if amount < 0:
        refuse(f'"{value}" is below 0.', "Write the amount without a minus.")
    return amount


def whole(value: Any) -> int:
    """The whole number that a value says."""
    number = _decimal(value)
    if number != number.to_integral_value():
        refuse(f'"{value}" is not a whole number.', "Write digits only, without a point.")
    return int(number)


def _percent(value: Any) -> Decimal:
    number = _decimal(value)
    if not 0 <= number <= 100:
        refuse(f'"{value}" is not between 0 and 100.', "Write the percentage, such as 45.")
    return number


def _url(value: Any) -> str:
    text = text_of(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"\s", text):
        refuse(f'"{text}" is not a web address.', "Write it whole, such as https://www.example.org/page.")
    return text


def _site_url(value: Any) -> str:
    text = _url(value)
    if "?" in text or "#" in text:
        refuse(f'"{text}" is not the address of a site.', "Leave out what begins with ? or #.")
    return text


def _email(value: Any) -> str:
    text = text_of(value)
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        refuse(f'"{text}" is not an email address.', "Write it whole, such as name@example.org.")
    return text


def _slug(value: Any) -> str:
    text = text_of(value)
    if text in ("index", "readme"):
        refuse(f'"{text}" is the name of a folder\'s own page.', "Give it another id.")
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        return text
    better = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    mend = (
        f'Write "{better}".' if better else 'Write small letters, digits and hyphens, such as "safer-roads".'
    )
    refuse(f'"{text}" cannot be part of a web address.', mend)


def _or_unknown(parse: Any, word: Unknown) -> BeforeValidator:
    """A validator that takes the stated gap, and otherwise what `parse` takes."""

    def validate(value: Any) -> Any:
        if isinstance(value, str) and value.strip().lower() == word:
            return word
        return parse(value)

    return BeforeValidator(validate)


# What XML and HTML cannot hold, though YAML lets it be written ("\a").
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _printable(value: Any) -> Any:
    if isinstance(value, str) and (found := _UNPRINTABLE.search(value)):
        refuse(
            f"there is a character that no page can show (U+{ord(found[0]):04X}).",
            "Delete it, or type the words again: such characters come with text copied from other programs.",
        )
    return value


def _line(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(_printable(value).split())
    return value


class Words(Enum):
    """How the words of a field are translated."""

    OWN = "own"
    """For each record by itself: the same words may be said in another way elsewhere."""
    SHARED = "shared"
    """Once for all records: names of periods, units and the like, which come again and again."""


_NOT_EMPTY = StringConstraints(min_length=1)
Verbatim = Annotated[str, BeforeValidator(_line), _NOT_EMPTY]
"""What stays as it is in every language: a number, an identifier, the name of a file."""
Line = Annotated[Verbatim, Words.OWN]
"""A few words on one line: a title, a name. Plain text, never Markdown or HTML."""
SharedLine = Annotated[Verbatim, Words.SHARED]
"""Such words as many records have in common."""
VerbatimLines = Annotated[str, BeforeValidator(_printable), _NOT_EMPTY]
"""Several lines that stay as they are: an address for letters."""
Prose = Annotated[VerbatimLines, Words.OWN]
"""One or more paragraphs, in simple Markdown."""
Slug = Annotated[str, BeforeValidator(_slug)]
"""An identifier that stands in an address: small letters, digits, hyphens."""
Day = Annotated[date, BeforeValidator(_date)]
Number = Annotated[Decimal, BeforeValidator(_decimal)]
Whole = Annotated[int, BeforeValidator(whole)]
Percent = Annotated[Decimal, BeforeValidator(_percent)]
"""0 to 100."""
Money = Annotated[Decimal, BeforeValidator(_money)]
"""Pounds, with at most 2 decimal places."""
MoneyToPay = Annotated[Decimal, BeforeValidator(_money_to_pay)]
"""The same, and never below 0."""
Url = Annotated[str, BeforeValidator(_url)]
SiteUrl = Annotated[str, BeforeValidator(_site_url)]
"""A web address under which other addresses stand: without a question and without an anchor."""
Email = Annotated[str, BeforeValidator(_email)]

DayIfPublished = Annotated[date | Unknown, _or_unknown(_date, Unknown.NOT_PUBLISHED)]
MoneyIfPublished = Annotated[Decimal | Unknown, _or_unknown(_money, Unknown.NOT_PUBLISHED)]
NumberIfPublished = Annotated[Decimal | Unknown, _or_unknown(_decimal, Unknown.NOT_PUBLISHED)]
NumberIfAvailable = Annotated[Decimal | Unknown, _or_unknown(_decimal, Unknown.NOT_AVAILABLE)]
PercentIfPublished = Annotated[Decimal | Unknown, _or_unknown(_percent, Unknown.NOT_PUBLISHED)]
WholeIfPublished = Annotated[int | Unknown, _or_unknown(whole, Unknown.NOT_PUBLISHED)]
SlugIfPublished = Annotated[str, _or_unknown(_slug, Unknown.NOT_PUBLISHED)]
"""An identifier, or `Unknown.NOT_PUBLISHED`."""
UrlIfPublished = Annotated[str, _or_unknown(_url, Unknown.NOT_PUBLISHED)]
"""A web address, or `Unknown.NOT_PUBLISHED`."""


class Link(Record):
    """A page elsewhere, with words that make sense on their own (WCAG 2.4.4)."""

    title: Line
    url: Url


class Contact(Record):
    """How to reach somebody. At least one way should be given."""

    email: Email | None = None
    phone: Verbatim | None = None
    address: VerbatimLines | None = None
    url: Url | None = None
    hours: Line | None = None
