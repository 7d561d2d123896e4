"""Ask a page: puts the probes' scripts into it, and turns what they find into faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.gate.fault import Fault

_SCRIPTS = Path(__file__).parent / "js"
_NAMES = ("common", "keyboard", "layout", "modes")
_NOT_THERE = "the probes are not in this page yet"
_CALL = f"([name, given]) => globalThis.gate ? globalThis.gate[name](...given) : {_NOT_THERE!r}"


@dataclass(frozen=True)
class Words:
    """What a rule says when it is broken. `{}` in the message stands for what was found."""

    message: str
    mend: str


@cache
def _probes() -> str:
    return "\n".join((_SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in _NAMES)


def ask(page: Page, name: str, *arguments: Any) -> Any:
    """Call one of the functions of tests/gate/js in the page.

    Evaluating is not under the page's content security policy, and works where its scripts are off.
    """
    asked = [name, list(arguments)]
    answer = page.evaluate(_CALL, asked)
    if answer == _NOT_THERE:
        page.evaluate(_probes())
        answer = page.evaluate(_CALL, asked)
    return answer


@dataclass(frozen=True)
class Teller:
    """Makes faults of one check, on one page, in one mode."""

    check: str
    words: Mapping[str, Words]
    page: str
    mode: str

    def fault(self, rule: str, place: str, detail: str = "") -> Fault:
        """One fault in words."""
        words = self.words[rule]
        message = words.message.replace("{}", detail)
        return Fault(self.page, self.mode, self.check, rule, place, message, words.mend)

    def faults(self, found: Iterable[Mapping[str, str]]) -> list[Fault]:
        """Faults of what a script found: rule, place and detail."""
        return [self.fault(one["rule"], one["place"], one.get("detail", "")) for one in found]
