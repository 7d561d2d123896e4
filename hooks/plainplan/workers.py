"""Does several things at the same time, each in a process of its own that is a copy of this one.

A copy (fork) has all that was read and imported already, so that it starts at once. Where the system cannot
make copies, the things are done one after another in this process.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Work = Callable[[], None]
CAN_COPY = hasattr(os, "fork") and sys.platform != "darwin"  # Apple's own libraries break in copies


@dataclass(frozen=True)
class Failure:
    """What went wrong, in the words of the error that broke the work off."""

    name: str
    words: str


class Crew:
    """Processes that share some work. `expected` are the errors whose words alone say enough."""

    def __init__(self, work: Mapping[str, Work], most: int, expected: tuple[type[Exception], ...]) -> None:
        self._work, self._expected = dict(work), expected
        self._processes: list[Any] = []
        if not work or not CAN_COPY:
            return
        context: Any = multiprocessing.get_context("fork")
        self._next, self._failed = context.Value("i", 0), context.SimpleQueue()
        for _ in range(min(most, len(work))):
            process = context.Process(target=self._do_some)
            process.start()
            self._processes.append(process)

    def _do_some(self) -> None:
        """Take what nobody has begun, until nothing is left."""
        names = list(self._work)
        while True:
            with self._next.get_lock():
                number, self._next.value = self._next.value, self._next.value + 1
            if number >= len(names):
                return
            if failure := self._do(names[number]):
                self._failed.put((failure.name, failure.words))

    def _do(self, name: str) -> Failure | None:
        try:
            self._work[name]()
        except self._expected as error:
            return Failure(name, str(error))
        except Exception:  # whatever it is, the process that waits must be told
            return Failure(name, traceback.format_exc())
        return None

    @property
    def is_at_work(self) -> bool:
        """Whether other processes do the work, so that this one can do something else until then."""
        return bool(self._processes)

    def wait(self) -> list[Failure]:
        """Wait until all is done. Returns what went wrong, in the order of the work."""
        if not self._processes:
            return [failure for name in self._work if (failure := self._do(name))]
        order = {name: number for number, name in enumerate(self._work)}
        return sorted(self._failures(), key=lambda failure: order.get(failure.name, len(order)))

    def _failures(self) -> list[Failure]:
        """What went wrong, as it happened."""
        failed = []
        for process in self._processes:
            while process.is_alive():
                process.join(0.02)
                while not self._failed.empty():
                    failed.append(Failure(*self._failed.get()))
            if process.exitcode:
                failed.append(Failure("", f"a process ended with {process.exitcode}."))
        while not self._failed.empty():
            failed.append(Failure(*self._failed.get()))
        return failed

    def stop(self) -> None:
        """End what is still running."""
        for process in self._processes:
            process.terminate()
            process.join()
