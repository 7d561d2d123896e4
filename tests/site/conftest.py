"""Sites built once a session, a server for them, and a browser to read them with."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import BrowserType

ROOT = Path(__file__).parents[2]
PLANS = (
    "devon-cornwall-2017",
    "hertfordshire-2019",
    "hertfordshire-2021",
    "leicestershire-2017",
    "partnership-2008",
)
# 2026-11-23, noon, in UTC.
ENVIRONMENT = {
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
    def pages(self) -> dict[str, HtmlElement]:
        """Every page, by its address as the home page would link to it."""
        return {
            path.parent.relative_to(self.site).as_posix().removeprefix(".").rstrip("/")
            + ("/" if path.parent != self.site else ""): parse(path)
            for path in sorted(self.site.rglob("index.html"))
        }


def parse(path: Path) -> HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Workshop:
    """Where plans are copied to and built."""

    folder: Path

    def copy(self, plan: Path, name: str) -> Path:
        """A folder with the data and the content of `plan`, and a mkdocs.yml that is the real one."""
        made = self.folder / name
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

    def check(self, plan: Path) -> Run:
        """Run `plainplan check` on a plan."""
        return run("plainplan.cli", "check", str(plan))


def run(module: str, *arguments: str) -> Run:
    """Run a Python module as a command."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
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


@pytest.fixture(scope="session")
def fingerprint_of() -> Callable[[Path], dict[str, str]]:
    return fingerprint


@pytest.fixture(scope="session")
def repository() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="session")
def site_of(workshop: Workshop) -> Callable[[str], Built]:
    """The site of a plan by its name; "example" is the one in this repository, with its own mkdocs.yml."""

    @functools.cache
    def build(name: str) -> Built:
        if name == "example":
            return workshop.build(ROOT, workshop.folder / "example" / "site")
        plan = ROOT / "tests" / "plans" / name
        assert (plan / "data" / "plan.yml").is_file(), f"tests/plans/{name} is missing"
        return workshop.build(workshop.copy(plan, name))

    return build


@pytest.fixture(scope="session")
def example(site_of: Callable[[str], Built]) -> Built:
    return site_of("example")


@pytest.fixture(scope="session", params=PLANS)
def real(request: pytest.FixtureRequest, site_of: Callable[[str], Built]) -> Built:
    """Each of the plans that public bodies have published."""
    return site_of(request.param)


@pytest.fixture(scope="session", params=("example", *PLANS))
def built(request: pytest.FixtureRequest, site_of: Callable[[str], Built]) -> Built:
    """Each site."""
    return site_of(request.param)


class _Quiet(SimpleHTTPRequestHandler):
    # Chromium keeps connections open; without this each one would hold up the server's end.
    timeout = 5

    def log_message(self, format: str, *args: Any) -> None:  # as it is named above us
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a reader who leaves a page hangs up in the middle of its search index."""


@pytest.fixture(scope="session")
def served(example: Built) -> Iterator[str]:
    """Where the example can be read: an address that ends in a slash."""
    handler = functools.partial(_Quiet, directory=str(example.site))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
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


def _browser(own: str) -> str:
    for name in _BROWSERS:
        found = shutil.which(name)
        # A snap cannot see files in /tmp: see .ci/browser.
        if found and not found.startswith("/snap/") and b"/snap/bin/" not in Path(found).read_bytes():
            return found
    if Path(own).exists():
        return own
    pytest.fail("There is no Chromium here: run `make test`, which installs a browser.", pytrace=False)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> dict[str, Any]:
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
    return {
        **browser_type_launch_args,
        "executable_path": _browser(browser_type.executable_path),
        "args": arguments,
    }
