"""What was read in a PO file and found wrong with it, while the file and its reader are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plainplan.errors import Place, Problem, Severity
from plainplan.translation.catalogue import PlanCatalogue

Read = tuple[PlanCatalogue, list[Problem]]
_READERS = Path(__file__).parent


def remembered(path: Path, cache: Path, setting: str, read: Callable[[], Read]) -> Read:
    """What `read` makes of the file at `path`, from the folder `cache` where it is there.

    `setting` is what else the answer depends on. The folder can be deleted at any time.
    """
    key = _digest(path, setting)
    file = cache / f"{path.stem}.json"
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        if held["key"] == key:
            return _catalogue(held), [_problem(one) for one in held["problems"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # it is made again
    catalogue, problems = read()
    cache.mkdir(parents=True, exist_ok=True)
    held = {"key": key, "problems": [asdict(one) for one in problems], **_held(catalogue)}
    file.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    return catalogue, problems


def _digest(path: Path, setting: str) -> str:
    """The digest of the file, and of the code that reads and checks it."""
    made = hashlib.sha256(setting.encode())
    for file in (path, *sorted(_READERS.glob("*.py"))):
        made.update(file.read_bytes())
    return made.hexdigest()


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
