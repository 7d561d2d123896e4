"""What the formats cost: all of the example, and its English PDF beside that of mkdocs-to-pdf.

Cold is with finished pages and no file kept; warm is a build of the same again. The same pages are built
without formats too, and what is compared is the difference. Each is done once: a cold build takes minutes.

mkdocs-to-pdf gets the very HTML of our page of the whole plan, a chapter for each of its parts, in a plain
project of Material. Its PDF has no tags.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from tests.bench.example import copy_example
from tests.bench.others import TO_PDF, installed, python
from tests.bench.processes import Job, Taken, build, run, timed

COLD, WARM, WITHOUT = "all formats, cold", "all formats, warm", "without formats, pages kept"
_MADE = re.compile(r"(downloads/\S+) \((\w+)\): .*, made in ([\d.]+) seconds")
_ONLY_PDF = {"editions": [{"language": "en", "name": "English", "locale": "en_GB", "formats": ["pdf"]}]}


def measure() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        example = copy_example(Path(temporary) / "example")
        _all(example)
        _english(Path(temporary), example)


def _all(example: Path) -> None:
    site, said = example / "site", []

    def job() -> None:
        said.append(_build(example, site))

    first = _taken("pages and formats, nothing kept", job)
    shutil.rmtree(example / ".cache/formats")
    cold = _taken(COLD, job)
    warm = _taken(WARM, job)
    _taken(WITHOUT, partial(_build, example, site, "none"))
    seconds = {f"{path} {tag}": float(taken) for path, tag, taken in _MADE.findall(said[1])}
    if _MADE.search(said[2]):
        raise SystemExit("The warm build made files again.")
    paper = sum(taken for name, taken in seconds.items() if ".pdf" in name)
    print(f"{len(seconds)} files; WeasyPrint: {paper / sum(seconds.values()):.0%} of their work")
    for kind, taken in sorted(_by_kind(seconds).items(), key=lambda one: -one[1]):
        print(f"  {kind:30} {taken:7.1f} s")
    print(f"From nothing: {first.wall:.0f} s; wanted: at most 240 s on 2 processors")
    print(f"{WARM} / {COLD}: {warm.wall / cold.wall:.3f}; wanted: at most 0.100")


def _by_kind(seconds: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, taken in seconds.items():
        path = Path(name.split()[0])
        kind = path.parent.name if path.parent.name != "downloads" else path.name
        found[kind] = found.get(kind, 0) + taken
    return found


def _english(folder: Path, example: Path) -> None:
    page = (example / "site/whole-plan/index.html").read_bytes()
    (example / "data/editions.yml").write_text(yaml.safe_dump(_ONLY_PDF), encoding="utf-8")
    shutil.rmtree(example / "site")
    site = folder / "english"
    _build(example, site)
    shutil.rmtree(example / ".cache/formats")
    ours = _taken("English PDF, pages kept", partial(_build, example, site))
    pages = _taken("the same without it", partial(_build, example, site, "none"))
    there = installed(TO_PDF)
    if TO_PDF not in there:
        return
    project = write_parts(folder / "theirs", page)
    with_pdf = partial(build, project / "pdf.yml", folder / "their-pdf", python())
    theirs = _taken(f"{TO_PDF} {there[TO_PDF]}, with its site", with_pdf)
    plain = _taken("Material alone", partial(build, project / "plain.yml", folder / "plain", python()))
    if not list((folder / "their-pdf").rglob("*.pdf")):
        raise SystemExit(f"{TO_PDF} made no PDF.")
    added, theirs_added = ours.wall - pages.wall, theirs.wall - plain.wall
    print(f"English PDF: {added:.1f} s ours, {theirs_added:.1f} s theirs")
    print(f"Ours / theirs: {added / theirs_added:.2f}; wanted: at most 1.00")


def write_parts(folder: Path, page: bytes) -> Path:
    """A project of Material whose chapters are the parts of a page of the whole plan, once with a PDF."""
    parts = html.document_fromstring(page).find_class("pp-whole-section")
    (folder / "docs").mkdir(parents=True)
    for number, part in enumerate(parts):
        title = " ".join(part.findtext(".//h2", "").split())
        name = f"part-{number}" if number else "index"
        words = html.tostring(part, encoding="unicode", with_tail=False)
        (folder / f"docs/{name}.md").write_text(f"# {title}\n\n{words}\n", encoding="utf-8")
    about: dict[str, Any] = {"site_name": "Plan", "theme": {"name": "material", "font": False}}
    for name, plugins in {"plain": ["search"], "pdf": ["search", {"to-pdf": {"author": "Plan"}}]}.items():
        config = yaml.safe_dump({**about, "plugins": plugins})
        (folder / f"{name}.yml").write_text(config, encoding="utf-8")
    return folder


def _build(plan: Path, site: Path, formats: str = "all") -> str:
    config = ["-f", str(plan / "mkdocs.yml"), "-d", str(site)]
    return run("-m", "mkdocs", "build", *config, PLAINPLAN_FORMATS=formats)


def _taken(name: str, job: Job) -> Taken:
    taken = timed(job)
    print(f"{name:44} {taken.wall:7.2f} s  CPU {taken.cpu:7.2f} s", flush=True)
    return taken
