"""Whether pages and their parts say the language that they are in, so that they are spoken rightly."""

from __future__ import annotations

import functools
import re

from babel import Locale
from lxml.html import HtmlElement

from tests.gate.places import Wrong, place

_WORDS = {
    # The commonest words of each language that are none in the others: enough to tell a page from another.
    "en": {
        "the",
        "and",
        "of",
        "to",
        "for",
        "is",
        "are",
        "that",
        "with",
        "we",
        "by",
        "from",
        "this",
        "be",
        "our",
    },
    "cy": {
        "yr",
        "yn",
        "ac",
        "ar",
        "ein",
        "gyda",
        "mae",
        "sydd",
        "wedi",
        "fydd",
        "hyn",
        "gan",
        "ni",
        "eu",
        "neu",
    },
    "pl": {
        "się",
        "na",
        "jest",
        "nie",
        "są",
        "od",
        "dla",
        "oraz",
        "przez",
        "po",
        "że",
        "tym",
        "jak",
        "lub",
        "które",
    },
}
_ENOUGH_WORDS = 20


def language(page: HtmlElement) -> Wrong:
    """The page and its parts say their language, and in which direction it runs (WCAG 3.1.1, 3.1.2)."""
    if not page.get("lang"):
        yield "no-lang", "html", "The page does not say its language.", 'Write <html lang="en">.'
    if page.get("dir") not in ("ltr", "rtl"):
        mend = 'Write <html dir="ltr">, or "rtl" for a language like Urdu.'
        yield "no-dir", "html", "The page does not say in which direction it is read.", mend
    for element in page.xpath("//*[@lang]"):
        if not is_language(element.get("lang")):
            message = f"“{element.get('lang')}” is no language."
            yield "lang-unknown", place(element), message, "Use a code such as en, en-GB, cy or ur."
    for lang, words in _text_by_language(page).items():
        own = lang.partition("-")[0]
        if own not in _WORDS or len(words) < _ENOUGH_WORDS:
            continue
        counts = {name: sum(word in known for word in words) for name, known in _WORDS.items()}
        seems = max(counts, key=lambda name: counts[name])
        if seems != own and counts[seems] > 2 * counts[own] + 2:
            found = page if page.get("lang") == lang else page.xpath("//*[@lang=$lang]", lang=lang)[0]
            yield (
                "lang-wrong",
                "html" if found is page else place(found),
                f"The language is said to be “{lang}”, and the words look like “{seems}”.",
                f'Write lang="{seems}": a screen reader speaks by it.',
            )


def _text_by_language(page: HtmlElement) -> dict[str, list[str]]:
    """The words of a page by the language that they are said to be in."""
    found: dict[str, list[str]] = {}
    stack: list[tuple[HtmlElement, str]] = [(body, page.get("lang") or "") for body in page.iter("body")]
    while stack:
        element, outer = stack.pop()
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "template", "svg", "code"):
            continue
        lang = element.get("lang") or outer
        texts = [element.text or "", *(child.tail or "" for child in element)]
        found.setdefault(lang, []).extend(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", " ".join(texts).casefold()))
        stack += [(child, lang) for child in element]
    return found


@functools.cache
def is_language(tag: str) -> bool:
    """Whether a language tag is one that exists: en, en-GB, pa-Guru (BCP 47, without its rarer parts).

    Easy read has the variant `simple`, as in en-GB-simple.
    """
    known = Locale("en")
    language, *rest = tag.removesuffix("-simple").split("-")
    if language not in known.languages:
        return False
    return all(
        part.title() in known.scripts
        if len(part) == 4 and part.isalpha()
        else part.isupper() and part in known.territories
        for part in rest
    )
