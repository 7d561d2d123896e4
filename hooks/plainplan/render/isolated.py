"""Telephone numbers and addresses, where text is read from the right: their parts must not change places.

Browsers order what stands between letters by the text around it (UAX 9). Urdu round `01632 960101` would turn
its two groups about.
"""

from __future__ import annotations

import re

from lxml import html
from lxml.html import HtmlElement

from plainplan.language import spoken

_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_REST = r"[^\s\ufdd0-\ufdd4]"  # marks of languages may stand right behind
_WEB = (
    rf"(?:https?://|www\.){_REST}+|"
    rf"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|org|com|net|eu|scot|wales|cymru)\b(?:/{_REST}*)?"
)
_PHONE = r"(?<![\w.,/-])(?:\+\d{1,3}|0\d{2,4})(?:[ \u00a0-]\d{2,}){1,4}(?![\w/-])"
_PARTS = re.compile(f"({_EMAIL}|{_WEB}|{_PHONE})")
_LEFT_ALONE = frozenset(
    {"bdi", "code", "pre", "kbd", "samp", "script", "style", "svg", "option", "textarea", "title"}
)


def isolate(root: HtmlElement) -> None:
    """Put each into an element of its own, in an edition that is read from the right."""
    if spoken().direction == "rtl":
        _inside(root)


def _inside(element: HtmlElement) -> None:
    if not isinstance(element.tag, str) or element.tag in _LEFT_ALONE or element.get("dir") == "ltr":
        return
    for child in list(element):
        _inside(child)
        text, made = _split(child.tail)
        child.tail = text
        for one in reversed(made):
            child.addnext(one)
    text, made = _split(element.text)
    element.text = text
    for place, one in enumerate(made):
        element.insert(place, one)


def _split(text: str | None) -> tuple[str | None, list[HtmlElement]]:
    """The words before the first such part, and an element for each with the words after it."""
    if not text:
        return text, []
    before, *rest = _PARTS.split(text)
    made = []
    for part, after in zip(rest[::2], rest[1::2], strict=True):
        one = html.Element("bdi", {"dir": "ltr"})
        one.text, one.tail = part, after
        made.append(one)
    return before, made
