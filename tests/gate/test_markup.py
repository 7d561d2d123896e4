"""The HTML of every page is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gate import markup

if TYPE_CHECKING:
    from tests.gate.gate import Gate


def test_html_validate_finds_nothing(gate: Gate) -> None:
    files = {gate.tested.file(address): address for address in gate.pages}
    gate.tool("html-validate", markup.versions()["html-validate"])
    what = "The HTML is valid, and free of what its access rules forbid."
    gate.check("html-validate", what, markup.html_validate(files), pages=gate.pages, modes=(markup.MODE,))


def test_the_nu_checker_finds_nothing(gate: Gate) -> None:
    files = {gate.tested.file(address): address for address in gate.pages}
    gate.tool("Nu HTML checker", markup.versions()["Nu HTML checker"])
    what = "The HTML keeps the standard, without an error or a warning."
    gate.check("Nu HTML checker", what, markup.nu(files), pages=gate.pages, modes=(markup.MODE,))
