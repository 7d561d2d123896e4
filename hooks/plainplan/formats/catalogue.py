"""Which files an edition has in which formats, what each is made from, and what it is good for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plainplan import addresses
from plainplan.formats import makers
from plainplan.formats.audio.listening import listening
from plainplan.formats.makers import Make
from plainplan.language import gettext_noop as N_
from plainplan.model.editions import Format
from plainplan.render.pages import Page

FOLDER = addresses.DOWNLOADS


@dataclass(frozen=True)
class File:
    """A file of an edition: its path in it, the page that it is made from, and how.

    `detail` is what `make` knows besides the page and the path.
    """

    path: str
    format: Format
    page: str
    make: Make
    detail: str = ""


@dataclass(frozen=True)
class Words:
    """What readers are told of a format."""

    name: str
    good_for: str


WORDS: Mapping[Format, Words] = {
    Format.PDF: Words(N_("PDF"), N_("Printing, sending, and reading without the internet")),
    Format.LARGE_PRINT: Words(N_("Large print PDF"), N_("People who need larger letters on paper")),
    Format.EASY_READ: Words(
        N_("Easy read booklet"), N_("People with learning disabilities, with pictures, to print")
    ),
    Format.PRIORITIES: Words(N_("One priority as a PDF"), N_("A meeting about one subject")),
    Format.EPUB: Words(
        N_("EPUB book"), N_("E-readers, phones and tablets, with your own letters and colours")
    ),
    Format.DOCX: Words(N_("Word document"), N_("Copying, and changing how it looks")),
    Format.ODT: Words(N_("OpenDocument text"), N_("The same, for LibreOffice and other programs")),
    Format.TEXT: Words(N_("Plain text"), N_("Old devices, and programs that read aloud")),
    Format.BRAILLE: Words(N_("Braille"), N_("Braille displays and embossers")),
    Format.AUDIO: Words(N_("Audio"), N_("Listening")),
}


def files_of(formats: Iterable[Format], pages: Mapping[str, Page], written: Iterable[str]) -> list[File]:
    """The files of an edition with these pages, in the order in which pages list them.

    `written` are the addresses of the pages that authors wrote words for: they are read aloud.
    """
    chapters = set(written)
    return [file for one in Format if one in set(formats) for file in _files(one, pages, chapters)]


def _files(kind: Format, pages: Mapping[str, Page], written: set[str]) -> Iterator[File]:
    whole = addresses.WHOLE_PLAN
    match kind:
        case Format.PDF:
            yield File(f"{FOLDER}plan.pdf", kind, whole, makers.pdf("standard"))
        case Format.LARGE_PRINT:
            yield File(f"{FOLDER}plan-large-print.pdf", kind, whole, makers.pdf("large-print"))
        case Format.EASY_READ if addresses.EASY_WHOLE in pages:
            yield File(f"{FOLDER}easy-read-a4.pdf", kind, addresses.EASY_WHOLE, makers.pdf("easy-read-a4"))
            yield File(f"{FOLDER}easy-read-a5.pdf", kind, addresses.EASY_WHOLE, makers.pdf("easy-read-a5"))
        case Format.PRIORITIES:
            for page in pages.values():
                if page.kind == "priority":
                    name = page.address.rstrip("/").rpartition("/")[2]
                    yield File(f"{FOLDER}priorities/{name}.pdf", kind, page.address, makers.pdf("priority"))
        case Format.EPUB:
            yield File(f"{FOLDER}plan.epub", kind, whole, makers.epub)
        case Format.DOCX:
            yield File(f"{FOLDER}plan.docx", kind, whole, makers.docx)
        case Format.ODT:
            yield File(f"{FOLDER}plan.odt", kind, whole, makers.odt)
        case Format.TEXT:
            yield File(f"{FOLDER}plan.txt", kind, whole, makers.text)
        case Format.BRAILLE:
            yield File(f"{FOLDER}plan.brf", kind, whole, makers.brf)
            yield File(f"{FOLDER}plan.pef", kind, whole, makers.pef)
        case Format.AUDIO:
            yield from _tracks(pages, written)


def _tracks(pages: Mapping[str, Page], written: set[str]) -> Iterator[File]:
    order = listening(
        [page.address for page in pages.values() if page.in_reading_order and not page.is_easy], written
    )
    for number, address in enumerate(order, 1):
        name = address.strip("/").replace("/", "-") or "home"
        path = f"{FOLDER}audio/{number:02}-{name}.mp3"
        track = makers.track(number, len(order))
        yield File(path, Format.AUDIO, address, track, f"{number} of {len(order)}")
