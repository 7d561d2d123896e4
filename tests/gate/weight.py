"""How much a first view asks of a reader's line."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.gate.asking import Teller, Words
from tests.gate.fault import Fault

MODE = "first view"
MOST_BYTES = 40_000
FEWER_REQUESTS_THAN = 8
WORDS = {
    "heavy": Words(
        "the first view takes {} (at most 40 kB, images aside)",
        "Take out what the page does not need, or load it when it is asked for.",
    ),
    "requests": Words(
        "the first view takes {} (fewer than 8, images aside)", "Join files, or load them when asked for."
    ),
}


@dataclass(frozen=True)
class Asked:
    """One answer: its address, what it is for, and its bytes when compressed."""

    address: str
    kind: str
    compressed: int


def first_views(browser: Browser, urls: Sequence[str]) -> list[list[Asked]]:
    """All that a browser with an empty cache fetches for each page. Compressed as hosts do, with gzip.

    The pages load beside each other, so that half a second of silence is waited for once.
    """
    with ExitStack() as open_until_read:
        begun = [_begin(open_until_read.enter_context(browser.new_context()), url) for url in urls]
        for page, _ in begun:
            page.wait_for_load_state("networkidle")
        return [[_asked(answer) for answer in answers if _counts(answer)] for _, answers in begun]


def _begin(context: BrowserContext, url: str) -> tuple[Page, list[Response]]:
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright marks it
    page.goto(url, wait_until="commit")
    return page, answers


def _counts(answer: Response) -> bool:
    return answer.ok and not answer.url.startswith(("data:", "blob:"))


def _asked(answer: Response) -> Asked:
    return Asked(answer.url, answer.request.resource_type, len(gzip.compress(answer.body(), 9, mtime=0)))


def weight(asked: list[Asked], address: str) -> list[Fault]:
    """Whether that is too much."""
    teller = Teller("weight", WORDS, address, MODE)
    counted = [one for one in asked if one.kind != "image"]
    place = "\n           ".join(
        f"{one.compressed:>7,} bytes  {one.kind:<10}  {one.address}" for one in counted
    )
    total = sum(one.compressed for one in counted)
    faults = []
    if total > MOST_BYTES:
        faults.append(teller.fault("heavy", place, f"{total:,} bytes"))
    if len(counted) >= FEWER_REQUESTS_THAN:
        faults.append(teller.fault("requests", place, f"{len(counted)} requests"))
    return faults
