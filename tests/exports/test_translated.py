"""The data of an edition in another language: its words, nothing of ours in its files, and what it lacks."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

import openpyxl
import pytest
from babel.messages.extract import extract_from_dir
from lxml import html
from plainplan.exports import EVERYTHING, FOLDER, Download, TakeAway, names, words
from plainplan.exports.fields import Dataset
from plainplan.language import Catalogue, Language, Mark, marked, speaking
from plainplan.language.marks import END
from plainplan.load import load_plan
from plainplan.model.base import Record
from plainplan.render import Site

from tests.exports.conftest import ON
from tests.sites import ROOT

_SIGNS = {sign.encode() for sign in (*Mark, END)}
_WORDS = frozenset(
    (
        *("title", "short_title", "summary", "aim", "why", "description", "words", "reason", "tells_you"),
        *("unit", "note", "name", "vision", "term", "meaning", "said", "did", "holder_role", "text"),
        *("short_name", "duty"),
    )
)
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}


@dataclass(frozen=True)
class _Recorded(Catalogue):
    """A catalogue that has every message, in brackets, and remembers which it was asked for."""

    asked: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return True

    def get(self, context: str, message: str) -> str:
        if not context:
            self.asked.add(message)
        return f"⟦{message}⟧"

    def get_plural(self, context: str, one: str, many: str, number: int) -> str:
        self.asked.add(one)
        return f"⟦{one}⟧"


@dataclass(frozen=True)
class Edition:
    """The data of the example in Urdu, of whose words half are missing."""

    away: TakeAway
    language: Language
    asked: frozenset[str]
    page: Any
    linked_data: str


def _marked(value: Any) -> Any:
    """A record of the plan whose words nobody has translated."""
    if isinstance(value, tuple):
        return tuple(_marked(one) for one in value)
    if not isinstance(value, Record):
        return value
    held = {name: getattr(value, name) for name in type(value).model_fields}
    changed = {
        name: marked(one, Mark.MISSING) if type(one) is str and name in _WORDS else _marked(one)
        for name, one in held.items()
    }
    return value.model_copy(update=changed)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    catalogue = _Recorded()
    language = Language("ur", direction="rtl", locale="ur_PK", interface=catalogue)
    with speaking(language):
        plan = _marked(load_plan(ROOT).plan)
        site = Site(plan, ROOT / "overrides" / "fragments", tmp_path_factory.mktemp("cache"), ON)
        away = site.take_away
        assert away.downloads
        asked = frozenset(catalogue.asked)
        page = site.pages["data/"]
        text = site.render(page, "")
        return Edition(
            away, language, asked, html.fragment_fromstring(text, create_parent="div"), site.linked_data(page)
        )


def _inside(file: Download) -> dict[str, bytes]:
    """A file, or the files that it is made of."""
    if file.content[:2] != b"PK":
        return {file.path: file.content}
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return {f"{file.path}/{name}": archive.read(name) for name in archive.namelist()}


def test_no_file_holds_a_mark(edition: Edition) -> None:
    made = {path: part for file in edition.away.downloads.values() for path, part in _inside(file).items()}
    assert [path for path, part in made.items() if any(sign in part for sign in _SIGNS)] == []
    assert not any(sign in edition.linked_data.encode() for sign in _SIGNS)


def test_an_edition_with_marks_has_the_rows_of_one_without(edition: Edition, example_data: Any) -> None:
    for name, table in example_data.away.tables.items():
        there = list(csv.reader(io.StringIO(_text(edition.away, f"{name}.csv"), newline="")))
        here = list(csv.reader(io.StringIO(_text(example_data.away, f"{name}.csv"), newline="")))
        assert there[0] == here[0] == [one.name for one in table.dataset.fields]
        if name != "changes":  # it names grants, and how far the plan has come
            assert there == here


def _text(away: TakeAway, name: str) -> str:
    return away.downloads[f"{FOLDER}{name}"].content.decode("utf-8")


def test_documents_for_machines_are_in_the_source_edition_alone(edition: Edition, example_data: Any) -> None:
    there, here = edition.away.downloads, example_data.away.downloads
    lacking = {path.removeprefix(FOLDER) for path in here.keys() - there.keys()}
    assert lacking == {
        *("plan.stratml.xml", "plan.stratml-part1.xml", "grants.360giving.json", "grants.360giving.csv"),
        *("plan.schema.json", "measure.schema.json", "priority.schema.json", "budget-year.schema.json"),
    }
    with zipfile.ZipFile(io.BytesIO(there[EVERYTHING].content)) as archive:
        assert not lacking & set(archive.namelist())
    links = {link.get("href"): link for link in edition.page.iter("a")}
    for name in lacking:
        link = links[f"../../{FOLDER}{name}"]
        assert link.get("hreflang") == "en"
        assert "انگریزی" in link.text_content()
    others = [link for link in edition.page.iter("a") if link.get("hreflang")]
    assert {link.get("href").rpartition("/")[2] for link in others} == lacking


def test_linked_data_names_the_languages(edition: Edition) -> None:
    (catalogue,) = (one for one in json.loads(edition.linked_data)["@graph"] if one["@type"] == "DataCatalog")
    assert {one["inLanguage"] for one in (catalogue, *catalogue["dataset"])} == {"ur"}
    files = [file for one in catalogue["dataset"] for file in one["distribution"]]
    found = {file["contentUrl"].rpartition("/")[2] for file in files if file.get("inLanguage") == "en"}
    assert found == {
        *("plan.stratml.xml", "plan.stratml-part1.xml", "grants.360giving.json", "grants.360giving.csv")
    }


def test_data_name_the_schema_of_the_source_edition(edition: Edition) -> None:
    for name, steps in {"plan.json": "../../..", "budget/2026-27.json": "../../../.."}.items():
        schema = json.loads(_text(edition.away, name))["$schema"]
        assert re.fullmatch(re.escape(f"{steps}/{FOLDER}") + r"[a-z-]+\.schema\.json", schema)


def test_columns_are_described_in_the_language(edition: Edition) -> None:
    told = json.loads(_text(edition.away, "csv-metadata.json"))
    assert told["@context"][1] == {"@language": "ur"}
    resources = json.loads(_text(edition.away, "datapackage.json"))["resources"]
    columns = [field for one in resources for field in one["schema"]["fields"]]
    assert {field["title"][0] for field in columns} == {field["description"][0] for field in columns} == {"⟦"}
    assert {field["name"].isascii() for field in columns} == {True}


def test_the_workbook_is_in_the_language(edition: Edition) -> None:
    book = openpyxl.load_workbook(io.BytesIO(edition.away.workbook.content))
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert all(name.startswith("⟦") and len(name) <= 31 for name in book.sheetnames)
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    actions = book["⟦Actions⟧"]
    heads = {cell.value: cell.column or 0 for cell in actions[1]}
    assert (
        actions.cell(2, heads["⟦Status⟧"]).value == f"⟦{edition.away.tables['actions'].column('status')[0]}⟧"
    )
    assert actions.cell(2, heads["⟦Report overdue⟧"]).value in ("⟦Yes⟧", "⟦No⟧")


def test_the_catalogue_can_find_every_word(edition: Edition) -> None:
    """Each message that the files and their page ask for stands in the code, or is one of the tables'."""
    found = extract_from_dir(
        ROOT / "hooks" / "plainplan", [("**.py", "python")], keywords=_KEYWORDS, comment_tags=()
    )
    literal = {message[0] if isinstance(message, tuple) else message for _, _, message, *_ in found}
    assert edition.asked - literal - dict(words()).keys() == set()


