"""How a PDF is laid out: as data, so that another one needs no code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """One way to lay a page of the site out on paper.

    `template` and `styles` are files in overrides/fragments/formats; a template brings what stands round the
    article. A table of more than `most_columns` columns becomes a list, row by row. `contents` is the depth
    of headings that the list of contents shows, 0 for none. `chart` is which of the two drawings of a chart
    to take where a page has both.
    """

    name: str
    template: str
    styles: tuple[str, ...]
    most_columns: int
    contents: int = 0
    chart: str = "wide"


STANDARD = Layout("standard", "pdf.html", ("paper.css", "book.css"), most_columns=8, contents=3)
"""The whole plan on A4: a cover, contents with page numbers, running heads."""

LARGE_PRINT = Layout(
    "large-print",
    "pdf.html",
    ("paper.css", "book.css", "large.css"),
    most_columns=2,
    contents=3,
    chart="narrow",
)
"""18 points and more, one column, black on white: as the UK Association for Accessible Formats asks."""

PRIORITY = Layout("priority", "pdf_page.html", ("paper.css", "meeting.css"), most_columns=8)
"""One page of the site, such as a priority, for a meeting: 2 to 4 pages of A4."""

EASY_READ_A4 = Layout("easy-read-a4", "pdf_page.html", ("paper.css", "booklet.css"), most_columns=2)
"""Easy read: pictures and words kept together, 14 points and more, big page numbers."""

EASY_READ_A5 = Layout(
    "easy-read-a5", "pdf_page.html", ("paper.css", "booklet.css", "booklet_a5.css"), most_columns=2
)
"""The same as a booklet: 14 points, which is the least that easy read allows."""

LAYOUTS = (STANDARD, LARGE_PRINT, PRIORITY, EASY_READ_A4, EASY_READ_A5)
