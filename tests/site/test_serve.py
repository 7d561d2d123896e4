"""`mkdocs serve`: an editor sees the page change as they save."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.sites import ENVIRONMENT, Workshop

_PATIENCE = 60  # seconds; a busy machine starts slowly


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a preview answers."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "mkdocs serve has ended"
        try:
            urlopen(address).close()  # noqa: S310  # our own address
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"mkdocs serve did not answer within {_PATIENCE} seconds")


@pytest.fixture
def preview(workshop: Workshop, lasting_small_plan: Path) -> Iterator[tuple[Path, str]]:
    """A plan that is being previewed, and where."""
    plan = workshop.copy(lasting_small_plan, "preview")
    place = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", place, "-f", str(plan / "mkdocs.yml")]
    process = subprocess.Popen(command, env=ENVIRONMENT, cwd=plan)
    try:
        wait_for(f"http://{place}/", process)
        yield plan, f"http://{place}/"
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def test_preview_follows_what_is_saved(preview: tuple[Path, str], page: Page) -> None:
    plan, address = preview
    page.goto(f"{address}roads/")
    expect(page.get_by_role("heading", level=2, name="Slower traffic")).to_be_visible()
    chapter = plan / "content" / "roads.md"
    saved = chapter.read_text(encoding="utf-8").replace("See [the measure]", "Look at [the measure]")
    chapter.write_text(saved, encoding="utf-8")
    expect(page.locator("article")).to_contain_text("Look at the measure", timeout=_PATIENCE * 1000)
