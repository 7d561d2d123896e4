"""The site map (sitemaps.org): one for the whole site, with every page of every published edition."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from plainplan.render.pages import Page
from plainplan.render.site import Site

NAME = "sitemap.xml"


@dataclass(frozen=True)
class Entry:
    """A page: its address, the day of its last change, and its address in each language."""

    address: str
    changed: date | None
    alternates: tuple[tuple[str, str], ...]


def site_map(site: Site, where: str) -> dict[str, bytes]:
    """The site map, also compressed, by the names of its files. `where` is the address of the whole site."""
    entries = (
        [entry for page in site.pages.values() for entry in _entries(site, page, where)] if where else []
    )
    made = site.templates.get_template(NAME).render(entries=entries).encode()
    return {NAME: made, f"{NAME}.gz": gzip.compress(made, mtime=0)}


def _entries(site: Site, page: Page, where: str) -> Iterator[Entry]:
    """A page in each language. A page in one language only has no alternates."""
    changed = page.changed or site.changed
    path = quote(page.address)
    links = [one for one in site.editions.links(page.address) if one.is_published] if site.editions else []
    if len(links) < 2:
        yield Entry(f"{where}{path}", changed, ())
        return
    alternates = [(one.edition.language, f"{where}{quote(one.address)}") for one in links]
    alternates += [("x-default", f"{where}{quote(one.address)}") for one in links if one.is_source]
    for one in links:
        yield Entry(f"{where}{quote(one.address)}", changed, tuple(alternates))
