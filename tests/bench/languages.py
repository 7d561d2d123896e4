"""What six languages cost: Plainplan beside programs that build the same words.

Cold is without anything that an earlier build kept, but with byte-compiled Python on all sides. The pages
that Plainplan makes by itself count: the others have as many chapters more instead. Only theirs have no page
of the whole plan, no data files and no page on languages. Warm is with one chapter changed since, by a word.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.bench.others import I18N, ZENSICAL, Others, installed
from tests.bench.plan import LANGUAGES, ManyWords, write_plan
from tests.bench.processes import Job, Times, in_turn
from tests.bench.serving import times_to_see

ROUNDS, FEW, MANY, CHANGES = 3, 40, 200, 5
COLD, WARM, TEMPLATES = (
    "Plainplan, cold",
    "Plainplan, one chapter changed",
    "Plainplan, cold but for templates",
)
MATERIAL = "Material, one build per language"


def measure() -> None:
    """Measure and print."""
    there = installed(I18N, ZENSICAL)
    versions = {"mkdocs-material": version("mkdocs-material"), **there}
    print(" ".join(["Beside it:", *(f"{name} {number}" for name, number in versions.items())]))
    with tempfile.TemporaryDirectory() as temporary:
        _few(Path(temporary) / "few", there)
        _many(Path(temporary) / "many")


def _few(folder: Path, there: dict[str, str]) -> None:
    plan, others = _sites(folder, FEW)
    jobs: dict[str, Job] = {TEMPLATES: plan.build, MATERIAL: others.material}
    if I18N in there:
        jobs[f"{I18N}, one build"] = others.static_i18n
    if ZENSICAL in there:
        jobs[f"{ZENSICAL}, one build per language"] = others.zensical
    times = _measured(plan, jobs)
    others.check()
    if I18N in there:
        _compare(times, COLD, f"{I18N}, one build", 0.6)
    _compare(times, COLD, MATERIAL)
    _compare(times, WARM, COLD, 0.2)
    seen = times_to_see(plan, CHANGES)
    print(f"Edit to served: {median(seen):.2f} s  ({min(seen):.2f} to {max(seen):.2f}); wanted: at most 1 s")


def _many(folder: Path) -> None:
    plan, others = _sites(folder, MANY)
    times = _measured(plan, {MATERIAL: others.material})
    others.check()
    _compare(times, COLD, MATERIAL, 0.4)
    _compare(times, WARM, COLD, 0.2)


def _sites(folder: Path, pages: int) -> tuple[ManyWords, Others]:
    plan, others = write_plan(folder / "ours", pages), Others(folder / "others", pages)
    others.write()
    print(f"\n{pages} pages in each of {len(LANGUAGES)} languages, {plan.chapters} of them chapters.")
    return plan, others


def _measured(plan: ManyWords, jobs: dict[str, Job]) -> dict[str, Times]:
    print(f"Medians of {ROUNDS} runs (fastest to slowest), and the work of all processors:")
    before: dict[str, Job] = {
        COLD: partial(_unchanged, plan),
        WARM: _changes(plan),
        TEMPLATES: partial(_unchanged, plan, "templates"),
    }
    times = in_turn({COLD: plan.build, WARM: plan.build, **jobs}, ROUNDS, before)
    _check(plan)
    return times


def _unchanged(plan: ManyWords, *kept: str) -> None:
    plan.change()
    plan.forget(*kept)


def _changes(plan: ManyWords) -> Callable[[], None]:
    numbers = iter(range(1 + ROUNDS))
    return lambda: plan.change(f"changed{next(numbers)}")


def _check(plan: ManyWords) -> None:
    pages = sum(1 for _ in plan.site.rglob("index.html"))
    if pages != plan.pages * len(LANGUAGES):
        raise SystemExit(f"Plainplan: {pages} pages, and not {plan.pages} in each language.")


def _compare(times: dict[str, Times], ours: str, theirs: str, wanted: float | None = None) -> None:
    wall, cpu = times[ours].wall / times[theirs].wall, times[ours].cpu / times[theirs].cpu
    aim = f"; wanted: at most {wanted:.2f}" if wanted else ""
    print(f"{ours} / {theirs}: {wall:.2f}{aim}  (CPU {cpu:.2f})")
