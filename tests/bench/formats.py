"""What the formats cost: the PDF of English beside that of mkdocs-to-pdf, and all of the example.

mkdocs-to-pdf gets the very HTML of our page of the whole plan, a chapter for each of its parts, in a plain
project of Material; the time of that project without it is taken off. Its PDF has no tags.

Cold is with finished pages and no file kept, warm is a build of the same again. Each is done once: a cold
build takes minutes.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from tests.bench.example import copy_example
from tests.bench.others import TO_PDF, installed, python
from tests.bench.processes import Job, Taken, build, run, timed

COLD, WARM = "all formats, cold", "all formats, warm"
_MADE = re.compile(r"(downloads/\S+) \((\w+)\): .*, made in ([\d.]+) seconds")
_AS_MANY = 0.8
"""What share of our words the other PDF must hold, as it has no cover and no running heads of ours."""
_WHOLE = "html, body { height: auto; min-height: 0; overflow: visible }\n"
"""Material's pages are as high as a window: WeasyPrint would cut off all after the first sheet of each."""
_ONLY_PDF = {"editions": [{"language": "en", "name": "English", "locale": "en_GB", "formats": ["pdf"]}]}


def measure() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        _english(Path(temporary) / "english")
        _all(Path(temporary) / "all")


def _all(folder: Path) -> None:
    example, said = copy_example(folder), []

    def job() -> None:
        said.append(_build(example))

    first = _taken("pages and formats, nothing kept", job)
    shutil.rmtree(example / ".cache/formats")
    cold, warm = _taken(COLD, job), _taken(WARM, job)
    if _MADE.search(said[2]):
        raise SystemExit("The warm build made files again.")
    seconds = _seconds(said[1])
    paper = sum(taken for name, taken in seconds.items() if ".pdf" in name)
    print(f"{len(seconds)} files; WeasyPrint: {paper / sum(seconds.values()):.0%} of their work")
    for kind, taken in sorted(_by_kind(seconds).items(), key=lambda one: -one[1]):
        print(f"  {kind:30} {taken:7.1f} s")
    print(f"From nothing: {first.wall:.0f} s; wanted: at most 240 s on 2 processors")
    print(f"{WARM} / {COLD}: {warm.wall / cold.wall:.3f}; wanted: at most 0.100")


def _seconds(said: str) -> dict[str, float]:
    """How long each file took, by what a build says."""
    return {f"{path} {tag}": float(taken) for path, tag, taken in _MADE.findall(said)}


def _by_kind(seconds: dict[str, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, taken in seconds.items():
        path = Path(name.split()[0])
        kind = path.parent.name if path.parent.name != "downloads" else path.name
        found[kind] = found.get(kind, 0) + taken
    return found


def _english(folder: Path) -> None:
    example = copy_example(folder / "ours")
    (example / "data/editions.yml").write_text(yaml.safe_dump(_ONLY_PDF), encoding="utf-8")
    shutil.rmtree(example / "data/translations")
    [ours] = _seconds(_build(example)).values()
    print(f"{'English PDF':44} {ours:7.2f} s")
    there = installed(TO_PDF)
    if TO_PDF not in there:
        return
    project = write_parts(folder / "theirs", (example / "site/whole-plan/index.html").read_bytes())
    with_pdf = partial(build, project / "pdf.yml", project / "with-pdf", python())
    theirs = _taken(f"{TO_PDF} {there[TO_PDF]}, with its site", with_pdf)
    plain = _taken("Material alone", partial(build, project / "plain.yml", project / "plain", python()))
    [their_pdf] = (project / "with-pdf").rglob("*.pdf")
    held, all_words = _words(their_pdf), _words(example / "site/downloads/plan.pdf")
    if held < all_words * _AS_MANY:
        print(f"Not compared: the PDF of {TO_PDF} holds {held} words, and ours {all_words}.")
        return
    added = theirs.wall - plain.wall
    print(f"English PDF: {ours:.1f} s ours, {added:.1f} s theirs: {ours / added:.2f}; wanted: at most 1.00")


def _words(file: Path) -> int:
    """How many words are in a PDF: one that leaves some out would be fast."""
    done = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, encoding="utf-8")
    return len(done.stdout.split())


def write_parts(folder: Path, page: bytes) -> Path:
    """A project of Material whose chapters are the parts of a page of the whole plan, once with a PDF."""
    parts = list(html.document_fromstring(page).iterfind(".//section[@class='pp-whole-section']"))
    if not parts:
        raise SystemExit("The page of the whole plan has no parts.")
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/whole.css").write_text(_WHOLE, encoding="utf-8")
    for number, part in enumerate(parts):
        title = " ".join(part.findtext(".//h2", "").split())
        name = f"part-{number}" if number else "index"
        words = html.tostring(part, encoding="unicode", with_tail=False)
        (folder / f"docs/{name}.md").write_text(f"# {title}\n\n{words}\n", encoding="utf-8")
    theme = {"name": "material", "font": False}
    about: dict[str, Any] = {"site_name": "Plan", "theme": theme, "extra_css": ["whole.css"]}
    for name, plugins in {"plain": ["search"], "pdf": ["search", {"to-pdf": {"author": "Plan"}}]}.items():
        config = yaml.safe_dump({**about, "plugins": plugins})
        (folder / f"{name}.yml").write_text(config, encoding="utf-8")
    return folder


def _build(plan: Path) -> str:
    config = ["-f", str(plan / "mkdocs.yml"), "-d", str(plan / "site")]
    return run("-m", "mkdocs", "build", *config, PLAINPLAN_FORMATS="all")


def _taken(name: str, job: Job) -> Taken:
    taken = timed(job)
    print(f"{name:44} {taken.wall:7.2f} s  CPU {taken.cpu:7.2f} s", flush=True)
    return taken
