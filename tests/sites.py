"""Sites for tests: building them, serving them, and a browser to read them with."""

from __future__ import annotations

import fcntl
import functools
import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement

ROOT = Path(__file__).parents[1]
# 2026-11-23, noon, in UTC.
ENVIRONMENT = {
    "PLAINPLAN_FORMATS": "none",  # they take minutes: the tests that look at them ask for them
    **os.environ,
    "SOURCE_DATE_EPOCH": "1795435200",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT / "hooks"),
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass(frozen=True)
class Run:
    """What a command said, and how it ended."""

    code: int
    output: str


@dataclass(frozen=True)
class Built:
    """A site that was built without a warning. `plan` is the folder of its data/ and content/."""

    plan: Path
    site: Path

    @functools.cached_property
    def translations(self) -> tuple[str, ...]:
        """The folders of the other editions in the site."""
        file = self.plan / "data" / "editions.yml"
        if not file.exists():
            return ()
        return tuple(one["language"] for one in yaml.safe_load(file.read_text("utf-8"))["editions"][1:])

    @functools.cached_property
    def pages(self) -> dict[str, HtmlElement]:
        """Every page of the edition that the plan is written in, by its address from the home page."""
        return {
            path.parent.relative_to(self.site).as_posix().removeprefix(".").rstrip("/")
            + ("/" if path.parent != self.site else ""): parse(path)
            for path in sorted(self.site.rglob("index.html"))
            if path.relative_to(self.site).parts[0] not in ("embed", *self.translations)
        }


def parse(path: Path) -> HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Workshop:
    """Where plans are copied to and built. `shared` is the folder of all workers of a run."""

    folder: Path
    shared: Path

    def copy(self, plan: Path, name: str) -> Path:
        """A folder with the data and the content of `plan`, and a mkdocs.yml that is the real one."""
        made = Path(mkdtemp(dir=self.folder)) / re.sub(r"[^a-z0-9]+", "-", name)[:60]
        (made / "content").mkdir(parents=True)
        for part in ("data", "content"):
            if (plan / part).is_dir():
                shutil.copytree(plan / part, made / part, dirs_exist_ok=True)
        config: dict[str, Any] = {
            "INHERIT": str(ROOT / "mkdocs.yml"),
            "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")],
            "theme": {"custom_dir": str(ROOT / "overrides")},
            "watch": [],
        }
        (made / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        share_drawings(made)
        return made

    def try_build(self, plan: Path, site: Path | None = None) -> Run:
        """Build the site of a plan, come what may."""
        target = site or plan / "site"
        return run("mkdocs", "build", "--strict", "-f", str(plan / "mkdocs.yml"), "-d", str(target))

    def build(self, plan: Path, site: Path | None = None) -> Built:
        """Build the site of a plan; a warning is a failure."""
        done = self.try_build(plan, site)
        assert done.code == 0, done.output
        assert "WARNING" not in done.output
        return Built(plan, site or plan / "site")

    def once(self, name: str, plan: Callable[[], Path]) -> Built:
        """The site of a plan, made by the worker that asks first. Who changes a file in it takes a copy."""
        note = self.shared / f"{name}.built"
        with one_at_a_time(self.shared / f"{name}.lock"):
            if not note.exists():
                note.write_text(str(self.build(plan()).plan), encoding="utf-8")
        made = Path(note.read_text(encoding="utf-8"))
        return Built(made, made / "site")

    def check(self, plan: Path) -> Run:
        """Run `plainplan check` on a plan."""
        return run("plainplan.cli", "check", str(plan))


def share_drawings(plan: Path) -> None:
    """Let a plan take what other builds drew and compiled: both are named by what they were made from.

    Pages are not shared. tests/charts draw afresh, and what deletes a .cache builds without it.
    """
    (plan / ".cache").mkdir()
    for part in ("charts", "templates"):
        common = ROOT / ".cache" / part
        common.mkdir(parents=True, exist_ok=True)
        (plan / ".cache" / part).symlink_to(common, target_is_directory=True)


def run(module: str, *arguments: str) -> Run:
    """Run a Python module as a command."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Run(done.returncode, done.stdout + done.stderr)


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file under a folder with the hash of what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Where several workers share a folder, only one of them is in here."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class _Reading(SimpleHTTPRequestHandler):
    """Serves a folder as a static host would: under a path, and with its own page for a wrong address."""

    # Chromium keeps connections open; without this each one would hold up the server's end.
    timeout = 5
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, mount: str, headers: dict[str, str], **named: Any) -> None:
        self.mount = mount
        self.more = headers
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        address = urlsplit(path).path
        inside = address.startswith(self.mount)
        return super().translate_path(address[len(self.mount) - 1 :] if inside else "/no such folder")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._page_for_wrong_addresses()
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _page_for_wrong_addresses(self) -> Path:
        """That of the edition in whose folder the address is, or that of the site."""
        site = Path(self.directory)
        folder = urlsplit(self.path).path.removeprefix(self.mount).partition("/")[0]
        own = site / folder / "404.html"
        return own if own.is_file() else site / "404.html"

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # as it is named above us
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a reader who leaves a page hangs up in the middle of its search index."""


@contextmanager
def serving(folder: Path, mount: str = "/", headers: dict[str, str] | None = None) -> Iterator[str]:
    """Serve a site; gives the address of its home page, which ends in a slash.

    `mount` is the folder of the host that the site is in; `headers` go with every answer.
    """
    handler = functools.partial(_Reading, directory=str(folder), mount=mount, headers=headers or {})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{mount}"
        server.shutdown()
        thread.join()


_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
LAUNCH = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # tests reach no other host
)


def find_browser(own: str) -> str:
    """The Chromium of this machine; `own` is where Playwright would keep its own."""
    for name in _BROWSERS:
        found = shutil.which(name)
        # A snap cannot see files in /tmp: see .ci/browser.
        if found and not found.startswith("/snap/") and b"/snap/bin/" not in Path(found).read_bytes():
            return found
    if Path(own).exists():
        return own
    pytest.fail("There is no Chromium here: run `make test`, which installs a browser.", pytrace=False)
