"""Swaps the finished site in whole, so that readers never meet half of one."""

from __future__ import annotations

import shutil
from pathlib import Path


def aside(site: Path) -> Path:
    """Where a site is made before it takes the place of `site`: beside it, on the same disk."""
    return site.with_name(f".{site.name}.new")


def swap_in(site: Path) -> None:
    """Put what was made aside in the place of `site`. Until then the last good site stays as it is."""
    made, old = aside(site), site.with_name(f".{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    made.rename(site)
    shutil.rmtree(old, ignore_errors=True)
