"""Facts and tables as lists.

WeasyPrint tags each term and each description of a <dl> as an item of its own: here one fact is one item.
A table that is wider than the paper becomes a list of its rows, each cell beside the name of its column.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement, builder

_LONG = 700
"""From so many signs on, what is said may need more than a page: it stands below its term, not beside it."""


def facts_as_list(facts: HtmlElement) -> None:
    """Turn a <dl> into a list that has one item for each of its terms with what is said of it."""
    made = builder.UL({"class": " ".join(["pp-pairs", facts.get("class", "")]).strip()})
    pairs = facts.findall("div") or [facts]
    for pair in pairs:
        for term, said in _pairs(pair):
            made.append(_item(term, said))
    _replace(facts, made)


def _pairs(element: HtmlElement) -> Iterator[tuple[list[HtmlElement], list[HtmlElement]]]:
    terms: list[HtmlElement] = []
    said: list[HtmlElement] = []
    for part in element.iterchildren("dt", "dd"):
        if part.tag == "dt" and said:
            yield terms, said
            terms, said = [], []
        (terms if part.tag == "dt" else said).append(part)
    if terms or said:
        yield terms, said


def _item(terms: list[HtmlElement], said: list[HtmlElement]) -> HtmlElement:
    words = sum(len(part.text_content()) for part in said)
    item = builder.LI({"class": "pp-long"} if words > _LONG else {})
    for tag, name, parts in (("p", "pp-term-of", terms), ("div", "pp-said-of", said)):
        for part in parts:
            part.tag, part.tail = tag, None
            part.set("class", name)
            item.append(part)
    return item


def table_as_list(table: HtmlElement) -> None:
    """Turn a table into a list of its rows; each row is a list of its cells."""
    names = [cell for row in table.iterfind("thead/tr") for cell in row]
    made = builder.DIV({"class": "pp-recast"})
    caption = table.find("caption")
    if caption is not None:
        caption.tag, caption.tail = "p", None
        caption.set("class", "pp-caption")
        made.append(caption)
    if names and (first := " ".join(names[0].text_content().split())):
        made.append(builder.P(first, {"class": "pp-of-rows"}))
    rows = builder.UL({"class": "pp-rows"})
    for row in table.iterfind(".//tr"):
        if row.getparent().tag != "thead" and len(row):
            rows.append(_row(row, names))
    made.append(rows)
    if table.get("id"):
        made.set("id", table.get("id", ""))
    _replace(table, made)


def _row(row: HtmlElement, names: list[HtmlElement]) -> HtmlElement:
    first, *others = list(row)
    first.tag, first.tail = "p", None
    first.set("class", "pp-row-name")
    item = builder.LI(first)
    if row.get("id"):
        item.set("id", row.get("id", ""))
    cells = builder.UL({"class": "pp-pairs"})
    for place, cell in enumerate(others, start=1):
        name = names[place].text_content() if place < len(names) else ""
        cells.append(_item([builder.P(" ".join(name.split()))] if name.strip() else [], [cell]))
    if len(cells):
        item.append(cells)
    return item


def _replace(old: HtmlElement, new: HtmlElement) -> None:
    new.tail = old.tail
    if old.get("id") and not new.get("id"):
        new.set("id", old.get("id", ""))
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)
