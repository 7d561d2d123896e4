"""How pages are made, read from their HTML: what a screen reader goes by, and what a search engine shows."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from tests.gate.fault import Fault
from tests.gate.language import language
from tests.gate.places import MODE, Wrong, place
from tests.gate.scripts import scripts
from tests.gate.tested import NOT_FOUND, Tested

_VAGUE = {
    "en": {
        *(
            "click",
            "click here",
            "click this",
            "click this link",
            "press here",
            "go",
            "here",
            "see here",
            "read here",
        ),
        *("link", "this", "this document", "this link", "this page", "this site", "this website", "website"),
        *("more", "more details", "more info", "more information", "details", "info", "information"),
        *("learn more", "find out more", "read more", "see more", "view more", "read on", "view", "continue"),
        *("download", "follow this link"),
    },
    "cy": {"clicio yma", "cliciwch yma", "darllen mwy", "dolen", "manylion", "mwy", "rhagor", "yma"},
    "pl": {"czytaj dalej", "czytaj więcej", "kliknij", "kliknij tutaj", "szczegóły", "tu", "tutaj", "więcej"},
    "ur": {"تفصیل", "لنک", "مزید", "مزید پڑھیں", "یہاں", "یہاں کلک کریں", "یہ صفحہ"},
    "pa": {"ਇੱਥੇ", "ਇੱਥੇ ਕਲਿੱਕ ਕਰੋ", "ਹੋਰ", "ਹੋਰ ਪੜ੍ਹੋ", "ਲਿੰਕ", "ਵੇਰਵੇ"},
    "gu": {"અહીં", "અહીં ક્લિક કરો", "લિંક", "વધુ", "વધુ વાંચો", "વિગતો"},
}
"""Words of links that lead nowhere in particular, by language. Those in English count in all."""
_NO_WORDS = re.compile(r"[!-/:-@\[-`{-~«»“”‘’…→←›‹،۔।]+")
"""Signs beside words. Not all that is no letter: the vowels of some scripts are marks."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SECTIONING = ("article", "aside", "main", "nav", "section")
_FOCUSABLE = (
    "a[@href] | //body//button[not(@disabled)] | //body//input[not(@type='hidden') and not(@disabled)] | "
    "//body//select | //body//textarea | //body//summary | //body//*[@tabindex >= 0]"
)


def structure_faults(tested: Tested) -> list[Fault]:
    """Every fault of every page, and those that only show when pages are compared."""
    faults = [
        Fault(address, MODE, "structure", rule, where, message, mend)
        for address, page in tested.trees.items()
        for check in CHECKS
        for rule, where, message, mend in check(page)
    ]
    return [*faults, *_titles(tested)]


def _named(element: HtmlElement) -> str:
    """The name of a landmark or a link, as far as the HTML tells it (simplified from accname-1.2)."""
    by = (element.get("aria-labelledby") or "").split()
    if by:
        root = element.getroottree().getroot()
        found = [one for name in by for one in root.xpath("//*[@id=$name]", name=name)]
        return " ".join(" ".join(one.text_content().split()) for one in found)
    if label := (element.get("aria-label") or "").strip():
        return label
    parts = [element.text_content(), *element.xpath(".//img/@alt"), *element.xpath(".//*/@aria-label")]
    return " ".join(" ".join(parts).split())


def headings(page: HtmlElement) -> Wrong:
    """One h1, before all others; no level skipped; no heading empty (WCAG 1.3.1, 2.4.6)."""
    found = [one for one in page.iter(*_HEADINGS) if not _hidden(one)]
    tops = [one for one in found if one.tag == "h1"]
    if not tops:
        mend = "Begin the page with one heading of level 1: its title."
        yield "no-h1", "body", "The page has no heading of level 1.", mend
    for one in tops[1:]:
        yield "second-h1", place(one), "The page has a second heading of level 1.", "Make it level 2."
    if tops and found[0] is not tops[0] and not _before_main(found[0]):
        yield (
            "h1-late",
            place(found[0]),
            f"A heading of level {found[0].tag[1]} comes before the page's own.",
            "Put it after the title, or make it plain text.",
        )
    for one, two in itertools.pairwise(found):
        if int(two.tag[1]) > int(one.tag[1]) + 1:
            yield (
                "heading-skipped",
                place(two),
                f"After a heading of level {one.tag[1]} comes one of level {two.tag[1]}.",
                f"Make it level {int(one.tag[1]) + 1}.",
            )
    for one in found:
        if not _named(one):
            yield "heading-empty", place(one), "A heading says nothing.", "Write it, or take it out."


