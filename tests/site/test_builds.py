"""What a build does with plans that are broken, bare, or full of blocks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from plainplan.blocks import BLOCKS, parameter
from plainplan.errors import PlanError
from plainplan.publish import aside_of

if TYPE_CHECKING:
    from tests.sites import Built, Workshop

_SMALL = "hertfordshire-2019"
_PLAN = """\
title: A bare plan
body: {name: The Office, area: Smallshire}
period: {start: 2026-01-01, end: 2030-03-31}
status: draft
summary: This is all that is known.
contact: {email: plan@example.org}
accessibility_statement: not published
"""
_PRIORITY = """\
id: only-one
title: The only priority
summary: There is nothing under it yet.
"""


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _problems(output: str) -> list[str]:
    """The lines that name a problem, without what a log puts before them."""
    found = re.findall(r"(?:data|content)/\S+: (?:error|warning): .*", output)
    return sorted(line.strip() for line in found)


@pytest.fixture
def small(workshop: Workshop, repository: Path, request: pytest.FixtureRequest) -> Path:
    """A plan of its own to break."""
    return workshop.copy(repository / "tests" / "plans" / _SMALL, f"broken-{request.node.name}")


def test_failed_build_leaves_the_last_good_site(
    workshop: Workshop, small: Path, fingerprint_of: Callable[[Path], dict[str, str]]
) -> None:
    workshop.build(small)
    before = fingerprint_of(small / "site")
    _replace(small / "data" / "plan.yml", "status: draft", "status: perhaps")
    failed = workshop.try_build(small)
    assert failed.code != 0
    assert re.search(r"data/plan\.yml:\d+", failed.output)
    assert "Traceback" not in failed.output
    assert fingerprint_of(small / "site") == before


def test_a_folder_of_kept_things_that_cannot_be_written_to(workshop: Workshop, small: Path) -> None:
    shutil.rmtree(small / ".cache", ignore_errors=True)
    (small / ".cache").write_text("a file where a folder should be", encoding="utf-8")
    failed = workshop.try_build(small)
    assert failed.code != 0
    assert ".cache: error: the folder cannot be written to: " in failed.output
    assert "Traceback" not in failed.output


def test_a_website_beside_which_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(
        PlanError, match=r"site: error: nothing can be written beside the folder of the website: "
    ):
        aside_of(tmp_path / "file/site", "", None)


def test_failed_rendering_leaves_the_last_good_site(
    workshop: Workshop, small: Path, fingerprint_of: Callable[[Path], dict[str, str]]
) -> None:
    """The build breaks off when pages have been written already."""
    workshop.build(small)
    before = fingerprint_of(small / "site")
    config = yaml.safe_load((small / "mkdocs.yml").read_text(encoding="utf-8"))
    config["hooks"].append("late.py")
    (small / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (small / "late.py").write_text(_LATE_HOOK, encoding="utf-8")
    failed = workshop.try_build(small)
    assert failed.code != 0
    assert "broken off" in failed.output
    assert fingerprint_of(small / "site") == before
    assert not list(small.glob(".site-*"))


def test_hidden_files_of_the_published_site_stay(workshop: Workshop, small: Path) -> None:
    """A folder that is also a git work tree can be published into."""
    workshop.build(small)
    (small / "site" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    workshop.build(small)
    assert (small / "site" / ".git").read_text(encoding="utf-8") == "gitdir: elsewhere"


_LATE_HOOK = """
from mkdocs.exceptions import PluginError

def on_post_build(config):
    raise PluginError("broken off")
