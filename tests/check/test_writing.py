"""What editors write and some readers cannot use is told with its line; what only looks like it is not."""

# ruff: noqa: E501 (one case, one line)
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import markdown
import pytest
from plainplan.check import check_folder, check_plan
from plainplan.errors import Problem, Severity
from plainplan.load import load_plan

Change = Callable[[str, str, str], int]

ON = date(2026, 11, 23)
CHAPTER, FIRST_LINE = "content/words.md", 5
ROADS, PLAN, GRANTS, WORDS = (
    "data/priorities/safer-roads.yml",
    "data/plan.yml",
    "data/grants.yml",
    "data/glossary.yml",
)
PEOPLE, ASKED, REPORT = "data/organisations.yml", "data/consultation.yml", "data/progress/2026-10-23.yml"
SITE = "https://example.org/a_b"

# Markdown, then each problem: code, line of the Markdown (from 1), words of message and mend
TOLD = {
    # missing-alt
    "no words": ("A\n![](a.png)", [("missing-alt", 2, '"a.png" says nothing', '{ alt="" }')]),
    "only spaces": ("![ ](a.png)", [("missing-alt", 1, '"a.png"', "![Two officers talk to a farmer](a.png)")]),
    "other attributes": ("![](a.png){ .wide }", [("missing-alt", 1, '"a.png"', "")]),
    "reference": ("A\n\n![][p]\n\n[p]: a.png", [("missing-alt", 3, '"a.png"', "")]),
    "within a link": ("[![](a.png)](index.md)", [("missing-alt", 1, '"a.png"', "")]),
    "name of a file": ("![img_1234.jpg](a.png)", [("missing-alt", 1, '"img_1234.jpg" does not say', "farmer")]),
    "name of its file": ("![road-map_2](road-map_2.png)", [("missing-alt", 1, '"road-map_2"', "")]),
    "number of a camera": ("![dsc 0012](a.png)", [("missing-alt", 1, '"dsc 0012"', "")]),
    "kind of thing": ("![Photo](a.png) ![image.](a.png)", [("missing-alt", 1, '"Photo"', ""), ("missing-alt", 1, '"image."', "")]),
    "HTML": ('A <img\nsrc="a.png">', [("missing-alt", 1, '"a.png"', 'alt=""')]),
    "HTML block": ('A\n\n<div>\n<p>A</p>\n<img src="a.png">\n</div>', [("missing-alt", 5, '"a.png"', 'alt=""')]),
    # blocked
    "frame": (f'A\n\n<iframe src="{SITE}"></iframe>', [("blocked", 3, "<iframe> does nothing here", "map or video instead")]),
    "script": ("A\n\n<script>\nif (a < b) write('<img alt=\"A road\" src=\"//b\">')\n</script>", [("blocked", 3, "<script>", "link to a page")]),
    "style": ("<style>p { color: red }</style>", [("blocked", 1, "<style>", "style sheet of the site")]),
    "style in a drawing": ("<svg>\n<style>p { color: red }</style>\n</svg>", [("blocked", 2, "<style>", "")]),
    "style of an element": ('<div>\n<p style="color: red">A</p>\n</div>', [("blocked", 2, 'style="…"', "Leave it out")]),
    "style of a cell": ('<table>\n<tr><th style="color: red">A</th></tr>\n</table>', [("blocked", 2, 'style="…"', "")]),
    "style in braces": ('A *b*{ style="color: red" }', [("blocked", 1, 'style="…"', "")]),
    "style of a heading": ('A\n\n## B { style="color: red" }', [("blocked", 3, 'style="…"', "")]),
    "style of a paragraph": ('A\n\nB\n{: style="color: red" }', [("blocked", 3, 'style="…"', "")]),
    "handler": ('A <b OnClick="a()">b</b>', [("blocked", 1, 'onclick="…"', "link what it does")]),
    "handler in braces": ('[Our plan](index.md){ onclick="a()" }', [("blocked", 1, "onclick", "")]),
    "picture elsewhere": (f"A\n![A road]({SITE}.png)", [("blocked", 2, f'"{SITE}.png" is at', "content/images/")]),
    "picture elsewhere by reference": ("![A road][1]\n\n[1]: //example.org/a.png", [("blocked", 1, '"//example.org/a.png"', "")]),
    "HTML picture elsewhere": (f'<img alt="A road" src="{SITE}.png">', [("blocked", 1, SITE, "")]),
    "one of several pictures": (f'<img alt="A road" src="a.png" srcset="a.png 1x, {SITE}.png 2x">', [("blocked", 1, SITE, "")]),
    "video": ('<video src="a.mp4"><source src="//example.org/a"></video>', [("blocked", 1, "//example.org/a", "Put the file into content/")]),
    "recording": (f'<audio src="{SITE}"></audio>', [("blocked", 1, "other hosts", "Put the file into content/")]),
    "objects": ('<object data="a.pdf"></object>\n<embed src="a.pdf">', [("blocked", 1, "<object>", "document instead"), ("blocked", 2, "<embed>", "document instead")]),
    "form elsewhere": (f'<form action="{SITE}">\n</form>', [("blocked", 1, "another host", SITE)]),
    "script as a link": ('<a href="javascript:a()">Our plan</a>', [("blocked", 1, "javascript:", "Link to a page")]),
    # vague-link
    "click here": ("A\n[Click here!](index.md)", [("vague-link", 2, '"Click here!"', "not \"Click here!\"")]),
    "two on two lines": ("> - [here](index.md)\n>   [more…](index.md)", [("vague-link", 1, '"here"', ""), ("vague-link", 2, '"more…"', "")]),
    "in bold": ("**[Read more](index.md)**, [*this link*](index.md)", [("vague-link", 1, '"Read more"', ""), ("vague-link", 1, '"this link"', "")]),
    "in a cell": ("| A | B |\n|---|---|\n| 1 | [Details](index.md) |", [("vague-link", 3, '"Details"', "")]),
    "in a footnote": ("A[^1]\n\n[^1]: See [here](index.md).", [("vague-link", 3, '"here"', "")]),
    "by reference": ("A\n[find out\nmore][1]\n\n[1]: index.md", [("vague-link", 2, '"find out more"', "")]),
    "arrow": ("[→](index.md)", [("vague-link", 1, '"→"', "")]),
    "behind code on two lines": ("`a\nb` [here](index.md)", [("vague-link", 2, '"here"', "")]),
    "behind a title on two lines": ('[Our plan](index.md\n"x") [here](index.md)', [("vague-link", 2, '"here"', "")]),
    "no text": ("A [](index.md)", [("vague-link", 1, 'link to "index.md" has no words', "index.md")]),
    "decoration only": ('[![](a.png){ alt="" }](index.md)', [("vague-link", 1, "no words", "")]),
    "HTML link": ('<div>\n<a href="x/">click\nhere</a>\n</div>', [("vague-link", 2, '"click here"', "")]),
    "empty HTML link": ('A <a href="x/"></a>', [("vague-link", 1, 'link to "x/"', "")]),
    # bare-address
    "address in brackets": (f"A\n<{SITE}>", [("bare-address", 2, f'the link shows the web address "{SITE}"', "[words](address)")]),
    "address as words": (f"[{SITE}]({SITE})", [("bare-address", 1, SITE, "[words](address)")]),
    "address without scheme": (f"[www.example.org]({SITE}) [example.org/a.pdf]({SITE})", [("bare-address", 1, '"www.example.org"', ""), ("bare-address", 1, '"example.org/a.pdf"', "")]),
    "address in text": (f"See\n({SITE}?c=1&d=2), or www.example.org.", [("bare-address", 2, f'"{SITE}?c=1&d=2" stands in the text', "[words](address)"), ("bare-address", 2, '"www.example.org"', "")]),
    "address as footnote": (f"A[^1]\n\n[^1]: {SITE}", [("bare-address", 3, SITE, "")]),
    "address in HTML": (f"<div>\n{SITE}\n</div>", [("bare-address", 2, SITE, "")]),
    # headings
    "jump": ("## A\n\nB\n\n#### C", [("heading-jump", 5, '"C" is of level 4', "### C")]),
    "jump behind an underlined heading": ("A\n---\n\n#### C", [("heading-jump", 4, '"C"', "### C")]),
    "first too deep": ("A\n\n### B {#own}", [("heading-jump", 3, "the title of the page", "level 2: ## B")]),
    "jump once": ("## A\n#### B\n#### C\n##### D", [("heading-jump", 2, '"B"', "### B")]),
    "jump in HTML": ("## A\n\n<h4>B</h4>", [("heading-jump", 3, '"B"', "<h3>")]),
    "jump in a list": ("## A\n\n- B\n\n    #### C", [("heading-jump", 5, '"C"', "### C")]),
    "empty": ("## A\n\n##\n\nB", [("broken-heading", 3, "no words", "delete")]),
    "main heading in HTML": ("<h1>A</h1>", [("broken-heading", 1, "title as main heading", "<h2>")]),
    "no space": ("A\n#B\nC", [("broken-heading", 2, "begins with #", "space")]),
    # table-headers
    "empty header row": ("A\n\n|   |   |\n|---|---|\n| A | B |", [("table-headers", 3, "no header row", "| District | People |")]),
    "one header is empty": ("| A |  |\n|---|---|\n| 1 | 2 |", [("table-headers", 1, "cell 2", "column holds")]),
    "HTML table": ("A\n\n<table>\n<tr><td>A</td></tr>\n\n<tr><td>B</td></tr>\n</table>", [("table-headers", 3, "no header row", "<th>")]),
    "HTML header": ("<table>\n<tr><th>A</th>\n<th></th></tr>\n</table>", [("table-headers", 3, "cell 2", "")]),
    # capitals
    "three words": ("A\nplease DO NOT\nPARK here", [("capitals", 2, '"DO NOT PARK"', '"do not park"')]),
    "in bold and out": ("WE **MUST ACT**, now", [("capitals", 1, '"WE MUST ACT"', "")]),
    "with a short form": ("THE ANPR CAMERAS", [("capitals", 1, '"THE ANPR CAMERAS"', '"the ANPR cameras"')]),
    "heading": ("## OUR PLAN", [("capitals", 1, '"OUR PLAN"', '"Our plan"')]),
    "heading with a comma": ("## ANPR, CAMERAS", [("capitals", 1, '"ANPR, CAMERAS"', '"ANPR, cameras"')]),
    "header cell": ("| NAME OF GRANT |\n|---|\n| A |", [("capitals", 1, '"NAME OF GRANT"', "")]),
    "words of a link": ("[READ OUR PLAN](index.md)", [("capitals", 1, '"READ OUR PLAN"', "")]),
    # bold-as-heading
    "bold": ("## A\n\n**Our aims**\n\nB", [("bold-as-heading", 3, '"Our aims"', "### Our aims.")]),
    "bold before a list": ("__Our aims__\n\n- B", [("bold-as-heading", 1, '"Our aims"', "## Our aims.")]),
    "bold and slanted": ("***Our aims***{ .x }\n\nB", [("bold-as-heading", 1, '"Our aims"', "")]),
    "slanted": ("*Our aims*\n{: .x }\n\nB", [("bold-as-heading", 1, '"Our aims"', "")]),
    "with a colon": ("**Our aims:**\n\nB", [("bold-as-heading", 1, '"Our aims:"', "## Our aims.")]),
    "before a block": ("**Our aims**\n\n{{ measures() }}", [("bold-as-heading", 1, "", "")]),
    "bold in HTML": ("<p><b>Our aims</b></p>\n\nB", [("bold-as-heading", 1, '"Our aims"', "")]),
}  # fmt: skip

