"""Links: those of the site lead somewhere, and nothing is asked of another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from tests.gate.fault import Fault
from tests.gate.places import MODE, place
from tests.gate.tested import Tested

_HERE = "http://here"
_KNOWN = frozenset({"https", "mailto", "tel"})
_ASKING = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "form": ("action",),
    "image": ("href",),
    "use": ("href",),
}
"""What makes a browser ask for something, by element; a <link> does by its rel."""
_LINKS_THAT_ASK = frozenset(
    {
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "manifest",
    }
)
_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:[a-z]+:)?//[^"')\s]+)""", re.IGNORECASE)


def links(page: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Everything that a page links to or asks for."""
    for element, attribute, link, _ in page.iterlinks():
        if element.tag in ("a", "img", "link", "script", "form") and attribute in ("href", "src", "action"):
            yield element, link


def inside(tested: Tested, address: str, link: str) -> tuple[str, str] | None:
    """The address and the anchor that a link of a page leads to, or nothing if that is not of this site."""
    whole = urljoin(f"{_HERE}{tested.mount}{address}", link.strip())
    if tested.home and whole.startswith(tested.home):
        whole = f"{_HERE}{tested.mount}{whole.removeprefix(tested.home)}"
    parts = urlsplit(whole)
    if f"{parts.scheme}://{parts.netloc}" != _HERE:
        return None
    return unquote(parts.path).removeprefix(tested.mount), unquote(parts.fragment)


def link_faults(tested: Tested) -> list[Fault]:
    """Links that lead nowhere, or that no browser should follow."""
    anchors = {address: set(page.xpath("//@id")) for address, page in tested.trees.items()}
    return [
        fault
        for address, page in tested.trees.items()
        for element, link in links(page)
        if (fault := _wrong_link(tested, anchors, address, element, link)) is not None
    ]


def _wrong_link(
    tested: Tested, anchors: Mapping[str, set[str]], address: str, element: HtmlElement, link: str
) -> Fault | None:
    leads = inside(tested, address, link)
    if leads is None:
        scheme = urlsplit(link.strip()).scheme
        if element.tag == "a" and scheme not in _KNOWN:
            message = f"The link leads to {link}: readers can follow https, mailto and tel."
            mend = "Write the address with https:// if it has one; if not, link to a page about it."
            return Fault(address, MODE, "links", "scheme", place(element), message, mend)
        return None
    target, anchor = leads
    known = anchors.get(target)
    if known is None:
        if (tested.folder / target).is_file() or (tested.folder / target / "index.html").is_file():
            return None
        message, rule = f"The link leads to /{target}, and there is no such page.", "broken"
        mend = "Link to a page that is there; `plainplan check` names the file and the line."
    elif anchor and anchor not in known:
        message, rule = f"The link leads to /{target}#{anchor}, and that page has no such part.", "anchor"
        mend = f"Link to an id that is on /{target}, or leave #{anchor} out."
    else:
        return None
    return Fault(address, MODE, "links", rule, place(element), message, mend)


def third_party_faults(tested: Tested) -> list[Fault]:
    """What would make a browser ask another host for something, in pages and in style sheets."""
    faults = []
    for address, page in tested.trees.items():
        for element, link in _asks(page):
            if urlsplit(link).scheme != "data" and inside(tested, address, link) is None:
                faults.append(_third_party(address, place(element), link))
    for sheet in sorted(tested.folder.rglob("*.css")):
        for link in _IN_STYLE.findall(sheet.read_text(encoding="utf-8")):
            faults.append(_third_party(sheet.relative_to(tested.folder).as_posix(), "the style sheet", link))
    return faults


def _asks(page: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        names = _ASKING.get(element.tag, ())
        if element.tag == "link" and _LINKS_THAT_ASK & set((element.get("rel") or "").lower().split()):
            names = ("href",)
        for name in names:
            text = element.get(name) or ""
            parts = (
                [part.split()[0] for part in text.split(",") if part.split()] if name == "srcset" else [text]
            )
            yield from ((element, part) for part in parts if part)
        if element.get("style") or element.tag == "style":
            said = f"{element.get('style', '')} {element.text or ''}"
            yield from ((element, link) for link in _IN_STYLE.findall(said))


def _third_party(page: str, where: str, link: str) -> Fault:
    message = f"A browser would ask another host for {link}, and tell it who reads this."
    return Fault(
        page, MODE, "links", "third-party", where, message, "Keep the file in this site, and link to it here."
    )
