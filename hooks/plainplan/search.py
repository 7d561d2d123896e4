"""Makes the index in which readers search, from the finished pages. Pagefind does the work."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree, html
from lxml.html import HtmlElement
from pagefind.service import get_executable

from plainplan import addresses
from plainplan.errors import Place, PlanError, Problem
from plainplan.render.kinds import kind_id

FOLDER = "pagefind"
EASY = addresses.EASY.rstrip("/")
KINDS = "kinds.json"
_GRANT_HEADINGS = "//h3[@id][preceding::h2[1][@id='each']]"
# Pagefind would run the words of these together.
_APART = ("dt", "dd", "td", "th", "li", "caption", "summary", "br", "svg", "text", "title", "desc")
_MEND = "Set up the project again with `make`; it brings Pagefind along."


@dataclass(frozen=True)
class Document:
    """What one search result is about. `address` may end in an anchor; `body` is the part that is indexed."""

    address: str
    kind: str
    title: str
    body: HtmlElement


def write_index(site: Path) -> None:
    """Index the pages of a finished site into its folder `pagefind/`: same pages, same bytes.

    Easy read is apart, in a folder of its name there: who searches it finds nothing else. A page is found by
    its `data-pagefind-body`; what has none, search does not know. Raises PlanError.
    """
    every = sorted(site.rglob("index.html"))
    inside = f"{site / EASY}{os.sep}"
    easy = [path for path in every if str(path).startswith(inside)]
    _write_index_of([path for path in every if not str(path).startswith(inside)], site, site / FOLDER)
    if easy:
        _write_index_of(easy, site, site / FOLDER / EASY)


def _write_index_of(paths: Sequence[Path], site: Path, output: Path) -> None:
    pages = {path: html.document_fromstring(path.read_bytes()) for path in paths}
    language = next((lang for page in pages.values() if (lang := page.get("lang"))), "en")
    language = language.removesuffix("-simple")
    with TemporaryDirectory(prefix="plainplan-search-") as name:
        folder = Path(name)
        for path, page in pages.items():
            address = path.parent.relative_to(site).as_posix().removeprefix(".")
            for document in documents(f"{address}/" if address else "", page):
                _write(document, folder)
        _run(folder, output, language)
    _tidy(output)
    _write_kinds(output)


def documents(address: str, page: HtmlElement) -> Iterator[Document]:
    """What search tells apart on a page: the page, and each grant as a result of its own.

    Grants are sections of one page. The page itself is then found without them, and without the table
    that names them all.
    """
    bodies = page.xpath("//*[@data-pagefind-body]")
    if not bodies:
        return
    kind = page.find("body").get("data-kind", "")
    body = deepcopy(bodies[0])
    if kind == "grants":
        for heading in body.xpath(_GRANT_HEADINGS):
            grant = _section(heading)
            yield Document(f"{address}#{heading.get('id')}", "grant", _words(heading), grant)
        for table in list(body.iter("table")):
            table.drop_tree()
    heading = body.find(".//h1")
    yield Document(address, kind_id(kind), _words(heading) if heading is not None else "", body)


def _section(heading: HtmlElement) -> HtmlElement:
    """Take a heading and what follows up to the next one out of its page, as a page of its own."""
    section = html.Element("article")
    for element in list(heading.itersiblings()):
        if element.tag in ("h1", "h2", "h3"):
            break
        section.append(element)
    title = html.Element("h1")
    title.text = _words(heading)
    section.insert(0, title)
    heading.drop_tree()
    for element in section.xpath(".//*[@id]"):
        del element.attrib["id"]
    return section


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _write(document: Document, folder: Path) -> None:
    """Write a document where Pagefind finds it, with what a result needs to know."""
    page, body = html.Element("html"), html.Element("body")
    for element in document.body.iter(*_APART):
        element.tail = f" {element.tail or ''}"
    for name, value in (("address", document.address), ("kind", document.kind), ("title", document.title)):
        etree.SubElement(body, "meta", {"data-pagefind-meta": f"{name}[content]", "content": value})
    document.body.set("data-pagefind-body", "")
    body.append(document.body)
    page.append(body)
    # Pagefind names what it makes after this folder: a page more may not rename what browsers keep of others.
    path = folder / hashlib.sha256(document.address.encode()).hexdigest() / "index.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(html.tostring(page, doctype="<!doctype html>", encoding="utf-8"))


def _run(folder: Path, output: Path, language: str) -> None:
    """Pagefind's command and not its Python service, which waits a tenth of a second for each page."""
    program = get_executable()
    if program is None:
        raise _failed("Pagefind is not installed.")
    command = [str(program), "--site", str(folder), "--output-path", str(output.resolve()), "--quiet"]
    command += ["--force-language", language, "--exclude-selectors", "nav"]
    # A pagefind.yml or PAGEFIND_… of the machine must not change what readers find.
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603  # our own arguments
            command, cwd=folder, env=settings, capture_output=True, encoding="utf-8", timeout=600, check=False
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _failed(f"Pagefind could not be run: {error}") from error
    if done.returncode != 0 or not (output / "pagefind-entry.json").is_file():
        raise _failed(f"Pagefind ended with {done.returncode}: {done.stdout} {done.stderr}")


def _failed(what: str) -> PlanError:
    return PlanError(
        (Problem(Place(FOLDER), f"The search index could not be made. {what}", _MEND, "search"),)
    )


def _tidy(folder: Path) -> None:
    """Leave only what our search page asks for: Pagefind brings interfaces of its own, and a worker."""
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    languages = entry["languages"].values()
    kept = {"pagefind.js", "pagefind-entry.json", "fragment", "index"}
    kept |= {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in languages}
    kept |= {f"pagefind.{language['hash']}.pf_meta" for language in languages}
    for path in folder.iterdir():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _write_kinds(folder: Path) -> None:
    """Say which results are of which kind. Pagefind's own filters come in another order each time."""
    kinds: dict[str, list[str]] = {}
    for path in sorted((folder / "fragment").iterdir()):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        kinds.setdefault(fragment["meta"]["kind"], []).append(path.stem)
    (folder / KINDS).write_text(json.dumps(kinds, sort_keys=True, separators=(",", ":")), encoding="utf-8")
