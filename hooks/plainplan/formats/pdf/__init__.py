"""Tagged PDFs (PDF/UA-1) of finished pages: `make_pdf(document, layout, templates, accent=...)`."""

from plainplan.formats.pdf.engine import ToolMissingError
from plainplan.formats.pdf.layouts import (
    EASY_READ_A4,
    EASY_READ_A5,
    LARGE_PRINT,
    LAYOUTS,
    PRIORITY,
    STANDARD,
    Layout,
)
from plainplan.formats.pdf.letters import LettersMissingError
from plainplan.formats.pdf.making import FONTS, Made, make_pdf

__all__ = [
    "EASY_READ_A4",
    "EASY_READ_A5",
    "FONTS",
    "LARGE_PRINT",
    "LAYOUTS",
    "PRIORITY",
    "STANDARD",
    "Layout",
    "LettersMissingError",
    "Made",
    "ToolMissingError",
    "make_pdf",
]
