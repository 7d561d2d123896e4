"""What a page is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plainplan import addresses
from plainplan.language import bare
from plainplan.model.chapter import Section


@dataclass(frozen=True)
class Page:
    """A page of the site. `template` is empty for a chapter, which is only what its author wrote.

    `changed` is known only where the data carries a date: a report, a figure, or the `updated` of a chapter.
    What is not `in_reading_order` is neither next nor previous, and no part of the whole plan.
    Pages in easy read have a `picture`, and an order, navigation and search of their own.
    """

    address: str
    title: str
    section: Section
    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    changed: date | None = None
    short_title: str = ""
    description: str = ""
    parent: str | None = None
    in_navigation: bool = True
    in_search: bool = True
    in_reading_order: bool = True
    script: str = ""
    picture: str = ""

    @property
    def is_easy(self) -> bool:
        """Whether it is in easy read."""
        return self.address.startswith(addresses.EASY)

    @property
    def kind(self) -> str:
        """What kind of page it is: the name of its template, such as `budget-year`, or `chapter`."""
        return self.template.removesuffix(".html").replace("_", "-") or "chapter"

    @property
    def name(self) -> str:
        """What lists and navigation call it."""
        return self.short_title or self.title

    @property
    def shortest_name(self) -> str:
        """What the trail calls it, where there is little room."""
        return min(self.name, self.title, key=lambda name: len(bare(name)))
