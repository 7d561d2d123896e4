"""The sites that these tests read."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.in_editions import Edition, editions_of, in_several_languages
from tests.sites import ROOT, Built, Workshop, fingerprint, serving

PLANS = (
    "devon-cornwall-2017",
    "hertfordshire-2019",
    "hertfordshire-2021",
    "leicestershire-2017",
    "partnership-2008",
)


@pytest.fixture(scope="session")
def fingerprint_of() -> Callable[[Path], dict[str, str]]:
    return fingerprint


@pytest.fixture(scope="session")
def repository() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site_of(workshop: Workshop, example: Built) -> Callable[[str], Built]:
    """The site of a plan by its name; "example" is the one in this repository, with its own mkdocs.yml."""

    @functools.cache
    def build(name: str) -> Built:
        if name == "example":
            return example
        plan = ROOT / "tests" / "plans" / name
        assert (plan / "data" / "plan.yml").is_file(), f"tests/plans/{name} is missing"
        return workshop.once(name, lambda: workshop.copy(plan, name))

    return build


@pytest.fixture(scope="session", params=PLANS)
def real(request: pytest.FixtureRequest, site_of: Callable[[str], Built]) -> Built:
    """Each of the plans that public bodies have published."""
    return site_of(request.param)


@pytest.fixture(scope="session", params=("example", *PLANS))
def built(request: pytest.FixtureRequest, site_of: Callable[[str], Built]) -> Built:
    """Each site."""
    return site_of(request.param)


@pytest.fixture(scope="session")
def served(example: Built) -> Iterator[str]:
    """Where the example can be read: an address that ends in a slash."""
    with serving(example.site) as address:
        yield address


@pytest.fixture(scope="session")
def several(workshop: Workshop, lasting_small_plan: Path) -> Built:
    """A small plan in four languages, of which one is a draft."""
    return workshop.once("several", lambda: in_several_languages(workshop, lasting_small_plan, "several"))


@pytest.fixture(scope="session")
def editions(several: Built) -> dict[str, Edition]:
    return editions_of(several.site)
