"""How wide words are, near enough to keep them apart.

Widths are those of Liberation Sans (and Arial) in thousandths of the size. Readers' own fonts differ, so all
is taken a little wider.
"""

from __future__ import annotations

_BY_WIDTH = {
    222: "ijl|'",
    278: " ft!,./:;I[]\\",
    333: "r()-`",
    355: '"',
    500: "ckvxyzsJ",
    556: "abdeghnopqu0123456789L$£_?#",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS = {sign: width for width, signs in _BY_WIDTH.items() for sign in signs}
_OTHER = 620
_WIDE = 1000
_ROOM = 1.12
_BOLD = 1.07


def width(words: str, size: float, weight: float = 1.0) -> float:
    """The width of one line of text of `size`, in the same unit."""
    units = sum(_WIDTHS.get(sign, _WIDE if ord(sign) >= 0x2E80 else _OTHER) for sign in words)
    return units / 1000 * size * _ROOM * weight


def bold(words: str, size: float) -> float:
    """The width of one line of bold text."""
    return width(words, size, _BOLD)


def wrap(words: str, size: float, room: float, weight: float = 1.0) -> list[str]:
    """The words on lines no wider than `room`, but for single words that are wider."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def wrap_bold(words: str, size: float, room: float) -> list[str]:
    """The same for bold text."""
    return wrap(words, size, room, _BOLD)
