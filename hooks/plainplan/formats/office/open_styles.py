"""How the document looks in OpenDocument, and how wide its tables are."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2
from lxml import etree

from plainplan.charts.paint import INK, QUIET
from plainplan.formats.office.names import SPACES, made, name, one
from plainplan.formats.office.tables import Shape
from plainplan.formats.office.tongues import whole_tag
from plainplan.formats.office.word_styles import LINK
from plainplan.language import bare
from plainplan.language import gettext as _

_PAGE = {"page-width": "21cm", "page-height": "29.7cm"}
_MARGINS = ("margin-top", "margin-bottom", "margin-left", "margin-right")
_SHARES = 10_000


def dress(styles: etree._Element, templates: jinja2.Environment, language: str, turned: bool) -> None:
    """Give the document its page, its styles and its language."""
    tag = whole_tag(language)
    told = templates.get_template("formats/office/styles.xml").render(
        ink=INK,
        link=LINK,
        turned=turned,
        language=tag.partition("-")[0],
        country=tag.partition("-")[2] or "none",
    )
    holder = one(styles, "office:styles")
    for style in etree.fromstring(told.strip(), etree.XMLParser(remove_blank_text=True)):
        family, own = style.get(name("style:family")), style.get(name("style:name"))
        old = [
            had
            for had in holder
            if (had.get(name("style:family")), had.get(name("style:name"))) == (family, own)
        ]
        for had in old:
            holder.remove(had)
        holder.insert(0, style) if own is None else holder.append(style)
    for layout in styles.iter(name("style:page-layout-properties")):
        for key, value in (*_PAGE.items(), *((margin, "2cm") for margin in _MARGINS)):
            layout.set(name(f"fo:{key}"), value)
        layout.set(name("style:writing-mode"), "rl-tb" if turned else "lr-tb")


def number_pages(styles: etree._Element, title: str) -> None:
    """The title and the number of the page at the foot of each."""
    footer = next(styles.iter(name("style:footer")))
    for old in list(footer):
        footer.remove(old)
    words = bare(_("%(title)s, page %(number)s"))
    before, number, after = (words % {"title": title, "number": "\ue000"}).partition("\ue000")
    paragraph = made("text:p", text__style_name="Footer")
    paragraph.text = before
    if number:
        place = made("text:page-number", text__select_page="current")
        place.text, place.tail = "1", after
        paragraph.append(place)
    footer.append(paragraph)


def shape_tables(content: etree._Element, shapes: Sequence[Shape], turned: bool) -> None:
    """Tables as wide as the text, each column by what stands in it, with lines between cells."""
    styles = one(content, "office:automatic-styles")
    for cell in styles.iterfind(
        "style:style[@style:family='table-cell']/style:table-cell-properties", SPACES
    ):
        cell.set(name("fo:border"), f"0.5pt solid {QUIET}")
        cell.set(name("fo:padding"), "0.1cm")
    if turned:  # LibreOffice takes "end" for the right hand side in every direction
        for aligned in styles.iterfind(".//style:paragraph-properties[@fo:text-align='end']", SPACES):
            aligned.set(name("fo:text-align"), "left")
    known = {style.get(name("style:name")): style for style in styles.iterfind("style:style", SPACES)}
    for place, (table, shape) in enumerate(zip(content.iter(name("table:table")), shapes, strict=True), 1):
        for old in list(style := known[table.get(name("table:style-name"))]):
            style.remove(old)
        style.append(
            made(
                "style:table-properties",
                style__rel_width="100%",
                style__width="17cm",
                table__align="margins",
                fo__margin_top="0.1cm",
                fo__margin_bottom="0.3cm",
                style__writing_mode="rl-tb" if turned else "lr-tb",
            )
        )
        columns = table.findall("table:table-column", SPACES)
        widths = shape.widths if len(shape.widths) == len(columns) else [1.0] * len(columns)
        if shape.name:
            table.set(name("table:name"), f"{place}. {shape.name}")
        for column, width in zip(columns, widths, strict=True):
            own = known[column.get(name("table:style-name"))]
            for old in list(own):
                own.remove(old)
            share = f"{max(1, round(width * _SHARES))}*"
            own.append(made("style:table-column-properties", style__rel_column_width=share))
