"""Values as JSON (RFC 8259), with every digit of a number as the plan has it.

Amounts are numbers and not text, so that any program can add them up. A program that reads numbers as binary
doubles has every amount exact to the penny up to £9 trillion; one that reads decimals has every digit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from plainplan.language import bare

_STEP = "  "


def encode(value: Any) -> str:
    """The JSON text of a value, indented, in the order of its keys; ends in a line break.

    Marks of language are left out: no file may hold them.
    """
    return "".join(_parts(value, "\n")) + "\n"


def _parts(value: Any, line: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        named = ((f"{encode_basestring(bare(str(name)))}: ", inside) for name, inside in value.items())
        yield from _group("{}", named, line)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _group("[]", (("", inside) for inside in value), line)
    else:
        yield _scalar(value)


def _group(signs: str, items: Iterator[tuple[str, Any]], line: str) -> Iterator[str]:
    inner, between = line + _STEP, ""
    yield signs[0]
    for name, value in items:
        yield between + inner + name
        yield from _parts(value, inner)
        between = ","
    yield (line if between else "") + signs[1]


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, str):
        return encode_basestring(bare(value))
    raise TypeError(f"JSON has no {type(value).__name__}")
