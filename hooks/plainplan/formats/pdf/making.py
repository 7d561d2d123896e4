"""Makes a PDF from a document: the page for paper, laid out by WeasyPrint, with our repairs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from lxml import html
from markupsafe import Markup

from plainplan.formats.document import Document
from plainplan.formats.pdf.engine import only_fonts_of, weasyprint, without_collecting
from plainplan.formats.pdf.layouts import Layout
from plainplan.formats.pdf.letters import check_letters
from plainplan.formats.pdf.paper import for_paper, headings
from plainplan.language import ENGLISH, Mark
from plainplan.render.foreign import tell
from plainplan.render.templates import let_speak
from plainplan.render.text import FILTERS

FONTS = Path(__file__).parents[1] / "fonts"
"""The fonts of the product."""


@dataclass(frozen=True)
class Made:
    """A finished PDF, and how many pages it has."""

    content: bytes
    pages: int


@dataclass(frozen=True)
class Entry:
    """A line of the list of contents."""

    title: str
    anchor: str
    level: int


def make_pdf(
    document: Document, layout: Layout, templates: Path, *, accent: str, fonts: Path = FONTS
) -> Made:
    """Lay `document` out. Its language must be spoken; `templates` is overrides/fragments of the theme.

    Raises ToolMissingError where WeasyPrint or Pango is not installed, and LettersMissingError where no font
    has a letter of the document.
    """
    engine = weasyprint()
    from plainplan.formats.pdf.weasyprint_private import repaired  # noqa: PLC0415  # needs the engine

    page = paper_page(document, layout, templates, accent)
    check_letters(page, fonts, document.address)
    _be_quiet()
    with only_fonts_of(fonts), without_collecting(), repaired():
        fetcher = engine.URLFetcher(allowed_protocols=("file",))  # a build needs no network
        laid_out = engine.HTML(string=page, url_fetcher=fetcher).render(pdf_variant="pdf/ua-1")
        content: bytes = laid_out.write_pdf(pdf_variant="pdf/ua-1")
        return Made(content, len(laid_out.pages))


def paper_page(document: Document, layout: Layout, templates: Path, accent: str) -> str:
    """The HTML of a document on paper."""
    body = for_paper(document, layout, accent)
    environment = _environment(templates)
    entries = [
        Entry(" ".join(found.text_content().split()), found.get("id", ""), int(found.tag[1]))
        for found in headings(body, layout.contents)
    ]
    styles = [
        environment.get_template(f"formats/{name}").render(document=document, accent=accent)
        for name in layout.styles
    ]
    page = environment.get_template(f"formats/{layout.template}").render(
        document=document,
        layout=layout,
        entries=entries,
        published=date.fromisoformat(document.published[:10]) if document.published else None,
        body=_markup(body),
        notices=[_markup(found) for found in document.notices],
        styles=Markup("\n".join(styles)),  # noqa: S704  # our own files
    )
    return tell(page, _Saying(environment))[0]


@dataclass(frozen=True)
class _Saying:
    """Says which words of a template are in English still. Those of the plan were told in its page."""

    templates: jinja2.Environment

    def attributes(self, mark: Mark, has_direction: bool) -> str:
        return str(self._macros().attributes(mark, has_direction))

    def span(self, mark: Mark, words: str) -> str:
        return str(self._macros().span(mark, words))

    def _macros(self) -> Any:
        return self.templates.get_template("foreign.html").make_module({"source": ENGLISH})


def _environment(templates: Path) -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    let_speak(made)
    made.filters |= FILTERS
    return made


def _markup(element: html.HtmlElement) -> Markup:
    return Markup(html.tostring(element, encoding="unicode", with_tail=False))  # noqa: S704  # a finished page


def _be_quiet() -> None:
    """WeasyPrint warns of CSS of its own style sheet that it does not know; errors are still told."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
