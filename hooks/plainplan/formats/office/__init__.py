"""DOCX and ODT: the page for those who edit, comment and print with an office program.

Pandoc writes both from one HTML file that `page` prepares; `docx` and `odt` put right what it leaves out.
"""

from plainplan.formats.office.docx import make_docx
from plainplan.formats.office.odt import make_odt
from plainplan.formats.office.pandoc import PandocMissingError

__all__ = ["PandocMissingError", "make_docx", "make_odt"]
