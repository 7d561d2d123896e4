"""What the parts of the product say, and in which language."""

from plainplan.language.catalogue import Catalogue, read_catalogue
from plainplan.language.marks import Mark, bare, is_marked, marked, marked_as
from plainplan.language.plurals import Plurals, plurals
from plainplan.language.speaking import (
    ENGLISH,
    Language,
    gettext,
    gettext_noop,
    named,
    ngettext,
    npgettext,
    pgettext,
    speak,
    speaking,
    spoken,
)
from plainplan.language.wording import capital, listed, whole_number, with_commas

__all__ = [
    "ENGLISH",
    "Catalogue",
    "Language",
    "Mark",
    "Plurals",
    "bare",
    "capital",
    "gettext",
    "gettext_noop",
    "is_marked",
    "listed",
    "marked",
    "marked_as",
    "named",
    "ngettext",
    "npgettext",
    "pgettext",
    "plurals",
    "read_catalogue",
    "speak",
    "speaking",
    "spoken",
    "whole_number",
    "with_commas",
]
