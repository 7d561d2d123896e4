"""Words in another script than that of their page: do they say their language and direction (WCAG 3.1.2)?

Also what must not be reordered where a page is read from the right, and marks that no reader should be sent.
"""

from __future__ import annotations

import functools
import gzip
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Set
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from lxml.html import HtmlElement

from tests.gate.fault import Fault
from tests.gate.places import MODE, Wrong, place

_NAMES = {
    "Latn": "LATIN",
    "Arab": "ARABIC",
    "Guru": "GURMUKHI",
    "Gujr": "GUJARATI",
    "Beng": "BENGALI",
    "Deva": "DEVANAGARI",
    "Taml": "TAMIL",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Hebr": "HEBREW",
    "Ethi": "ETHIOPIC",
}
"""What Unicode calls letters of a script (ISO 15924)."""
_NOT_WORDS = frozenset({"script", "style", "template", "code", "kbd", "samp", "pre", "desc"})
_FROM_RIGHT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})
_LEAST_LETTERS = 4
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WEB = (
    r"(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|org|com|net|eu|scot|wales|cymru)\b(?:/\S*)?"
)
_PHONE = r"(?<![\w.,/-])(?:\+\d{1,3}|0\d{2,4})(?:[ \u00a0-]\d{2,}){1,4}(?![\w/-])"
_WHOLE_FROM_LEFT = re.compile(f"{_EMAIL}|{_WEB}|{_PHONE}")
_FILE = r"[\w.-]+\.(?:csv|html|json|md|ods|svg|xlsx|xml|yml|zip)\b"
_PROGRAM = r"^\s*[a-z]+(?:-[a-z]+)+\s*$"  # such as html-validate
_NO_LANGUAGE = re.compile(f"{_EMAIL}|{_WEB}|{_FILE}|{_PROGRAM}")
_MARKS = tuple(chr(number).encode() for number in range(0xFDD0, 0xFDD4))
_WORD = re.compile(r"[^\W\d_]+")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2", ".pdf", ".pagefind")
_ESCAPED = re.compile(rb"\\ufdd[0-3]|&#(?:6497[6-9]|xfdd[0-3]);|%ef%b7%9[0-3]", re.IGNORECASE)


@functools.cache
def script(tag: str) -> str:
    """The script of a language tag (ISO 15924), by the likely subtags of CLDR; empty if unknown."""
    parts = tag.split("-")
    if named := [part.title() for part in parts[1:] if len(part) == 4]:
        return named[0]
    likely = get_global("likely_subtags").get(parts[0])
    if likely:
        return next((part for part in likely.split("_") if len(part) == 4), "")
    try:
        return Locale(parts[0]).script or ""
    except (UnknownLocaleError, ValueError):
        return ""


def direction(tag: str) -> str:
    """In which direction a language is read; empty if its script is not known."""
    known = script(tag)
    return ("rtl" if known in _FROM_RIGHT else "ltr") if known else ""


def scripts(page: HtmlElement) -> Wrong:
    """Words in another script, and those that are not translated, say their language and direction."""
    for body in page.iter("body", "title"):
        yield from _walk(body, page.get("lang") or "", page.get("dir") or "")


def _walk(top: HtmlElement, of_page: str, runs_first: str) -> Wrong:
    stack = [(top, of_page, runs_first)]
    while stack:
        element, lang, runs = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _NOT_WORDS:
            continue
        if (own := element.get("lang")) or element.get("data-untranslated"):
            yield from _says_direction(element, own or "", runs)
        lang, runs = own or lang, _direction_inside(element, runs)
        words = " ".join([element.text or "", *(child.tail or "" for child in element)])
        if _is_foreign(words, {lang, of_page}):
            yield (
                "words-unmarked",
                place(element),
                f"The words are in another script than “{lang}”, and do not say their language.",
                'Say it on the element: lang="en" dir="ltr".',
            )
        if runs == "rtl" and (found := _WHOLE_FROM_LEFT.search(words)):
            yield (
                "not-isolated",
                place(element),
                f"“{found[0]}” stands in text that is read from the right: its parts would change places.",
                'Put it into <bdi dir="ltr">.',
            )
        stack += [(child, lang, runs) for child in element]


def _says_direction(element: HtmlElement, lang: str, runs: str) -> Wrong:
    if not lang:
        mend = "Say the language that it was written in with lang."
        yield "untranslated-unmarked", place(element), "What is not translated does not say so.", mend
    wanted = direction(lang)
    in_drawing = any(one.tag == "svg" for one in (element, *element.iterancestors()))
    if wanted and runs and not in_drawing and wanted != (element.get("dir") or runs):
        message = f"The words are in “{lang}”, and are laid out in the direction of the text around them."
        yield "dir-missing", place(element), message, f'Write dir="{wanted}" beside lang.'


def _direction_inside(element: HtmlElement, runs: str) -> str:
    if said := element.get("dir"):
        return str(said)
    return "auto" if element.tag == "bdi" else runs


def _is_foreign(words: str, langs: Set[str]) -> bool:
    """Whether words have no letter of the scripts of the languages, and many of another.

    Proper names need not say their language (WCAG 3.1.2): Latin ones have no long word in small letters.
    """
    own = {_NAMES.get(script(lang)) for lang in langs}
    words = _NO_LANGUAGE.sub(" ", words)
    letters = [one for one in words if one.isalpha()]
    if None in own or len(letters) < _LEAST_LETTERS or own & {_script_of(one) for one in letters}:
        return False
    is_latin = all(_script_of(one) == "LATIN" for one in letters)
    return not is_latin or any(
        len(word) >= _LEAST_LETTERS and word.islower() for word in _WORD.findall(words)
    )


@functools.cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def marks_left(folder: Path) -> Iterator[Fault]:
    """Files with a mark by which a build knows languages: it is no character, and tells nobody anything."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and (where := _holds_mark(file.name, file.read_bytes())):
            yield Fault(
                file.relative_to(folder).as_posix().removesuffix("index.html"),
                MODE,
                "editions",
                "mark-left",
                where,
                "The file holds a mark for languages (U+FDD0 to U+FDD3).",
                "Let the words go through plainplan.language.bare or plainplan.render.foreign.tell.",
            )


def _holds_mark(name: str, content: bytes) -> str:
    """Where in a file a mark stands; empty if nowhere. The bytes of a picture can be anything."""
    if name.endswith(_PICTURES):
        return ""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            found = (_holds_mark(f"{name}: {one}", parts.read(one)) for one in parts.namelist())
            return next((where for where in found if where), "")
    has = any(mark in content for mark in _MARKS) or _ESCAPED.search(content)
    return name if has else ""
