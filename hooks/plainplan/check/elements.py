"""Pictures, links, headings, tables and bold text that some readers could not use. One function, one rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from plainplan.check.markup import HEADINGS, Element, Words
from plainplan.check.wording import ADDRESS, Fault

_FILE_NAME = re.compile(r"\S+\.(?:avif|bmp|gif|heic|jfif|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:dsc[nf]?|img|image|photo|picture|pic|pxl|scan|screen ?shot)[ _-]*\d[\d _-]*", re.IGNORECASE
)
_NO_DESCRIPTION = frozenset({
    "alt", "alt text", "alternative text", "chart", "decorative", "diagram", "figure", "graph", "graphic",
    "icon", "illustration", "image", "img", "infographic", "logo", "map", "photo", "photograph", "pic",
    "picture", "placeholder", "screenshot", "spacer", "untitled",
})  # fmt: skip
_VAGUE = frozenset({
    "a link", "click", "click here", "click here for details", "click here for more",
    "click here for more details", "click here for more information", "click here to find out more",
    "click here to read more", "click on this link", "click this link", "continue", "continue reading",
    "details", "document", "download", "download here", "download it", "download it here", "download now",
    "download pdf", "download the pdf", "download this", "find it here", "find out more",
    "find out more here", "follow this link", "full details", "further details", "further information",
    "go", "go here", "here", "info", "information", "learn more", "link", "look here", "more",
    "more details", "more here", "more info", "more information", "more information here", "on this page",
    "open", "page", "pdf", "press here", "read", "read here", "read it here", "read more", "read more here",
    "read on", "read this", "see", "see here", "see more", "show more", "site", "tap here", "the link",
    "the page", "the website", "this", "this document", "this link", "this page", "this pdf", "this site",
    "this website", "view", "view here", "view more", "visit", "web page", "webpage", "website",
})  # fmt: skip
_SITE_WITH_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_BOLD, _SLANTED = ("strong", "b"), ("em", "i")
_LONGEST_HEADING = 12
_SENTENCE_ENDS = (".", "!", "?", "…", ";", ",")
_LED_INTO = ("ul", "ol", "dl", "table", "blockquote", "pre")


def picture_faults(tree: Element, *, with_attributes: bool) -> Iterator[Fault]:
    """Pictures without words for those who cannot see them (WCAG 1.1.1, failures F65 and F30).

    `with_attributes`: the text can say in braces that a picture only decorates.
    """
    for picture in tree.elements("img"):
        words = picture.attributes.get("alt")
        decorates = 'If it only decorates, write alt="".' if picture.raw else _DECORATES * with_attributes
        source = picture.attributes.get("src", "")
        if words is None:
            message = f'the picture "{source}" says nothing to people who cannot see it.'
            written = f'alt="{_EXAMPLE}"' if picture.raw else f"![{_EXAMPLE}]({source})"
            yield Fault("missing-alt", picture.line, message, f"Say what it shows: {written}. {decorates}")
        elif _is_no_description(words, source):
            message = f'"{words}" does not say what the picture shows.'
            mend = f'Say it in a few words, such as "{_EXAMPLE}". {decorates}'
            yield Fault("missing-alt", picture.line, message, mend)


def blocked_faults(tree: Element) -> Iterator[Fault]:
    """What the content security policy of the site keeps browsers from showing or running (headers.py)."""
    for part in tree.walk(without=_BLOCKED):
        if isinstance(part, Element):
            yield from _blocked(part)
    for part in tree.elements(*_BLOCKED):
        yield _not_shown(part, f"<{part.name}>", _BLOCKED[part.name])


def _blocked(part: Element) -> Iterator[Fault]:
    for name, value in part.attributes.items():
        if name == "style" and value and (part.raw or part.name not in _CELLS):
            yield _not_shown(
                part, 'style="…"', "Leave it out: the style sheet of the site sees to its looks."
            )
        elif _HANDLER.fullmatch(name) and value:
            yield _not_shown(part, f'{name}="…"', "Leave it out: say in words or with a link what it does.")
        elif name in _SHOWN.get(part.name, ()) and _ELSEWHERE.search(value):
            message = (
                f'"{value}" is at a web address of its own, and the site shows nothing from other hosts.'
            )
            mend = "Put the file into content/, such as content/images/, and write where it is there."
            yield Fault("blocked", part.line, message, mend)
        elif name in ("action", "formaction") and part.raw and _ELSEWHERE.search(value):
            mend = f"Link to the page that has the form instead: [words]({value})."
            yield _not_shown(part, "a form that sends to another host", mend)
        elif name == "href" and re.match(r"\s*javascript:", value, re.IGNORECASE):
            yield _not_shown(part, '"javascript:"', "Link to a page instead.")


def _not_shown(part: Element, what: str, mend: str) -> Fault:
    message = f"{what} does nothing here: the site keeps browsers from it, for the safety of readers."
    return Fault("blocked", part.line, message, mend)


_INSTEAD = "Link to the {} instead: [words](address)."
_BLOCKED = {
    "applet": "Leave it out.",
    "base": "Leave it out.",
    "embed": _INSTEAD.format("page, video or document"),
    "frame": _INSTEAD.format("page"),
    "iframe": _INSTEAD.format("page, map or video"),
    "link": "Leave it out: the style sheet of the site sees to its looks.",
    "object": _INSTEAD.format("page, video or document"),
    "script": "Leave it out: say in words what it would do, or link to a page that does it.",
    "style": "Leave it out: the style sheet of the site sees to its looks.",
}
"""Elements that the policy leaves nothing of, and what to do instead. It has no frames or objects."""
_SHOWN = {
    "audio": ("src",),
    "feimage": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "source": ("src", "srcset"),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""What a browser fetches and shows by itself, by the attribute that names it."""
