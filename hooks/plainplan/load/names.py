"""Which names files in content/ can have: links lead to them, and the build needs some names itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from itertools import count
from pathlib import Path, PurePath
from urllib.parse import unquote

from plainplan.errors import Place, Problem

_SIGNS = frozenset("-_.")
_MADE_FOLDERS = frozenset({"assets", "pagefind"})
"""What is in them, browsers keep for a year: see headers.py."""
_MADE = _MADE_FOLDERS | {"_headers", "404.html", "sitemap.xml", "sitemap.xml.gz"}


def name_problem(path: Path, folder: str, taken: Container[Path]) -> Problem | None:
    """What is wrong with the name of `path`, a file in `folder` (content); its mend is none of `taken`."""
    place = Place(f"{folder}/{path.as_posix()}".encode(errors="replace").decode(), 1)
    top = path.parts[0] if len(path.parts) > 1 else path.name.removesuffix(".md")
    if top.casefold() in _MADE:
        elsewhere = "Put it in another folder, such as images/."
        mend = elsewhere if len(path.parts) > 1 else "Call it something else."
        return Problem(place, f"the site has something of its own called {top}.", mend, "file-name")
    wrong = _wrong_in(unicodedata.normalize("NFC", path.as_posix()))
    if wrong:
        mend = f"Call it {_better(path, folder, taken)}."
        return Problem(place, f"a link cannot hold {wrong} as it stands in this name.", mend, "file-name")
    if not unicodedata.is_normalized("NFC", path.as_posix()):
        message = "letter and accent are two characters in this name, and one in what people write."
        name = unicodedata.normalize("NFC", path.name)
        return Problem(place, message, f"Type the name again: {name}.", "file-name")
    return None


def _fits(sign: str) -> bool:
    """Whether links hold a character as it is. Letters of all alphabets: browsers send them as UTF-8."""
    category = unicodedata.category(sign)
    return sign in _SIGNS or category[0] in "LM" or category == "Nd"


def _wrong_in(name: str) -> str:
    """The first character of a path that does not fit, as an editor would call it."""
    for sign in name:
        if sign != "/" and not _fits(sign):
            return "a space" if sign.isspace() else sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return ""


def _better(path: Path, folder: str, taken: Container[Path]) -> str:
    """A name like this one that fits, and is no other file's."""
    parents = PurePath(*map(_mended, path.parts[:-1]))
    stem, ending = _mended(path.stem), "".join(filter(_fits, path.suffix))
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    name = next(name for name in names if Path(parents, name) not in taken)
    return name if parents == path.parent else f"{folder}/{(parents / name).as_posix()}"


def _mended(part: str) -> str:
    """Words joined by hyphens: `Q&A: our "plan"` becomes `Q-and-A-our-plan`."""
    text = unicodedata.normalize("NFC", unquote(part)).replace("&", " and ")
    kept = "".join(sign if _fits(sign) else "" if sign in "'\"‘’“”" else " " for sign in text)
    words = (word.strip("-") for word in kept.split())
    return "-".join(filter(None, words)).strip(".") or "page"
