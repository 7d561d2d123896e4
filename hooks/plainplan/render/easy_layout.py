"""Lays a page in easy read out: each picture beside its words, each hard word linked to its meaning.

Sources: the guidance on easy read of the UK government (pictures left of the words), and of Inclusion Europe
(explain hard words).
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

from plainplan import addresses
from plainplan.language import bare
from plainplan.model import Term

_WORDS = frozenset({"p", "ul", "ol"})


def lay_out(root: HtmlElement) -> None:
    """Put each picture that stands alone into one block with the words after it."""
    words: HtmlElement | None = None
    for child in list(root):
        if child.tag == "img" and "pp-picture" in child.get("class", "").split():
            words = _block(child)
        elif child.tag in _WORDS and not child.get("class") and words is not None:
            words.append(child)
        else:
            words = None


def _block(picture: HtmlElement) -> HtmlElement:
    """A block in place of a picture. Returns where its words go."""
    block = html.Element("div", {"class": "pp-easy"})
    picture.addprevious(block)
    picture.tail = None
    beside = html.Element("div", {"class": "pp-easy__picture"})
    beside.append(picture)
    words = html.Element("div", {"class": "pp-easy__words"})
    block.extend([beside, words])
    return words


def link_hard_words(root: HtmlElement, terms: Iterable[Term], page: str) -> None:
    """Link each word in bold to its meaning, where it stands first on the page with that address."""
    if page == addresses.EASY_WORDS:
        return
    known = {form: term.id for term in terms if term.easy and term.picture for form in _forms(term)}
    done: set[str] = set()
    for strong in root.iter("strong"):
        term = known.get(_folded(strong.text_content()))
        if term is None or term in done or _is_linked(strong):
            continue
        done.add(term)
        target = f"{addresses.EASY_WORDS}#{addresses.term_anchor(term)}"
        link = html.Element("a", {"class": "pp-hard", "href": addresses.relative(target, page)})
        link.text, strong.text = strong.text, None
        link.extend(list(strong))
        strong.append(link)


def _is_linked(element: HtmlElement) -> bool:
    """Whether it stands in a link, or holds one."""
    return any(one.tag == "a" for one in (*element.iterancestors(), *element.iterdescendants()))


def _forms(term: Term) -> Iterable[str]:
    return (_folded(form) for form in (term.term, term.short, *term.also) if form)


def _folded(words: str) -> str:
    return " ".join(bare(words).casefold().split())