NOT_TOLD = {
    "words for pictures": "![Holmsea](Holmsea.png) ![ANPR](a.png) ![Map of the port](a.png) ![Photo of a road](a.png)",
    "decoration": '![](a.png){ alt="" } ![](a.png){: .x alt="" }\n\n![](a.png){ alt="" .x }',
    "HTML pictures": '<img src="a.png" alt=""> <img alt="A\nroad" src="a.png">',
    "pictures of the site": '<img src="a.png" srcset="a.png 1x, Holmsea.png 2x" alt="A road"> <img src="data:image/png;base64,//8=" alt="A road">',
    "words about what is blocked": "`<iframe>`, &lt;script>, the {style guide}, {one=1}\n\n    <iframe src=''></iframe>\n\n```\n<script></script>\n```",
    "sides of columns": "| A | B |\n|:--|--:|\n| 1 | 2 |",
    "comment about what is blocked": "<!-- <iframe></iframe> -->\n\nA",
    "links elsewhere": f'<a href="{SITE}">Our plan</a> [Our plan]({SITE})',
    "words for links": "[Read more about grants](index.md) [here in Holmsea](index.md) [Plan (PDF)](index.md) [More homes](index.md)",
    "pictures for links": '[![Home page](a.png)](index.md) <a href="x/"><img src="a.png" alt="Home page"></a>',
    "named link": '<a href="x/" aria-label="Home page"></a>',
    "anchors are no links": '<a id="a"></a><a name="b"></a>',
    "words for blocks": "[{{ plan.area }}](index.md)\n\n**{{ plan.title }} is ours.**",
    "mailboxes and telephones": "<a@example.org> [a@example.org](mailto:a@example.org) a@www.example.org [01632 960 001](tel:01632960001)",
    "names of sites": f"GOV.UK, legislation.gov.uk, [GOV.UK]({SITE}), and/or, e.g./i.e.",
    "addresses in references": f"[Our plan][1] and [1]\n\n[1]: {SITE}",
    "addresses in attributes": f'[Our plan](index.md){{ data-from="{SITE}" }} <b title="{SITE}">A</b>',
    "code": f"`{SITE}` ``[here](x) ![](y) IN ALL CAPITALS``\n\n    [here](x) IN ALL CAPITALS\n\nA",
    "fences": f"```\n[here](x) {SITE}\n#### A\n| | |\n|---|---|\n**A**\n\n```\n\n~~~text\n![](x)\nIN ALL CAPITALS\n#A\n~~~",
    "HTML code": "<pre>\nIN ALL CAPITALS\n</pre>\n\n<code>IN ALL CAPITALS</code>",
    "comments": f"<!-- [here](x)\n![](y)\n<img> {SITE} -->\n\nA {{{{# [here](x)\n#### A #}}}} B",
    "headings one by one": "## A\n### B\n#### C\n## D\n\nE\n---\n\n### F",
    "deep and back": "## A\n### B\n#### C\n##### D\n###### E\n## F",
    "picture as heading": "## ![Our aims](a.png)",
    "signs that are no headings": "A \\#1 B\n\\#1 C# # 2\n\n1. C#\n\n```\n#!/bin/sh\n```",
    "corner of a table": "|  | A |\n|---|---|\n| B |  |",
    "HTML tables": '<table><tr><th></th><th>A</th></tr><tr><td></td></tr></table>\n\n<table role="presentation"><tr><td>A</td></tr></table>',
    "row headers": '<table><tr><th scope="row">A</th><td>B</td></tr></table>',
    "two words": "DO NOT park, PLEASE",
    "short forms": "(AAA) (BBB) (CCC) ANPR NHS CCTV. AAA, BBB, CCC and AAA; BBB",
    "heading of one word": "## INTRODUCTION",
    "heading of short forms": "## ANPR NHS",
    "letters and numbers": "A B C D II III IV V LE1 2AB BW1 3CD 1 2 3",
    "bold within text": "**Our aims** are these.\n\n- **Safe roads**: B\n- **Calm streets**\n\n    C",
    "bold sentence": "**Nobody was hurt.**\n\nB\n\n**Why?**\n\nC\n\n**Dear resident,**\n\nD",
    "bold and long": "**One two three four five six seven eight nine ten eleven twelve thirteen**\n\nB",
    "bold words into a list": "**We will:**\n\n- A\n- B",
    "signature": "A\n\n**Jo Smith**\n\n**Commissioner**",
    "signature before a heading": "A\n\n**Jo Smith**\n\n## B\n\nC",
    "who said it": "> A\n\n**Jo Smith, Holmsea**\n\nB",
    "caption": "![A road](a.png)\n\n*The port in 2026*\n\nB\n\n| A |\n|---|\n| 1 |\n\n*Source: our survey*\n\nC",
    "bold link": "**[The budget](index.md)**\n\nB",
    "bold term": "**Burglary**\n:   A crime\n\n**Theft**\n\n:   Another\n\nA",
    "footnote of one word": "A[^1] and[^2]\n\n[^1]: Source\n[^2]: B",
}  # fmt: skip