def _before_main(element: HtmlElement) -> bool:
    return not any(parent.tag == "main" for parent in element.iterancestors())


def _hidden(element: HtmlElement) -> bool:
    own = (element, *element.iterancestors())
    return any(one.get("hidden") is not None for one in own)


def landmarks(page: HtmlElement) -> Wrong:
    """One main, one header and one footer of the page; each nav with its own name (WCAG 1.3.1, 2.4.1)."""
    for name, tops in (
        ("main", page.xpath("//main | //*[@role='main']")),
        ("header", [one for one in page.xpath("//header") if _of_page(one)]),
        ("footer", [one for one in page.xpath("//footer") if _of_page(one)]),
    ):
        if not tops and not (name == "header" and _is_embedded(page)):
            yield f"no-{name}", "body", f"The page has no <{name}>.", f"Put its {name} part into one."
        for one in tops[1:]:
            mend = f"Join both, or make this one a <div> or a <section>: a page has one <{name}>."
            yield f"second-{name}", place(one), f"The page has a second <{name}>.", mend
    navigations = page.xpath("//nav | //*[@role='navigation']")
    names = Counter(
        (one.get("aria-label") or one.get("aria-labelledby") or "").strip() for one in navigations
    )
    for one in navigations:
        name = (one.get("aria-label") or one.get("aria-labelledby") or "").strip()
        if not name:
            mend = 'Say what it leads through: <nav aria-label="Breadcrumbs">.'
            yield "nav-unnamed", place(one), "A navigation has no name.", mend
        elif names[name] > 1:
            mend = "Give each a name of its own."
            yield "nav-name-twice", place(one), f"Two navigations are called “{name}”.", mend


def _is_embedded(page: HtmlElement) -> bool:
    """A chart that stands on the pages of other sites: it begins with its main part."""
    return bool(page.xpath("//body[@data-kind='embed'][*[1][self::main]][not(.//nav)]"))


def _of_page(element: HtmlElement) -> bool:
    return not any(parent.tag in _SECTIONING for parent in element.iterancestors())


def skip_link(page: HtmlElement) -> Wrong:
    """The first thing that takes focus leads to the main part (WCAG 2.4.1).

    A chart for other sites has nothing before its main part that could be skipped.
    """
    if _is_embedded(page):
        return
    first = next(iter(page.xpath(f"//body//{_FOCUSABLE}")), None)
    mend = 'Begin the page with <a href="#main">Skip to the content</a>, and give <main> id="main".'
    if first is None or first.tag != "a" or not first.get("href", "").startswith("#"):
        where = "body" if first is None else place(first)
        yield "no-skip-link", where, "The page does not begin with a link to its main part.", mend
        return
    target = page.xpath("//*[@id=$name]", name=first.get("href")[1:])
    if not target:
        yield "skip-link-broken", place(first), "The skip link leads to no part of the page.", mend
    elif target[0].tag != "main" and not any(one.tag == "main" for one in target[0].iterancestors()):
        yield "skip-link-elsewhere", place(first), "The skip link does not lead into the main part.", mend


def link_words(page: HtmlElement) -> Wrong:
    """A link says where it leads, also to those who hear it alone (WCAG 2.4.4)."""
    for link in page.iter("a"):
        if link.get("href") is None:
            continue
        name = _named(link)
        bare = " ".join(_NO_WORDS.sub(" ", name).split()).casefold()
        if not name:
            yield "link-empty", place(link), "A link has no words.", "Write where it leads."
        elif bare in _VAGUE["en"] | _VAGUE.get(_language_of(link), set()):
            mend = "Write where it leads, so that it makes sense alone: “Read the budget for 2026 to 2027”."
            yield "link-vague", place(link), f"A link says only “{name}”.", mend
        elif re.match(r"https?://|www\.", name):
            mend = "Write what is there: an address is read out letter by letter."
            yield "link-address", place(link), "A link is a bare web address.", mend


def _language_of(element: HtmlElement) -> str:
    """The language of an element, without script and region."""
    said = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
    return str(said).partition("-")[0]


