"""A run of the gate as pytest sees it: its options, what workers hand over, and the file for merge.py."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from plainplan.check import today
from plainplan.results import FILE

from tests.gate import settled
from tests.gate.gate import Said
from tests.gate.merge import shard_file, unused_entries
from tests.gate.records import Shard as ShardFile
from tests.gate.telling import tell
from tests.gate.tested import Shard

FIRST_SHARD_ONLY = frozenset(
    {
        "test_forms.py",
        "test_planted.py",
        "test_planted_editions.py",
        "test_gate.py",
        "test_merge_in_part.py",
        "test_probes_planted.py",
        "test_session.py",
    }
)
"""What proves the gate itself: the same in every shard."""
FAULTS = "gate-faults"
_TESTS = "tests/gate/"  # from where pytest starts
SAID = pytest.StashKey[Said]()
_RUN = pytest.StashKey["_Run"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("plainplan", "the gate (tests/gate)")
    group.addoption("--site", type=Path, help="the folder of the built site (if left out, one is built)")
    every = "read every page of every language in a browser, not only one of each kind in translations"
    group.addoption("--all-editions", action="store_true", help=every)
    group.addoption("--shard", type=Shard.parse, help="which part of its pages, as in 1/3; writes results")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SAID] = Said()
    config.stash[_RUN] = run = _Run(config)
    config.pluginmanager.register(run)


class _Run:
    """Keeps what pytest tells in the process that started the tests, and in each worker."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.shard: Shard | None = config.getoption("--shard")
        self.folder = config.rootpath / FILE.parent
        self.complete = False
        self.broken: list[str] = []
        """What tests of the gate did not do: they failed for another reason than a fault, or did not run."""
        self.late: list[str] = []

    @property
    def said(self) -> Said:
        return self.config.stash[SAID]

    @property
    def is_worker(self) -> bool:
        return hasattr(self.config, "workerinput")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.shard and not self.shard.first:
            items[:] = [item for item in items if item.path.name not in FIRST_SHARD_ONLY]

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Results hold only for a run of every test of the gate."""
        left_out = FIRST_SHARD_ONLY if self.shard and not self.shard.first else frozenset()
        tests = self.config.rootpath / _TESTS
        wanted = {path for path in tests.glob("test_*.py") if path.name not in left_out}
        option = self.config.option
        # With --last-failed tests are not collected at all, so that nobody is told of them.
        picked = option.keyword or option.markexpr or getattr(option, "lf", False)
        named = any("::" in argument for argument in self.config.args)
        self.complete = not picked and not named and wanted <= {item.path for item in session.items}

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        """Note tests of the gate that are left out: by --deselect or a plugin."""
        self.broken += [f"{item.nodeid} was left out" for item in items if item.nodeid.startswith(_TESTS)]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note tests of the gate that were skipped, or failed for another reason than a fault."""
        if self.is_worker or not report.nodeid.startswith(_TESTS):
            return  # each report of a worker comes to the process that started it, too
        found_faults = any(name == FAULTS for name, _ in report.user_properties)
        if report.skipped:
            self.broken.append(f"{report.nodeid} was skipped")
        elif report.failed and not found_faults:
            self.broken.append(f"{report.nodeid} broke off")

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker has ended: take what it has to say."""
        text = getattr(node, "workeroutput", {}).get("gate")
        if text is None:
            self.broken.append("a worker broke off")
            return
        theirs = ShardFile.model_validate_json(text)
        self.said.add(theirs)
        self.broken += theirs.broken
        self.complete |= bool(node.workeroutput["gate-complete"])

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Hand over, or write the file of the shard. Broken off by a person or by -x, it is no result."""
        file = self._file()
        if self.is_worker:
            output: dict[str, Any] = self.config.workeroutput  # type: ignore[attr-defined]  # xdist adds it
            output["gate"] = file.model_dump_json()
            output["gate-complete"] = self.complete
            return
        ended = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not session.shouldfail
        if not (self.complete and ended and self.said.site):
            return
        if self.shard:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = shard_file(self.shard.number, self.shard.of, self.folder)
            same = set(self.folder.glob(f"shard-*-of-{self.shard.of}.json"))
            for old in set(self.folder.glob("shard-*")) - same:
                old.unlink()  # of a run in more or fewer parts
            path.write_text(file.model_dump_json(indent=1) + "\n", encoding="utf-8")
            self.late.append(f"Written: {path}")
        # Of several shards only all together know what is used: see merge.py.
        if self.shard is None or self.shard.of == 1:
            faults = unused_entries([file], settled.read())
            if faults:
                self.late.append(tell(faults))
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _file(self) -> ShardFile:
        broken = tuple(dict.fromkeys(self.broken))  # workers all leave out the same
        return self.said.as_shard(str(self.shard or Shard(1, 1)), today(), broken)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.late:
            terminalreporter.write_line(line)
