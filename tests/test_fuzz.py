"""Whatever happens to a file, the answer is a plan or problems with their places, never a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plainplan.check import check_folder
from plainplan.errors import errors_among
from plainplan.model import Plan
from plainplan.render import Expanded, Site

ROOT = Path(__file__).parents[1]
ODD_VALUES = (
    "",
    "NO",
    "1,200",
    "31/06/2026",
    "9999-12-31",
    "-1",
    "9" * 5000,
    "1e999",
    "٣",
    "#://x [y] ~333",
    '"#://x [y] ~333"',
    "🚓 Üñí",
    "very long text " * 2000,
    "<br>",
    "{{ x",
    "{{ measure() }}",
    "[",
    "[a, b]",
    "{a: b}",
    "&a [*a]",
    "!x y",
    "'",
    "not published",
    "not available",
)
ODD_CHARACTERS = (
    "\t",
    "\0",
    "\ufeff",
    "\r\r\n",
    "\u2028",
    "\x02",
    "\x85",
    "\v",
    '"',
    ":",
    "- ",
    "|",
    "---\n",
    "{%",
    "`",
    "<",
)
Mutation = Callable[[bytes], bytes]


def lines_changed(change: Callable[[list[bytes], int, int], None]) -> st.SearchStrategy[Mutation]:
    """Mutations that do something with 2 lines of a file."""

    def mutation(first: int, second: int) -> Mutation:
        def mutate(raw: bytes) -> bytes:
            lines = raw.splitlines(keepends=True) or [b""]
            change(lines, first % len(lines), second % len(lines))
            return b"".join(lines)

        return mutate

    return st.builds(mutation, st.integers(0, 9999), st.integers(0, 9999))


def bytes_put(new: st.SearchStrategy[bytes], most_replaced: int = 0) -> st.SearchStrategy[Mutation]:
    """Mutations that put bytes anywhere into a file, in place of some that are there."""

    def mutation(put: bytes, where: int, replaced: int) -> Mutation:
        def mutate(raw: bytes) -> bytes:
            start = where % (len(raw) + 1)
            return raw[:start] + put + raw[start + replaced :]

        return mutate

    return st.builds(mutation, new, st.integers(0, 99999), st.integers(0, most_replaced))


def delete(lines: list[bytes], first: int, _: int) -> None:
    del lines[first]


def duplicate(lines: list[bytes], first: int, second: int) -> None:
    lines.insert(second, lines[first])


def swap(lines: list[bytes], first: int, second: int) -> None:
    lines[first], lines[second] = lines[second], lines[first]


def indent(lines: list[bytes], first: int, second: int) -> None:
    lines[first] = b" " * (second % 9) + lines[first].lstrip(b" ")


def put_value(value: str) -> st.SearchStrategy[Mutation]:
    """Mutations that replace what stands behind a colon or a dash."""

    def change(lines: list[bytes], first: int, _: int) -> None:
        for sign in (b": ", b"- "):
            before, found, _after = lines[first].partition(sign)
            if found:
                lines[first] = before + found + value.encode() + b"\n"
                return
        lines[first] = value.encode() + b"\n"

    return lines_changed(change)


def truncated(where: int) -> Mutation:
    return lambda raw: raw[: where % (len(raw) + 1)]


MUTATIONS = st.one_of(
    *(lines_changed(change) for change in (delete, duplicate, swap, indent)),
    st.sampled_from(ODD_VALUES).flatmap(put_value),
    st.sampled_from(ODD_VALUES).flatmap(put_value),
    bytes_put(st.sampled_from(ODD_CHARACTERS).map(str.encode)),
    bytes_put(st.binary(max_size=20), most_replaced=20),
    st.builds(truncated, st.integers(0, 99999)),
)


def files_of(plan: Path) -> list[Path]:
    """The files of a plan, relative to it, in the same order on every machine."""
    found = (path.relative_to(plan) for part in ("data", "content") for path in (plan / part).rglob("*.*"))
    return sorted(path for path in found if path.suffix in {".yml", ".md"})


@pytest.fixture(scope="session")
def lasting_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example. Who changes a file in it puts it back."""
    folder = tmp_path_factory.mktemp("example")
    for part in ("data", "content"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@contextmanager
def mutated(plan: Path, number: int, mutations: list[Mutation]) -> Iterator[Path]:
    """The plan with one of its files changed, until the end of the block."""
    files = files_of(plan)
    path = plan / files[number % len(files)]
    good = path.read_bytes()
    raw = good
    for mutate in mutations:
        raw = mutate(raw)
    try:
        path.write_bytes(raw)
        yield plan
    finally:
        path.write_bytes(good)


def assert_a_good_site(plan: Plan, cache: Path) -> None:
    """Every page of a plan without errors can be made, and none shows a gap that a template left."""
    site = Site(plan, ROOT / "overrides" / "fragments", cache, date(2026, 11, 23))
    for page in site.pages.values():
        chapter = site.chapters.get(page.address)
        written = site.expand(chapter, chapter.body) if chapter else Expanded("")
        content = site.finish(page, markdown.markdown(written.markdown), written.blocks).content
        assert "plainplan-block-" not in content
        assert site.frame(page).page is page
        assert 'aria-current="page"' in site.navigation(page, "/") or not page.in_navigation


def assert_error_or_site(plan: Path) -> None:
    """What is wrong has a place and words; a plan in which nothing is wrong becomes a site."""
    loaded, problems = check_folder(plan, date(2026, 11, 23))
    if loaded is None:
        assert errors_among(problems)
    elif not errors_among(problems):
        assert_a_good_site(loaded.plan, plan.parent / "templates")
    for problem in problems:
        assert problem.place.file
        assert problem.message
        assert "\n" not in str(problem)


FUZZ = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
NUMBERS = st.integers(0, 9999)
LISTS = st.lists(MUTATIONS, min_size=1, max_size=3)


@settings(FUZZ, max_examples=500)
@given(number=NUMBERS, mutations=LISTS)
def test_a_mutated_small_plan(lasting_small_plan: Path, number: int, mutations: list[Mutation]) -> None:
    with mutated(lasting_small_plan, number, mutations) as plan:
        assert_error_or_site(plan)


# Each takes over 20 times as long. All kinds of mutation are among 50, and small plans get ten times as many.
@settings(FUZZ, max_examples=50)
@given(number=NUMBERS, mutations=LISTS)
def test_the_mutated_example(lasting_example: Path, number: int, mutations: list[Mutation]) -> None:
    with mutated(lasting_example, number, mutations) as plan:
        assert_error_or_site(plan)