def images(page: HtmlElement) -> Wrong:
    """An image says in words what it shows, or that it only decorates (WCAG 1.1.1)."""
    mend = 'Write alt="what it shows", or alt="" if it only decorates.'
    for image in page.xpath("//img | //input[@type='image'] | //area"):
        alt = image.get("alt")
        if alt is None:
            yield "no-alt", place(image), "An image has no alternative text.", mend
        elif re.search(r"\.(jpe?g|png|gif|svg|webp|avif)$", alt.strip(), re.IGNORECASE):
            yield "alt-file-name", place(image), "The alternative text is the name of a file.", mend
    for drawing in page.xpath("//svg"):
        named = _named(drawing) or drawing.findtext("title")
        hidden = drawing.get("aria-hidden") == "true" or any(
            one.get("aria-hidden") == "true" for one in drawing.iterancestors()
        )
        if not hidden and not (drawing.get("role") == "img" and named):
            yield (
                "svg-unnamed",
                place(drawing),
                "A drawing has no name.",
                'Write role="img" and aria-label, or aria-hidden="true" if it only decorates.',
            )


def tables(page: HtmlElement) -> Wrong:
    """A table says what it is about, and which cells are headers of what (WCAG 1.3.1)."""
    for table in page.iter("table"):
        if table.get("role") in ("presentation", "none"):
            mend = "Lay it out with style: a table is for data."
            yield "table-for-layout", place(table), "A table is used for layout.", mend
            continue
        caption = table.find("caption")
        if caption is None or not caption.text_content().strip():
            yield "no-caption", place(table), "A table has no caption.", "Say in <caption> what it shows."
        headers = list(table.iter("th"))
        if not headers:
            mend = 'Write the first row as headers: <th scope="col">.'
            yield "no-headers", place(table), "A table has no headers.", mend
        for header in headers:
            if header.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                mend = 'Write scope="col" for a column, scope="row" for a row.'
                yield "no-scope", place(header), "A header does not say what it is the header of.", mend


def ids(page: HtmlElement) -> Wrong:
    """An id names one element: links and labels go by it."""
    for name, number in Counter(page.xpath("//@id")).items():
        if number > 1 or not name.strip():
            second = page.xpath("//*[@id=$name]", name=name)[-1]
            yield (
                "id-twice",
                place(second),
                f"The id “{name}” is used {number} times.",
                "Give each its own; in a chapter, reword one of the two headings.",
            )
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "list"):
        for element in page.xpath(f"//*[@{attribute}]"):
            for name in element.get(attribute).split():
                if not page.xpath("//*[@id=$name]", name=name):
                    message = f"{attribute} names “{name}”, and nothing has that id."
                    yield "id-missing", place(element), message, "Name an id that is on the page."


def order(page: HtmlElement) -> Wrong:
    """Focus goes as the page is read (WCAG 2.4.3)."""
    for element in page.xpath("//*[@tabindex > 0]"):
        yield (
            "tabindex",
            place(element),
            f'tabindex="{element.get("tabindex")}" takes it out of the order of the page.',
            'Leave tabindex out, or write tabindex="0".',
        )


CHECKS: tuple[Callable[[HtmlElement], Wrong], ...] = (
    headings,
    landmarks,
    skip_link,
    link_words,
    images,
    tables,
    ids,
    order,
    language,
    scripts,
)
"""What is checked page by page."""


def _titles(tested: Tested) -> Iterator[Fault]:
    """Each page has a title of its own among those of its edition (WCAG 2.4.2)."""
    for addresses in tested.editions.values():
        yield from _titles_of({address: tested.trees[address] for address in addresses})


def _titles_of(pages: dict[str, HtmlElement]) -> Iterator[Fault]:
    said = {address: " ".join((page.findtext("head/title") or "").split()) for address, page in pages.items()}
    numbers = Counter(said.values())
    for address, title in said.items():
        if not title:
            yield Fault(
                address, MODE, "structure", "no-title", "title", "The page has no title.", "Write one."
            )
        elif numbers[title] > 1 and not address.endswith(NOT_FOUND):
            others = [f"/{other}" for other in said if said[other] == title and other != address]
            yield Fault(
                address,
                MODE,
                "structure",
                "title-twice",
                f"<title>{title}",
                f"Another page has the same title: {', '.join(others[:3])}.",
                "Give each a title that says what only it is about.",
            )
