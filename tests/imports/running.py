"""Runs `plainplan import` as an editor would."""

from __future__ import annotations

import pytest
from plainplan.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["import", *arguments, "--folder", "plan"])
    captured = capsys.readouterr()
    return code, captured.out + captured.err
