"""How soon a preview shows what was changed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.plan import LANGUAGES, ManyWords, name_of
from tests.bench.processes import ENVIRONMENT, ROOT

PAUSE, PATIENCE = 0.01, 120.0


def times_to_see(plan: ManyWords, changes: int) -> list[float]:
    """Change a chapter and ask for its page until the new word is on it, so many times: the seconds.

    Each change is made when the editions behind the preview are done with the one before.
    """
    found = []
    with _serving(plan) as (page, log):
        for number in range(changes):
            _wait_for_others(log, number + 1)
            word = f"changed{number}"
            start = time.perf_counter()
            plan.change(word)
            _wait_for(page, word)
            found.append(time.perf_counter() - start)
    plan.change()
    return found


@contextmanager
def _serving(plan: ManyWords) -> Iterator[tuple[str, Path]]:
    """The address of the page of the chapter that changes, and the file of what the preview says."""
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(plan.config), "-a", address]
    settings = {**ENVIRONMENT, "TMPDIR": str(plan.folder)}  # where it leaves its site when it is ended
    log = plan.folder / "serve.log"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=said, stderr=said, start_new_session=True
        )
        try:
            page = f"http://{address}/{name_of(plan.chapters // 2)}/"
            _wait_for(page, "html")
            yield page, log
        finally:
            os.killpg(process.pid, signal.SIGTERM)  # with the builds behind the preview
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _wait_for(page: str, word: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310  # our own address
                if word.encode() in answer.read():
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(PAUSE)
    raise SystemExit(f"{page} does not show {word}.")


def _wait_for_others(log: Path, builds: int) -> None:
    """Wait until every other edition is up to date after so many builds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if log.read_text(encoding="utf-8").count("is ready.") >= builds * (len(LANGUAGES) - 1):
            return
        time.sleep(PAUSE)
    raise SystemExit("The editions behind the preview are never ready.")
