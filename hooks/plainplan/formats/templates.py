"""The templates of files that are made from finished pages: they know words, and nothing of the plan."""

from __future__ import annotations

from pathlib import Path

import jinja2

from plainplan.render.templates import let_speak
from plainplan.render.text import FILTERS


def templates(fragments: Path) -> jinja2.Environment:
    """The fragments, for files made of finished pages. Strict: a name that does not exist is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(fragments),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    let_speak(made)
    made.filters |= FILTERS
    return made
