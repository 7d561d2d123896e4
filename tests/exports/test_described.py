"""The descriptions of the CSV files, read by the tools of those who set the standards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import frictionless
import pytest
from csvw import CSVW  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from tests.exports.conftest import Taken


def _by_frictionless(folder: Path) -> list[list[object]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [] if report.valid else report.flatten(["type", "rowNumber", "fieldName", "note"])


def _by_csvw(folder: Path) -> list[str]:
    read = CSVW(str(folder / "csv-metadata.json"), validate=True)
    return [] if read.is_valid else [str(found.message) for found in read.warnings]


def test_frictionless_finds_every_table_valid(taken: Taken) -> None:
    assert _by_frictionless(taken.folder) == []
    package = frictionless.Package(str(taken.folder / "datapackage.json"))
    assert set(package.resource_names) == set(taken.away.tables)


def test_csvw_finds_every_table_valid(taken: Taken) -> None:
    assert _by_csvw(taken.folder) == []


def test_every_csv_file_of_a_table_is_described(taken: Taken) -> None:
    files = {path.name for path in taken.folder.glob("*.csv")} - {"grants.360giving.csv"}
    package = json.loads(taken.content("datapackage.json"))
    tables = json.loads(taken.content("csv-metadata.json"))["tables"]
    assert {resource["path"] for resource in package["resources"]} == files
    assert {table["url"] for table in tables} == files


@pytest.mark.parametrize(
    ("file", "change", "found"),
    [
        ("funding.csv", ("62116000.80", "62116000.81"), "hash-count"),
        ("funding.csv", ("62116000.80", "about 62 million"), "type-error"),
        ("progress.csv", (",delayed,", ",rather late,"), "constraint-error"),
        ("progress.csv", ("call-back-101,", "call-back-102,"), "foreign-key"),
        ("versions.csv", ("2025-12-19", "19/12/2025"), "type-error"),
        ("actions.csv", ("village-drop-ins,", "hotspot-patrols,"), "primary-key"),
    ],
)
def test_frictionless_finds_what_is_spoiled(
    example_data: Taken, tmp_path: Path, file: str, change: tuple[str, str], found: str
) -> None:
    folder = shutil.copytree(example_data.folder, tmp_path / "spoiled")
    text = (folder / file).read_text(encoding="utf-8")
    old, new = change
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="")
    assert found in {str(error[0]) for error in _by_frictionless(folder)}


def test_csvw_finds_what_is_spoiled(example_data: Taken, tmp_path: Path) -> None:
    folder = shutil.copytree(example_data.folder, tmp_path / "spoiled")
    text = (folder / "funding.csv").read_text(encoding="utf-8")
    spoiled = text.replace("62116000.80", "about 62 million")
    (folder / "funding.csv").write_text(spoiled, encoding="utf-8", newline="")
    with pytest.raises(ValueError, match="about 62 million"):
        _by_csvw(folder)


def test_licence_and_publisher_are_said(example_data: Taken) -> None:
    about = example_data.plan.about
    package = json.loads(example_data.content("datapackage.json"))
    assert package["licenses"] == [{"path": about.licence_url, "title": about.licence}]
    assert package["contributors"] == [{"title": about.body.name, "roles": ["publisher"]}]
    assert json.loads(example_data.content("csv-metadata.json"))["dc:license"] == {"@id": about.licence_url}
