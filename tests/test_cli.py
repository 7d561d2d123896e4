from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from plainplan.cli import main
from plainplan.plain import RULES

Change = Callable[[str, str, str], int]
Capture = pytest.CaptureFixture[str]
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


def test_every_rule_on_words_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--rules"]) == 0
    told = capsys.readouterr().out
    for rule in RULES:
        assert f"{rule.id} ({rule.severity}" in told
        assert rule.explanation in told


def test_chapters_are_held_to_plain_english(small_plan: Path, change: Change, capsys: Capture) -> None:
    line = change("content/roads.md", "ANPR", "ANPR is there in order to help.\n\nANPR")
    assert main(["check", str(small_plan)]) == 0
    assert (
        f'content/roads.md:{line}: warning: "in order to" is a hard way to say it.' in capsys.readouterr().out
    )


def test_reading_ease_is_told_for_each_chapter(small_plan: Path, capsys: Capture) -> None:
    (small_plan / "content/long.md").write_text(
        "---\ntitle: Long\n---\n" + "The police help people who ask for help. " * 20, encoding="utf-8"
    )
    assert main(["check", str(small_plan), "--reading-ease"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert any(line.endswith("content/long.md") and line.split()[1] == "age" for line in told)
    assert not any(line.endswith("content/roads.md") for line in told), "too short to tell"


def test_a_sheet_of_pictures(small_plan: Path, capsys: Capture) -> None:
    assert main(["pictures", str(small_plan)]) == 1
    assert "there are no pictures" in capsys.readouterr().out
    shutil.copytree(ROOT / "overrides/fragments/easy", small_plan / "overrides/fragments/easy")
    (small_plan / "content/vote.svg").write_text("<svg/>", encoding="utf-8")
    (small_plan / "data/pictures.yml").write_text(
        "sources: [{id: own, title: Own, by: us, licence: ours}]\n"
        "pictures: [{id: vote, file: vote.svg, alt: A vote, source: own}]\n",
        encoding="utf-8",
    )
    assert main(["pictures", str(small_plan), "--output", str(small_plan / "sheet.html")]) == 0
    sheet = (small_plan / "sheet.html").read_text(encoding="utf-8")
    assert 'src="content/vote.svg"' in sheet
    assert "<code>vote</code>" in sheet
    assert "Not used" in sheet
