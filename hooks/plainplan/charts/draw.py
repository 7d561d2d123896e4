"""Draws pictures with Vega-Lite (vl-convert), and keeps what was drawn.

Vega-Lite, because its specifications are plain data that other programs read too; vl-convert, because it
draws without a browser and without the network, makes the PNG as well and brings its own font. Altair would
write the same data for it, and take time to start.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from plainplan.charts import png, reading, svg
from plainplan.charts.picture import Picture
from plainplan.charts.spec import Panel, Text
from plainplan.charts.svg import short
from plainplan.language import bare, is_marked, spoken

PNG_SCALE = 2
_CODE = (__file__, svg.__file__, reading.__file__, png.__file__)


@dataclass(frozen=True)
class Inside:
    """One part of a drawing: SVG groups, and where their top left corner is."""

    x: str
    y: str
    groups: str


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG, still without the element round it."""

    width: str
    height: str
    parts: tuple[Inside, ...]
    texts: tuple[Text, ...]
    is_marked: bool = False
    """Whether any of its words are not in the language that is spoken. Their marks are gone."""


@dataclass(frozen=True)
class Painter:
    """Draws, or takes what was drawn before from `cache`. That folder can be deleted at any time."""

    cache: Path

    def draw(self, picture: Picture) -> Drawing:
        """The drawing of a picture."""
        parts = (Inside(short(one.x), short(one.y), self._groups(one.panel)) for one in picture.panels)
        texts = tuple(replace(text, words=bare(text.words)) for text in picture.texts)
        return Drawing(short(picture.width), short(picture.height), tuple(parts), texts, _has_marks(picture))

    def as_png(self, picture: bytes) -> bytes:
        """An SVG file as PNG, twice as wide and high."""
        kept = self._place(picture, "png")
        if (found := _read(kept)) is None:
            import vl_convert  # noqa: PLC0415  # slow to load, and seldom needed

            found = png.packed(vl_convert.svg_to_png(picture.decode(), scale=PNG_SCALE))
            _write(kept, found)
        return found

    def _groups(self, panel: Panel) -> str:
        asked = bare(_as_json(panel))
        # The same words may be read in another direction in another language.
        kept = self._place(f"{spoken().tag} {spoken().direction} {asked}".encode(), "svg")
        if (found := _read(kept)) is None:
            import vl_convert  # noqa: PLC0415  # as above

            # No address is allowed: a specification cannot fetch anything.
            found = svg.clean(vl_convert.vegalite_to_svg(asked, allowed_base_urls=[])).encode()
            _write(kept, found)
        return found.decode()

    def _place(self, asked: bytes, ending: str) -> Path:
        digest = hashlib.sha256(self._version + b"\0" + asked).hexdigest()[:32]
        return self.cache / f"{digest}.{ending}"

    @cached_property
    def _version(self) -> bytes:
        """What drawings depend on besides what is asked: the code that makes them."""
        code = b"".join(Path(name).read_bytes() for name in _CODE)
        return version("vl-convert-python").encode() + hashlib.sha256(code).digest()


def _as_json(panel: Panel) -> str:
    return json.dumps(panel.spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _has_marks(picture: Picture) -> bool:
    words = [*(_as_json(one.panel) for one in picture.panels), *(text.words for text in picture.texts)]
    return any(map(is_marked, words))


def _read(path: Path) -> bytes | None:
    """What was kept, or nothing where it is not there or not whole, as a full disk may leave it."""
    try:
        digest, content = path.read_bytes().split(b"\n", 1)
    except (FileNotFoundError, ValueError):
        return None
    return content if digest == _digest(content) else None


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: other builds may read and write beside this one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        made = Path(file.name)
        try:
            file.write(_digest(content) + b"\n" + content)
            file.close()
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
