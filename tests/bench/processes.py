"""Whole processes, timed in turn, so that a busy moment of the machine falls on all that is compared."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
_APART = "PYTHONDONTWRITEBYTECODE"  # or every run would compile all modules, which `make site` does once
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != _APART}
ENVIRONMENT |= {"PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
ENVIRONMENT |= {"PLAINPLAN_FORMATS": "none"}  # but for the part that measures them
Job = Callable[[], object]


@dataclass(frozen=True)
class Taken:
    """The seconds that passed, and those for which processors worked."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Times:
    """What one job took, run by run."""

    runs: tuple[Taken, ...]

    @property
    def wall(self) -> float:
        """The median of the seconds that passed."""
        return median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median of the seconds of work."""
        return median(run.cpu for run in self.runs)

    def line(self, name: str) -> str:
        """A line of a table."""
        walls = [run.wall for run in self.runs]
        return f"{name:44} {self.wall:6.2f} s  ({min(walls):.2f} to {max(walls):.2f})  CPU {self.cpu:6.2f} s"


def run(*arguments: str, python: Path | str = sys.executable, **environment: str) -> str:
    """Run Python with these arguments, as `make` would. Returns what it says; a failure shows it."""
    settings = {**ENVIRONMENT, **environment}
    done = subprocess.run(
        [str(python), *arguments], check=False, cwd=ROOT, env=settings, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def build(config: Path, site: Path, python: Path | str = sys.executable, **environment: str) -> None:
    """Build one project of MkDocs as its users do."""
    run("-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(site), python=python, **environment)


def timed(job: Job) -> Taken:
    """Do a job in other processes; they count when they have ended."""
    worked, start = _worked(), time.perf_counter()
    job()
    return Taken(time.perf_counter() - start, _worked() - worked)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turn(
    jobs: Mapping[str, Job], rounds: int, before: Mapping[str, Job] | None = None
) -> dict[str, Times]:
    """Every job once a round; the first round is not counted. What is done `before` a job is not timed."""
    found: dict[str, list[Taken]] = {name: [] for name in jobs}
    for turn in range(1 + rounds):
        for name, job in jobs.items():
            if before and name in before:
                before[name]()
            taken = timed(job)
            if turn:
                found[name].append(taken)
    times = {name: Times(tuple(runs)) for name, runs in found.items()}
    for name, one in times.items():
        print(one.line(name), flush=True)
    return times
