"""Blocks of the HTML of a chapter: what a translator is given, and what comes back into its place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import etree, html
from lxml.html import HtmlElement
from plainplan.language import Mark
from plainplan.translation.chapters import said, words_of
from plainplan.translation.runs import UnfitError, runs

from tests.render.test_foreign import with_marks


@dataclass(frozen=True)
class _Block:
    """HTML, the texts a translator is given, what they say instead (in the same order), and the HTML then."""

    html: str
    given: tuple[str, ...]
    said: tuple[str, ...]
    then: str


_NOTE = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
_BACK = '<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1">back</a>'
BLOCKS = {
    "a paragraph": _Block("<p>Roads</p>", ("Roads",), ("Ffyrdd",), "<p>Ffyrdd</p>"),
    "white space": _Block("<p> Our\n  roads </p>", ("Our roads",), ("Ein ffyrdd",), "<p>Ein ffyrdd</p>"),
    "a link": _Block(
        '<p>See <a href="x">it</a>.</p>',
        ("See <1>it</1>.",),
        ("Gweler <1>ef</1>.",),
        '<p>Gweler <a href="x">ef</a>.</p>',
    ),
    "tags in another order": _Block(
        "<p><b>One</b> and <i>two</i>.</p>",
        ("<1>One</1> and <2>two</2>.",),
        ("<2>Dau</2> ac <1>un</1>.",),
        "<p><i>Dau</i> ac <b>un</b>.</p>",
    ),
    "tags inside of tags": _Block(
        '<p><a href="x">the <em>old</em> road</a></p>',
        ("<1>the <2>old</2> road</1>",),
        ("<1>yr <2>hen</2> ffordd</1>",),
        '<p><a href="x">yr <em>hen</em> ffordd</a></p>',
    ),
    "tags turned inside out": _Block(
        "<p><a><em>old</em> road</a></p>",
        ("<1><2>old</2> road</1>",),
        ("<2>hen <1>ffordd</1></2>",),
        "<p><em>hen <a>ffordd</a></em></p>",
    ),
    "a tag without words": _Block(
        '<p>Before<br>after <img src="a">.</p>',
        ("Before<1/>after <2/>.",),
        ("<2/> wedyn<1/>cyn.",),
        '<p><img src="a"> wedyn<br>cyn.</p>',
    ),
    "words round a list inside of an item": _Block(
        "<ul><li>First<ul><li>inner</li></ul>last</li></ul>",
        ("First", "inner", "last"),
        ("Cyntaf", "mewnol", "olaf"),
        "<ul><li>Cyntaf<ul><li>mewnol</li></ul>olaf</li></ul>",
    ),
    "tags round a list inside of an item": _Block(
        "<ul><li><b>A</b> a<ul><li>b</li></ul><i>C</i> c</li></ul>",
        ("<1>A</1> a", "b", "<1>C</1> c"),
        ("x <1>X</1> x", "y", "z <1>Z</1>"),
        "<ul><li>x <b>X</b> x<ul><li>y</li></ul>z <i>Z</i></li></ul>",
    ),
    "a table": _Block(
        "<table><tr><th>Year</th><td>2026</td><td>Late</td></tr></table>",
        ("Year", "Late"),
        ("Blwyddyn", "Hwyr"),
        "<table><tr><th>Blwyddyn</th><td>2026</td><td>Hwyr</td></tr></table>",
    ),
    "the sign of a footnote": _Block(
        f"<p>Roads{_NOTE} are safe.</p>",
        ("Roads<1/> are safe.",),
        ("Mae ffyrdd yn ddiogel<1/>.",),
        f"<p>Mae ffyrdd yn ddiogel{_NOTE}.</p>",
    ),
    "a footnote": _Block(
        f"<ol><li><p>By law. {_BACK}</p></li></ol>",
        ("By law. <1/>",),
        ("Yn ôl y gyfraith. <1/>",),
        f"<ol><li><p>Yn ôl y gyfraith. {_BACK}</p></li></ol>",
    ),
    "entities": _Block(
        "<p>Tom &amp; Jo: 1 &lt; 2&nbsp;km</p>",
        ("Tom &amp; Jo: 1 &lt; 2 km",),
        ("Tom &amp; Jo: 2 &gt; 1 km",),
        "<p>Tom &amp; Jo: 2 &gt; 1 km</p>",
    ),
    "a sign < that is no tag": _Block(
        "<p>If a &lt;1&gt; b</p>", ("If a &lt;1&gt; b",), ("Os a &lt;1&gt; b",), "<p>Os a &lt;1&gt; b</p>"
    ),
    "attributes": _Block(
        '<p>A <img alt="A road" src="a"></p>',
        ("A <1/>", "A road"),
        ("Â <1/>", "Ffordd"),
        '<p>Â <img alt="Ffordd" src="a"></p>',
    ),
    "code that stands alone": _Block(
        "<pre>Do it</pre><p>Now</p>", ("Now",), ("Nawr",), "<pre>Do it</pre><p>Nawr</p>"
    ),
    "drawings": _Block(
        "<svg><text>A</text></svg><p>B</p>", ("B",), ("Y",), "<svg><text>A</text></svg><p>Y</p>"
    ),
    "figures alone": _Block("<p>12</p><p>…</p>", (), (), "<p>12</p><p>…</p>"),
    "a place for a block of data": _Block(
        "<p>plainplan-block-0-</p><p>A plainplan-block-1-</p>",
        ("A plainplan-block-1-",),
        ("plainplan-block-1- Y",),
        "<p>plainplan-block-0-</p><p>plainplan-block-1- Y</p>",
    ),
    "a comment": _Block("<p>A<!-- no --></p>", ("A",), ("Y",), "<p>Y</p>"),
}


@pytest.mark.parametrize("case", BLOCKS.values(), ids=BLOCKS)
def test_given_and_put_back(case: _Block) -> None:
    assert tuple(words_of(case.html)) == case.given
    answers = dict(zip(case.given, case.said, strict=True))
    assert said(case.html, answers.__getitem__) == case.then


@pytest.mark.parametrize("case", BLOCKS.values(), ids=BLOCKS)
def test_the_source_said_again_is_the_same(case: _Block) -> None:
    """But for white space and comments."""
    again = said(case.html, lambda words: words)
    assert _plain(again) == _plain(case.html)
    assert said(again, lambda words: words) == again


def _plain(content: str) -> str:
    root = html.fragment_fromstring(content, create_parent="div")
    etree.strip_tags(root, etree.Comment)
    return (
        " ".join(etree.tostring(root, encoding="unicode", method="html").split())
        .replace("> ", ">")
        .replace(" <", "<")
    )


UNFIT = {
    "lost": "Gweler ef.",
    "not closed": "Gweler <1>ef.",
    "never opened": "Gweler ef</1>.",
    "unknown": "Gweler <2>ef</2>.",
    "one too many": "<1>Gweler</1> <2>ef</2>.",
    "twice": "<1>Gweler</1> <1>ef</1>.",
    "across another": "<1>Gweler <2>hen</1> ffordd</2>.",
}
_SOURCE = {
    name: "<p>See <a>the <em>old</em></a>.</p>" if name == "across another" else "<p>See <a>it</a>.</p>"
    for name in UNFIT
}


@pytest.mark.parametrize("name", UNFIT)
def test_unfit_tags_leave_the_block_as_it_was(name: str) -> None:
    root: HtmlElement = html.fragment_fromstring(_SOURCE[name], create_parent="div")
    before = etree.tostring(root)
    [run] = runs(root)
    with pytest.raises(UnfitError):
        run.say(UNFIT[name])
    assert etree.tostring(root) == before
    assert said(_SOURCE[name], lambda words: UNFIT[name]) == _SOURCE[name].replace(
        "<p>", f"<p>{Mark.MISSING}"
    ).replace("</p>", with_marks("]</p>"))


def test_runs_are_said_from_the_end() -> None:
    """What is said before a list changes how many children stand before what follows it."""
    content = "<div>a <b>b</b> <i>c</i><ul><li>d</li></ul>e <b>f</b></div>"
    answers = {"a <1>b</1> <2>c</2>": "<2>C</2><1>B</1>", "d": "D", "e <1>f</1>": "<1>F</1> E"}
    then = "<div><i>C</i><b>B</b><ul><li>D</li></ul><b>F</b> E</div>"
    assert said(content, answers.__getitem__) == then


MARKED = {
    "missing": (Mark.MISSING, "<p>[m:See <b>it</b>.]</p>"),
    "stale": (Mark.STALE, "<p>[s:See <b>it</b>.]</p>"),
}


@pytest.mark.parametrize("mark, expected", MARKED.values(), ids=MARKED)
def test_blocks_without_words_are_marked(mark: Mark, expected: str) -> None:
    assert said("<p>See <b>it</b>.</p>", lambda words: mark) == with_marks(expected)


def test_attributes_without_words_are_marked() -> None:
    told = said('<p><img alt="A road"></p>', lambda words: Mark.MISSING)
    assert told == with_marks('<p><img alt="[m:A road]"></p>')