_CELLS = ("td", "th")
"""Markdown says in their style to which side a column is set; the build makes a class of it."""
_HANDLER = re.compile(r"on[a-z]{3,}")
_ELSEWHERE = re.compile(r"(?:^\s*|,\s+|[wx],)(?:https?:)?//", re.IGNORECASE)

_EXAMPLE = "Two officers talk to a farmer"
_DECORATES = 'If it only decorates, write { alt="" } right behind it.'


def _is_no_description(words: str, source: str) -> bool:
    bare = re.sub(r"[\W_]+", " ", words).strip().casefold()
    name = PurePosixPath(source).name
    return bool(words) and (
        not bare
        or bare in _NO_DESCRIPTION
        or bool(_FILE_NAME.fullmatch(words) or _CAMERA.fullmatch(words))
        or (words == PurePosixPath(name).stem and bool(re.search(r"[\d_-]", words)))
    )


def link_faults(tree: Element) -> Iterator[Fault]:
    """Links whose words do not say where they lead (WCAG 2.4.4; failures F84 and F89)."""
    for link in tree.elements("a"):
        target, text = link.attributes.get("href", ""), link.text
        if "href" not in link.attributes or (target.startswith(("mailto:", "tel:")) and text):
            continue
        if not text:
            pictures = [picture for picture in link.elements("img") if "alt" not in picture.attributes]
            if not pictures and not link.attributes.get("aria-label"):
                mend = f"Write words that say where it leads: [the budget]({target})."
                yield Fault("vague-link", link.line, f'the link to "{target}" has no words.', mend)
        elif re.sub(r"^\W+|\W+$", "", text).casefold() in _VAGUE | {""}:
            mend = f'Name what it leads to, as in [the budget for 2026 to 2027]({target}), not "{text}".'
            yield Fault("vague-link", link.line, f'the link "{text}" does not say where it leads.', mend)
        elif ADDRESS.fullmatch(text) or _SITE_WITH_PATH.fullmatch(text):
            mend = "Write words that say where it leads, with the address behind them: [words](address)."
            yield Fault("bare-address", link.line, f'the link shows the web address "{text}".', mend)


def heading_faults(tree: Element, source: Sequence[str], first_line: int) -> Iterator[Fault]:
    """Headings that jump a level, have no words, or are none to the eye (WCAG 1.3.1 and 2.4.6; G141).

    `source` is the text by lines, the first of which is line `first_line` of its file.
    """
    last = 1
    for heading in tree.elements(*HEADINGS):
        level, text = int(heading.name[1]), heading.text
        if level > last + 1:
            above = "the title of the page" if last == 1 else f"the heading above it, of level {last}"
            message = f'the heading "{text}" is of level {level}, and nothing stands between it and {above}.'
            mend = f"Make it level {last + 1}: {_heading(last + 1, text, raw=heading.raw)}"
            yield Fault("heading-jump", heading.line, message, mend)
        if not text:
            yield Fault("broken-heading", heading.line, "a heading has no words.", "Write it, or delete it.")
        if level == 1 and heading.raw:
            message = "the page has its title as main heading already."
            yield Fault("broken-heading", heading.line, message, f"Write {_heading(2, text, raw=True)}")
        last = level
    yield from _hidden_headings(tree, source, first_line)


