"""Text as its editor writes it, made into what the rules read."""

from __future__ import annotations

import re

from plainplan.plain import Block, Sentence

_PICTURE = re.compile(r"!\[([^\]]+)\]$")


def blocks_of(text: str) -> list[Block]:
    """Blocks: a picture line, sentences, an empty line; or a heading."""
    blocks, number = [], 1
    for part in text.split("\n\n"):
        lines = part.split("\n")
        picture = _PICTURE.match(lines[0])
        heading = lines[0].startswith("#")
        sentences = tuple(
            Sentence(line.lstrip("# "), number + place, bold_in(line))
            for place, line in enumerate(lines)
            if line.strip() and not _PICTURE.match(line)
        )
        blocks.append(Block(picture[1] if picture else None, sentences, heading))
        number += len(lines) + 1
    return blocks


def bold_in(line: str) -> tuple[str, ...]:
    """The words that a line shows in bold."""
    return tuple(re.findall(r"\*\*(.+?)\*\*", line))
