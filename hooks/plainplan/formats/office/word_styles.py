"""How the document looks in Word: styles alone, so that whoever edits it changes all of a kind at once."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import BaseStyle
from lxml import etree

from plainplan.charts.paint import INK, QUIET
from plainplan.formats.office.tongues import script_of, whole_tag

_FONT = "Arial"
_FONTS = {
    "Guru": "Nirmala UI",
    "Gujr": "Nirmala UI",
    "Beng": "Nirmala UI",
    "Deva": "Nirmala UI",
    "Taml": "Nirmala UI",
}
"""Fonts that come with Windows, by script; other programs take their own in place of one that they lack."""
_TEXT = 12  # points: the least that people with low sight are promised in print
_SIZES = {
    "Title": 26,
    "Subtitle": 16,
    "Heading 1": 20,
    "Heading 2": 17,
    "Heading 3": 14,
    "Heading 4": 13,
    "TOC Heading": 17,
}
_BOLD = (
    "TOC Heading",
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Heading 4",
    "Heading 5",
    "Definition Term",
    "Table Caption",
)
_ABOVE = {
    "Heading 1": 24,
    "Heading 2": 20,
    "Heading 3": 14,
    "Heading 4": 12,
    "Heading 5": 10,
    "Definition Term": 6,
}
_LINES = 1.2  # of the size of the type: marks above and below Urdu letters have room
LINK = "#0b4d91"
_MARGIN = Cm(2)
_WIDE, _HIGH = Cm(21), Cm(29.7)
TEXT_WIDTH = 9638
"""How wide the text is, in twentieths of a point: A4 without its margins."""
_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Table">
<w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>
<w:tblPr><w:tblBorders>{{borders}}</w:tblBorders>
<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>
<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>
</w:style>"""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def dress(word: WordDocument, language: str, direction: str) -> None:
    """Give the document its page, its styles and its language."""
    _speak(word, language)
    for name in (*_SIZES, *_BOLD, *_ABOVE):
        _style(word, name)
    for name in ("toc 1", "toc 2", "TOC Heading", "Author", "Date", "Footer"):
        _style(word, name)
    _contents_styles(word)
    link = next(one for one in word.styles if one.name == "Hyperlink")
    link.font.color.rgb, link.font.underline = RGBColor.from_string(LINK.removeprefix("#")), True
    _table_style(word)
    for section in word.sections:
        section.page_width, section.page_height = _WIDE, _HIGH
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        if direction == "rtl":
            _add_once(section._sectPr, "w:bidi")
    _settings(word, language, direction)


def _style(word: WordDocument, name: str) -> None:
    style = next((one for one in word.styles if one.name.casefold() == name.casefold()), None)
    if style is None or style.type is not WD_STYLE_TYPE.PARAGRAPH:
        return
    for fonts in style.element.findall(f".//{qn('w:rFonts')}"):
        fonts.getparent().remove(fonts)
    for spread in style.element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
        spread.getparent().remove(spread)  # letters of Urdu must join
    style.font.color.rgb = RGBColor.from_string(INK.removeprefix("#"))
    style.font.italic = False
    style.font.bold = name in _BOLD
    _complex(style, "b", name in _BOLD)
    _complex(style, "i", False)
    if name in _SIZES or name.startswith("Heading"):
        style.font.size = Pt(_SIZES.get(name, _TEXT))
        _complex_size(style, _SIZES.get(name, _TEXT))
    if name in _ABOVE:
        style.paragraph_format.space_before = Pt(_ABOVE[name])
        style.paragraph_format.keep_with_next = True
    if name in ("Title", "Subtitle", "Author", "Date"):
        style.paragraph_format.alignment = None


def _complex(style: BaseStyle, name: str, on: bool) -> None:
    """Whether scripts that Word calls complex are bold or italic: Arabic, Gurmukhi, Gujarati."""
    for old in style.element.rPr.findall(qn(f"w:{name}Cs")):
        style.element.rPr.remove(old)
    made = OxmlElement(f"w:{name}Cs")
    made.set(qn("w:val"), str(int(on)))
    style.element.rPr.find(qn(f"w:{name}")).addnext(made)


def _complex_size(style: BaseStyle, points: int) -> None:
    """The size of scripts that Word calls complex."""
    for old in style.element.rPr.findall(qn("w:szCs")):
        style.element.rPr.remove(old)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(points * 2))
    style.element.rPr.find(qn("w:sz")).addnext(size)


def _contents_styles(word: WordDocument) -> None:
    for level in (1, 2):
        style = next((one for one in word.styles if one.name.casefold() == f"toc {level}"), None)
        if style is not None:
            style.paragraph_format.left_indent = Cm(0.8 * (level - 1))
            style.paragraph_format.space_before = Pt(6 if level == 1 else 0)
            style.paragraph_format.space_after = Pt(2)
            style.font.bold = level == 1
            _complex(style, "b", level == 1)


def _table_style(word: WordDocument) -> None:
    old = next((one for one in word.styles if one.style_id == "Table"), None)
    if old is not None:
        old.element.getparent().remove(old.element)
    line = QUIET.removeprefix("#")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>' for side in _SIDES)
    word.styles.element.append(parse_xml(_TABLE.format(borders=borders)))


def _speak(word: WordDocument, language: str) -> None:
    """The language and the font of all that says no other."""
    tag, font = whole_tag(language), _FONTS.get(script_of(language), _FONT)
    found = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(found):
        if child.tag in (qn("w:rFonts"), qn("w:lang"), qn("w:sz"), qn("w:szCs")):
            found.remove(child)
    fonts = OxmlElement("w:rFonts")
    for name, value in (("ascii", _FONT), ("hAnsi", _FONT), ("eastAsia", _FONT), ("cs", font)):
        fonts.set(qn(f"w:{name}"), value)
    found.insert(0, fonts)
    for name in ("w:sz", "w:szCs"):
        size = OxmlElement(name)
        size.set(qn("w:val"), str(_TEXT * 2))
        found.append(size)
    said = OxmlElement("w:lang")
    for name in ("val", "eastAsia", "bidi"):
        said.set(qn(f"w:{name}"), tag)
    found.append(said)
    word.styles["Normal"].paragraph_format.line_spacing = _LINES


def _settings(word: WordDocument, language: str, direction: str) -> None:
    settings = word.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        said = "bidi" if direction == "rtl" else "val"
        old.set(qn(f"w:{said}"), whole_tag(language))
    if settings.find(qn("w:compat")) is None:
        compat = parse_xml(
            f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        )
        before = ("rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "decimalSymbol")
        later = next((one for one in settings if etree.QName(one).localname in before), None)
        if later is None:
            settings.append(compat)
        else:
            later.addprevious(compat)


def _add_once(parent: etree._Element, tag: str) -> None:
    if parent.find(qn(tag)) is None:
        parent.append(OxmlElement(tag))
