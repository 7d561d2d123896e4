"""The languages of a site beside each other: their links, what they say of themselves, who may be led where.

How a page is in its own language, scripts.py reads. Nothing here knows which languages there are: the folders
of the site, its links and its lists of languages say so themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from tests.gate.fault import Fault
from tests.gate.links import inside, links
from tests.gate.places import MODE, Wrong, place
from tests.gate.scripts import direction, marks_left
from tests.gate.tested import EASY, NOT_FOUND, Tested, alternates_listed, asks_not_to_be_found

_DEFAULT = "x-default"
_OF_OWN_LETTERS = frozenset({"a-to-z"})
"""Kinds of pages whose ids are the letters of a language."""
_SIMPLE = "-simple"
"""How the language of a page in easy read ends (a variant of the language subtag registry, RFC 5646)."""
_BUILD = "Build all editions of the site again, in one build."


def edition_faults(tested: Tested) -> list[Fault]:
    """Every fault of the editions of a site, with what marks of languages are left in its files."""
    found = [
        Fault(address, MODE, "editions", rule, where, message, mend)
        for edition, addresses in tested.editions.items()
        for address in addresses
        for rule, where, message, mend in _page(tested, edition, address)
    ]
    return [*found, *_same_pages(tested), *marks_left(tested.folder)]


def _page(tested: Tested, edition: str, address: str) -> Wrong:
    page = tested.trees[address]
    yield from _language(page, tested.trees.get(edition), _path(edition, address))
    yield from _links_to_languages(tested, address)
    yield from _list_of_languages(tested, edition, address)
    yield from _alternates(tested, edition, address)
    yield from _drafts(tested, edition, address)
    yield from _ids(tested, edition, address)


def _is_in(said: str | None, named: str | None) -> bool:
    """Whether `said` is `named`, or easy read in it: `en-GB-simple` is in `en` (RFC 4647, section 3.3.1)."""
    return said == named or (f"{said}".endswith(_SIMPLE) and f"{said}".startswith(f"{named}-"))


def _language(page: HtmlElement, home: HtmlElement | None, path: str) -> Wrong:
    """A page is in the language of its edition, says if it is easy read, and is read as that language is."""
    said = page.get("lang") or ""
    if said.endswith(_SIMPLE) != path.startswith(EASY):
        message = f"The page says lang=“{said}”: “{_SIMPLE}” belongs to pages in easy read, and to no others."
        yield "lang-of-reading-level", "html", message, f"Let lang end in “{_SIMPLE}” under {EASY} alone."
    if said and home is not None and not _is_in(said, home.get("lang")):
        yield (
            "lang-of-edition",
            "html",
            f"The page says lang=“{said}”, and its home page says “{home.get('lang')}”.",
            "Use the language of the edition; mark parts in another language with lang on the part.",
        )
    runs = direction(said)
    if runs and page.get("dir") in ("ltr", "rtl") and page.get("dir") != runs:
        message = f"The page says dir=“{page.get('dir')}”, and “{said}” is read the other way."
        yield "dir-of-language", "html", message, f'Write <html lang="{said}" dir="{runs}">.'


def _links_to_languages(tested: Tested, address: str) -> Wrong:
    """A link that names a language leads to a page in it."""
    for link in tested.trees[address].xpath("//*[@hreflang and @href]"):
        leads = inside(tested, address, link.get("href"))
        there = tested.trees.get(leads[0]) if leads else None
        named = link.get("hreflang")
        if leads and there is not None and named != _DEFAULT and not _is_in(there.get("lang"), named):
            message = f"The link says hreflang=“{named}”, and /{leads[0]} says lang=“{there.get('lang')}”."
            yield "hreflang-wrong", place(link), message, "Name the language of the page that it leads to."


def _list_of_languages(tested: Tested, edition: str, address: str) -> Wrong:
    """The list of languages says which one this is, and leads to the same page in each of the others."""
    page = tested.trees[address]
    lists = page.xpath("//nav[.//a[@hreflang] or .//*[@aria-current and @lang]]")
    wanted = _published_beside(tested, edition, address)
    if not lists:
        if wanted and not asks_not_to_be_found(page):
            mend = "Begin the page with a list of its languages."
            yield "no-languages", "body", "The page does not lead to its other languages.", mend
        return
    found = set()
    for link in lists[0].xpath(".//a[@hreflang]"):
        leads = inside(tested, address, link.get("href"))
        to = leads[0] if leads else ""
        other = tested.edition_of(to, tested.editions)
        found.add(other)
        # A page for wrong addresses has no address of its own: it leads to the home page.
        path = "" if address.endswith(NOT_FOUND) else _path(edition, address)
        if not leads or to != other + path:
            message = f"The link to another language leads to /{to}, which is another page."
            yield "language-link-elsewhere", place(link), message, "Lead to this page in that language."
    for missing in sorted(wanted - found):
        message = f"The list of languages leaves out /{missing}."
        yield "language-not-listed", place(lists[0]), message, "List every language that is published."
    current = lists[0].xpath(".//*[@aria-current]/@lang")
    if len(current) != 1 or not _is_in(page.get("lang"), current[0]):
        message = f"The list says that this is {', '.join(current) or 'none of its languages'}."
        yield "language-not-current", place(lists[0]), message, "Mark the page's own with aria-current."


def _published_beside(tested: Tested, edition: str, address: str) -> set[str]:
    """The other published editions that have the same page."""
    path = _path(edition, address)
    return {
        other
        for other, own in tested.editions.items()
        if other != edition and not tested.is_draft(other, path) and other + path in own
    }


def _alternates(tested: Tested, edition: str, address: str) -> Wrong:
    """A page names itself in each published language, those name it, and the site map says the same."""
    page = tested.trees[address]
    named = _named(tested, address)
    if not tested.home or asks_not_to_be_found(page) or address.endswith(NOT_FOUND):
        return
    beside = {*_published_beside(tested, edition, address), edition}
    path = _path(edition, address)
    wanted = {tested.trees[one].get("lang"): one + path for one in beside} if len(beside) > 1 else {}
    mend = 'Write <link rel="alternate" hreflang="…"> for each language of this page, itself included.'
    for lang, there in sorted(wanted.items()):
        if named.get(lang) != there:
            message = f"The page does not name /{there} as itself in “{lang}”."
            yield "hreflang-incomplete", "head", message, mend
    if wanted and _DEFAULT not in named:
        message = "The page does not say which language is for all other readers."
        yield "hreflang-incomplete", "head", message, 'Write <link rel="alternate" hreflang="x-default">.'
    for there in sorted({*named.values()} - {address}):
        if there in tested.trees and address not in _named(tested, there).values():
            message = f"The page names /{there} as itself in another language, and that does not name it."
            yield "hreflang-one-way", "head", message, mend
    listed = alternates_listed(tested.folder, tested.home).get(address)
    if listed is not None and listed != named:
        message = "The site map names other languages of the page than the page does."
        yield "hreflang-site-map", "sitemap.xml", message, _BUILD


def _named(tested: Tested, address: str) -> dict[str, str]:
    """What the head of a page names as itself in other languages."""
    found = {}
    for link in tested.trees[address].xpath("//head/link[@hreflang]"):
        leads = inside(tested, address, link.get("href"))
        found[link.get("hreflang")] = leads[0] if leads else link.get("href")
    return found


def _drafts(tested: Tested, edition: str, address: str) -> Wrong:
    """Nobody is led to a translation that is not published, and each of its pages asks not to be found."""
    page = tested.trees[address]
    if tested.is_draft(edition, _path(edition, address)):
        if not asks_not_to_be_found(page):
            mend = 'Write <meta name="robots" content="noindex"> on every page of a draft.'
            yield "draft-to-be-found", "head", "The page belongs to a draft, and may be found.", mend
        return
    for element, link in links(page):
        leads = inside(tested, address, link)
        to = tested.edition_of(leads[0], tested.editions) if leads else ""
        if leads and tested.is_draft(to, _path(to, leads[0])):
            message = f"The link leads to /{leads[0]}, in a draft that is not published."
            yield "draft-linked", place(element), message, "Link to it when the translation is published."


def _ids(tested: Tested, edition: str, address: str) -> Wrong:
    """Links with an anchor hold in every language: what has an id in the source has it in the others."""
    source = tested.trees.get(_path(edition, address)) if edition else None
    if source is None or source.xpath("string(//body/@data-kind)") in _OF_OWN_LETTERS:
        return
    own = set(tested.trees[address].xpath("//@id"))
    for name in sorted(set(source.xpath("//body//@id")) - own):
        message = f"The page in the first language has a part “{name}”, and this one has none."
        yield "id-of-source", name, message, "Give the heading in the translation the id of its original."


def _same_pages(tested: Tested) -> Iterator[Fault]:
    """Every edition has the same pages."""
    source = set(tested.editions[""])
    for edition in tested.translations:
        own = {_path(edition, address) for address in tested.editions[edition]}
        for path in sorted(source - own):
            message = f"The edition in /{edition} lacks the page /{path}."
            yield Fault(edition + path, MODE, "editions", "page-of-source", "the folder", message, _BUILD)
        for path in sorted(own - source):
            message = "The page is in a translation alone."
            yield Fault(edition + path, MODE, "editions", "page-not-of-source", "the folder", message, _BUILD)


def _path(edition: str, address: str) -> str:
    """The address of a page within its edition."""
    return address.removeprefix(edition)
