"""Easy read as its editor writes it: what each line becomes."""

from __future__ import annotations

import markdown
import pytest
from plainplan import trees
from plainplan.blocks import easy_markdown, expand
from plainplan.load.chapters import headings_of

LINES = {
    "nothing": ("", []),
    "a picture and its sentences": (
        "![vote]\nYou vote.\nWe count.",
        ["p plainplan-block-0-", "p You vote.", "p We count."],
    ),
    "no empty line before a picture": ("One.\n![vote]\nTwo.", ["p One.", "p plainplan-block-0-", "p Two."]),
    "spaces round a picture": ("\t![vote]  \nOne.", ["p plainplan-block-0-", "p One."]),
    "a picture of chapters": ("![A vote](vote.png)", ["p "]),
    "a picture inside a sentence": ("See ![vote] here.", ["p See ![vote] here."]),
    "many empty lines": ("One.\n\n\n\nTwo.\n\n", ["p One.", "p Two."]),
    "a line of spaces": ("One.\n   \nTwo.", ["p One.", "p Two."]),
    "heading": ("## What now?\nOne.", ["h2 What now?", "p One."]),
    "heading after a sentence": ("One.\n## What now?", ["p One.", "h2 What now?"]),
    "list": ("We:\n- walk\n- run", ["p We:", "ul walk run"]),
    "numbers": ("1. walk\n2. run", ["ol walk run"]),
    "a sentence after a list": ("- walk\n- run\nWe do.", ["ul walk run", "p We do."]),
    "a picture after a list": ("- walk\n![vote]\nOne.", ["ul walk", "p plainplan-block-0-", "p One."]),
    "bold at the start": ("**Crime** is bad.\n__Crime__ hurts.", ["p Crime is bad.", "p Crime hurts."]),
    "a number at the start": ("2 people came.\n3.5 miles.", ["p 2 people came.", "p 3.5 miles."]),
    "a block": ('One.\n{{ measure("speeding") }}\nTwo.', ["p One.", "p plainplan-block-0-", "p Two."]),
    "a block over two lines": ('{{ measure(\n"speeding") }}\nTwo.', ["p plainplan-block-0-", "p Two."]),
    "a value": ("{{ plan.area }} is ours.", ["p Testshire is ours."]),
    "HTML": ("<div>\nOne.\n</div>", ["div One."]),
    "quotation": ("One.\n> Two.", ["p One.", "blockquote Two."]),
}


def _made(text: str) -> list[str]:
    html, _ = expand(easy_markdown(text), {"area": "Testshire"})
    root = trees.parse(markdown.markdown(html, extensions=["attr_list", "tables"]))
    return [f"{one.tag} {' '.join(one.text_content().split())}" for one in root]


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("text", "made"), LINES.values(), ids=LINES)
def test_each_line_is_a_paragraph_a_picture_or_more(text: str, made: list[str], ends: str) -> None:
    assert _made(text.replace("\n", ends)) == made
    assert _made(text.replace("\n", ends) + ends) == made


def test_pictures_are_blocks_by_their_names() -> None:
    _, placed = expand(easy_markdown("![vote]\nOne.\n![have-your-say]\n{{ contact() }}\n![Vote]"), {})
    assert placed == [("picture", "vote"), ("picture", "have-your-say"), ("contact", None)]


def test_headings_keep_their_anchors() -> None:
    text = "One.\n## What now? {#now}\nTwo.\n\n## What now?\n"
    found = [one.anchor for one in headings_of(easy_markdown(text), 1)]
    assert found == [one.anchor for one in headings_of(text, 1)] == ["now", "what-now"]