# file, old, new, lines from the change to the problem, code, words of the message; code "" for none
IN_RECORDS = {
    "address in prose": (ROADS, "summary: Fewer", f"summary: <{SITE}> Fewer", 0, "bare-address", SITE),
    "address in a line": (ROADS, "title: Slow", f"title: Slow {SITE}", 0, "bare-address", SITE),
    "link": (GRANTS, "Volunteers check speeds.", f"Ask [here]({SITE}).", 0, "vague-link", '"here"'),
    "link in a block": (GRANTS, "Volunteers check speeds.", f"|\n      A\n\n      [here]({SITE})", 0, "vague-link", '"here"'),
    "picture": (PLAN, "What we will do.", '"![](a.png)"', 0, "missing-alt", "says nothing"),
    "picture elsewhere": (PLAN, "What we will do.", f'"![A road]({SITE}.png)"', 0, "blocked", f'"{SITE}.png"'),
    "words about HTML": (WORDS, "meaning: Cameras", "meaning: A < b > c, style=1. Cameras", 0, "", ""),
    "capitals": (REPORT, "We checked 12 roads.", "WE CHECKED ROADS.", 0, "capitals", '"WE CHECKED ROADS"'),
    "title in capitals": (ROADS, "title: Calm streets", "title: CALM STREETS", 0, "capitals", '"CALM STREETS"'),
    "words behind an address": (GRANTS, "Volunteers check speeds.", f"Ask [the trust]({SITE}).", 0, "", ""),
    "web address where one belongs": (PLAN, "email: plan@example.org", f"url: {SITE}", 0, "", ""),
    "post town": (PLAN, "email: plan@example.org", "address: NEWCASTLE UPON TYNE", 0, "", ""),
    "short form": (WORDS, "term: ANPR", "term: ANPR CCTV NHS", 0, "", ""),
    "organisation": (PEOPLE, "name: Testshire Police", "name: THE POLICE TRUST", 0, "", ""),
    "title of one word": (ROADS, "title: Calm streets", "title: CALM", 0, "", ""),
    "two words in capitals": (ASKED, "said: Cars are", "said: Cars are FAR TOO", 0, "", ""),
}  # fmt: skip


