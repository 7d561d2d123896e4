"""Every check that a whole run of the gate makes, in the words and the order that the public reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of check: "Keyboard", "With the Tab key all is reached."

    `every_page`: it holds for the site only where it has read each page. The others read some of each kind.
    """

    name: str
    what: str
    every_page: bool = True


AXE = Kind(
    "Automatic tests with axe",
    "The rules of axe for WCAG 2.0, 2.1 and 2.2, levels A and AA, and its advice; in the dark scheme, which "
    "changes nothing but colours, its rules about colour. "
    "Where axe cannot tell, contrast is measured by a check of our own.",
)
SEARCH = Kind(
    "Search results with axe",
    "The same rules on a page of results, and where nothing was found.",
    every_page=False,
)
HTML_VALIDATE = Kind("html-validate", "The HTML is valid, and free of what its access rules forbid.")
NU = Kind("Nu HTML checker", "The HTML keeps the standard, without an error or a warning.")
STRUCTURE = Kind(
    "How pages are made",
    "Titles, headings, landmarks, the skip link, link words, alternative texts, tables, ids, focus order "
    "and languages, as they stand in the HTML.",
)
LINKS = Kind("Links", "Every link and anchor within the site leads to a page and a part that is there.")
OTHER_HOSTS = Kind("Other hosts", "No page or style sheet makes a browser ask another host for anything.")
SITE_MAP = Kind("Site map", "Every page is in the site map, and every page in the site map is there.")
LOADING = Kind("Loading", "No error, no request to another host, no cookie, nothing stored.")
POLICY = Kind("Content security policy", "The page's own policy stops an inline script that was planted.")
KEYBOARD = Kind(
    "Keyboard",
    "With the Tab key all is reached, in order and in sight; nothing needs a mouse.",
    every_page=False,
)
MENUS = Kind("Keyboard, menus open", "The same in the menu and in all that opens.", every_page=False)
FOCUS = Kind(
    "Focus",
    "The ring of the focus, photographed: 2 px and more, 3 to 1 and more, on each kind of control.",
    every_page=False,
)
LAYOUT = Kind(
    "Layout",
    "Narrow, zoomed, spaced or enlarged, text is whole and controls are large enough.",
    every_page=False,
)
SETTINGS = Kind(
    "Settings and print",
    "Nothing moves for who asks for that; on paper the content is whole; from right to left it fits.",
    every_page=False,
)
FORCED = Kind(
    "Forced colours",
    "In the colours that a reader forces, focus, statuses and edges are still there.",
    every_page=False,
)
SCRIPTLESS = Kind(
    "Without JavaScript",
    "Without JavaScript all can be read, the menu opens, and the search form leads to the A to Z.",
    every_page=False,
)
WEIGHT = Kind(
    "Weight",
    "What a browser fetches first, compressed and images aside: 40 kB at most, fewer than 8 requests.",
    every_page=False,
)

KINDS = (
    *(AXE, SEARCH, HTML_VALIDATE, NU, STRUCTURE, LINKS, OTHER_HOSTS, SITE_MAP, LOADING, POLICY),
    *(KEYBOARD, MENUS, FOCUS, LAYOUT, SETTINGS, FORCED, SCRIPTLESS, WEIGHT),
)
"""All of them: where one is missing, or has not read what it should, there are no results."""
