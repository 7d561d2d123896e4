"""What readers can take away: one file, with what a page says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from plainplan.language import gettext as _
from plainplan.language import ngettext, spoken, whole_number

FOLDER = "data/v1/"
"""Where every file stands. In v1 fields are only ever added: what changes a meaning gets a v2 beside it."""

_JOIN = "\N{NO-BREAK SPACE}"
_KILO = 1000
_MEGA = 1_000_000


@dataclass(frozen=True)
class Download:
    """A file of the site. `path` is its address, relative to the root of the site.

    `format` is what readers call it ("CSV"). `standard` names the standard that it follows, where the page of
    all data is to list it by that name ("360Giving 1.4"); `description` then says whom it is for.
    `subject` is what it belongs to: `("dataset", "actions")`, or a slice: `("measures", id)`,
    `("priorities", id)`, `("budget", year)`. `describes` says that it holds no data of its own: it says what
    stands in other files. `source_only` says that it is a document for machines, which is made in the
    language of the plan alone: the other editions link to it and have no `content` of it.
    """

    path: str
    media_type: str
    title: str
    format: str
    content: bytes
    standard: str = ""
    description: str = ""
    subject: tuple[str, str] | None = None
    describes: bool = False
    source_only: bool = False

    @property
    def elsewhere(self) -> bool:
        """Whether it is in the source edition, and not in the one that is made."""
        return self.source_only and not spoken().is_source

    @property
    def address(self) -> str:
        """Where it is, relative to the root of the edition that is made."""
        return source_address(self.path) if self.elsewhere else self.path

    @property
    def language(self) -> str:
        """The tag of the language of its words."""
        return spoken().source if self.elsewhere else spoken().tag

    @property
    def size(self) -> str:
        """`830 bytes`, `12 kB`, `1.2 MB`: decimal units, as file managers show them. It is not parted.

        Nothing for a file that is elsewhere.
        """
        return "" if self.elsewhere else size_in_words(len(self.content))

    @property
    def facts(self) -> str:
        """What a reader wants to know before taking it: `CSV, 12 kB`."""
        if self.elsewhere:
            # Translators: after the name of a file, such as "360Giving JSON, language: English"
            return _("%(format)s, language: %(language)s") % {
                "format": self.format,
                "language": _name_of(spoken().source),
            }
        # Translators: after the name of a file, such as "CSV, 12 kB"
        return _("%(format)s, %(size)s") % {"format": self.format, "size": self.size}


def size_in_words(length: int) -> str:
    """`830 bytes`, `12 kB`, `1.2 MB`: decimal units, as file managers show them. It is not parted."""
    if length < _KILO:
        told = ngettext("%(number)s byte", "%(number)s bytes", length)
        number = whole_number(length)
    elif length < _MEGA:
        told, number = _("%(number)s kB"), whole_number(round(length / _KILO))
    else:
        told = _("%(number)s MB")
        number = format_decimal(round(length / _MEGA, 1), "0.0", locale=spoken().locale)
    return (told % {"number": number}).replace(" ", _JOIN)


def source_address(address: str) -> str:
    """The address that a file has in the source edition, relative to the root of another edition."""
    return f"../{address}"


def only_in_source(make: Callable[[], bytes]) -> bytes:
    """The content of a file that is made in the source edition alone; nothing in the others."""
    return make() if spoken().is_source else b""


def language_tag() -> str:
    """The tag of the language of an edition's files, by BCP 47. English is that of Britain."""
    return "en-GB" if spoken().tag == "en" else spoken().tag


def _name_of(tag: str) -> str:
    """What a language is called in the one that is spoken; its tag where nobody has said it."""
    return str(Locale.parse(spoken().locale).languages.get(tag.partition("-")[0], tag))
