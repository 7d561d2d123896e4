"""Builds the other editions of a preview behind it, so that an editor need not wait for them.

The edition in which somebody writes is served at once. Each of the others takes its place when it is done.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FORMATS = "PLAINPLAN_FORMATS"
"""The variable that says whether a build makes the formats: all, or none."""
ALONE = "PLAINPLAN_EDITION"
"""The variable that names the one edition to build."""
PREVIEW = "PLAINPLAN_PREVIEW"
"""The variable that says that a preview is built: its pages reload by a script inside of them."""


def alone() -> str | None:
    """The one edition to build, by the environment: so that several machines can share the work."""
    return os.environ.get(ALONE) or None


Say = Callable[[str], None]


@dataclass
class Preview:
    """The builds behind a preview: at most one series at a time."""

    say: Say
    _process: subprocess.Popen[str] | None = None
    _thread: threading.Thread | None = None
    _stopped: threading.Event = field(default_factory=threading.Event)

    def build(self, editions: Mapping[str, str], config: Path, site: Path) -> None:
        """Begin to build editions (tag to name) into a site. What was being built before is broken off."""
        self.stop()
        self._stopped = threading.Event()
        work = (tuple(editions.items()), config, site, self._stopped)
        self._thread = threading.Thread(target=self._build_each, args=work, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until all are built."""
        if self._thread:
            self._thread.join()

    def stop(self) -> None:
        """End what is being built. An edition that is not done stays as it was."""
        self._stopped.set()
        if self._process:
            self._process.terminate()
        self.wait()

    def _build_each(
        self, editions: Sequence[tuple[str, str]], config: Path, site: Path, stopped: threading.Event
    ) -> None:
        for tag, name in editions:
            if stopped.is_set():
                return
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(site)]
            settings = {**os.environ, ALONE: tag, PREVIEW: "1"}
            self._process = subprocess.Popen(  # noqa: S603  # our own arguments
                command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
            )
            _, said = self._process.communicate()
            if stopped.is_set():
                return
            self.say(f"{name} is ready." if self._process.returncode == 0 else f"{name}: {said.strip()}")


def newest_first(tags: Sequence[str], folder: Path) -> list[str]:
    """The languages, those first whose PO file in a folder was written to last."""

    def written(tag: str) -> float:
        file = folder / f"{tag}.po"
        return -file.stat().st_mtime if file.exists() else 0

    return sorted(tags, key=written)


def wants_formats(is_preview: bool) -> bool:
    """Whether a build makes the formats: a preview only where it is asked to."""
    return os.environ.get(FORMATS, "none" if is_preview else "all") != "none"
