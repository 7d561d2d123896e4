"""The HTML of every page is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gate import checks, markup

if TYPE_CHECKING:
    from tests.gate.gate import Gate


def test_html_validate_finds_nothing(gate: Gate) -> None:
    files = {gate.tested.file(address): address for address in gate.pages}
    gate.tool("html-validate", markup.versions()["html-validate"])
    gate.check(checks.HTML_VALIDATE, markup.html_validate(files), pages=gate.pages, modes=(markup.MODE,))


def test_the_nu_checker_finds_nothing(gate: Gate) -> None:
    files = {gate.tested.file(address): address for address in gate.pages}
    gate.tool("Nu HTML checker", markup.versions()["Nu HTML checker"])
    gate.check(checks.NU, markup.nu(files), pages=gate.pages, modes=(markup.MODE,))
