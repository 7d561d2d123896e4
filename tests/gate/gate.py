"""What a test of the gate is given: the site, its share of the pages, and where to say what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pytest
from plainplan.results import Tool

from tests.gate.checks import Kind
from tests.gate.fault import Fault
from tests.gate.records import Record, SettledPlace, finding
from tests.gate.records import Shard as ShardFile
from tests.gate.sample import to_read
from tests.gate.settled import Entry
from tests.gate.telling import tell
from tests.gate.tested import Shard, Tested, share_out


@dataclass
class Said:
    """What the tests of one run said."""

    site: str = ""
    """The hash of the site (plainplan.results)."""
    pages: frozenset[str] = frozenset()
    to_read: int = 0
    """How many pages all shards together read in a browser."""
    all_pages: int = 0
    tools: set[Tool] = field(default_factory=set)
    records: list[Record] = field(default_factory=list)
    settled: list[SettledPlace] = field(default_factory=list)

    def as_shard(self, name: str, tested_on: date, broken: tuple[str, ...]) -> ShardFile:
        """All of it, to be written to a file."""
        return ShardFile(
            shard=name,
            site=self.site,
            tested_on=tested_on,
            pages=self.pages,
            to_read=self.to_read,
            all_pages=self.all_pages,
            tools=tuple(self.tools),
            records=tuple(self.records),
            settled=tuple(self.settled),
            broken=broken,
        )

    def add(self, other: ShardFile) -> None:
        """Take over what another process said."""
        self.site = other.site or self.site
        self.pages |= other.pages
        self.to_read = max(self.to_read, other.to_read)
        self.all_pages = max(self.all_pages, other.all_pages)
        self.tools |= set(other.tools)
        self.records += other.records
        self.settled += other.settled


@dataclass(frozen=True)
class Gate:
    """One run of the gate, on one shard of one site.

    `pages` are the pages of this shard, `home` is where the site is served. What is about the site as a
    whole, and what needs no browser, belongs to the first shard: there `whole` has every page of every
    edition, and elsewhere none.
    """

    tested: Tested
    shard: Shard
    home: str
    said: Said
    mark: Callable[[], None]
    """Called when a test ends with faults: it has then done what it is for."""
    all_editions: bool = False

    @cached_property
    def to_read(self) -> tuple[str, ...]:
        """What all shards read in a browser: every page of one edition, and of others a sample or all."""
        return to_read(self.tested, all_editions=self.all_editions)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        own = self.tested.sizes()
        shares = share_out({page: own[page] for page in self.to_read}, self.shard.of)
        return shares[self.shard.number - 1]

    @property
    def whole(self) -> tuple[str, ...]:
        return self.tested.addresses if self.shard.first else ()

    def translated(self, pages: Iterable[str]) -> tuple[str, ...]:
        """Those of some pages that are in a translation."""
        own = self.tested.translations
        return tuple(page for page in pages if self.tested.edition_of(page, own))

    def chunk(self, number: int, of: int) -> tuple[str, ...]:
        """A part of this shard's pages, so that workers can share them. Counts from 0."""
        own = self.tested.sizes()
        return share_out({page: own[page] for page in self.pages}, of)[number]

    def check(  # noqa: PLR0913 - each is a line of the results
        self,
        kind: Kind,
        faults: Iterable[Fault],
        *,
        pages: Iterable[str],
        modes: Iterable[str],
        rules: Iterable[str] = (),
        settled: Counter[Entry] | None = None,
    ) -> None:
        """Put into the results what a check did, and fail where it found something.

        Records of one kind are added up, so that a kind can be checked in parts.
        """
        found = sorted(set(faults))
        self.said.records.append(
            Record(
                name=kind.name,
                pages=frozenset(pages),
                modes=tuple(modes),
                rules=frozenset(rules),
                findings=tuple(finding(fault) for fault in found),
            )
        )
        self.said.settled += [
            SettledPlace(**entry.model_dump(), count=count) for entry, count in (settled or {}).items()
        ]
        if found:
            self.mark()
            pytest.fail(f"{kind.name}: {len(found)} faults\n{tell(found)}", pytrace=False)

    def tool(self, name: str, version: str) -> None:
        """Say in the results what a check was made with."""
        self.said.tools.add(Tool(name=name, version=version))
