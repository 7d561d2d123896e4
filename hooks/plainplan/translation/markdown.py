"""Chapters as HTML, made as the build makes them, to find their blocks."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import markdown
import yaml

_ALWAYS = ("toc", "tables", "fenced_code")  # mkdocs/config/defaults.py: MkDocs adds them to all


class _TolerantLoader(yaml.SafeLoader):
    """Reads mkdocs.yml, which may hold tags that only MkDocs knows."""


def _nothing(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    return None


_TolerantLoader.add_multi_constructor("", _nothing)


def extensions(folder: Path) -> tuple[list[str], dict[str, Any]]:
    """The extensions of Markdown that mkdocs.yml in a folder names, and what it sets for each."""
    file = folder / "mkdocs.yml"
    return _extensions_in(file.read_text(encoding="utf-8") if file.exists() else "")


@lru_cache(maxsize=1)  # every chapter asks
def _extensions_in(text: str) -> tuple[list[str], dict[str, Any]]:
    loaded = yaml.load(text, _TolerantLoader)  # noqa: S506  # a SafeLoader
    named: list[str] = list(_ALWAYS)
    settings: dict[str, Any] = {}
    for item in (loaded or {}).get("markdown_extensions") or ():
        name, values = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        if name not in named:
            named.append(name)
        settings[name] = values or {}
    return named, settings


def to_html(text: str, folder: Path) -> str:
    """The HTML of the text of a chapter."""
    named, settings = extensions(folder)
    return markdown.Markdown(extensions=named, extension_configs=settings).convert(text)
