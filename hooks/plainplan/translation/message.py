"""What a translator is given: one piece of text of the plan, and what helps to translate it."""

from __future__ import annotations

from dataclasses import dataclass

from plainplan.errors import Place

Key = tuple[str, str]
ALIKE = 0.6
"""How much of a block of a chapter must be the same for it to count as the same block, changed."""


@dataclass(frozen=True)
class Message:
    """A piece of text. Its context and its words together are its key in a catalogue.

    `context` names the record and the field (`action late-buses: title`) or the chapter (`chapter:
    our-area.md`). A piece of data keeps its context when its words change; of a chapter all blocks have one
    context. `many` holds the words for several things where `text` is for one. In blocks of chapters the
    tags inside a sentence are numbered: `See <1>the budget</1>.`, `<2/>` for one without words.
    """

    context: str
    text: str
    place: Place
    """Where the words stand in the source."""
    page: str
    """The address of the page on which they stand first, relative to the root of the site."""
    comment: str = ""
    """What helps to translate: what the text is, what its placeholders are."""
    many: str | None = None
    is_block: bool = False
    """Whether it is a block of a chapter."""

    @property
    def key(self) -> Key:
        """Context and words."""
        return self.context, self.text