def problems_of(folder: Path, file: str) -> list[Problem]:
    return [problem for problem in check_plan(load_plan(folder), ON) if problem.place.file == file]


def write_chapter(folder: Path, text: str, top: str = "---\ntitle: Words\ndescription: A\n---\n") -> None:
    for name in ("a.png", "Holmsea.png", "road-map_2.png"):
        (folder / "content" / name).touch()
    (folder / CHAPTER).write_bytes((top + text).encode())


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_told(small_plan: Path, text: str, told: list[tuple[str, int, str, str]]) -> None:
    write_chapter(small_plan, text)
    problems = problems_of(small_plan, CHAPTER)
    places = [(problem.code, problem.place.line) for problem in problems]
    assert places == [
        (code, FIRST_LINE + line - 1) for code, line, _, _ in sorted(told, key=lambda one: one[1])
    ]
    for code, _, message, mend in told:
        assert any(
            problem.code == code and message in problem.message and mend in problem.mend
            for problem in problems
        ), (message, mend, problems)


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_not_told(small_plan: Path, text: str) -> None:
    write_chapter(small_plan, text)
    found = problems_of(small_plan, CHAPTER)
    assert [problem for problem in found if problem.code != "unexplained-acronym"] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "below", "code", "message"), IN_RECORDS.values(), ids=IN_RECORDS
)
def test_in_records(  # noqa: PLR0913, PLR0917  # the columns of its table
    small_plan: Path, change: Change, file: str, old: str, new: str, below: int, code: str, message: str
) -> None:
    line = change(file, old, new) + below
    found = problems_of(small_plan, file)
    assert [(problem.code, problem.place.line) for problem in found] == [(code, line)] * bool(code)
    assert all(message in problem.message for problem in found)


