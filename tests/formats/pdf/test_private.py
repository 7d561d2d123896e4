"""The names of WeasyPrint that we lean on are where they were."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import weasyprint
from plainplan.formats.pdf.weasyprint_private import NAMES, VERSION, repaired

PARAMETERS = {
    "_build_box_tree": ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"],
    "marked": ["self", "box", "tag"],
    "draw_page": ["page", "stream"],
    "add_links": ["links_and_anchors", "matrix", "pdf", "page", "names", "tags"],
    "add_tags": ["pdf", "document", "pdf_version", "page_streams"],
    "build_fonts_dictionary": ["pdf", "fonts", "compress", "subset", "options"],
}


def test_the_version_is_the_one_that_was_read() -> None:
    project = (Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    pinned = re.search(r'"weasyprint==([\d.]+)"', project)
    assert pinned
    assert weasyprint.__version__ == VERSION == pinned[1], (
        "read weasyprint_private.py again before a new version"
    )


def test_names_take_what_they_took() -> None:
    assert {
        name: list(inspect.signature(getattr(holder, name)).parameters) for holder, name in NAMES
    } == PARAMETERS


def test_all_is_put_back() -> None:
    before = [getattr(holder, name) for holder, name in NAMES]
    with repaired():
        assert all(
            getattr(holder, name) is not old for (holder, name), old in zip(NAMES, before, strict=True)
        )
    assert [getattr(holder, name) for holder, name in NAMES] == before
