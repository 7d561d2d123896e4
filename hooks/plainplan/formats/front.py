"""What stands before the words of a page in a file of its own: of which plan it is, by whom, of which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plainplan.formats.document import Document
from plainplan.language import bare
from plainplan.language import gettext as _
from plainplan.render.text import day


def front_of(document: Document) -> Iterator[str]:
    """Each line of it; what is not known is left out."""
    if document.plan != document.title:
        yield document.plan
    if document.publisher:
        yield bare(_("Published by %(body)s.") % {"body": document.publisher})
    if document.published:
        yield bare(_("Published %(day)s.") % {"day": day(date.fromisoformat(document.published))})
    if document.url:
        yield document.url
