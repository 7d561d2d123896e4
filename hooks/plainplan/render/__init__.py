"""Turns views into HTML with the templates in overrides/fragments."""

from plainplan.render.pages import Page
from plainplan.render.site import Expanded, Frame, NavigationItem, Site

__all__ = ["Expanded", "Frame", "NavigationItem", "Page", "Site"]
