"""What a page asks for, keeps and runs: nothing of other hosts, nothing stored, no script but its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.gate.asking import Teller, Words
from tests.gate.fault import Fault

MODE = "as delivered"
_HOST = "Serve it from the site itself, or take it out."
_POLICY = "Put scripts and styles into files; the policy must not be loosened."
WORDS = {
    "console": Words("the browser complains: {}", "Mend what it names."),
    "script-error": Words("a script breaks: {}", "Mend the script."),
    "failed": Words(
        "something that the page asks for does not come: {}", "Put the file there, or take out what asks."
    ),
    "other-host": Words("the page asks another host: {}", _HOST),
    "policy": Words("the content security policy stops something of ours: {}", _POLICY),
    "policy-missing": Words(
        "the page has no content security policy of its own, and some hosts send none",
        'Put <meta http-equiv="Content-Security-Policy"> into its head.',
    ),
    "policy-off": Words("an inline script runs: there is no content security policy, or a weak one", _POLICY),
    "policy-weak": Words("the content security policy allows too much: {}", _POLICY),
    "cookie": Words("the page sets a cookie: {}", "Take it out: nothing here needs one."),
    "stored": Words(
        "the page stores something before anybody asked: {}", "Store only what a reader has chosen."
    ),
}
_LISTEN = """
globalThis.stopped = [];
document.addEventListener("securitypolicyviolation", (event) =>
  globalThis.stopped.push(`${event.effectiveDirective}: ${event.blockedURI || "inline"}`));
"""
_STORED = """() => {
  const names = (store) => { try { return Object.keys(store()) } catch { return [] } };
  return [...names(() => localStorage), ...names(() => sessionStorage)];
}"""
# Without its own content a script cannot be told from a file's: this one sets a mark.
_PLANT = """() => new Promise((done) => {
  const script = document.createElement("script");
  script.textContent = "globalThis.planted = true";
  document.head.append(script);
  setTimeout(() => done(Boolean(globalThis.planted)), 0);
})"""
_IS_POLICY = "translate(@http-equiv, 'CEILNOPRSTUY', 'ceilnoprstuy') = 'content-security-policy'"
_POLICIES = """() =>
  [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map((one) => one.content)"""


@dataclass
class Listener:
    """Hears all that happens on a page from when it is made. `base` is where the site is served."""

    page: Page
    base: str
    heard: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(_LISTEN)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.heard.append(("script-error", error.message)))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        self.heard.append(("console", f"{message.type}: {message.text}"))

    def _request(self, request: Request) -> None:
        here, there = urlsplit(self.base), urlsplit(request.url)
        if there.scheme not in {"data", "blob", "about"} and (here.scheme, here.netloc) != (
            there.scheme,
            there.netloc,
        ):
            self.heard.append(("other-host", request.url))

    def _failed(self, request: Request) -> None:
        # A reader who goes on breaks off what is still on its way.
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(("failed", f"{request.url} ({request.failure})"))

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(("failed", f"{response.url} ({response.status})"))

    def visit(self, address: str) -> list[Fault]:
        """Load a page, and tell what happened."""
        self.heard.clear()
        self.page.goto(urljoin(self.base, address), wait_until="load")
        teller = Teller("transport", WORDS, address, MODE)
        told = [
            *self.heard,
            *(("policy", one) for one in self.page.evaluate("() => globalThis.stopped ?? []")),
        ]
        told += [("cookie", cookie.get("name", "")) for cookie in self.page.context.cookies()]
        told += [("stored", name) for name in self.page.evaluate(_STORED)]
        return sorted({teller.fault(rule, self.page.url, detail) for rule, detail in told})


def one_of_each_head(trees: Mapping[str, HtmlElement], pages: Iterable[str]) -> tuple[str, ...]:
    """One page of each policy that they have, and of each place in which it stands.

    A browser knows nothing else of a page when it reads its policy: it does the same on all of them.
    """
    found: dict[tuple[str, ...], str] = {}
    for address in pages:
        found.setdefault(tuple(_up_to_the_policy(trees[address])), address)
    return tuple(found.values())


def _up_to_the_policy(page: HtmlElement) -> Iterator[str]:
    """What stands in a head before its last policy, and each policy as it is written."""
    head = page.xpath("//head/*")
    policies = page.xpath(f"//head/meta[{_IS_POLICY}]")
    yield from (str(one.tag) for one in head[: head.index(policies[-1]) + 1 if policies else 0])
    yield from (str(one.get("content")) for one in policies)


def policy(page: Page, address: str) -> list[Fault]:
    """The page's own policy is there and on: a planted inline script does not run, and it allows little.

    To be read from a host that sends no policy: nothing else then stops the script.
    """
    teller = Teller("transport", WORDS, address, MODE)
    faults: list[Fault] = []
    policies: list[str] = page.evaluate(_POLICIES)
    if not policies:
        faults.append(teller.fault("policy-missing", "head"))
    for content in policies:
        for loose in ("'unsafe-inline'", "'unsafe-eval'", " * ", " https: ", " http: "):
            if loose in f" {content.replace(';', ' ; ')} ":
                faults.append(
                    teller.fault("policy-weak", "meta http-equiv=content-security-policy", loose.strip())
                )
    if page.evaluate(_PLANT):
        faults.append(teller.fault("policy-off", "head"))
    return faults
