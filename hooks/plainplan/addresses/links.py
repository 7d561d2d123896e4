"""From one address to another."""

from __future__ import annotations


def to_address(page: str) -> str:
    """The address of a page that an editor names by its file or its address: `law.md`, `/law/`, `law`."""
    stem = page.strip().strip("/").removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


def relative(target: str, page: str) -> str:
    """The link from `page` to `target`, both addresses; `target` may end in an anchor."""
    path, _, anchor = target.partition("#")
    ending = f"#{anchor}" if anchor else ""
    if path == page and ending:
        return ending
    return "../" * page.count("/") + path + ending or "./"
