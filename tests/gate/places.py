"""How the checks of HTML say where on a page something stands."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

MODE = "in the HTML"
Wrong = Iterator[tuple[str, str, str, str]]
"""Rule, place, message and mend of each fault of a page."""


def place(element: HtmlElement) -> str:
    """Where an element stands: a selector, and how it begins."""
    steps: list[str] = []
    for one in (element, *element.iterancestors()):
        if one.get("id"):
            steps.append(f"{one.tag}#{one.get('id')}")
            break
        steps.append(_step(one))
    return f"{' > '.join(reversed(steps))}  {_snippet(element)}"


def _step(element: HtmlElement) -> str:
    parent = element.getparent()
    same = [] if parent is None else [one for one in parent if one.tag == element.tag]
    return f"{element.tag}:nth-of-type({same.index(element) + 1})" if len(same) > 1 else str(element.tag)


def _snippet(element: HtmlElement) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    text = " ".join(element.text_content().split())
    opened = f"<{element.tag}{attributes}>"
    return f"{opened[:120]}{text[:60]}{'…' if len(text) > 60 else ''}"
