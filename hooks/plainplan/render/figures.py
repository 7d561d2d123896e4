"""Charts on pages, and as files to take away or to show elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from plainplan.charts import Chart, Drawing, Painter, charts_of
from plainplan.charts.chart import words_of
from plainplan.charts.files import csv_of
from plainplan.charts.history import History, history_of
from plainplan.charts.paint import paint
from plainplan.charts.picture import NARROW, WIDE, picture_of
from plainplan.charts.reading import anchor_of, direction_of, language_of, own_name
from plainplan.charts.widths import wrap, wrap_bold
from plainplan.colours import accent_of
from plainplan.language import bare, spoken
from plainplan.language import gettext as _
from plainplan.render import text
from plainplan.render.chart_words import ChartWords
from plainplan.render.embedding import embed
from plainplan.views.index import Index
from plainplan.views.progress import Reported, histories

if TYPE_CHECKING:
    from plainplan.render.site import Site

FILES = "data/v1/charts/"
EMBED = "embed/"
_TITLE_SIZE = 18.0
_LANGUAGE = "language-of-this-picture"
"""Stands for it in the template of a picture, since all words must be there to tell."""
# Latin, Greek and Cyrillic with their marks, and signs that the font of the pictures has.
_IN_FONT = re.compile("[\u0020-\u024f\u0300-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203a\u20ac\u2212]*")


@dataclass(frozen=True)
class Figure:
    """A chart with its two drawings, and where its files are."""

    chart: Chart
    wide: Drawing
    narrow: Drawing

    @property
    def embed(self) -> str:
        """The address of the page that other sites may show."""
        return f"{EMBED}{self.chart.name}/"

    def file(self, ending: str) -> str:
        """The address of a file: `csv`, `svg` or `png`."""
        return f"{FILES}{self.chart.name}.{ending}"

    @property
    def has_png(self) -> bool:
        """Whether the font of the PNG has every letter: a picture with words missing is not offered."""
        return all(_IN_FONT.fullmatch(bare(words)) for words in (own_name(), *self._words))

    def language_with(self, *around: str) -> str:
        """The language of the pictures and words with them: the plan's own where any is not translated."""
        return spoken().source if self.wide.is_marked else language_of(*self._words, *around)

    @property
    def _words(self) -> tuple[str, ...]:
        return self.chart.title, *words_of(self.chart.plot)


@dataclass(frozen=True)
class Figures:
    """The charts of a plan, drawn when they are asked for. `cache` keeps drawings and can be deleted."""

    index: Index
    cache: Path

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """Every chart by its name."""
        return charts_of(self.index, text)

    @cached_property
    def words(self) -> ChartWords:
        """Who says what they show."""
        return ChartWords(self.index)

    def bare(self, words: str) -> str:
        """The words without marks, for pictures, which say their language themselves."""
        return Markup(bare(words)) if isinstance(words, Markup) else bare(words)  # noqa: S704  # as it was

    language_of = staticmethod(language_of)
    anchor_of = staticmethod(anchor_of)
    direction_of = staticmethod(direction_of)

    @property
    def speaks_source(self) -> bool:
        """Whether pages are in the language of the plan itself, which pictures then need not say."""
        return spoken().is_source

    @property
    def source(self) -> str:
        """The language of the plan itself."""
        return spoken().source

    @cached_property
    def painter(self) -> Painter:
        """Who draws them."""
        return Painter(self.cache)

    def figure(self, name: str) -> Figure | None:
        """A chart and its drawings; None where the plan has no such chart."""
        chart = self.charts.get(name)
        if chart is None:
            return None
        wide, narrow = (self.painter.draw(picture_of(chart.plot, size, text)) for size in (WIDE, NARROW))
        return Figure(chart, wide, narrow)

    def history(self, action_id: str) -> History | None:
        """The statuses of an action over time; None where there is nothing to see."""
        return history_of(self._histories.get(action_id, []))

    @cached_property
    def _histories(self) -> Mapping[str, list[Reported]]:
        return histories(self.index.plan)


def files(site: Site) -> dict[str, bytes]:
    """Every file of every chart by its path in the site: CSV, SVG, PNG, and a page to show elsewhere."""
    found: dict[str, bytes] = {}
    for name in site.figures.charts:
        if figure := site.figures.figure(name):
            picture = _alone(site, figure)
            found[figure.file("csv")] = csv_of(figure.chart)
            found[figure.file("svg")] = picture
            if figure.has_png:
                found[figure.file("png")] = site.figures.painter.as_png(picture)
            found[f"{figure.embed}index.html"] = embed(site, figure, _source(site, figure.chart))
    return found


def _alone(site: Site, figure: Figure) -> bytes:
    """The wide drawing as a file of its own, with all that a reader far from its page must know.

    On white, without colours for the dark: they would need a style element, which the site's own policy
    (style-src 'self') refuses when the file is opened from the site.
    """
    title = wrap_bold(figure.chart.title, _TITLE_SIZE, WIDE.width)
    around = {"figure": figure, "source": _source(site, figure.chart), "changed": site.changed}
    foot = unescape(site.templates.get_template("chart_foot.txt").render(around))
    small = [line for part in foot.splitlines() if part.strip() for line in wrap(part, WIDE.text, WIDE.width)]
    made = site.templates.get_template("chart.svg").render(
        figure=figure, title=title, small=small, size=WIDE, language=_LANGUAGE
    )
    language = figure.language_with(made)
    made = bare(made).replace(_LANGUAGE, language)
    return paint(made, accent_of(site.plan.about.appearance.accent).light, WIDE.text)


def _source(site: Site, chart: Chart) -> str:
    measure = site.index.measures.get(chart.subject)
    # Translators: %(body)s is the name of whoever publishes the plan.
    by_whom = _("Published by %(body)s.") % {"body": site.plan.about.body.name}
    if not measure:
        return by_whom
    from_where = _("Source: %(source)s.") % {"source": measure.source.title}
    return f"{from_where} {by_whom}"
