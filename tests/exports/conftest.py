"""The data of plans, as files on a disk, for the tools that others read them with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from plainplan.exports import FOLDER, TakeAway
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.views.index import Index

from tests.sites import ROOT

ON = date(2026, 11, 23)
_PLANS = {
    "example": ROOT,
    **{path.name: path for path in sorted((ROOT / "tests" / "plans").iterdir()) if path.is_dir()},
}


@dataclass(frozen=True)
class Taken:
    """A plan, its data, and the folder in which the files lie."""

    plan: Plan
    away: TakeAway
    folder: Path

    def content(self, name: str) -> bytes:
        """One file, by its path in the folder."""
        return (self.folder / name).read_bytes()


Take = Callable[[Path], Taken]


@pytest.fixture(scope="session")
def take(tmp_path_factory: pytest.TempPathFactory) -> Take:
    """Write the data of the plan in a folder into another one."""

    def write(folder: Path) -> Taken:
        plan = load_plan(folder).plan
        away, target = TakeAway(Index(plan), ON), tmp_path_factory.mktemp("data")
        for path, file in away.downloads.items():
            written = target / path.removeprefix(FOLDER)
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(file.content)
        return Taken(plan, away, target)

    return write


@pytest.fixture(scope="session")
def taken_from(take: Take) -> Callable[[str], Taken]:
    """The data of a plan of this repository, by its name."""
    return cache(lambda name: take(_PLANS[name]))


@pytest.fixture(scope="session", params=list(_PLANS))
def taken(request: pytest.FixtureRequest, taken_from: Callable[[str], Taken]) -> Taken:
    """The data of the example and of each real plan."""
    return taken_from(request.param)


@pytest.fixture(scope="session")
def example_data(taken_from: Callable[[str], Taken]) -> Taken:
    """The data of the example."""
    return taken_from("example")
