"""What the last run of the gate found, and the mark of the site that it read.

The gate writes the results, and the page /accessibility/results/ tells them. Nobody types them: they hold for
a site only while its content has the hash that they carry.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plainplan import addresses

FILE = Path(".cache/gate/results.json")
"""Where the gate writes, from the folder of the plan."""

_PAGE = f"{addresses.RESULTS}index.html"
_NOT_HASHED = re.compile(rf"(?:[\w-]+/)?(?:{re.escape(_PAGE)}|pagefind/.*)|sitemap\.xml\.gz")
"""In the folder of the site, or in that of a translation."""

Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Tool(_Part):
    """A program that tested."""

    name: str
    version: str


class Check(_Part):
    """One kind of test, how many pages it read in which ways, and how many faults it found."""

    name: str
    what: str
    pages: Count
    modes: tuple[str, ...]
    findings: Count


class Settled(_Part):
    """What a tool could not decide, and why it is no fault."""

    rule: str
    count: Count
    reason: str


class Finding(_Part):
    """A fault on a page. `page` is its address in the site."""

    page: str
    mode: str
    check: str
    rule: str
    place: str
    message: str
    mend: str


class Results(_Part):
    """The results of one whole run. `site` is the hash of the site that it read (see `site_hash`).

    `pages` are all pages of the site. Not every test reads all: each of `checks` has its own pages and modes.
    """

    format: Literal[1] = 1
    site: str = Field(pattern=r"^[0-9a-f]{64}$")
    tested_on: date
    tools: tuple[Tool, ...]
    pages: Count
    rules: Count
    checks: tuple[Check, ...]
    settled: tuple[Settled, ...]
    findings: tuple[Finding, ...]


class Missing(StrEnum):
    """Why there are no results to show."""

    NO_FILE = "no file"
    UNREADABLE = "unreadable"
    OTHER_SITE = "other site"


@dataclass(frozen=True)
class NoResults:
    """There are none. `tested_on` is the day on which another build was tested, where that is why."""

    why: Missing
    tested_on: date | None = None


def read_results(path: Path) -> Results | NoResults:
    """The results in a file. Never raises: what cannot be read, or is of another format, is no result."""
    try:
        return Results.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return NoResults(Missing.NO_FILE)
    except (OSError, ValidationError):
        return NoResults(Missing.UNREADABLE)


def results_for(site: Path, found: Results | NoResults) -> Results | NoResults:
    """The results, if they are those of the site in this folder as it is now."""
    if isinstance(found, Results) and found.site != site_hash(site):
        return NoResults(Missing.OTHER_SITE, found.tested_on)
    return found


def site_hash(folder: Path) -> str:
    """The SHA-256 of all that a built site says: each file's path and bytes, in the order of the paths.

    Left out are the page of results itself, in each language, what is made from the pages (the search index,
    and the packed site map, which holds the time of packing), and hidden files, which are not published.
    """
    total = hashlib.sha256()
    for name, path in _hashed(folder):
        raw = path.read_bytes()
        # With its length before it, no part can pass for the end of the one before.
        total.update(b"%d %s %d " % (len(name.encode()), name.encode(), len(raw)))
        total.update(raw)
    return total.hexdigest()


def _hashed(folder: Path) -> Iterator[tuple[str, Path]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in files):
        hidden = any(part.startswith(".") for part in name.split("/"))
        if not hidden and not _NOT_HASHED.fullmatch(name):
            yield name, path
