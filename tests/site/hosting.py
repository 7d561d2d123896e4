"""What tests of hosts share: which headers each file of a site is to have."""

from __future__ import annotations

from pathlib import Path

from plainplan import headers

EXPECTED = {header.name: header.value for header in headers.SECURITY}
UNFRAMED = headers.UNFRAMED.name


def in_edition(site: Path, address: str) -> str:
    """An address within its edition: `/cy/assets/…` is `/assets/…`."""
    folder, _, rest = address.removeprefix("/").partition("/")
    return f"/{rest}" if (site / folder / "404.html").is_file() else address


def is_kept(site: Path, address: str) -> bool:
    """Whether a browser may keep a file for a year."""
    return any(in_edition(site, address).startswith(kept.path) for kept in headers.KEPT)


def samples(site: Path) -> dict[str, Path]:
    """The files that readers get, by their addresses: a page, and one of each kind in each other folder."""
    found = {
        (path.suffix, path.suffix != ".html" and path.relative_to(site).parts[:2]): path
        for path in site.rglob("*")
        if path.is_file()
    }
    addresses = {f"/{path.relative_to(site).as_posix()}": path for path in found.values()}
    return {
        address: path for address, path in addresses.items() if "/." not in address and address != "/_headers"
    }
