"""Turns views into HTML with the templates in overrides/fragments."""

from plainplan.render.document import Heading
from plainplan.render.pages import Page
from plainplan.render.site import Expanded, Finished, Frame, Site

__all__ = ["Expanded", "Finished", "Frame", "Heading", "Page", "Site"]
