"""Recordings made by people, which are heard instead of the voice of a machine.

A recording of the page /foreword/ in English is content/recordings/en/foreword.mp3 (or .wav), that of
/priorities/safer-roads/ is content/recordings/en/priorities/safer-roads.mp3, that of the home page
content/recordings/en/index.mp3. Beside it lies what was read, under the same name with .txt: the page as
plain text, as it was downloaded to read from. While the words of the page are still those, the recording is
heard; once they differ, the machine reads the page again, and a warning names the recording. So no recording
is older than what it reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("content/recordings")
_ENDINGS = (".mp3", ".wav")


@dataclass(frozen=True)
class Recording:
    """A file that somebody read a page into, and what they read; None where nothing says it."""

    path: Path
    words: str | None

    def holds(self, transcript: str) -> bool:
        """Whether it still says what the page says."""
        return self.words is not None and _bare(self.words).endswith(_bare(transcript))


def find_recording(plan: Path, language: str, address: str) -> Recording | None:
    """The recording of a page, if somebody made one. `plan` is the folder that holds content/."""
    name = plan / FOLDER / language / (address.strip("/") or "index")
    for ending in _ENDINGS:
        path = name.with_name(name.name + ending)
        if path.is_file():
            written = name.with_name(name.name + ".txt")
            words = written.read_text(encoding="utf-8-sig") if written.is_file() else None
            return Recording(path, words)
    return None


def _bare(text: str) -> str:
    """The words, however an editor broke the lines."""
    return " ".join(text.split())