@pytest.mark.parametrize("top", ["title: OUR PLAN", "title: A\ndescription: THIS IS OURS"])
def test_first_lines_of_a_chapter(small_plan: Path, top: str) -> None:
    write_chapter(small_plan, "A", f"---\n{top}\n---\n")
    (problem,) = problems_of(small_plan, CHAPTER)
    assert (problem.code, problem.place.line) == ("capitals", 1)


def test_lines_are_those_of_the_file(small_plan: Path) -> None:
    top = "---\r\ntitle: A\r\nsection: about\r\norder: 3\r\n---\r\n"
    text = "\r\nA `b\r\nc`\r\nd {{ measures(\r\n) }} {{# e\r\n #}} [f](index.md)\r\n[here](index.md)\r\n\r\n![](a.png)\r\n"
    write_chapter(small_plan, text, top)
    places = [(problem.code, problem.place.line) for problem in problems_of(small_plan, CHAPTER)]
    assert places == [("vague-link", 12), ("missing-alt", 14)]


def test_the_record_is_named(small_plan: Path, change: Change) -> None:
    change(GRANTS, "Volunteers check speeds.", f"See {SITE}")
    (problem,) = check_plan(load_plan(small_plan), ON)
    assert str(problem).startswith('data/grants.yml:4:5: warning: grant "village-watch": the web address')


