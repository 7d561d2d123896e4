"""The style sheet and the scripts: with the body's own colour, and known by what they hold."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2

from plainplan.colours import GROUNDS, TINTS, accent_of
from plainplan.model.plan import Appearance


def style_sheet(folder: Path, templates: jinja2.Environment, appearance: Appearance) -> str:
    """The one style sheet of a site: ours in `folder`/styles, by name, then the colours of the body."""
    colours = templates.get_template("colours.css").render(
        accent=accent_of(appearance.accent), grounds=GROUNDS, tints=TINTS
    )
    ours = (path.read_text(encoding="utf-8") for path in sorted((folder / "styles").glob("*.css")))
    return "\n".join([*ours, colours])


def version(folder: Path, styles: str) -> str:
    """8 hex digits that change when an asset does: in its address, they let browsers keep it for ever."""
    digest = hashlib.sha256(styles.encode())
    for path in sorted(folder.iterdir()):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