on_post_build.mkdocs_priority = 100
"""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/plan.yml", "status: draft", "status: perhaps"),
        ("data/plan.yml", "status: draft", "status: [draft"),
        (
            "data/priorities/putting-victims-at-the-centre.yml",
            "owner: not published",
            "owner: nobody-we-know",
        ),
        ("content/why-refresh.md", "\n---\n", '\n---\n{{ measures("nothing") }}\n'),
        ("content/why-refresh.md", "\n---\n", "\n---\nThe XQZ and the WVJ met.\n"),
    ],
)
def test_build_and_check_say_the_same(workshop: Workshop, small: Path, file: str, old: str, new: str) -> None:
    _replace(small / file, old, new)
    built, checked = workshop.try_build(small), workshop.check(small)
    assert built.code != 0
    assert _problems(built.output) == _problems(checked.output) != []


def test_bare_plan_has_no_page_for_what_it_lacks(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "data" / "priorities").mkdir(parents=True)
    (tmp_path / "data" / "plan.yml").write_text(_PLAN, encoding="utf-8")
    (tmp_path / "data" / "priorities" / "only-one.yml").write_text(_PRIORITY, encoding="utf-8")
    site = workshop.build(workshop.copy(tmp_path, "bare"))
    always = {
        "",
        "a-to-z/",
        "about/",
        "contact/",
        "accessibility/results/",
        "data/",
        "whole-plan/",
        "search/",
    }
    assert set(site.pages) == {"priorities/", "priorities/only-one/"} | always
    for address, page in site.pages.items():
        article = page.find(".//article")
        shown = article.xpath(
            ".//*[self::table or self::ul or self::ol or self::dl][not(ancestor::template)]"
        )
        # What a script fills is hidden until it does.
        empty = [one.tag for one in shown if not len(one) and not one.xpath("ancestor::*[@hidden]")]
        assert empty == [], f"/{address} has an empty list or table"
        assert not article.xpath(".//table[not(.//td)]"), f"/{address} has a table without a row"
        headings = [heading.text_content().strip() for heading in article.iter("h1", "h2", "h3")]
        assert all(headings), f"/{address} has an empty heading"


_ODD = """\
title: 'Safe & "sound" here'
body: {name: "Office of 'X' & Y", area: Smallshire}
period: {start: 2026-01-01, end: 2030-03-31}
status: draft
summary: We call it "Safe Smallshire" & more.
contact: {email: plan@example.org}
accessibility_statement: not published
labels: {priority: {one: Aim & "end", many: Aims & < ends}}
"""


def test_odd_characters_are_shown_as_they_were_written(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "data" / "priorities").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    (tmp_path / "data" / "plan.yml").write_text(_ODD, encoding="utf-8")
    (tmp_path / "data" / "priorities" / "only-one.yml").write_text(
        _PRIORITY.replace("The only priority", "'A < B & \"C\"'"), encoding="utf-8"
    )
    headings = "## The `<script>` element\n\nOne.\n\n## Two & three\n\nTwo.\n\n## Four\n\nThree.\n"
    (tmp_path / "content" / "odd.md").write_text(
        f"---\ntitle: 'It''s 5 < 6 & \"so\"'\n---\n\n{headings}", encoding="utf-8"
    )
    site = workshop.build(workshop.copy(tmp_path, "odd"))
    page = site.pages["odd/"]
    assert page.findtext(".//title") == 'It\'s 5 < 6 & "so" - Safe & "sound" here'
    assert page.findtext(".//h1") == 'It\'s 5 < 6 & "so"'
    (description,) = page.xpath("//meta[@name='description']/@content")
    assert description == 'It\'s 5 < 6 & "so". We call it "Safe Smallshire" & more.'
    contents = [link.text_content() for link in page.xpath("//nav[@aria-label='On this page']//a")]
    assert contents == ["The <script> element", "Two & three", "Four"]
    (name,) = page.xpath("//header//span[@class='pp-name__body']/text()")
    assert name == "Office of 'X' & Y"
    priority = site.pages["priorities/only-one/"]
    assert priority.xpath("//nav[@aria-label='Pages of this plan']//details[@open]/summary/text()") == [
        "Aims & < ends"
    ]
    assert 'A < B & "C"' in priority.findtext(".//title")


def test_every_block_has_a_template(repository: Path) -> None:
    templates = {path.stem for path in (repository / "overrides" / "fragments" / "blocks").glob("*.html")}
    assert templates == set(BLOCKS)


_GIVEN = {
    "action": "high-risk-routes",
    "chart": "measures/road-deaths-and-injuries",
    "measure": "road-deaths-and-injuries",
    "picture": "vote",
    "priority": "safer-roads",
    "year": "2026-27",
}


@pytest.fixture(scope="module")
def with_blocks(workshop: Workshop, example: Built) -> Built:
    """The example with one chapter more, which places every block in every way it can be placed."""
    return workshop.once("blocks", lambda: _plan_with_blocks(workshop, example))


def _plan_with_blocks(workshop: Workshop, example: Built) -> Path:
    plan = workshop.copy(example.plan, "blocks")
    lines = [
        "---",
        "title: Every block",
        "---",
        "One baseline is enough. A second baseline is not linked.",
        "",
    ]
    for name, wanted in BLOCKS.items():
        kind = parameter(name)
        forms = [f'{name}("{_GIVEN[kind]}")', f'{name}({kind}="{_GIVEN[kind]}")'] if kind else []
        if wanted in ("", f"{kind}?"):
            forms.append(f"{name}()")
        for number, form in enumerate(forms):
            lines += [f"## {name} {number}", "", f"{{{{ {form} }}}}", ""]
    (plan / "content" / "every-block.md").write_text("\n".join(lines), encoding="utf-8")
    return plan


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_block_is_rendered(with_blocks: Built, name: str) -> None:
    article = with_blocks.pages["every-block/"].find(".//article")
    headings = [found for found in article.iter("h2") if re.fullmatch(rf"{name}-\d", found.get("id", ""))]
    assert headings
    for heading in headings:
        following = heading.getnext()
        assert following is not None
        assert following.tag not in ("h1", "h2"), f"{heading.text_content()} made nothing"
        assert following.text_content().strip() or following.get("alt")
    assert not article.xpath(".//p[.//table or .//ul or .//div]")
    assert "plainplan-block" not in article.text_content()


def test_a_word_is_linked_where_it_first_stands(with_blocks: Built) -> None:
    page = with_blocks.pages["every-block/"]
    (link,) = page.xpath("//article//a[contains(@href, '#term-baseline')]")
    assert link.getparent().text == "One "
    assert link.text == "baseline"
