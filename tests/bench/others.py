"""The same words as sites of other programs: Material with static-i18n, Material and Zensical by themselves.

The last two know one language a site, so that they build one site per language in turn.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from tests.bench.plan import LANGUAGES, WORDS, name_of
from tests.bench.processes import ROOT, build, run
from tests.bench.words import chapter_text, said, title_of

VENV = ROOT / ".cache/bench-venv"
I18N, ZENSICAL, TO_PDF = "mkdocs-static-i18n", "zensical", "mkdocs-to-pdf"
_WANTED = {I18N: f"{I18N}==1.3.1", ZENSICAL: ZENSICAL, TO_PDF: f"{TO_PDF}==0.12.1"}
_MODULES = {I18N: "mkdocs_static_i18n", ZENSICAL: "zensical", TO_PDF: "mkdocs_to_pdf"}
_LACKING = {"pa": "ar", "gu": "bn"}
"""Languages in which Material says nothing, on which static-i18n breaks off; and whose interface it gets."""


@dataclass(frozen=True)
class Others:
    """Sites in a folder with so many pages in each language."""

    folder: Path
    pages: int

    def write(self) -> None:
        """Write the pages and the configuration of every site."""
        for tag, name in LANGUAGES.items():
            self._write_pages(self.folder / "all/docs" / _LACKING.get(tag, tag), tag)
            self._write_pages(self.folder / tag / "docs", tag)
            language = "en" if tag in _LACKING else tag
            self._write_config(tag, {"language": language}, ["search"], name)
        languages = [
            {"locale": _LACKING.get(tag, tag), "name": name, "default": tag == "en", "build": True}
            for tag, name in LANGUAGES.items()
        ]
        i18n = {"docs_structure": "folder", "languages": languages}
        self._write_config("all", {}, ["search", {"i18n": i18n}], "All")

    def _write_pages(self, docs: Path, tag: str) -> None:
        docs.mkdir(parents=True)
        for number in range(self.pages):
            name = name_of(number) if number else "index"
            text = f"# {title_of(number)}\n\n{chapter_text(number, WORDS)}"
            (docs / f"{name}.md").write_text(said(text, tag), encoding="utf-8")

    def _write_config(self, part: str, theme: dict[str, str], plugins: Sequence[Any], name: str) -> None:
        ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        config = {
            "site_name": name,
            "site_url": f"https://plan.example.org/{part}/",
            "theme": {"name": "material", "font": False, **theme},
            "plugins": list(plugins),
            "markdown_extensions": ours["markdown_extensions"],
        }
        path = self.folder / part / "mkdocs.yml"
        path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")

    def static_i18n(self) -> None:
        """All languages in one build."""
        build(self.folder / "all/mkdocs.yml", self.folder / "all/site", python())

    def material(self) -> None:
        """One build per language, in turn."""
        for tag in LANGUAGES:
            build(self.folder / tag / "mkdocs.yml", self.folder / tag / "site")

    def zensical(self) -> None:
        """One build per language, in turn, from nothing."""
        for tag in LANGUAGES:
            config = self.folder / tag / "mkdocs.yml"
            run("-m", "zensical", "build", "--clean", "-f", str(config), python=python())

    def check(self) -> None:
        """Be sure that all pages are there: a build that leaves some out would be fast."""
        for site in self.folder.glob("*/site"):
            pages = sum(1 for _ in site.rglob("index.html"))
            wanted = self.pages * (len(LANGUAGES) if site.parent.name == "all" else 1)
            if pages != wanted:
                raise SystemExit(f"{site.parent.name}: {pages} pages, and not {wanted}.")


def python() -> Path:
    """The Python that the other programs are installed for."""
    return VENV / "bin/python"


@cache
def installed(*names: str) -> dict[str, str]:
    """Which of some other programs there are, in which version. What is missing is fetched, if it can be."""
    if not python().exists():
        run("-m", "venv", str(VENV))
    found = {}
    for name in names:
        wanted = _WANTED[name]
        if not _version(name):
            _install(wanted)
        if there := _version(name):
            found[name] = there
        else:
            print(f"Left out: {name}. To have it: {python()} -m pip install {wanted}")
    return found


def _install(wanted: str) -> None:
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    same = [f"{name}=={version(name)}" for name in ("mkdocs", "mkdocs-material")]
    subprocess.run([*pip, wanted, *same], check=False, stderr=subprocess.DEVNULL)


def _version(name: str) -> str:
    """The version of a program that can be started; empty where it cannot."""
    code = f"import {_MODULES[name]}; from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run([str(python()), "-c", code], check=False, capture_output=True, encoding="utf-8")
    return done.stdout.strip() if done.returncode == 0 else ""
