"""The catalogue of a PO file, kept as JSON while the file is the same: that is read ten times as fast."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from plainplan.language import catalogue
from plainplan.language.catalogue import Catalogue, plural_form, read_catalogue


def kept_catalogue(path: Path, folder: Path) -> Catalogue:
    """The catalogue in the PO file at `path`, named after its language, or what `folder` keeps of it.

    The folder can be deleted at any time. Raises OSError and ValueError for a file that cannot be read.
    """
    key = hashlib.sha256(path.read_bytes() + Path(catalogue.__file__).read_bytes()).hexdigest()
    file = folder / f"{path.stem}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):  # it is made again
        held = json.loads(file.read_text(encoding="utf-8"))
        if held["key"] == key:
            return _catalogue(held, path.stem)
    made = read_catalogue(path)
    with suppress(OSError):  # where nothing can be kept, it is read again each time
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"key": key, **_held(made)}, ensure_ascii=False), encoding="utf-8")
    return made


def _held(made: Catalogue) -> dict[str, Any]:
    return {
        "messages": [[*key, words] for key, words in made.messages.items()],
        "plurals": [[*key, forms] for key, forms in made.plurals.items()],
    }


def _catalogue(held: Mapping[str, Any], tag: str) -> Catalogue:
    return Catalogue(
        messages={(context, message): words for context, message, words in held["messages"]},
        plurals={(context, one): tuple(forms) for context, one, forms in held["plurals"]},
        plural_form=plural_form(tag),
    )
