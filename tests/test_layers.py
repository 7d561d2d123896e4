"""The modules of the package import one way only, so that each can be understood without those after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import plainplan
import pytest

PACKAGE = Path(plainplan.__file__).parent
LAYERS = (
    {"cells", "colours", "errors", "headers", "language", "slugs", "trees", "workers"},
    {"model", "plain"},
    {"addresses"},
    {"blocks", "results"},
    {"load"},
    {"translation"},
    {"check"},
    {"views"},
    {"charts", "exports"},
    {"render"},
    {"interface", "preview", "publish", "search"},
    {"building", "formats", "kept", "pictures"},
    {"downloads"},
    {"making"},
    {"imports"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted({path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")})


def imported(module: str) -> Iterator[str]:
    """The modules of the package that one of them imports, wherever in it."""
    files = PACKAGE.glob(f"{module}.py"), PACKAGE.glob(f"{module}/**/*.py")
    for path in (file for found in files for file in found):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "plainplan":
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                yield from (name.split(".")[1] for name in names)


def test_every_module_has_its_place() -> None:
    assert set(MODULES) - {"__init__"} == set(RANK)
    said = " ".join((plainplan.__doc__ or "").split())
    assert " ← ".join(", ".join(sorted(names)) for names in LAYERS) in " ← ".join(
        ", ".join(sorted(part.strip(" .").split(", "))) for part in said.split(":")[-1].split("←")
    )


@pytest.mark.parametrize("module", sorted(RANK))
def test_modules_import_those_before_them(module: str) -> None:
    wrong = {name for name in imported(module) if name != module and RANK[name] >= RANK[module]}
    assert wrong == set()
