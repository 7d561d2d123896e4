"""The formats of a finished site: makes them, and tells of them on the page of ways to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plainplan import addresses
from plainplan.errors import Problem
from plainplan.exports.download import size_in_words
from plainplan.formats.audio.listening import to_m3u
from plainplan.formats.catalogue import WORDS, File, files_of
from plainplan.formats.kept import KeptFiles
from plainplan.formats.made import Made
from plainplan.formats.makers import Workshop
from plainplan.formats.making import EditionFiles, Finished, make_formats
from plainplan.formats.templates import templates
from plainplan.language import bare, speaking
from plainplan.language import gettext as _
from plainplan.language import gettext_noop as N_
from plainplan.model.editions import Format
from plainplan.render.editions import Editions, Foreign
from plainplan.render.foreign import tell
from plainplan.render.pages import Page
from plainplan.translation.languages import Languages, Standing

START, END = "<!--plainplan-downloads-->", "<!--/plainplan-downloads-->"
"""What the template of the page puts round its words until the files are there."""


@dataclass(frozen=True)
class Downloads:
    """The formats of a site in the making. `pages` are those of any of its editions: all have the same."""

    languages: Languages
    pages: Mapping[str, Page]
    plan: Path
    fragments: Path
    cache: Path
    program: str

    def add(self, places: Iterable[tuple[Standing, Path]], say: Callable[[str], None]) -> list[Problem]:
        """Make the formats of editions in their folders. Returns what whoever publishes them should know.

        Raises PlanError with what cannot be made.
        """
        found = {one.edition.name: (one, self._of(folder, one)) for one, folder in places}
        editions = [files for _one, files in found.values() if files.files]
        if not editions:
            return []
        made = make_formats(editions, self.program, os.cpu_count() or 1, say)
        for name, files in made.items():
            standing, edition = found[name]
            with speaking(edition.language):
                self._tell(edition.folder, standing, _playlist(edition, files))
        return [problem for files in made.values() for one in files for problem in one.made.problems]

    def links_on(self, page: Page, standing: Standing) -> list[DownloadLink]:
        """What the foot of a page offers: itself where it is a file, and each format that is one."""
        files = self._of(Path(), standing).files
        own = [one for one in files if one.page == page.address and one.format is Format.PRIORITIES]
        easy = [one for one in files if one.format is Format.EASY_READ]
        whole = [one for one in files if one.page == addresses.WHOLE_PLAN and not one.path.endswith(".pef")]
        chosen = easy if page.is_easy else [*own, *whole, *easy[:1]]
        return [DownloadLink(_short_name(one), one.path) for one in chosen]

    def _of(self, folder: Path, standing: Standing) -> EditionFiles:
        edition = standing.edition
        plan = self.languages.plan_in(edition.language)
        written = [chapter.address for chapter in self.languages.plan.chapters]
        formats = self.languages.plan.editions.formats_of(edition) if standing.published else ()
        if not standing.easy_published:
            formats = tuple(one for one in formats if one is not Format.EASY_READ)
        return EditionFiles(
            edition.name,
            self.languages.language(edition.language),
            folder,
            tuple(files_of(formats, self.pages, written)),
            Workshop(self.fragments, self.plan, plan),
            KeptFiles(self.cache / "formats" / edition.language),
        )

    def _tell(self, folder: Path, standing: Standing, files: list[Finished]) -> None:
        """Write the list into the page of ways to read."""
        page = folder / addresses.WAYS / "index.html"
        before, _start, rest = page.read_text(encoding="utf-8").partition(START)
        _first, _end, after = rest.partition(END)
        environment = templates(self.fragments)
        rendered = environment.get_template("formats/list.html").render(
            groups=list(_grouped(files)), link=_link, size=size_in_words
        )
        saying = Foreign(environment, Editions(self.languages, standing.edition.language))
        page.unlink()  # the file may be kept for the next build under another name: that one stays as it is
        page.write_text(before + tell(rendered, saying)[0] + after, encoding="utf-8")


def _link(path: str) -> str:
    return addresses.relative(path, addresses.WAYS)


@dataclass(frozen=True)
class DownloadLink:
    """A file at the foot of a page."""

    name: str
    path: str


def _short_name(file: File) -> str:
    if file.format is Format.PRIORITIES:
        return _("This page as a PDF")
    return _(_NAMES.get(file.path.rpartition("/")[2], WORDS[file.format].name))


_NAMES: Mapping[str, str] = {
    "easy-read-a4.pdf": N_("Easy read booklet on A4 paper"),
    "easy-read-a5.pdf": N_("Easy read booklet on A5 paper"),
    "plan.brf": N_("Braille file (BRF)"),
    "plan.pef": N_("Braille file (PEF)"),
}
"""What files are called whose format has several."""


@dataclass(frozen=True)
class Row:
    """A file in the list: what it is called, and what is known of it."""

    title: str
    path: str
    size: int
    pages: int | None
    minutes: int | None


@dataclass(frozen=True)
class Group:
    """A format in the list, with its files."""

    name: str
    good_for: str
    rows: tuple[Row, ...]


def _grouped(files: list[Finished]) -> Iterable[Group]:
    for kind in Format:
        rows = tuple(_row(one) for one in files if one.file.format is kind)
        if rows:
            yield Group(_(WORDS[kind].name), _(WORDS[kind].good_for), rows)


def _row(one: Finished) -> Row:
    minutes = max(1, round(one.seconds / 60)) if one.seconds else None
    return Row(_title(one), one.file.path, one.size, one.made.pages, minutes)


def _title(one: Finished) -> str:
    if one.file.format in (Format.PRIORITIES, Format.AUDIO):
        return one.title
    return _short_name(one.file)


def _playlist(edition: EditionFiles, files: list[Finished]) -> list[Finished]:
    """The list that plays all tracks in order, beside them; none where nothing is read aloud."""
    tracks = [one for one in files if one.file.format is Format.AUDIO]
    if not tracks:
        return files
    names = [(one.file.path.rpartition("/")[2], one) for one in tracks]
    words = to_m3u(bare(edition.workshop.plan.about.title), names).encode()
    path = f"{tracks[0].file.path.rpartition('/')[0]}/plan.m3u"
    (edition.folder / path).write_bytes(words)
    made = Made(b"", seconds=sum(one.seconds for one in tracks))
    return [*files, Finished(replace(tracks[0].file, path=path), _("All of it, in order"), len(words), made)]
