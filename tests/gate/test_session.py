"""A run counts only where every test of the gate did what it is for: tried with pytest in its own folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gate.records import Shard
from tests.sites import ROOT

_FILES = {
    "pytest.ini": "[pytest]\naddopts = --import-mode=importlib\n",
    "conftest.py": """
import pytest
pytest_plugins = ["tests.gate.session"]
@pytest.fixture(autouse=True)
def gate(request):
    from tests.gate.session import SAID
    request.config.stash[SAID].site = "a" * 64
""",
    "tests/gate/test_one.py": """
def test_good(): pass
""",
    "tests/gate/test_two.py": """
def test_fault(record_property):
    record_property("gate-faults", "yes")
    raise AssertionError
""",
}
_IDLE = """
import pytest
def test_called_off(): pytest.skip("no")
@pytest.mark.skip
def test_marked(): pass
def test_expected(): pytest.xfail("no")
def test_error(): raise OSError
def test_not_wanted(): pass
def test_good(): pass
"""


def _run(folder: Path, *options: str, more: str = "") -> Shard | None:
    files = {**_FILES, "tests/gate/test_more.py": more} if more else _FILES
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "pytest", "tests/gate", "-p", "no:playwright", "--shard", "1/1", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'hooks'}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    file = folder / ".cache" / "gate" / "shard-1-of-1.json"
    return Shard.model_validate_json(file.read_bytes()) if file.is_file() else None


def test_a_run_that_finds_faults_is_whole(tmp_path: Path) -> None:
    shard = _run(tmp_path)
    assert shard
    assert shard.broken == ()


@pytest.mark.parametrize("workers", ["0", "2"])
def test_tests_that_did_not_do_what_they_are_for_are_told(tmp_path: Path, workers: str) -> None:
    file = "tests/gate/test_more.py"
    shard = _run(tmp_path, "-n", workers, "--deselect", f"{file}::test_not_wanted", more=_IDLE)
    assert shard
    assert sorted(shard.broken) == [
        f"{file}::test_called_off was skipped",
        f"{file}::test_error broke off",
        f"{file}::test_expected was skipped",
        f"{file}::test_marked was skipped",
        f"{file}::test_not_wanted was left out",
    ]


@pytest.mark.parametrize("option", ["-k=good", "--ignore=tests/gate/test_two.py", "--last-failed"])
def test_a_part_of_a_run_writes_nothing(tmp_path: Path, option: str) -> None:
    assert _run(tmp_path, option) is None
