"""The language and the direction of words in OpenDocument."""

from __future__ import annotations

from lxml import etree

from plainplan.formats.office.names import SPACES, made, name, one
from plainplan.formats.office.tongues import Tongue, Tongues, whole_tag

_LINK = "Internet_20_link"


def say_languages(content: etree._Element, tongues: Tongues) -> None:
    """Put a span of its language round all words between signs."""
    if not tongues.known:
        return
    for paragraph in list(content.iter(name("text:p"), name("text:h"))):
        open_: list[Tongue] = []
        _inside(paragraph, tongues, open_)
    styles = one(content, "office:automatic-styles")
    for tongue in tongues.known:
        styles.append(_style(tongue, tongues))


def _inside(element: etree._Element, tongues: Tongues, open_: list[Tongue]) -> None:
    children = list(element)
    text, spans = _spans(element.text, tongues, open_)
    element.text = text
    for place, span in enumerate(spans):
        element.insert(place, span)
    for child in children:
        _inside(child, tongues, open_)
        tail, spans = _spans(child.tail, tongues, open_)
        child.tail = tail
        for span in reversed(spans):
            child.addnext(span)


def _spans(
    text: str | None, tongues: Tongues, open_: list[Tongue]
) -> tuple[str | None, list[etree._Element]]:
    """The words before the first that are in another language, and those with all after them."""
    if not text:
        return text, []
    before, found = "", []
    for words, tongue in tongues.spans(text, open_):
        if tongue != tongues.own:
            span = made("text:span", text__style_name=_name(tongue, tongues))
            span.text = words
            found.append(span)
        elif found:
            found[-1].tail = (found[-1].tail or "") + words
        else:
            before += words
    return before, found


def _name(tongue: Tongue, tongues: Tongues) -> str:
    return f"Language{tongues.known.index(tongue) + 1}"


def _style(tongue: Tongue, tongues: Tongues) -> etree._Element:
    language, _, country = whole_tag(tongue.language).partition("-")
    style = made("style:style", style__name=_name(tongue, tongues), style__family="text")
    style.append(
        made(
            "style:text-properties",
            fo__language=language,
            fo__country=country or "none",
            style__language_asian=language,
            style__country_asian=country or "none",
            style__language_complex=language,
            style__country_complex=country or "none",
        )
    )
    return style


def mark_links(content: etree._Element) -> None:
    """All links look like links: pandoc gives those inside of the document no style of their own."""
    for link in content.iterfind(".//text:a", SPACES):
        for span in link.iterfind("text:span", SPACES):
            if span.get(name("text:style-name")) == "Definition":
                span.set(name("text:style-name"), _LINK)
