"""Where the HTML says that words are in another language, and how many parts it counts.

In the cases `[m:` begins words that are missing, `[s:` those that are stale and `[i:` words of the product;
`]` ends them. In what is expected `lang=m` stands for the attributes, and `dir` where there is a direction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from plainplan.language import Mark, is_marked, marked
from plainplan.language.marks import END
from plainplan.render.foreign import Counts, tell

_LETTERS = {"m": Mark.MISSING, "s": Mark.STALE, "i": Mark.INTERFACE}


class _Short:
    """Says it in few letters."""

    def attributes(self, mark: Mark, has_direction: bool) -> str:
        return f" lang={mark.name[0].lower()}{' dir' if has_direction else ''} "

    def span(self, mark: Mark, words: str) -> str:
        return f"<span{self.attributes(mark, True).rstrip()}>{words}</span>"


SHORT = _Short()


def with_marks(text: str) -> str:
    """The text with real marks."""
    begun = re.sub(r"\[([msi]):", lambda found: _LETTERS[found[1]].value, text)
    return begun.replace("]", END)


@dataclass(frozen=True)
class _Case:
    """HTML with marks, what becomes of it, and the parts that are missing and stale."""

    html: str
    expected: str
    missing: int = 0
    stale: int = 0


WHOLE = {
    "a paragraph": _Case("<p>[m:Roads]</p>", "<p lang=m dir>Roads</p>", 1),
    "white space round it": _Case("<p>\n [m:Roads] \n</p>", "<p lang=m dir>\n Roads \n</p>", 1),
    "a paragraph with attributes": _Case('<p class="a">[s:R]</p>', '<p class="a" lang=s dir>R</p>', 0, 1),
    "a heading": _Case('<h2 id="r">[m:Roads]</h2>', '<h2 id="r" lang=m dir>Roads</h2>', 1),
    "a list item": _Case("<ul><li>[m:A]</li><li>B</li></ul>", "<ul><li lang=m dir>A</li><li>B</li></ul>", 1),
    "a cell": _Case("<td>[s:A]</td><td>1</td>", "<td lang=s dir>A</td><td>1</td>", 0, 1),
    "the head of a row": _Case('<th scope="row">[m:A]</th>', '<th scope="row" lang=m dir>A</th>', 1),
    "a caption": _Case("<caption>[m:A]</caption>", "<caption lang=m dir>A</caption>", 1),
    "the caption of a figure": _Case(
        "<figcaption>[m:A]</figcaption>", "<figcaption lang=m dir>A</figcaption>", 1
    ),
    "a term": _Case("<dt>[m:A]</dt><dd>[m:B]</dd>", "<dt lang=m dir>A</dt><dd lang=m dir>B</dd>", 2),
    "a summary": _Case("<summary>[m:A]</summary>", "<summary lang=m dir>A</summary>", 1),
    "a button": _Case("<button>[i:Open]</button>", "<button lang=i dir>Open</button>"),
    "an option": _Case('<option value="a">[m:A]</option>', '<option value="a" lang=m dir>A</option>', 1),
    "the title of the window": _Case("<title>[m:Roads]</title>", "<title lang=m dir>Roads</title>", 1),
    "text of a drawing": _Case(
        '<svg><text x="1">[m:A]</text></svg>', '<svg><text x="1" lang=m>A</text></svg>', 1
    ),
    "the description of a drawing": _Case(
        "<svg><desc>[s:A]</desc></svg>", "<svg><desc lang=s>A</desc></svg>", 0, 1
    ),
    "a paragraph that is one link": _Case(
        '<p><a href="x">[m:A]</a></p>', '<p lang=m dir><a href="x">A</a></p>', 1
    ),
    "with a tag inside": _Case(
        "<p>[m:See <em>the</em> budget]</p>", "<p lang=m dir>See <em>the</em> budget</p>", 1
    ),
    "with a void tag inside": _Case("<p>[m:A<br>B]</p>", "<p lang=m dir>A<br>B</p>", 1),
    "figures beside it": _Case("<td>[m:Roads] 12</td>", "<td lang=m dir>Roads 12</td>", 1),
    "two parts of one paragraph": _Case("<p>[m:A] [m:B]</p>", "<p lang=m dir>A B</p>", 1),
    "two paragraphs": _Case("<p>[m:A]</p><p>[s:B]</p>", "<p lang=m dir>A</p><p lang=s dir>B</p>", 1, 1),
}
PART = {
    "part of a paragraph": _Case(
        "<p>Mae [m:Roads] yma</p>", "<p>Mae <span lang=m dir>Roads</span> yma</p>", 1
    ),
    "twice": _Case(
        "<p>[m:A] a [s:B]</p>", "<p><span lang=m dir>A</span> a <span lang=s dir>B</span></p>", 1, 1
    ),
    "a link": _Case(
        '<p>Gweler <a href="x">[m:roads]</a>.</p>', '<p>Gweler <a href="x" lang=m dir>roads</a>.</p>', 1
    ),
    "part of a link": _Case(
        '<a href="x">y [m:roads]</a>', '<a href="x">y <span lang=m dir>roads</span></a>', 1
    ),
    "emphasis inside a link": _Case(
        "<p>a <a><em>[m:B]</em></a></p>", "<p>a <a lang=m dir><em>B</em></a></p>", 1
    ),
    "an item before a list inside of it": _Case(
        "<li>[m:A]<ul><li>b</li></ul></li>", "<li><span lang=m dir>A</span><ul><li>b</li></ul></li>", 1
    ),
    "not in any element": _Case("[m:A]", "<span lang=m dir>A</span>", 1),
    "in a division": _Case("<div>[m:A]</div>", "<div><span lang=m dir>A</span></div>", 1),
    "figures alone": _Case("<p>[m:12.5]</p>", "<p>12.5</p>"),
    "nothing at all": _Case("<p>[m:]</p>", "<p></p>"),
}
WORDS_ALONE = {
    "part of the title of the window": _Case("<title>[m:A] - a</title>", "<title>A - a</title>"),
    "a title of two languages": _Case("<title>[i:Page] [m:Roads]</title>", "<title>Page Roads</title>"),
    "part of an option": _Case("<option>[m:A] a</option>", "<option>A a</option>"),
    "part of a field": _Case("<textarea>[s:A] a</textarea>", "<textarea>A a</textarea>"),
    "a whole field": _Case("<textarea>[s:A]</textarea>", "<textarea lang=s dir>A</textarea>", 0, 1),
    "part of a text of a drawing": _Case("<svg><text>[m:A] a</text></svg>", "<svg><text>A a</text></svg>"),
    "a line of a text of a drawing": _Case(
        "<svg><text><tspan>[m:A]</tspan><tspan>a</tspan></text></svg>",
        "<svg><text><tspan lang=m>A</tspan><tspan>a</tspan></text></svg>",
        1,
    ),
    "part of the title of a drawing": _Case(
        "<svg><title>[m:A] a</title><desc>a [m:B]</desc></svg>",
        "<svg><title>A a</title><desc>a B</desc></svg>",
    ),
    "beside a title": _Case(
        "<title>[m:A] a</title><p>[m:A] a</p>", "<title>A a</title><p><span lang=m dir>A</span> a</p>", 1
    ),
}
"""Where no element can stand inside: there a part goes without, and is not counted."""
NESTED = {
    "a name inside a sentence": _Case(
        "<p>[i:To [m:the trust] in May]</p>",
        "<p><span lang=i dir>To </span><span lang=m dir>the trust</span><span lang=i dir> in May</span></p>",
        1,
    ),
    "a block of the plan beside words of the product": _Case(
        "<li><a>[m:A]</a> <b>[i:B]</b></li>", "<li><a lang=m dir>A</a> <b lang=i dir>B</b></li>", 1
    ),
    "changed and missing words of the plan": _Case("<p>[s:A] [m:B]</p>", "<p lang=s dir>A B</p>", 0, 1),
    "the same mark inside": _Case("<p>[m:A [m:B] C]</p>", "<p lang=m dir>A B C</p>", 1),
    "after the inner one the outer one goes on": _Case(
        "<p>ni [i:A [i:B] C] ni</p>",
        "<p>ni <span lang=i dir>A </span><span lang=i dir>B</span><span lang=i dir> C</span> ni</p>",
    ),
    "several blocks": _Case("[s:<p>A</p><p>B</p>]", "<p lang=s dir>A</p><p lang=s dir>B</p>", 0, 2),
    "several items": _Case(
        "<ul>[m:<li>A</li> <li>B</li>]</ul><p>ni</p>",
        "<ul><li lang=m dir>A</li> <li lang=m dir>B</li></ul><p>ni</p>",
        2,
    ),
    "an end without a beginning": _Case("<p>A]</p>", "<p>A</p>"),
}
ATTRIBUTES = {
    "the words for an image": _Case(
        '<img src="x" alt="[m:A road]">', '<img src="x" alt="A road" lang=m dir>'
    ),
    "an image that closes itself": _Case('<img alt="[s:A]" />', '<img alt="A" lang=s dir/>'),
    "the place of a field": _Case('<input placeholder="[i:Find]">', '<input placeholder="Find" lang=i dir>'),
    "the name of a drawing": _Case('<svg aria-label="[m:A]"></svg>', '<svg aria-label="A" lang=m></svg>'),
    "an element that has words": _Case('<a title="[m:A]">gair</a>', '<a title="A">gair</a>'),
    "an attribute no reader is told": _Case('<img data-a="[m:A]" alt="b">', '<img data-a="A" alt="b">'),
    "a language that is said already": _Case('<p lang="en">[m:A]</p>', '<p lang="en">A</p>', 1),
    "a sign > in an attribute": _Case('<img alt="[m:A > B]">', '<img alt="A > B" lang=m dir>'),
}
LEFT_ALONE = {
    "a script": _Case("<script>[m:A]<p></script><p>b</p>", "<script>A<p></script><p>b</p>"),
    "a style": _Case("<style>[m:A]</style>", "<style>A</style>"),
    "a comment": _Case("<!-- [m:A <p>] --><p>b</p>", "<!-- A <p> --><p>b</p>"),
    "a script beside words": _Case(
        "<p>[s:A]</p><script>a</script>", "<p lang=s dir>A</p><script>a</script>", 0, 1
    ),
}
CASES = {
    f"{kind}: {name}": case
    for kind, cases in {
        "whole": WHOLE,
        "part": PART,
        "words alone": WORDS_ALONE,
        "nested": NESTED,
        "attribute": ATTRIBUTES,
        "left alone": LEFT_ALONE,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_becomes_of_marks(case: _Case) -> None:
    told, counts = tell(with_marks(case.html), SHORT)
    assert told == case.expected
    assert counts == Counts(case.missing, case.stale)
    assert counts.all == case.missing + case.stale


@pytest.mark.parametrize(
    "html",
    ["", "<p>A</p>", "<P Class=a>A &amp; <b>B</B>", "a < b", "<p>A<!-- <p> --></p>\r\n", '<p lang="cy">A'],
)
def test_without_marks_not_a_sign_changes(html: str) -> None:
    told, counts = tell(html, SHORT)
    assert told is html
    assert counts == Counts()


@pytest.mark.parametrize("html", [case.html for case in CASES.values()], ids=CASES)
def test_no_mark_is_left_and_what_was_told_stays(html: str) -> None:
    told, _ = tell(with_marks(html), SHORT)
    assert not is_marked(told)
    assert tell(told, SHORT) == (told, Counts())


def test_marks_inside_of_marks_are_dropped_when_words_are_marked() -> None:
    inner = marked("the trust", Mark.MISSING)
    assert marked(f"Paid to {inner}", Mark.STALE) == f"{Mark.STALE}Paid to the trust{END}"
