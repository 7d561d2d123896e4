"""What was read in a PO file and found wrong with it, while the file and its reader are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from plainplan.errors import Place, Problem, Severity
from plainplan.translation.catalogue import PlanCatalogue

Read = tuple[PlanCatalogue, list[Problem]]
_READERS = Path(__file__).parent
_BEGINNING = 100  # characters, of which the key is 64


@dataclass(frozen=True)
class Memory:
    """What is remembered of the file at `path`, in `folder`, which can be deleted at any time.

    `setting` is what else the answer depends on.
    """

    path: Path
    folder: Path
    setting: str

    @property
    def holds(self) -> bool:
        """Whether the file was read before, and is the same: what is remembered begins with the key."""
        try:
            with self._file.open(encoding="utf-8") as held:
                return self._key in held.read(_BEGINNING)
        except (OSError, ValueError):
            return False

    def recall(self, read: Callable[[], Read]) -> Read:
        """What `read` makes of the file."""
        if found := self._recalled():
            return found
        catalogue, problems = read()
        held = {"key": self._key, "problems": [asdict(one) for one in problems], **_held(catalogue)}
        with suppress(OSError):  # where nothing can be kept, it is read again each time
            self.folder.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
        return catalogue, problems

    def _recalled(self) -> Read | None:
        try:
            held = json.loads(self._file.read_text(encoding="utf-8"))
            if held["key"] == self._key:
                return _catalogue(held), [_problem(one) for one in held["problems"]]
        except (OSError, ValueError, KeyError, TypeError):
            pass  # it is made again
        return None

    @property
    def _file(self) -> Path:
        return self.folder / f"{self.path.stem}.json"

    @cached_property
    def _key(self) -> str:
        made = hashlib.sha256(_code_in(_READERS) + self.setting.encode())
        made.update(self.path.read_bytes())
        return made.hexdigest()


@cache
def _code_in(folder: Path) -> bytes:
    """The digest of the code that reads and checks files."""
    made = hashlib.sha256()
    for file in sorted(folder.glob("*.py")):
        made.update(file.read_bytes())
    return made.digest()


def _held(catalogue: PlanCatalogue) -> dict[str, Any]:
    return {
        "ready": [[*key, words] for key, words in catalogue.ready.items()],
        "forms": [[*key, words] for key, words in catalogue.forms.items()],
        "changed": sorted(catalogue.changed),
    }


def _catalogue(held: dict[str, Any]) -> PlanCatalogue:
    return PlanCatalogue(
        ready={(context, text): words for context, text, words in held["ready"]},
        forms={(context, text): tuple(words) for context, text, words in held["forms"]},
        changed=frozenset((context, text) for context, text in held["changed"]),
    )


def _problem(held: dict[str, Any]) -> Problem:
    return Problem(**{**held, "place": Place(**held["place"]), "severity": Severity(held["severity"])})
