"""What the gate finds: something that a reader could not use, where it stands, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault on one page, in one way of reading it.

    `page` is an address from the root of the site, such as "grants/"; `mode` is how it was read, such as
    "320 px, dark"; `check` and `rule` say what found it; `place` is a selector or a piece of the page.
    """

    page: str
    mode: str
    check: str
    rule: str
    place: str
    message: str
    mend: str

    def __str__(self) -> str:
        return (
            f"/{self.page} ({self.mode}): {self.message} [{self.check}: {self.rule}]\n"
            f"    where: {self.place}\n    mend: {self.mend}"
        )
