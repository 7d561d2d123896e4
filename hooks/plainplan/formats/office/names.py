"""The namespaces of OpenDocument."""

from __future__ import annotations

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def name(short: str) -> str:
    """A name with its namespace: `text:p`."""
    space, _, local = short.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def one(parent: etree._Element, path: str) -> etree._Element:
    """The first element at a path below another. Raises ValueError where there is none."""
    found = parent.find(path, SPACES)
    if found is None:
        raise ValueError(f"{path} is missing")
    return found


def made(short: str, **attributes: str) -> etree._Element:
    """A new element. Names of attributes have two underscores for the colon, one for a hyphen."""
    return etree.Element(
        name(short),
        {name(key.replace("__", ":").replace("_", "-")): value for key, value in attributes.items()},
    )
