"""Charts of a plan: which there are, how each is laid out, and how it is drawn."""

from __future__ import annotations

from plainplan.charts.catalogue import charts_of
from plainplan.charts.chart import Chart
from plainplan.charts.draw import Drawing, Painter

__all__ = ["Chart", "Drawing", "Painter", "charts_of"]
