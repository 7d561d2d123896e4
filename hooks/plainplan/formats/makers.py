"""How each format is made from a finished page. What is heavy is imported where it is needed.

Each raises MissingToolError where a program that it needs is not installed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plainplan.colours import accent_of
from plainplan.formats.document import Document
from plainplan.formats.made import Made
from plainplan.model import Plan


@dataclass(frozen=True)
class Workshop:
    """What formats are made with: the templates, the body's own colour, how words are said, recordings."""

    fragments: Path
    folder: Path
    plan: Plan

    @property
    def accent(self) -> str:
        """The colour of the body on white."""
        return accent_of(self.plan.about.appearance.accent).light


Make = Callable[[Document, Workshop], Made]


def pdf(layout: str) -> Make:
    """A PDF in one of the layouts."""

    def make(document: Document, workshop: Workshop) -> Made:
        from plainplan.formats.pdf import LAYOUTS, make_pdf  # noqa: PLC0415  # WeasyPrint is slow to begin

        chosen = next(one for one in LAYOUTS if one.name == layout)
        done = make_pdf(document, chosen, workshop.fragments, accent=workshop.accent)
        return Made(done.content, pages=done.pages)

    return make


def epub(document: Document, workshop: Workshop) -> Made:
    """A book for e-readers."""
    from plainplan.formats.epub import make_epub  # noqa: PLC0415
    from plainplan.formats.templates import templates  # noqa: PLC0415

    return Made(make_epub(document, templates(workshop.fragments)))


def docx(document: Document, workshop: Workshop) -> Made:
    """A Word document."""
    from plainplan.formats.office import make_docx  # noqa: PLC0415
    from plainplan.formats.templates import templates  # noqa: PLC0415

    return Made(make_docx(document, templates(workshop.fragments), workshop.accent))


def odt(document: Document, workshop: Workshop) -> Made:
    """An OpenDocument text."""
    from plainplan.formats.office import make_odt  # noqa: PLC0415
    from plainplan.formats.templates import templates  # noqa: PLC0415

    return Made(make_odt(document, templates(workshop.fragments), workshop.accent))


def text(document: Document, workshop: Workshop) -> Made:
    """Plain text."""
    from plainplan.formats.text import render_text  # noqa: PLC0415

    return Made(render_text(document).encode())


def brf(document: Document, workshop: Workshop) -> Made:
    """Braille for embossers and displays."""
    from plainplan.formats.braille import render_braille, to_brf  # noqa: PLC0415

    made = render_braille(document)
    return Made(to_brf(made), pages=len(made.pages))


def pef(document: Document, workshop: Workshop) -> Made:
    """Braille for programs that prepare print."""
    from plainplan.formats.braille import render_braille, to_pef  # noqa: PLC0415

    made = render_braille(document)
    return Made(to_pef(made), pages=len(made.pages))


def track(number: int, of: int) -> Make:
    """A page read aloud, the track `number` of `of`."""

    def make(document: Document, workshop: Workshop) -> Made:
        from plainplan.formats.audio.espeak import Espeak  # noqa: PLC0415
        from plainplan.formats.audio.track import Reader, make_track  # noqa: PLC0415

        reader = Reader(Espeak(), workshop.plan.pronunciation, workshop.folder)
        done = make_track(document, reader, number, of)
        return Made(done.data, seconds=done.seconds, problems=done.problems)

    return make
