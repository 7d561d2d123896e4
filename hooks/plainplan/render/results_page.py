"""Puts the results of the gate into a finished site: its hash is known only when all else is written."""

from __future__ import annotations

from pathlib import Path

import jinja2

from plainplan import addresses
from plainplan.language import gettext as _
from plainplan.render import document
from plainplan.render.tables import complete_tables
from plainplan.results import NoResults, Results, results_for

START, END = "<!--plainplan-results-->", "<!--/plainplan-results-->"
"""What the template of the page puts round its first words: that this build was not tested."""


def fill_results(site_folder: Path, templates: jinja2.Environment, found: Results | NoResults) -> None:
    """Write into the page of results what was tested on this very build, or that it was not tested and why.

    To be called when every other file of the site is as it will be published.
    """
    page = site_folder / addresses.RESULTS / "index.html"
    whole = page.read_text(encoding="utf-8")
    before, start, rest = whole.partition(START)
    _first, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"{page} has no place for results: has its template lost the marks?")
    told = results_for(site_folder, found)
    rendered = templates.get_template("results.html").render(
        results=told if isinstance(told, Results) else None,
        missing=told if isinstance(told, NoResults) else None,
        told=_,  # the words of the gate, as far as the catalogue has them
        link=lambda target: addresses.relative(target, addresses.RESULTS),
    )
    root = document.parse(rendered)
    complete_tables(root, _("Accessibility test results"))
    page.unlink()  # the file may be kept for the next build under another name: that one stays as it is
    page.write_text(before + document.serialise(root).strip() + after, encoding="utf-8")
