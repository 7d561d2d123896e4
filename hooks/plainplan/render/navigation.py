"""The navigation: rendered once for an edition, and fitted to each page by putting a few words in or out.

Rendering it page by page is a third of the build of a large site, and grows with the square of its pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape

import jinja2
from markupsafe import Markup

# Characters that no text has (the Unicode private use area): the template sets them, `on` takes them out.
_ROOT = "\ue000"
_IF, _THEN, _END = "\ue001", "\ue002", "\ue003"
_ONLY = re.compile(f"{_IF}([^{_THEN}]*){_THEN}([^{_END}]*){_END}")


@dataclass(frozen=True)
class NavigationItem:
    """An entry of the navigation: a page, or a heading with entries under it."""

    title: str
    address: str | None = None
    items: tuple[NavigationItem, ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Navigation:
    """The navigation of an edition, as it was rendered once."""

    rendered: str

    @classmethod
    def render(cls, template: jinja2.Template, items: tuple[NavigationItem, ...]) -> Navigation:
        """Render the template. It gets `root`, and `only(key)` and `end` to put round what few pages have."""
        return cls(template.render(items=items, root=_ROOT, only=lambda key: _IF + key + _THEN, end=_END))

    def on(self, keys: Collection[str], root: str) -> Markup:
        """The navigation as it stands on a page that has `keys`, in a site whose root is `root`."""

        def keep(match: re.Match[str]) -> str:
            return match[2] if unescape(match[1]) in keys else ""

        fitted = _ONLY.sub(keep, self.rendered)
        return Markup(fitted.replace(_ROOT, root))  # noqa: S704  # the template escaped it
