"""The site that the gate reads, its pages, and how they are shared out."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from tests.gate.fault import Fault
from tests.sites import parse

NOT_FOUND = "404.html"
EASY = "easy-read/"
"""The pages of an edition that are in easy read: a reading level with a home page of its own."""
_NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LOC = f"{_NAMES}url/{_NAMES}loc"


class Trees(Mapping[str, HtmlElement]):
    """Pages as trees by their addresses. Each is read when it is asked for: few tests need all of them."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._made: dict[str, HtmlElement] = {}

    def __getitem__(self, address: str) -> HtmlElement:
        if address not in self._made:
            page = parse(self._files[address])
            for template in page.xpath("//template"):
                template.drop_tree()
            self._made[address] = page
        return self._made[address]

    def __contains__(self, address: object) -> bool:
        return address in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@dataclass(frozen=True)
class Tested:
    """A built site. `home` is the address that it is published at, or empty where its plan gives none."""

    __test__ = False  # pytest would take it for tests, by its name

    folder: Path
    home: str
    addresses: tuple[str, ...]

    @property
    def mount(self) -> str:
        """The folder of its host that the site is in: `/`, or `/plan/` for https://example.org/plan/."""
        return urlsplit(self.home).path or "/"

    def file(self, address: str) -> Path:
        """The file of a page."""
        return self.folder / (f"{address}index.html" if address.endswith("/") or not address else address)

    @functools.cached_property
    def editions(self) -> dict[str, tuple[str, ...]]:
        """The addresses of each edition, by its folder: empty for the one at the root, or `cy/`.

        An edition is a folder with a home page, and a page of its own for wrong addresses.
        """
        others = {
            f"{file.parent.name}/"
            for file in sorted(self.folder.glob(f"*/{NOT_FOUND}"))
            if file.with_name("index.html").is_file()
        }
        found: dict[str, list[str]] = {folder: [] for folder in ("", *sorted(others))}
        for address in self.addresses:
            found[self.edition_of(address, others)].append(address)
        return {folder: tuple(own) for folder, own in found.items()}

    @staticmethod
    def edition_of(address: str, editions: Collection[str]) -> str:
        """The folder of the edition that an address is in, among those of the site."""
        folder = f"{address.partition('/')[0]}/"
        return folder if folder in editions else ""

    @property
    def translations(self) -> tuple[str, ...]:
        """The folders of all editions but the one at the root."""
        return tuple(folder for folder in self.editions if folder)

    def is_draft(self, edition: str, path: str = "") -> bool:
        """Whether an edition asks not to be found: it is not ready. Its easy read may be a draft alone."""
        return edition in self._drafts or (path.startswith(EASY) and f"{edition}{EASY}" in self._drafts)

    @functools.cached_property
    def _drafts(self) -> frozenset[str]:
        """The home pages that ask not to be found, of editions and of their easy read."""
        homes = {home for edition in self.editions for home in (edition, f"{edition}{EASY}")}
        return frozenset(
            home for home in homes if home in self.trees and asks_not_to_be_found(self.trees[home])
        )

    @functools.cached_property
    def trees(self) -> Trees:
        """Every page as a tree, without what only scripts read."""
        return Trees({address: self.file(address) for address in self.addresses})

    def sizes(self) -> dict[str, int]:
        """How long each page is: a long one takes the gate longer."""
        return {address: self.file(address).stat().st_size for address in self.addresses}

    def headers(self) -> dict[str, str]:
        """What the site asks its host to say with every answer, in its file `_headers`."""
        file = self.folder / "_headers"
        found: dict[str, str] = {}
        path = ""
        for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
            if line.startswith("/"):
                path = line.strip()
            elif path == "/*" and ":" in line and not line.lstrip().startswith("#"):
                name, _, value = line.partition(":")
                found[name.strip()] = value.strip()
        return found


def find(folder: Path) -> Tested:
    """The site in a folder, with every page that its site maps or its files know of.

    A page for a wrong address is one too. A page that only sends readers on is none.
    """
    listed, home = _listed(folder)
    pages = listed | {address for address, file in _on_disk(folder) if not _sends_on(file)}
    there = {address for address in pages if (folder / address / "index.html").is_file()}
    wrong = (folder / NOT_FOUND, *folder.glob(f"*/{NOT_FOUND}"))
    there |= {file.relative_to(folder).as_posix() for file in wrong if file.is_file()}
    return Tested(folder, home, tuple(sorted(there)))


