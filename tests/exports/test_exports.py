"""The files as a whole: which there are, and the same bytes for the same plan."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from plainplan.exports import EVERYTHING, FOLDER, Download, files
from plainplan.load import load_plan
from plainplan.views.index import Index

from tests.exports.conftest import ON
from tests.sites import ROOT

if TYPE_CHECKING:
    from tests.exports.conftest import Taken

_HASH = """
import hashlib, sys
from datetime import date
from pathlib import Path
from plainplan.exports import files
from plainplan.load import load_plan
from plainplan.views.index import Index
for path, file in files(Index(load_plan(Path(sys.argv[1])).plan), date(2026, 11, 23)).items():
    print(path, hashlib.sha256(file.content).hexdigest())
"""


def _hashes(seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _HASH, str(ROOT)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed, "TZ": f"X{seed}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_same_plan_same_bytes() -> None:
    made = files(Index(load_plan(ROOT).plan), ON).items()
    here = "".join(f"{path} {hashlib.sha256(file.content).hexdigest()}\n" for path, file in made)
    assert here == _hashes("1") == _hashes("2")


def test_every_measure_priority_and_year_has_its_slices(taken: Taken) -> None:
    plan, away = taken.plan, taken.away
    asked = [("measures", one.id, bool(one.series)) for one in plan.measures]
    asked += [("budget", one.id, bool(one.funding)) for one in plan.budget]
    asked += [("priorities", one.id, bool(away.index.actions_under(one.id))) for one in plan.priorities]
    for kind, name, has_rows in asked:
        expected = {f"{FOLDER}{kind}/{name}.json", *([f"{FOLDER}{kind}/{name}.csv"] if has_rows else [])}
        assert {file.path for file in away.of(kind, name)} == expected


def test_what_is_no_subject_has_no_slices(example_data: Taken) -> None:
    assert example_data.away.of("measures", "no-such-measure") == ()


def test_slices_are_parts_of_the_whole(example_data: Taken) -> None:
    whole = json.loads(example_data.content("plan.json"))
    for measure in whole["measures"]:
        assert json.loads(example_data.content(f"measures/{measure['id']}.json"))["measure"] == measure
    every = example_data.content("figures.csv").decode().splitlines()
    parts = [
        line
        for measure in whole["measures"]
        for line in example_data.content(f"measures/{measure['id']}.csv").decode().splitlines()[1:]
    ]
    assert parts == every[1:]


def test_grants_of_a_year_are_in_its_slice(example_data: Taken) -> None:
    told = json.loads(example_data.content("budget/2026-27.json"))
    ids = {grant["id"] for grant in told["grants"]}
    assert ids == {grant.id for grant in example_data.plan.grants if grant.year == "2026-27"}
    assert ids


def test_zip_holds_every_other_file(taken: Taken) -> None:
    with zipfile.ZipFile(io.BytesIO(taken.away.downloads[EVERYTHING].content)) as archive:
        inside = {f"{FOLDER}{name}": archive.read(name) for name in archive.namelist()}
    others = {path: file.content for path, file in taken.away.downloads.items() if path != EVERYTHING}
    assert inside == others


def test_what_a_plan_lacks_has_no_table(taken_from: Callable[[str], Taken]) -> None:
    away = taken_from("hertfordshire-2021").away
    assert not {"actions", "grants", "figures", "progress", "previous-plan"} & set(away.tables)
    assert f"{FOLDER}grants.csv" not in away.downloads


@pytest.mark.parametrize(
    ("length", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (12_345, "12 kB"), (1_240_000, "1.2 MB")],
)
def test_sizes_are_in_words(length: int, words: str) -> None:
    assert Download("a", "b", "c", "CSV", b"x" * length).size.replace("\N{NO-BREAK SPACE}", " ") == words
