"""The security headers of the site, and how long its files may be kept: said here once, with the reasons.

Charts under /embed/ are there to stand on other sites; every other page refuses to be framed.

Hosts that read a file `_headers` get it from here. `.hosting/nginx.conf` says the same to nginx; a test
compares. GitHub Pages reads neither: for it every page carries the policy in a <meta> tag.

Left out on purpose: X-XSS-Protection (browsers have dropped it), the other Cross-Origin headers (they guard
secrets, and there are none in a public plan), `upgrade-insecure-requests` (nothing is asked of another host).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Directive:
    """One part of the content security policy, and why it is as it is."""

    name: str
    value: str
    why: str

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


@dataclass(frozen=True)
class Header:
    """One header that goes with every answer, and why."""

    name: str
    value: str
    why: str


LANGUAGE = "/:language"
"""The folder of any translation, in `_headers`: every rule of a file at the root holds for theirs too."""


@dataclass(frozen=True)
class Folders:
    """The folders of a site: of its pages, of its translations, those under EMBED, and those under EASY."""

    pages: frozenset[str]
    translations: frozenset[str] = frozenset()
    embedded: frozenset[str] = frozenset()
    easy: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Kept:
    """Files that a browser may keep, by the beginning of their address, and why."""

    path: str
    why: str


POLICY = (
    Directive("default-src", "'none'", "what is not named below is not used"),
    Directive(
        "script-src",
        "'self' 'wasm-unsafe-eval'",
        "search is WebAssembly, in a worker; no script inside a page",
    ),
    Directive("style-src", "'self'", "no style inside a page"),
    Directive("img-src", "'self' data:", "small symbols stand inside the style sheet"),
    Directive("media-src", "'self'", "an office may show a film in sign language, or let one listen"),
    Directive("font-src", "'self'", "none is used; an office may bring its own"),
    Directive("connect-src", "'self'", "search fetches its index"),
    Directive("manifest-src", "'self'", "an office may bring its own"),
    Directive("form-action", "'self'", "the search form leads to a page of the site"),
    Directive("base-uri", "'none'", "no <base> can turn the links of a page elsewhere"),
)
"""The content security policy (CSP Level 3)."""


def policy() -> str:
    """The content security policy, for a header and for the <meta http-equiv> tag of a page."""
    return "; ".join(map(str, POLICY))


SECURITY = (
    Header("Content-Security-Policy", policy(), "a page runs and shows only what is from this site"),
    Header("X-Content-Type-Options", "nosniff", "a file is what its type says, whatever it looks like"),
    Header("Referrer-Policy", "same-origin", "which page somebody read is not told to other sites"),
    Header(
        "Cross-Origin-Opener-Policy", "same-origin", "a site that opens this one has no hold on its window"
    ),
    Header(
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), payment=(), usb=()",
        "nothing of this is asked of a reader's device, and nobody can make a page ask",
    ),
    # Without includeSubDomains: a plan does not decide for the other sites of its office.
    Header("Strict-Transport-Security", "max-age=31536000", "browsers that came once come by HTTPS only"),
)
"""What goes with every answer, errors included."""

UNFRAMED = Header("X-Frame-Options", "DENY", "no other site can show a page as its own")
"""What goes with every page but those under EMBED.

Not frame-ancestors: hosts join what two rules of `_headers` say of a policy, and cannot take any of it back.
"""

EASY = "easy-read"
"""The folder of the pages in easy read."""

EMBED = "embed"
"""The folder of the pages that other sites may show."""

OPEN = Header(
    "Access-Control-Allow-Origin", "*", "a page of another site may read the data: it is for everybody"
)
"""What goes with every file under DATA (Fetch, CORS protocol)."""

DATA = "/data/v1/"
"""Where the files of data are."""

KEPT = (
    Kept("/assets/", "asked for by an address that changes with the file (?v=...)"),
    Kept("/pagefind/fragment/", "named by what is in it"),
    Kept("/pagefind/index/", "named by what is in it"),
    Kept("/pagefind/easy-read/fragment/", "named by what is in it"),
    Kept("/pagefind/easy-read/index/", "named by what is in it"),
)
"""What may be kept for a year."""

KEEP = "public, max-age=31536000, immutable"
"""The Cache-Control of what may be kept."""

ASK = "public, max-age=0, must-revalidate"
"""The Cache-Control of all else: a correction is seen at once, for a question, not the whole page again."""


def headers_file(folders: Folders) -> str:
    """The file `_headers`, as Netlify and Cloudflare Pages read it.

    ASK is what both do unasked; Cloudflare would add it to KEEP, since it joins what two rules say. It reads
    100 rules: those that keep translations out of frames come last.
    """
    rules = [("/*", [(header.name, header.value) for header in SECURITY])]
    starts = ("", LANGUAGE) if folders.translations else ("",)
    rules += [(f"{start}{DATA}*", [(OPEN.name, OPEN.value)]) for start in starts]
    rules += [(f"{start}{kept.path}*", [("Cache-Control", KEEP)]) for start in starts for kept in KEPT]
    rules += [(page, [(UNFRAMED.name, UNFRAMED.value)]) for page in _unframed(folders)]
    return "\n".join(
        "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in lines)]) for path, lines in rules
    )


def _unframed(folders: Folders) -> Iterator[str]:
    """The rules for every page but those under EMBED, which are framed in every language."""
    own = sorted(folders.pages - folders.translations - {EMBED})
    yield from ("/", "/index.html", "/404.html")
    # `/:language/budget/*` is `/easy-read/budget/*` too, and hosts join what two rules say.
    apart = {EASY} if folders.translations else set()
    yield from (f"/{folder}/*" for folder in own if folder not in apart)
    yield from (f"/{EASY}/{folder}/*" for folder in sorted(folders.easy - set(own)) if apart)
    for language in sorted(folders.translations | (apart & set(own))):
        yield from (f"/{language}/{page}" for page in ("", "index.html", "404.html"))
        # `/:language/budget/*` would be `/embed/budget/*` too.
        yield from (f"/{language}/{folder}/*" for folder in own if folder in folders.embedded)
    if folders.translations:
        yield from (f"{LANGUAGE}/{folder}/*" for folder in own if folder not in folders.embedded)


def folders_of(site_folder: Path, elsewhere: Iterable[str] = ()) -> Folders:
    """The folders of a finished site. A translation has a page of its own for wrong addresses.

    `elsewhere` are translations that other builds may make.
    """
    pages = {page.relative_to(site_folder).parts[0] for page in site_folder.glob("*/**/*.html")}
    translations = {*elsewhere, *(page.parent.name for page in site_folder.glob("*/404.html"))}
    embedded = {folder.name for folder in site_folder.glob(f"{EMBED}/*/")}
    easy = {folder.name for folder in site_folder.glob(f"{EASY}/*/")}
    return Folders(frozenset(pages), frozenset(translations), frozenset(embedded), frozenset(easy))


def write_headers(site_folder: Path, elsewhere: Iterable[str] = ()) -> None:
    """Put the file `_headers` into the site; `elsewhere` are translations that other builds may make."""
    made = headers_file(folders_of(site_folder, elsewhere))
    (site_folder / "_headers").write_text(made, encoding="utf-8")
