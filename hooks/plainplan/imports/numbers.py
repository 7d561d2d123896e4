"""Figures as people write them: £1,200.00, 12.5%, (300), 1.2 million. Never a guess between two meanings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainplan.imports.choices import UnclearError

_LONGEST = 25
_TIMES = {
    "k": 1000,
    "thousand": 1000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}
_PLAIN = re.compile(r"[0-9]+")
_COMMAS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_POINTS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,}")
_SPACES = re.compile(r"[0-9]{1,3}( [0-9]{3})+(\.[0-9]+)?")
_ONE_POINT = re.compile(r"[0-9]*\.[0-9]+")
_ONE_COMMA = re.compile(r"[0-9]+,[0-9]+")
_THOUSAND_OR_NOT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_SURE_POINT = re.compile(r"(?:[0-9]+,[0-9]{3}|0|[0-9]{4,})\.[0-9]+|[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})")
_SURE_COMMA = re.compile(r"[0-9]+\.[0-9]{3},[0-9]+|0,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})")
_WEAK_COMMA = re.compile(r"[1-9][0-9]*,[0-9]{1,2}")
_WITHOUT_SIGNS = re.compile(r"[0-9]{4,}")
_PER_CENT = re.compile(r" ?(?:per ?cent|pct)$", re.IGNORECASE)
_WRITE_PLAIN = "Write digits only, such as 1250000 or 12.5."


@dataclass(frozen=True)
class Figure:
    """A number, and whether it was written with a % sign. `plain`: it was written as the model writes it."""

    value: Decimal
    percent: bool
    plain: bool


def settle_point(texts: Iterable[str]) -> str | None:
    """The sign between whole and decimals in a column, where one of its figures leaves no doubt."""
    signs = set()
    bares = [_bare(text)[0] for text in texts]
    sure = any(_SURE_COMMA.fullmatch(bare) and not _WEAK_COMMA.fullmatch(bare) for bare in bares)
    for bare in bares:
        signs |= {"."} if _SURE_POINT.fullmatch(bare) else set()
        signs |= {","} if _SURE_COMMA.fullmatch(bare) else set()
    if "," in signs and not sure and any(_WITHOUT_SIGNS.fullmatch(bare) for bare in bares):
        return None  # 1200 and 1,2: the comma may stand in a thousand of which digits are lost
    return signs.pop() if len(signs) == 1 else None


def parse_number(text: str, point: str | None = ".") -> Figure:
    """A figure. `point` is what settle_point says of its column. Raises UnclearError."""
    if len(text) > 4 * _LONGEST:
        raise UnclearError("this is too long for a number.", _WRITE_PLAIN)
    bare, sign, times, percent = _bare(text)
    digits = _digits(bare, point, text)
    if len(digits) > _LONGEST:
        raise UnclearError("this is too long for a number.", _WRITE_PLAIN)
    value = sign * Decimal(digits) * times
    if times != 1 and value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    plain = text.strip() == digits and times == 1
    return Figure(value, percent, plain)


def _bare(text: str) -> tuple[str, int, int, bool]:
    """The digits of a figure with points, commas and spaces; its sign; its times; whether it has a %."""
    words = re.sub(r"\s+", " ", text.translate(_SAME)).strip()
    words = _PER_CENT.sub("%", words)
    sign = 1
    if match := re.fullmatch(r"\((.+)\)", words):
        words, sign = match[1].strip(), -1
    if match := re.fullmatch(r"([+-]) ?(.+)", words):
        words, sign = match[2], -sign if match[1] == "-" else sign
    words = re.sub(r"(?<=[0-9]) ?GBP$", "", words)
    if match := re.fullmatch(r"(?:£|GBP) ?(-?)(.+)", words):
        words, sign = match[2], -sign if match[1] else sign
    percent = words.endswith("%")
    words = words.removesuffix("%").strip()
    times = 1
    if match := re.fullmatch(r"([0-9.,]+) ?([A-Za-z]+)", words):
        times = _TIMES.get(match[2].lower(), 0)
        words = match[1] if times else words
    return words, sign, times or 1, percent


_SAME = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def _digits(bare: str, point: str | None, text: str) -> str:
    """The figure with digits and one decimal point only."""
    if _PLAIN.fullmatch(bare):
        return bare
    if _COMMAS.fullmatch(bare):
        if point == "," and "." not in bare and bare.count(",") == 1:
            told = "other figures of the column have a decimal comma"
            raise UnclearError(f'"{text}" may be a thousand or a decimal: {told}.', _WRITE_PLAIN)
        return bare.replace(",", "")
    if _POINTS.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    if _SPACES.fullmatch(bare):
        return bare.replace(" ", "")
    if _ONE_POINT.fullmatch(bare):
        if point != "." and _THOUSAND_OR_NOT.fullmatch(bare):
            whole = bare.replace(".", "")
            raise UnclearError(
                f'"{text}" may be {bare} or {int(whole):,}.',
                "Write a thousand without a point, or a decimal with another number of digits.",
            )
        return f"0{bare}" if bare.startswith(".") else bare
    if _ONE_COMMA.fullmatch(bare) and point == ",":
        return bare.replace(",", ".")
    if _ONE_COMMA.fullmatch(bare):
        told = "the other figures do not show that commas stand before decimals"
        raise UnclearError(f'"{text}" may be a decimal or a slip: {told}.', _WRITE_PLAIN)
    if re.fullmatch(r"[0-9.]+[Ee]\+?[0-9]+", bare):
        raise UnclearError(
            f'a spreadsheet has shortened "{text}".', "Show the whole number there, and save again."
        )
    raise UnclearError(f'"{text}" is not a number.', _WRITE_PLAIN)
