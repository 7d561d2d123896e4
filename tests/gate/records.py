"""What the checks of one run have to say, on the way to the results file.

Workers hand theirs to the process that started them; shards are joined by merge.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from plainplan.results import Check, Finding, Results, Settled, Tool
from pydantic import BaseModel, ConfigDict

from tests.gate.checks import KINDS
from tests.gate.fault import Fault


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(_Part):
    """What one check did to some pages. `name` is that of its kind (checks.py)."""

    name: str
    pages: frozenset[str]
    modes: tuple[str, ...]
    rules: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


class SettledPlace(_Part):
    """How often an entry of the reviewed list was needed."""

    rule: str
    place: str
    reason: str
    count: int


class Shard(_Part):
    """What one shard found. `broken` are tests that did not do what they are for: then it is no result.

    `to_read` is how many pages all shards read in a browser, `all_pages` how many the site has.
    """

    shard: str
    site: str
    tested_on: date
    pages: frozenset[str]
    to_read: int
    all_pages: int
    tools: tuple[Tool, ...] = ()
    records: tuple[Record, ...] = ()
    settled: tuple[SettledPlace, ...] = ()
    broken: tuple[str, ...] = ()


def finding(fault: Fault) -> Finding:
    """A fault as the results file has it."""
    return Finding(**vars(fault))


def fault(found: Finding) -> Fault:
    """A fault from the results file."""
    return Fault(**found.model_dump())


def as_results(shards: Iterable[Shard], extra: Iterable[Fault] = ()) -> Results:
    """The results of all shards together. `extra` are faults that only show when all are there."""
    parts = list(shards)
    records = [record for part in parts for record in part.records]
    findings = sorted({*(fault(one) for record in records for one in record.findings), *extra})
    checks = []
    for kind in KINDS:
        own = [record for record in records if record.name == kind.name]
        if not own:
            continue
        checks.append(
            Check(
                name=kind.name,
                what=kind.what,
                pages=len(frozenset().union(*(record.pages for record in own))),
                modes=_in_order(mode for record in own for mode in record.modes),
                findings=len({one for record in own for one in record.findings}),
            )
        )
    settled = Counter[tuple[str, str]]()
    for part in parts:
        for place in part.settled:
            settled[place.rule, place.reason] += place.count
    return Results(
        site=parts[0].site,
        tested_on=max(part.tested_on for part in parts),
        tools=tuple(sorted({tool for part in parts for tool in part.tools}, key=lambda tool: tool.name)),
        pages=len(frozenset().union(*(part.pages for part in parts))),
        rules=len(frozenset().union(*(record.rules for record in records))),
        checks=tuple(checks),
        settled=tuple(
            Settled(rule=rule, count=count, reason=reason)
            for (rule, reason), count in sorted(settled.items())
            if count
        ),
        findings=tuple(finding(one) for one in findings),
    )


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
