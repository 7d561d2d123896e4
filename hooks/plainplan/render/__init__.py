"""Turns views into HTML with the templates in overrides/fragments."""

from plainplan.render.around import Frame
from plainplan.render.document import Heading
from plainplan.render.pages import Page
from plainplan.render.site import Expanded, Finished, Site

__all__ = ["Expanded", "Finished", "Frame", "Heading", "Page", "Site"]