def sitemap_faults(folder: Path) -> list[Fault]:
    """Pages that stand in a site map but not on disk, and the other way round.

    A plan without site_url has no site map to speak of: addresses in one must be whole.
    """
    listed, home = _listed(folder)
    if not home:
        return []
    on_disk = {address for address, file in _on_disk(folder) if not _sends_on(file)}
    there = {address for address in on_disk if not _unlisted(folder / address / "index.html")}
    hidden = {address for address in listed & on_disk if _unlisted(folder / address / "index.html")}
    mend = "Build the site again. If this stays, the site map and the pages come from different builds."
    return sorted(
        Fault(address, "in the files", "site map", rule, "sitemap.xml", message, mend)
        for addresses, rule, message in (
            (listed - on_disk, "no-page", "The site map lists a page that is not there."),
            (hidden, "not-to-be-listed", "The site map lists a page that asks not to be found."),
            (there - listed, "not-listed", "The page is not in the site map, so nobody would be led to it."),
        )
        for address in addresses
    )


def _listed(folder: Path) -> tuple[set[str], str]:
    """The addresses in all site maps, and the address of the site's home page.

    The shortest address of a site map is that of the folder in which it stands.
    """
    listed: set[str] = set()
    homes: dict[str, str] = {}
    for file in sorted(folder.rglob("sitemap.xml")):
        addresses = [(loc.text or "").strip() for loc in etree.parse(file).iterfind(_LOC)]
        whole = [address for address in addresses if urlsplit(address).netloc]
        if not whole:
            continue
        own = file.parent.relative_to(folder).as_posix()
        prefix = "" if own == "." else f"{own}/"
        home = min(whole, key=len)
        homes[prefix] = home
        listed |= {prefix + unquote(address.removeprefix(home)) for address in whole}
    return listed, homes.get("", "")


@functools.cache
def alternates_listed(folder: Path, home: str) -> dict[str, dict[str, str]]:
    """What the site map names as each page in other languages, by their addresses in the site."""
    file = folder / "sitemap.xml"
    found: dict[str, dict[str, str]] = {}
    for url in etree.parse(file).iterfind(f"{_NAMES}url") if file.is_file() else ():
        links = url.iterfind("{http://www.w3.org/1999/xhtml}link")
        address = unquote((url.findtext(f"{_NAMES}loc") or "").strip().removeprefix(home))
        found[address] = {
            str(one.get("hreflang")): unquote(str(one.get("href")).removeprefix(home)) for one in links
        }
    return found


def _on_disk(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("index.html")):
        own = file.parent.relative_to(folder).as_posix()
        yield ("" if own == "." else f"{own}/"), file


def _sends_on(file: Path) -> bool:
    return bool(parse(file).xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"))


def _unlisted(file: Path) -> bool:
    """Whether the page itself asks not to be found, as charts for other sites do: they belong to a page."""
    return asks_not_to_be_found(parse(file))


def asks_not_to_be_found(page: HtmlElement) -> bool:
    """Whether a page tells search engines to leave it out."""
    return bool(page.xpath("//meta[@name='robots' and contains(@content, 'noindex')]"))


@dataclass(frozen=True)
class Shard:
    """A part of the site's pages, for a machine of its own: `2/3` is the second of three."""

    number: int
    of: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """`2/3`, as given on the command line."""
        number, _, of = text.partition("/")
        if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
            raise ValueError(f"a shard is written like 1/3, not {text!r}")
        return cls(int(number), int(of))

    @property
    def first(self) -> bool:
        """What is not about single pages is checked once: by the first shard."""
        return self.number == 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def share_out(sizes: Mapping[str, int], parts: int) -> list[tuple[str, ...]]:
    """The pages in so many parts that take about equally long; always in the same way."""
    shares: list[list[str]] = [[] for _ in range(parts)]
    # Opening a page costs about as much as 20 000 characters of it.
    weights = {address: size + 20_000 for address, size in sizes.items()}
    loads = [0] * parts
    for address in sorted(weights, key=lambda one: (-weights[one], one)):
        lightest = min(zip(loads, itertools.count(), strict=False))[1]
        shares[lightest].append(address)
        loads[lightest] += weights[address]
    return [tuple(sorted(share)) for share in shares]
