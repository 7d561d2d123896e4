"""What Plainplan adds to a build of one language.

The English edition of the example is built once, and the words of every page of it are counted. A plain
Material project then gets as many pages with as many words each: no hooks, no templates of ours, the
navigation that the folders give. Both are timed as whole processes, in turn, so that a busy moment of the
machine falls on both. Medians are compared. The first view of a priority is weighed on both sides,
compressed, all but pictures.
"""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from lxml import html

from tests.bench.plan import write_config
from tests.bench.processes import ROOT, build, in_turn, run
from tests.bench.words import plain_chapter

ROUNDS = 5
OURS, PLAIN = "Plainplan", "plain Material"


class PageWords(HTMLParser):
    """Counts the words in the article of a page: what stands round it is the theme in both projects."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._inside = self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag == "article"
        self._unseen += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "article"
        self._unseen -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if self._inside and not self._unseen:
            self.count += len(data.split())


def words_of_pages(site: Path) -> dict[Path, int]:
    """The words of each page of a built site, by the folder that the page is in."""
    words = {}
    for path in sorted(site.rglob("index.html")):
        counter = PageWords()
        counter.feed(path.read_text(encoding="utf-8"))
        words[path.parent.relative_to(site)] = counter.count
    return words


def write_plain_project(folder: Path, words: Mapping[Path, int]) -> Path:
    """A Material project with a page for each that is counted. Returns its mkdocs.yml."""
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    plain = {
        "site_name": "Plain",
        "theme": {"name": "material", "language": "en", "font": False},
        "plugins": ["search"],
        "markdown_extensions": ours["markdown_extensions"],
    }
    for place, count in words.items():
        page = folder / "docs" / place / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        title = place.name.replace("-", " ").capitalize() or "Home"
        page.write_text(plain_chapter(title, count), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(plain), encoding="utf-8")
    return config


def first_view(site: Path, page: Path) -> int:
    """The bytes of a page with the style sheets and scripts that it names, each compressed as by a host."""
    tree = html.document_fromstring((site / page / "index.html").read_bytes())
    named = [link.get("href") for link in tree.iter("link") if link.get("rel") == "stylesheet"]
    named += [script.get("src") for script in tree.iter("script")]
    files = [site / page / "index.html", *(site / page / urlsplit(name).path for name in named if name)]
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def copy_example(folder: Path) -> Path:
    """The example in a folder of its own, so that what a build keeps there can be thrown away."""
    for part in ("data", "content"):
        shutil.copytree(ROOT / part, folder / part)
    write_config(folder)
    return folder


def measure() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as temporary:
        _measure_in(Path(temporary))


def _measure_in(folder: Path) -> None:
    example = copy_example(folder / "example")
    build_ours = partial(build, example / "mkdocs.yml", folder / "ours", PLAINPLAN_EDITION="en")
    build_ours()
    words = words_of_pages(folder / "ours")
    config = write_plain_project(folder / "plain", words)
    build(config, folder / "plain-site")
    plain_words = words_of_pages(folder / "plain-site")
    if plain_words.keys() != words.keys():
        raise SystemExit("The two sites do not have the same pages.")
    print(f"{len(words)} pages; words: {sum(words.values())} ours, {sum(plain_words.values())} plain.")
    priority = max((place for place in words if place.parent.name == "priorities"), key=words.__getitem__)
    ours, plain = (first_view(folder / name, priority) for name in ("ours", "plain-site"))
    index = len(gzip.compress((folder / "plain-site/search/search_index.json").read_bytes()))
    print(f"First view of a priority: {ours:,} bytes ours; {plain:,} plain, and {index:,} for its search.")
    print(
        f"Medians of {ROUNDS} runs (fastest to slowest); no page of ours was kept, charts and templates were:"
    )
    found = in_turn(
        {
            OURS: build_ours,
            PLAIN: lambda: build(config, folder / "plain-site"),
            "plainplan check": lambda: run("-m", "plainplan.cli", "check", str(example)),
        },
        ROUNDS,
        {OURS: lambda: shutil.rmtree(example / ".cache/editions", ignore_errors=True)},
    )
    print(f"{OURS} / {PLAIN}: {found[OURS].wall / found[PLAIN].wall:.2f}")