def _told(dataset: Dataset) -> list[tuple[str, str]]:
    columns = ((one.title, one.description) for one in dataset.fields)
    return [(dataset.title, dataset.description), *columns]


def test_words_of_the_tables_are_told_once(edition: Edition) -> None:
    told = list(words())
    assert len({text for text, _ in told}) == len(told)
    shown = {text for one in edition.away.listed for part in _told(one.dataset) for text in part}
    assert shown <= dict(told).keys()
    page = edition.page.text_content()
    assert [text for text in shown if f"⟦{text}⟧" not in page] == []
    assert dict(told)["Title of priority"].startswith("Title of a column: actions.priority_title")


@pytest.mark.parametrize(
    ("make", "titles", "expected"),
    [
        (names.sheets, ["a" * 40, "A" * 35], ["a" * 31, "A" * 29 + " 2"]),
        (names.sheets, ["'L'an: 1/2'"], ["L'an  1 2"]),
        (names.heads, ["Due", "due", "DUE"], ["Due", "due 2", "DUE 3"]),
    ],
)
def test_excel_takes_the_names(make: Any, titles: list[str], expected: list[str]) -> None:
    assert make(titles) == expected


@pytest.mark.parametrize(
    ("head", "formula"),
    [("Status", "t[Status]"), ("Due, in words", "t[[Due, in words]]"), ("L'an [#]", "t[[L''an '['#']]]")],
)
def test_formulas_can_name_every_column(head: str, formula: str) -> None:
    assert names.column("t", head) == formula
    assert names.quoted("L'an") == "'L''an'"
