"""The files of a site that are no pages: data, feeds, and charts to take away or to show elsewhere."""

from __future__ import annotations

from plainplan.exports import EVERYTHING, PLAN
from plainplan.render import feeds, figures
from plainplan.render.site import Site


def files_of(site: Site) -> dict[str, bytes]:
    """What each file holds, by its path in the site."""
    data = {path: download.content for path, download in site.downloads.items()}
    return {**data, **feeds.feeds(site), **figures.files(site)}


def files_of_chapters(site: Site) -> dict[str, bytes]:
    """Those of the files that hold the text of chapters."""
    return {path: site.downloads[path].content for path in (PLAN, EVERYTHING)}
