"""What every test of the gate is given. Nothing here knows what the site is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from plainplan.results import site_hash

from tests.gate.gate import Gate
from tests.gate.session import FAULTS, SAID
from tests.gate.tested import Shard, Tested, find
from tests.sites import Built, serving


@pytest.fixture(scope="session")
def tested(request: pytest.FixtureRequest) -> Tested:
    """The site: the one of --site, or that of the plan in this repository."""
    folder: Path | None = request.config.getoption("--site")
    if folder is None:
        example: Built = request.getfixturevalue("example")
        folder = example.site
    if not (folder / "index.html").is_file():
        pytest.fail(f"There is no site in {folder}: run `make site` first.", pytrace=False)
    return find(folder.resolve())


@pytest.fixture(scope="session")
def home(tested: Tested) -> Iterator[str]:
    """Where the site is served, with the headers that it asks its host for. Ends in a slash."""
    with serving(tested.folder, tested.mount, tested.headers()) as address:
        yield address


@pytest.fixture(scope="session")
def _shard(request: pytest.FixtureRequest) -> Shard:
    return request.config.getoption("--shard") or Shard(1, 1)


@pytest.fixture
def gate(request: pytest.FixtureRequest, tested: Tested, home: str, _shard: Shard) -> Gate:
    """The run of the gate that a test is part of."""
    said = request.config.stash[SAID]
    properties = request.node.user_properties
    all_editions = bool(request.config.getoption("--all-editions"))
    made = Gate(tested, _shard, home, said, lambda: properties.append((FAULTS, "yes")), all_editions)
    if not said.site:
        said.site = site_hash(tested.folder)
        said.pages = frozenset(made.pages)
        said.to_read = len(made.to_read)
        said.all_pages = len(tested.addresses)
    return made