def _hidden_headings(tree: Element, source: Sequence[str], first_line: int) -> Iterator[Fault]:
    """Lines that begin with # and no space: CommonMark reads them as text, Python-Markdown as headings."""
    for paragraph in tree.elements("p"):
        begins = True
        for part in paragraph.children:
            if begins and isinstance(part, Words) and re.match(r"\s*#{1,6}[^#\s]", part.text):
                written = source[part.line - first_line]
                if not re.match(r"[^#]*\\#", written):
                    message = "a line that begins with # becomes a heading."
                    mend = r"Put a space behind the signs of a heading; where # itself is meant, write \#."
                    yield Fault("broken-heading", part.line, message, mend)
            begins = isinstance(part, Words) and part.text == "\n"


def _heading(level: int, text: str, *, raw: bool) -> str:
    return f"<h{level}>" if raw else f"{'#' * level} {text}"


def table_faults(tree: Element) -> Iterator[Fault]:
    """Tables without a header row, and columns but the first without a header (WCAG 1.3.1, H51)."""
    for table in tree.elements("table"):
        if table.attributes.get("role") in ("presentation", "none"):
            continue
        if not any(_says_something(cell) for cell in table.elements("th")):
            mend = (
                "Make the cells of the first row <th> instead of <td>."
                if table.raw
                else "Say in the first row what each column holds: | District | People |"
            )
            yield Fault("table-headers", table.line, "the table has no header row.", mend)
            continue
        for row in table.elements("tr"):
            cells = [cell for cell in row.children if isinstance(cell, Element)]
            for number, cell in enumerate(cells, start=1):
                if number > 1 and cell.name == "th" and not _says_something(cell):
                    message = f"cell {number} of the header row is empty."
                    yield Fault("table-headers", cell.line, message, "Say what the column holds.")


def _says_something(cell: Element) -> bool:
    return bool(cell.text or cell.attributes.get("aria-label"))


def bold_faults(tree: Element) -> Iterator[Fault]:
    """Bold paragraphs that look like headings, and are none to a screen reader (WCAG 1.3.1, failure F2)."""
    level = 1
    parts = [part for part in tree.children if isinstance(part, Element)]
    for number, part in enumerate(parts):
        if part.name in HEADINGS:
            level = int(part.name[1])
        before = parts[number - 1] if number else None
        after = next((other for other in parts[number + 1 :] if _alone(other) is None), None)
        text = part.text
        if _heads(part, before, after) and after is not None and not text.endswith(_SENTENCE_ENDS):
            heading = _heading(min(level + 1, 6), text.rstrip(":"), raw=False)
            mend = f"Make it one: {heading}. If it is none, end it with a full stop."
            yield Fault("bold-as-heading", part.line, f'"{text}" looks like a heading, and is none.', mend)


def _heads(part: Element, before: Element | None, after: Element | None) -> bool:
    """Whether a paragraph is set off as if it were a heading, and not a caption, a name below a quotation,
    the term of a definition, or words that lead into a list."""
    alone = _alone(part)
    if alone is None or after is None or len(part.text.split()) > _LONGEST_HEADING:
        return False
    if after.name in (*HEADINGS, "hr") or after.text.startswith(":"):
        return False
    if part.text.endswith(":") and after.name in _LED_INTO:
        return False
    if before is None or before.name not in ("blockquote", "p", "pre", "table"):
        return True
    shown = before.name != "p" or not any(
        isinstance(child, Words) and child.text.strip() for child in before.children
    )
    return not (before.name == "blockquote" or (alone.name in _SLANTED and shown))


def _alone(part: Element) -> Element | None:
    """The bold or slanted words that are all a paragraph holds."""
    if part.name != "p":
        return None
    children = [child for child in part.children if not isinstance(child, Words) or child.text.strip()]
    if len(children) != 1 or not isinstance(children[0], Element) or children[0].name not in _BOLD + _SLANTED:
        return None
    return None if any(children[0].elements("a", "img", "code")) else children[0]
