"""The file `_headers`, as hosts would read it that know such a file."""

from __future__ import annotations

import re
from pathlib import Path

from plainplan import headers

from tests.site.hosting import EXPECTED, UNFRAMED, in_edition, is_kept, samples
from tests.sites import Built


def rules_of(site: Path) -> dict[str, dict[str, str]]:
    """What the file for hosts says, by the patterns of its paths."""
    return {
        part.splitlines()[0]: dict(line.strip().split(": ", 1) for line in part.splitlines()[1:])
        for part in (site / "_headers").read_text(encoding="utf-8").split("\n\n")
    }


def test_the_file_for_hosts_says_every_header_and_what_to_keep(example: Built) -> None:
    """For each address, what Netlify and Cloudflare Pages would make of it."""
    site = example.site
    rules = rules_of(site)
    patterns = {
        re.compile(re.escape(path).replace(r"\*", ".*").replace(":language", "[^/]+")): said
        for path, said in rules.items()
    }
    pages = [f"/{page.parent.relative_to(site).as_posix()}/" for page in site.rglob("*/index.html")]
    assert {"/cy/", "/cy/grants/", "/ur/embed/progress/"} < set(pages)
    for address in (*samples(site), "/", *pages):
        found = [said for pattern, said in patterns.items() if pattern.fullmatch(address)]
        own = in_edition(site, address)
        wanted = dict(EXPECTED)
        if own.startswith(headers.DATA):
            wanted[headers.OPEN.name] = headers.OPEN.value
        if is_kept(site, address):
            wanted["Cache-Control"] = headers.KEEP
        if address.endswith(("/", ".html")) and not own.startswith("/embed/"):
            wanted[UNFRAMED] = headers.UNFRAMED.value
        said = {name: value for one in found for name, value in one.items()}
        assert {name: said.get(name) for name in {*wanted, UNFRAMED, headers.OPEN.name}} == {
            UNFRAMED: said.get(UNFRAMED) if not address.endswith(("/", ".html")) else None,
            headers.OPEN.name: None,
            **wanted,
        }, address
        # Hosts join what two rules say of one header.
        assert sum(len(one) for one in found) == len(said), address


def test_what_a_host_that_reads_100_rules_leaves_out_is_about_frames_alone(example: Built) -> None:
    late = list(rules_of(example.site).items())[100:]
    assert all(path.startswith("/:language/") and said == {UNFRAMED: "DENY"} for path, said in late)
