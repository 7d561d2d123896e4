"""Joins what the shards of a run found into one results file, for the page of results:

.venv/bin/python -m tests.gate.merge

It fails where a shard is missing, where shards read different sites, where a check did not read what it
should, and where there are faults.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plainplan.results import FILE, Results

from tests.gate import settled
from tests.gate.checks import AXE, KINDS
from tests.gate.fault import Fault
from tests.gate.records import Shard, as_results, fault
from tests.gate.settled import Entry
from tests.gate.telling import tell
from tests.sites import ROOT

FOLDER = (ROOT / FILE).parent


def shard_file(number: int, of: int, folder: Path = FOLDER) -> Path:
    """Where a shard writes what it found."""
    return folder / f"shard-{number}-of-{of}.json"


def unused_entries(shards: Sequence[Shard], entries: Sequence[Entry]) -> list[Fault]:
    """Entries of settled.yml that no page of any shard needed."""
    used = Counter(
        {
            Entry(rule=one.rule, place=one.place, reason=one.reason): one.count
            for shard in shards
            for one in shard.settled
        }
    )
    return settled.unused(entries, used)


def read_shards(folder: Path) -> list[Shard]:
    """Every shard in a folder."""
    return [Shard.model_validate_json(file.read_bytes()) for file in sorted(folder.glob("shard-*-of-*.json"))]


def wrong_with(shards: Sequence[Shard]) -> list[str]:
    """Why these shards are not the whole of one run."""
    if not shards:
        return [f"There is no shard in {FOLDER}: run `make gate` first."]
    wrong = []
    counts = {int(shard.shard.partition("/")[2]) for shard in shards}
    if len(counts) > 1:
        wrong.append(f"The shards are of different runs (in {sorted(counts)} parts): delete {FOLDER}.")
        return wrong
    (count,) = counts
    missing = {f"{number}/{count}" for number in range(1, count + 1)} - {shard.shard for shard in shards}
    if missing:
        wrong.append(f"Missing: {', '.join(f'make gate SHARD={name}' for name in sorted(missing))}.")
    if len({shard.site for shard in shards}) > 1:
        wrong.append("The shards read different sites: build once, and test that in every shard.")
    elif not missing:
        pages = _together(shard.pages for shard in shards)
        if len(pages) != shards[0].to_read:
            wrong.append(f"The shards read {len(pages)} of {shards[0].to_read} pages.")
        wrong += _not_checked(shards, pages)
    for shard in shards:
        wrong += [f"Shard {shard.shard}: {told}." for told in shard.broken]
    return wrong


def _not_checked(shards: Sequence[Shard], pages: frozenset[str]) -> Iterator[str]:
    """What a whole run does, and these shards did not."""
    records = [record for shard in shards for record in shard.records]
    for name in {record.name for record in records} - {kind.name for kind in KINDS}:
        yield f"“{name}” is not listed in tests/gate/checks.py."
    for kind in KINDS:
        own = [record for record in records if record.name == kind.name]
        read = _together(record.pages for record in own)
        if not read:
            yield f"“{kind.name}” read no page."
        elif kind.every_page and not pages <= read:
            yield f"“{kind.name}” read {len(read & pages)} of {len(pages)} pages."
    if not any(record.rules for record in records if record.name == AXE.name):
        yield "No rule of axe was run."


def _together(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def merge(folder: Path, entries: Sequence[Entry]) -> tuple[Results | None, list[str]]:
    """The results of all shards in a folder, and what is wrong with them."""
    shards = read_shards(folder)
    wrong = wrong_with(shards)
    if wrong:
        return None, wrong
    results = as_results(shards, unused_entries(shards, entries))
    if results.findings:
        wrong = [f"{len(results.findings)} faults:", tell(map(fault, results.findings))]
    return results, wrong


def in_part(folder: Path = FOLDER) -> str:
    """What a run says that read translations only in part: it is no result of the whole site."""
    parts = read_shards(folder)
    if not parts or parts[0].to_read == parts[0].all_pages:
        return ""
    return (
        f"{parts[0].to_read} of {parts[0].all_pages} pages were read in a browser: of each translation one "
        "of each kind. For results that the site can publish: make gate EDITIONS=all"
    )


def main() -> int:
    """Write the results, even those of a site with faults: its page then tells them."""
    results, wrong = merge(FOLDER, settled.read())
    if results and (told := in_part()):
        print(told)
    elif results:
        (ROOT / FILE).write_text(results.model_dump_json(indent=1) + "\n", encoding="utf-8")
        print(
            f"{results.pages} pages, {results.rules} rules of axe, {len(results.checks)} checks: "
            f"{len(results.findings)} faults. Written to {FILE}"
        )
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
