"""Moves the finished contents of several pages on to one: no id twice, and every link leads where it led."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from plainplan import addresses, trees
from plainplan.language import bare
from plainplan.render.pages import Page

DEEPEST = 6
_TOP = "start-of-page"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMING = frozenset(
    {
        "aria-activedescendant",
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-errormessage",
        "aria-flowto",
        "aria-labelledby",
        "aria-owns",
        "for",
        "form",
        "headers",
        "id",
        "list",
        "popovertarget",
    }
)
"""Attributes that hold ids."""
_LINKING = frozenset({"action", "data", "href", "poster", "src", "xlink:href"})
_OF_ITS_OWN_PAGE = ("pp-take", "pp-figure__take", "pp-chart--history", "pp-chart--wide")
"""Classes of what is left out: links to the files of one page or chart, pictures of what a list says beside
them, and the larger of two drawings, since the other one can be read on a screen and a sheet of any size."""
_URL = re.compile(r"url\(#([^)]+)\)")
_ROLES = {"nav": "navigation", "aside": "complementary", "section": "region", "form": "form"}
_LANDMARKS = frozenset({*_ROLES.values(), "search"})


@dataclass(frozen=True)
class Placed:
    """The content of a page with its place on the other one.

    `anchor` is the id of its heading there, which is of `level`. `ids` are those that it had on its own page.
    """

    page: Page
    anchor: str
    level: int
    root: HtmlElement
    ids: frozenset[str]

    def renamed(self, name: str) -> str:
        """An id of the page as it is there. One that the content has not belongs to the theme, and stays."""
        if name == _TOP:
            return self.anchor
        return f"{self.anchor}--{name}" if name in self.ids and self.anchor != _TOP else name


def place(page: Page, content: str, anchor: str, level: int, without: frozenset[str] = frozenset()) -> Placed:
    """Give a page its place. What stands under headings with an id in `without` is left out."""
    root = trees.parse(content)
    _cut(root, without)
    for name in _OF_ITS_OWN_PAGE:
        for element in root.find_class(name):
            element.drop_tree()
    ids = frozenset(name for element in root.iter() if (name := element.get("id")))
    return Placed(page, anchor, level, root, ids)


def place_first(page: Page, content: str) -> Placed:
    """The page that the others come to: its headings and ids stay."""
    return place(page, content, _TOP, 1)


def join(placed: Sequence[Placed]) -> None:
    """Fit the contents together in place. The first is that of the page to which the others come."""
    known = {one.page.address: one for one in placed}
    here = placed[0].page.address
    terms: set[str] = set()
    for one in placed:
        for element in one.root.iter():
            if isinstance(element.tag, str):
                _fit(element, one, known, here)
        _link_terms_once(one.root, terms)
    _tell_apart(placed)


def _cut(root: HtmlElement, names: frozenset[str]) -> None:
    cutting = 0
    for child in list(root):
        level = int(child.tag[1]) if child.tag in _HEADINGS else 0
        if level and (not cutting or level <= cutting):
            cutting = level if child.get("id") in names else 0
        if cutting:
            root.remove(child)


def _fit(element: HtmlElement, placed: Placed, known: Mapping[str, Placed], here: str) -> None:
    if element.tag in _HEADINGS:
        element.tag = f"h{min(placed.level + int(element.tag[1]) - 1, DEEPEST)}"
    elif element.tag == "details":
        element.set("open")  # or paper would lack what is in it
    for name, value in element.items():
        if name in _NAMING:
            element.set(name, " ".join(placed.renamed(one) for one in value.split()))
        elif name in _LINKING:
            element.set(name, _link(value, placed, known, here))
        elif name == "srcset":
            element.set(name, _picture_set(value, placed, known, here))
        elif "url(#" in value:
            element.set(name, _URL.sub(lambda match: f"url(#{placed.renamed(match[1])})", value))


def _picture_set(value: str, placed: Placed, known: Mapping[str, Placed], here: str) -> str:
    found = (picture.split(None, 1) for picture in value.split(",") if picture.strip())
    return ", ".join(" ".join([_link(link, placed, known, here), *width]) for link, *width in found)


def _link(value: str, placed: Placed, known: Mapping[str, Placed], here: str) -> str:
    """Where a link of a page leads from `here`: to a place on it, if what it leads to is there."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return value
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return value
    target = _resolve(placed.page.address, parts.path) if parts.path else placed.page.address
    anchor, found = unquote(parts.fragment), known.get(unquote(target))
    if found and not parts.query:
        if not anchor:
            return f"#{found.anchor}"
        if anchor == _TOP or anchor in found.ids:
            return f"#{found.renamed(anchor)}"
    link = addresses.relative(target, here)
    return parts._replace(path=link).geturl()


def _resolve(address: str, path: str) -> str:
    """`../law/` on `about/` is `law/`. What leads out of this edition keeps its first dots."""
    whole = posixpath.normpath(posixpath.join(address, path))
    if whole == ".":
        return ""
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return f"{whole}/" if is_folder else whole


def _link_terms_once(root: HtmlElement, done: set[str]) -> None:
    """Keep a link to the glossary on the first use in all (as `TermMarker` does on a page)."""
    for link in list(root.iter("a")):
        if "pp-term" in link.get("class", "").split():
            if link.get("href") in done and link.get("lang"):
                link.tag = "span"  # what it says of its language holds without the link
                for name in ("href", "class"):
                    del link.attrib[name]
            elif link.get("href") in done:
                link.drop_tag()
            else:
                done.add(link.get("href", ""))


def _tell_apart(placed: Sequence[Placed]) -> None:
    """Landmarks and tables whose names are the same get the title of their page (axe: landmark-unique)."""
    named = [(element, one, *_name(element, one)) for one in placed for element in _named(one.root)]
    times = Counter((role, name) for *_, role, name in named)
    taken = {key for key, number in times.items() if number == 1}
    for element, one, role, name in named:
        if times[role, name] > 1:
            _add_to_name(element, _unused(role, name, _addition(name, one.page.title), taken), one.anchor)


def _named(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        has_name = element.get("aria-label") or element.get("aria-labelledby")
        needs_name = element.tag in ("nav", "aside")
        if element.tag == "caption" or (_role(element) in _LANDMARKS and (has_name or needs_name)):
            yield element


def _role(element: HtmlElement) -> str:
    return str(element.get("role") or _ROLES.get(element.tag, element.tag))


def _name(element: HtmlElement, placed: Placed) -> tuple[str, str]:
    if element.tag == "caption":
        return "caption", _text(element)
    if labels := element.get("aria-labelledby"):
        found = [placed.root.get_element_by_id(label, None) for label in labels.split()]
        return _role(element), " ".join(_text(label) for label in found if label is not None)
    return _role(element), element.get("aria-label", "")


def _addition(name: str, title: str) -> str:
    if bare(title) in bare(name):
        return ""
    return f": {title}" if name else title


def _unused(role: str, name: str, added: str, taken: set[tuple[str, str]]) -> str:
    number, free = 1, added
    while (role, name + free) in taken:
        number += 1
        free = f"{added} ({number})"
    taken.add((role, name + free))
    return free


def _add_to_name(element: HtmlElement, added: str, anchor: str) -> None:
    if not added:
        return
    if element.tag == "caption":
        if len(element):
            element[-1].tail = (element[-1].tail or "") + added
        else:
            element.text = (element.text or "") + added
    elif labels := element.get("aria-labelledby"):
        element.set("aria-labelledby", f"{labels} {anchor}")
    else:
        element.set("aria-label", element.get("aria-label", "") + added)


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
