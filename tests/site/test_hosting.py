"""The site on a real web server, with the configuration that is given as an example."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from plainplan import headers
from playwright.sync_api import Browser, Page, expect

from tests.site.hosting import EXPECTED, UNFRAMED, is_kept, samples

if TYPE_CHECKING:
    from tests.sites import Built

CONFIGURATION = ".hosting/nginx.conf"


def tool(repository: Path, name: str) -> str:
    """A program of the system, or what .ci/servers unpacked."""
    unpacked = repository / ".venv" / "servers" / "usr"
    # sbin is not on everybody's PATH.
    places = [os.environ["PATH"], unpacked / "sbin", unpacked / "bin", "/usr/local/sbin", "/usr/sbin"]
    found = shutil.which(name, path=os.pathsep.join(map(str, places)))
    if found is None:
        pytest.fail(
            f"There is no {name} here: run `make test`, or .ci/servers, which gets it.", pytrace=False
        )
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@dataclass(frozen=True)
class Answer:
    """What the server says to one question."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """The server, by its two ports on this machine."""

    http: int
    https: int

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.https}"

    def get(self, path: str, *, tls: bool = True, **asked: str) -> Answer:
        """Ask for a path, word for word."""
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        connection = (
            http.client.HTTPSConnection("127.0.0.1", self.https, context=context, timeout=10)
            if tls
            else http.client.HTTPConnection("127.0.0.1", self.http, timeout=10)
        )
        try:
            connection.request(
                "GET", path, headers={name.replace("_", "-"): said for name, said in asked.items()}
            )
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def hosted(example: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with the files that nobody should get, and those that a certificate is renewed with."""
    site = tmp_path_factory.mktemp("hosted") / "site"
    shutil.copytree(example.site, site)
    headers.write_headers(site)
    for name in (".env", ".git/config", "grants/.draft.html", ".well-known/acme-challenge/token"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("not for everybody", encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def host(repository: Path, hosted: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """nginx with the example configuration: only ports, folder and certificate are changed."""
    work = tmp_path_factory.mktemp("nginx")
    key, certificate, request = work / "key.pem", work / "certificate.pem", work / "request.conf"
    request.write_text("[req]\ndistinguished_name = name\n[name]\n", encoding="utf-8")
    asked = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -config {request}".split()
    written = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([tool(repository, "openssl"), *asked, *written], check=True, capture_output=True)
    made = Host(free_port(), free_port())
    site = (repository / CONFIGURATION).read_text(encoding="utf-8")
    for old, new, times in (
        (r"(?m)^ *listen \[::\]:.*\n", "", 2),  # not every machine that tests has IPv6
        (r"listen 80;", f"listen 127.0.0.1:{made.http};", 1),
        (r"listen 443 ", f"listen 127.0.0.1:{made.https} ", 1),
        (r"(?<=ssl_certificate     )[^;]+", str(certificate), 1),
        (r"(?<=ssl_certificate_key )[^;]+", str(key), 1),
        (r"(?<=root )[^;]+", str(hosted), 1),
    ):
        site, changed = re.subn(old, new, site)
        assert changed == times, f"{old} stands {changed} times in {CONFIGURATION}"
    (work / "plan.conf").write_text(site, encoding="utf-8")
    # What a system's own nginx.conf says, but run by whoever runs the tests, in folders of theirs.
    stores = "".join(
        f"{name}_temp_path {work}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = work / "nginx.conf"
    main.write_text(
        f"daemon off; master_process off; pid {work}/pid; error_log {work}/error.log; events {{}}\n"
        f"http {{ access_log off; {stores} include {work}/plan.conf; }}\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [tool(repository, "nginx"), "-p", str(work), "-c", str(main)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        try:
            _wait(server, made)
            yield made
        finally:
            server.terminate()


def _wait(server: subprocess.Popen[str], host: Host) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if server.poll() is not None:
            assert server.stderr is not None
            pytest.fail(f"nginx does not start:\n{server.stderr.read()}", pytrace=False)
        try:
            socket.create_connection(("127.0.0.1", host.https), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx did not answer for 10 seconds", pytrace=False)


def style_of(site: Path) -> str:
    """The address of our own style sheet."""
    return f"/{next((site / 'assets').rglob('plainplan*.css')).relative_to(site).as_posix()}"


def test_the_example_says_header_by_header_what_the_headers_module_says(repository: Path) -> None:
    text = (repository / CONFIGURATION).read_text(encoding="utf-8")
    said = dict(re.findall(r'^ *add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE))
    assert said == EXPECTED
    assert len(re.findall(r"add_header", text.replace("an add_header", ""))) == len(EXPECTED) + 3, (
        "an add_header that this test cannot read; only three have a value that differs by file"
    )


@pytest.mark.parametrize(
    ("path", "status", "type_"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/grants/", 200, "text/html; charset=utf-8"),
        ("/sitemap.xml", 200, "text/xml; charset=utf-8"),
        ("/no-such-page/", 404, "text/html; charset=utf-8"),
        ("/assets/no-such-file.css", 404, "text/html; charset=utf-8"),
        ("/assets/", 404, "text/html; charset=utf-8"),  # no list of what is in a folder
        ("/404.html", 200, "text/html; charset=utf-8"),
    ],
)
def test_every_answer_has_every_header(host: Host, path: str, status: int, type_: str) -> None:
    answer = host.get(path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, type_)
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
    assert answer.headers[UNFRAMED] == headers.UNFRAMED.value
    assert answer.headers["Cache-Control"] == headers.ASK
    assert answer.headers["Server"] == "nginx", "the version is told to everybody"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/no-such-page/", "404.html"),
        ("/grants/no-such-page/", "404.html"),
        ("/law/no-such-page/", "404.html"),  # as short as the name of a language
        ("/cy/no-such-page/", "cy/404.html"),
        ("/ur/assets/no-such-file.css", "ur/404.html"),
        ("/xx/", "404.html"),
    ],
)
def test_a_missing_page_is_the_sites_own_in_the_language_of_its_folder(
    host: Host, hosted: Path, path: str, page: str
) -> None:
    answer = host.get(path)
    assert (answer.status, answer.body) == (404, (hosted / page).read_bytes())
    assert {name: answer.headers.get(name) for name in EXPECTED} == EXPECTED
    assert answer.headers["Cache-Control"] == headers.ASK


@pytest.mark.parametrize(
    "path", ["/.env", "/.git/config", "/grants/.draft.html", "/_headers", "/%2eenv", "/grants/../.env"]
)
def test_hidden_files_are_not_served(host: Host, path: str) -> None:
    answer = host.get(path)
    assert answer.status == 404
    assert b"not for everybody" not in answer.body


def test_a_certificate_can_be_renewed(host: Host) -> None:
    assert host.get("/.well-known/acme-challenge/token").status == 200


def test_a_page_has_one_address(host: Host) -> None:
    answer = host.get("/grants")
    assert (answer.status, answer.headers["Location"]) == (301, "/grants/")


def test_http_leads_to_https(host: Host) -> None:
    answer = host.get("/grants/?a=b", tls=False)
    assert (answer.status, answer.headers["Location"]) == (301, "https://plan.example.org/grants/?a=b")


def test_nobody_is_led_away_by_an_address_of_the_site(host: Host) -> None:
    for path in ("//example.com/grants", "//example.com/%2e%2e/grants", "/\\example.com/grants"):
        assert re.fullmatch(r"(/[^/\\].*)?", host.get(path).headers.get("Location", ""))


def test_pages_and_assets_are_compressed(host: Host, hosted: Path) -> None:
    for path in ("/", "/grants/", style_of(hosted), "/sitemap.xml"):
        plain, small = host.get(path), host.get(path, Accept_Encoding="gzip, br")
        assert small.headers["Content-Encoding"] == "gzip"
        assert small.headers["Vary"] == "Accept-Encoding"
        assert len(small.body) < len(plain.body) / 2


def test_a_page_that_did_not_change_is_not_sent_again(host: Host) -> None:
    first = host.get("/grants/")
    again = host.get("/grants/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_what_is_kept_for_a_year_is_what_the_headers_module_names(host: Host, hosted: Path) -> None:
    for address in samples(hosted):
        wanted = headers.KEEP if is_kept(hosted, address) else headers.ASK
        assert host.get(address).headers["Cache-Control"] == wanted, address


def test_every_kind_of_file_has_its_type(host: Host, hosted: Path) -> None:
    """`nosniff` makes browsers refuse a style or a script whose type is wrong."""
    for address in samples(hosted):
        # Pagefind has kinds of its own, which its script reads as they are.
        if "pagefind" not in Path(address).suffix and ".pf_" not in address:
            assert host.get(address).headers["Content-Type"] != "application/octet-stream", address


def test_only_charts_may_stand_on_other_sites(host: Host, hosted: Path) -> None:
    found = (*hosted.glob("embed/**/index.html"), *hosted.glob("cy/embed/**/index.html"))
    charts = [path.parent.relative_to(hosted).as_posix() for path in found]
    assert {chart.partition("/")[0] for chart in charts} == {"embed", "cy"}
    for address in (f"/{chart}/" for chart in charts):
        answer = host.get(address)
        assert answer.status == 200
        assert UNFRAMED not in answer.headers


def test_only_data_is_open_to_the_pages_of_other_sites(host: Host) -> None:
    files = ("data/v1/plan.json", "data/v1/grants.csv", "data/v1/charts/progress.svg")
    for path in (f"/{folder}{file}" for folder in ("", "cy/") for file in files):
        answer = host.get(path)
        assert (answer.status, answer.headers.get(headers.OPEN.name)) == (200, headers.OPEN.value)
    for path in ("/", "/cy/", "/data/", "/cy/data/", "/grants/", "/no-such-page/", "/law/data/v1/"):
        assert headers.OPEN.name not in host.get(path).headers


def test_the_site_brings_its_policy_to_every_host(example: Built) -> None:
    """In `_headers`, and in each page for hosts that let nobody set a header, such as GitHub Pages."""
    folders = headers.folders_of(example.site)
    assert {"cy", "ur"} <= folders.translations
    assert (example.site / "_headers").read_text(encoding="utf-8") == headers.headers_file(folders)
    assert not list(example.site.glob("*/_headers"))
    for address, page in example.pages.items():
        said = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        assert said == [headers.policy()], address
        first = page.xpath("(//head//*[self::script or self::link or self::style])[1]")
        before = first[0].xpath("preceding::meta/@http-equiv") if first else said
        assert "Content-Security-Policy" in before, f"{address}: it holds only for what comes after it"


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[Page]:
    """A tab in which every message of the console and every failed request is a fault."""
    context = browser.new_context(ignore_https_errors=True, base_url=host.address)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(f"{page.url}: {message.type}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error.message}"))
    page.on("requestfailed", lambda request: faults.append(f"{page.url}: {request.url}: {request.failure}"))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((f"{host.address}/", "data:"))
            else faults.append(f"{page.url} asks {request.url}")
        ),
    )
    yield page
    context.close()
    assert faults == []


def test_browsers_find_words_under_the_policy(reader: Page) -> None:
    reader.goto("/search/?q=roads")
    expect(reader.locator(".pp-results a").first).to_be_visible()


def test_browsers_have_nothing_against_the_pages(reader: Page, example: Built) -> None:
    """One page of each kind. What may be kept for a year is asked for by its hash, by scripts too."""
    asked: set[str] = set()
    reader.on("request", lambda request: asked.add(request.url))
    kinds = {page.body.get("data-kind"): address for address, page in example.pages.items()}
    for address in kinds.values():
        reader.goto(f"/{address}", wait_until="networkidle")
    kept = {url for url in asked if any(urlsplit(url).path.startswith(kept.path) for kept in headers.KEPT)}
    assert kept, "no page asks for a file of ours"
    by_hash = re.compile(r"\?v=[0-9a-f]{6,}$|[._-][0-9a-f]{7,}\.[^/]+$")
    assert {url for url in kept if not by_hash.search(url)} == set()
