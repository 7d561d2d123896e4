"""Puts the results of the gate into a finished site: its hash is known only when all else is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jinja2

from plainplan import addresses, trees
from plainplan.language import bare
from plainplan.language import gettext as _
from plainplan.render.foreign import Saying, tell
from plainplan.render.tables import complete_tables
from plainplan.results import Missing, NoResults, Results, results_for

START, END = "<!--plainplan-results-->", "<!--/plainplan-results-->"
"""What the template of the page puts round its first words: that this build was not tested."""


_TESTED = f".{addresses.RESULTS.rstrip('/').replace('/', '-')}.html"
"""The page as it is if this very build was tested, until that is known. Hidden files are not published."""


def fill_results(
    site_folder: Path, templates: jinja2.Environment, found: Results | NoResults, saying: Saying | None = None
) -> None:
    """Write into the page of results what was tested on this very build, or that it was not tested and why.

    To be called when every other file of the site is as it will be published.
    """
    propose_results(site_folder, templates, found, saying)
    settle_results(site_folder, [""], found)


def propose_results(
    edition: Path, templates: jinja2.Environment, found: Results | NoResults, saying: Saying | None = None
) -> None:
    """Write into the page of results of an edition that this build was not tested; keep what else it may say.

    Which of the two holds is known when all editions are there: see `settle_results`.
    """
    page = edition / addresses.RESULTS / "index.html"
    whole = page.read_text(encoding="utf-8")
    untested = NoResults(Missing.OTHER_SITE, found.tested_on) if isinstance(found, Results) else found
    made = _filled(page, whole, templates, untested, saying)
    if isinstance(found, Results):
        (edition / _TESTED).write_text(_filled(page, whole, templates, found, saying), encoding="utf-8")
    page.unlink()  # the file may be kept for the next build under another name: that one stays as it is
    page.write_text(made, encoding="utf-8")


def settle_results(site_folder: Path, editions: Iterable[str], found: Results | NoResults) -> None:
    """Let each edition tell the results if they are those of the whole site as it is now."""
    tested = isinstance(results_for(site_folder, found), Results)
    for folder in editions:
        page = site_folder / folder / _TESTED
        if tested and page.exists():
            page.replace(site_folder / folder / addresses.RESULTS / "index.html")
        page.unlink(missing_ok=True)


def _filled(
    page: Path,
    whole: str,
    templates: jinja2.Environment,
    told: Results | NoResults,
    saying: Saying | None,
) -> str:
    before, start, rest = whole.partition(START)
    _first, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"{page} has no place for results: has its template lost the marks?")
    rendered = templates.get_template("results.html").render(
        results=told if isinstance(told, Results) else None,
        missing=told if isinstance(told, NoResults) else None,
        told=_,  # the words of the gate, as far as the catalogue has them
        link=lambda target: addresses.relative(target, addresses.RESULTS),
    )
    root = trees.parse(rendered)
    complete_tables(root, _("Accessibility test results"))
    made = trees.serialise(root).strip()
    return before + (tell(made, saying)[0] if saying else bare(made)) + after
