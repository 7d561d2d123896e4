"""Pages about one chart for other sites to show, and how high their frames must be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from lxml.html import HtmlElement
from markupsafe import Markup

from plainplan import addresses, trees
from plainplan.charts.lines import LINE, line_height
from plainplan.charts.picture import NARROW as SMALL
from plainplan.charts.widths import wrap, wrap_bold
from plainplan.headers import policy
from plainplan.language import bare, spoken
from plainplan.render.foreign import tell
from plainplan.render.tables import complete_tables

if TYPE_CHECKING:
    from plainplan.render.figures import Figure
    from plainplan.render.site import Site

NARROW = 320
"""The narrowest frame, in CSS pixels (WCAG 2.2, 1.4.10)."""
WIDE = 600
"""A frame beside nothing else: from here on the wide drawing has room."""
_LARGEST = 24 * 16 + 32
"""Where the narrow drawing is largest."""
_WIDE_SCREEN = 640
"""From here on, screens leave a frame `WIDE` pixels beside the margins of the page round it."""
# As in styles/55-charts.css, in CSS pixels.
_TEXT = 16.0
_LINE = 24
_HEADING = 20.0
_HEADING_LINE = 26
_SIDES = 32
_BELOW = 12
_ROUND = 110
"""The margins of the page and of the drawing, and the folded details."""
_OTHER_FONTS = 1.08
"""Readers' fonts may be wider than the one that is measured here, and more so than `widths` allows for."""
_STEP = 10


@dataclass(frozen=True)
class Heights:
    """How high a frame must be, in CSS pixels, to show all but what is folded.

    `narrow` is enough at every width from 320, `wide` from `from_width`.
    """

    narrow: int
    wide: int
    from_width: int = WIDE

    @property
    def style(self) -> str:
        """Either height, by the width of the screen: a style attribute can hold no media query."""
        return f"clamp({self.wide}px,({_WIDE_SCREEN}px - 100vw)*1000,{self.narrow}px)"


def embed(site: Site, figure: Figure, source: str) -> bytes:
    """A whole page that is about one chart. `source` says where its figures come from."""
    around = {
        "figure": figure,
        "link": partial(_link, figure.embed),
        "source": source,
        "changed": site.changed,
        "language": spoken(),
    }
    content = trees.parse(site.templates.get_template("embed_content.html").render(around))
    foot = trees.parse(site.templates.get_template("embed_foot.html").render(around))
    heights = heights_of(figure, content, foot)
    more = trees.parse(site.templates.get_template("embed_more.html").render(around, heights=heights))
    complete_tables(more, figure.chart.title)
    parts = {"content": content, "foot": foot, "more": more}
    made = site.templates.get_template("embed.html").render(
        around,
        asset=site.asset,
        policy=policy(),
        **{
            name: Markup(trees.serialise(root))  # noqa: S704  # the templates have escaped it
            for name, root in parts.items()
        },
    )
    return tell(made, site.saying)[0].encode()


def heights_of(figure: Figure, *parts: HtmlElement) -> Heights:
    """The height of the drawing, and of the lines that the words round it need."""
    title = figure.chart.title
    wide = _height(float(figure.wide.height), title, parts, WIDE)
    drawn = float(figure.narrow.height)
    narrow = (
        _height(drawn * (width - _SIDES) / SMALL.width, title, parts, width) for width in (NARROW, _LARGEST)
    )
    return Heights(max(*narrow, wide), wide)


def _height(drawing: float, title: str, parts: tuple[HtmlElement, ...], width: int) -> int:
    room = (width - _SIDES) / _OTHER_FONTS
    texts = [bare(element.text_content()) for part in parts for element in part.iter("p", "li")]
    words = [" ".join(text.split()) for text in texts]
    lines = sum(len(wrap(text, _TEXT, room)) for text in words)
    heading = len(wrap_bold(bare(title), _HEADING, room))
    written = (heading * _HEADING_LINE + lines * _LINE) * line_height() / LINE
    whole = drawing + written + len(words) * _BELOW + _ROUND
    return int(-(-whole // _STEP) * _STEP)


def _link(page: str, target: str) -> str:
    return addresses.relative(target, page)