def test_told_where_another_file_cannot_be_read(small_plan: Path, change: Change) -> None:
    change(GRANTS, "amount: ", "amount: £")
    write_chapter(small_plan, "[here](index.md)")
    _, problems = check_folder(small_plan, ON)
    assert [problem.code for problem in problems] == ["vague-link", "wrong-value"]


def test_what_some_readers_cannot_use_is_an_error_and_what_may_be_meant_a_warning(small_plan: Path) -> None:
    write_chapter(
        small_plan, f"#### A\n\n![](a.png) [here](index.md)\n\n| |\n|---|\n| {SITE} |\n\n**A**\n\nDO NOT PARK"
    )
    found = {problem.code: problem.severity for problem in problems_of(small_plan, CHAPTER)}
    errors = dict.fromkeys(("heading-jump", "missing-alt", "vague-link", "table-headers"), Severity.ERROR)
    assert found == errors | dict.fromkeys(("bare-address", "bold-as-heading", "capitals"), Severity.WARNING)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('![](a.png){ alt="" }', '<p><img alt="" src="a.png" /></p>'),
        ("A\n#B", '<p>A</p>\n<h1 id="b">B</h1>'),
        ("A\n\\#B", "<p>A\n#B</p>"),
    ],
)
def test_what_the_mends_promise_is_how_chapters_are_made(written: str, made: str) -> None:
    assert markdown.markdown(written, extensions=["attr_list", "tables", "toc"]) == made
