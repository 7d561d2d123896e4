from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from plainplan.cli import main

Change = Callable[[str, str, str], int]
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def on_23_november_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")


@pytest.fixture
def with_error(small_plan: Path, change: Change) -> Path:
    change("data/priorities/safer-roads.yml", "owner: police", "owner: polcie")
    return small_plan


@pytest.fixture
def with_warning(small_plan: Path, change: Change) -> Path:
    change("content/roads.md", "ANPR", "100%\n\nand PQR")
    return small_plan


def test_a_good_plan(small_plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(small_plan), "--strict"]) == 0
    assert capsys.readouterr().out == "The plan is in order.\n"


def test_the_folder_is_here_by_default(small_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_plan)
    assert main(["check"]) == 0


def test_an_error(with_error: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(with_error)]) == 1
    assert capsys.readouterr().out == (
        'data/priorities/safer-roads.yml:14:9: error: action "speed-checks": '
        'there is no organisation "polcie". Did you mean "police"? [unknown-reference]\n'
        "1 error, 0 warnings.\n"
    )


def test_a_file_that_cannot_be_read(
    small_plan: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("data/grants.yml", "", "grants: [a")
    assert main(["check", str(small_plan)]) == 1
    assert "data/grants.yml:1:9: error: " in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--strict"], 1)])
def test_a_warning(
    with_warning: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int
) -> None:
    assert main(["check", str(with_warning), *arguments]) == status
    assert capsys.readouterr().out.endswith("0 errors, 1 warning.\n")


def test_json(with_error: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(with_error), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "place": {"file": "data/priorities/safer-roads.yml", "line": 14, "column": 9},
            "message": 'there is no organisation "polcie".',
            "mend": 'Did you mean "police"?',
            "code": "unknown-reference",
            "severity": "error",
            "record": 'action "speed-checks"',
        }
    ]


def test_json_of_a_good_plan(small_plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(small_plan), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github(with_warning: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change("data/glossary.yml", "meaning: Cameras", 'meaning: <b class="50%">Cameras</b>')
    assert main(["check", str(with_warning), "--format", "github"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    place = "file=content/roads.md,line=8,col=1,title=unexplained-acronym"
    assert first.startswith(f'::warning {place}::"PQR" is not explained anywhere. ')
    assert second.startswith("::warning file=data/glossary.yml,line=4,col=5,title=html-in-text::")
    assert '50%25"' in second


@pytest.mark.parametrize("arguments", [[], ["check", "--format", "xml"], ["chekc"]])
def test_wrong_arguments(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_not_a_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 2
    captured = capsys.readouterr()
    assert "there is no such folder" in captured.err
    assert not captured.out


def test_the_module_runs_as_a_command(with_error: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "plainplan.cli", "check", str(with_error)]
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    "plan", ["", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/plans/*"))]
)
def test_the_plans_of_this_project_have_no_errors(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / plan)]) == 0, capsys.readouterr().out
