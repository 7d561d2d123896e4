"""What stands in a text besides its words: numbered tags, placeholders and addresses."""

from __future__ import annotations

import re
from functools import cache

NUMBERED = re.compile(r"<(?P<closing>/?)(?P<number>\d+)(?P<alone>/?)>")
"""`<1>`, `</1>` and `<2/>`."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\{.*?\}\}|\{\w+\}")
"""`%(name)s`, `{name}` and `{{ plan.area }}`."""
ADDRESS = re.compile(
    r"https?://[^\s<>\"')\]]+|www\.[^\s<>\"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=\]\()[^)\s]+"
)
"""A web address, an email address, and what a link in Markdown leads to."""
DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Signs that only say in which direction a text runs."""
_END = ".,;:!?…؟،۔।"
_WORD = re.compile(r"\w")


def addresses(text: str) -> tuple[str, ...]:
    """The addresses in a text, without the punctuation that follows them."""
    return tuple(found.rstrip(_END) for found in ADDRESS.findall(text))


def plain(text: str) -> str:
    """The text without tags, placeholders and addresses: what a reader reads of it."""
    for pattern, instead in ((NUMBERED, ""), (ADDRESS, " "), (PLACEHOLDER, " "), (DIRECTIONS, "")):
        text = pattern.sub(instead, text)
    return text.strip()


@cache
def count_words(text: str) -> int:
    """How many words a text has, as an agency counts them: between spaces, figures among them."""
    return sum(1 for word in plain(text).split() if _WORD.search(word))
