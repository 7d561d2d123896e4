"""The language and the direction of words in Word."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from plainplan.formats.office.tongues import Tongue, Tongues, whole_tag

_AFTER_RTL = tuple(qn(f"w:{name}") for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def say_languages(word: WordDocument, tongues: Tongues) -> None:
    """Make properties of runs of the signs that stand round words of other languages."""
    if not tongues.known:
        return
    for paragraph in word.element.body.iter(qn("w:p")):
        open_: list[Tongue] = []
        found: set[Tongue] = set()
        for text in list(paragraph.iter(qn("w:t"))):
            found |= _divide(text, tongues, open_)
        left = found and all(tongue.direction == "ltr" for tongue in found)
        if (
            left
            and tongues.own.direction == "rtl"
            and all(one.language != tongues.own.language for one in found)
        ):
            for bidi in paragraph.findall(f"{qn('w:pPr')}/{qn('w:bidi')}"):
                bidi.getparent().remove(bidi)


def _divide(text: Any, tongues: Tongues, open_: list[Tongue]) -> set[Tongue]:
    """Put a run for each of its languages in place of the run that holds a text."""
    run = text.getparent()
    pieces = list(tongues.spans(text.text or "", open_))
    for words, tongue in pieces:
        made = deepcopy(run)
        own = next(made.iter(qn("w:t")))
        own.text = words
        own.set(_SPACE, "preserve")
        if tongue != tongues.own:
            _say(made, tongue)
        run.addprevious(made)
    run.getparent().remove(run)
    return {tongue for words, tongue in pieces if words.strip()}


def _say(run: Any, tongue: Tongue) -> None:
    properties = run.get_or_add_rPr()
    for name in ("w:lang", "w:rtl"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    if tongue.direction == "rtl":
        _insert(properties, OxmlElement("w:rtl"), _AFTER_RTL)
    said = OxmlElement("w:lang")
    for name in ("val", "bidi"):
        said.set(qn(f"w:{name}"), whole_tag(tongue.language))
    _insert(properties, said, _AFTER_RTL[3:])


def _insert(properties: etree._Element, made: etree._Element, before: tuple[str, ...]) -> None:
    later = next((one for one in properties if one.tag in before), None)
    if later is None:
        properties.append(made)
    else:
        later.addprevious(made)
