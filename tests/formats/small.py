"""A small page of a site with all that pages hold, to make files of."""

from __future__ import annotations

from pathlib import Path

from plainplan.formats.document import Document, read_document
from plainplan.formats.templates import templates
from plainplan.language import Language
from plainplan.translation.languages import interface_catalogue

from tests.sites import ROOT

TEMPLATES = templates(ROOT / "overrides" / "fragments")
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
)
PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>t</title>
<meta name="description" content="About &amp; why">
<link rel="canonical" href="https://plan.example.org/{language}/page/">
</head><body><div class="pp-notice"><p><strong>Notice.</strong>
Invented, see <a href="../about/">about</a>.</p></div>
<span class="pp-name__body">Office &lt;Testshire&gt;</span>
<span class="pp-name__plan">Safer Testshire</span>
<main><article><h1 id="top">{title}</h1><p>First words, with <a href="#tables">a link within</a>,
<a href="../money/">one to the site</a> and <a href="https://example.org/?a=1&amp;b=2">one away</a>.</p>
<h2 id="lists">{lists}</h2>
<ul><li>One<ul><li>Nested</li></ul></li><li id="second"><p>Two</p><p>More of two</p></li></ul>
<ol><li>First step</li><li>Second step</li></ol>
<dl><dt id="term">Term</dt><dd>Meaning, see <a href="#second">second</a></dd></dl>
<details class="pp-grant" open><summary>Why<span class="pp-hidden">: the grant</span></summary>
<p>Because.</p></details>
<section><h3>Parts in other languages</h3>
<p lang="cy" dir="ltr">Bore da, gyfeillion</p>
<p>Told as <span lang="ur" dir="rtl">خوش آمدید</span> here,
call <bdi dir="ltr">01632 960101</bdi>.</p></section>
<h2 id="tables">Tables</h2>
<div class="pp-table" role="region" aria-label="Money" tabindex="0"><table class="pp-data">
<caption>Money by year</caption>
<thead><tr><th scope="col">Line</th><th scope="col" class="pp-amount">2026</th></tr></thead>
<tbody><tr><th scope="row">Officers</th>
<td class="pp-amount" data-label="2026">\u2066£1,200\u2069</td></tr></tbody>
<tfoot><tr><th scope="row">Total</th><td class="pp-amount">\u2066£3,400\u2069</td></tr></tfoot></table></div>
<p>See <a href="#term">the term</a>.<br>Status: <span class="pp-status pp-status--late">Late</span></p>
<h2 id="pictures">Pictures</h2>
<div class="pp-figure">
<svg class="pp-chart" viewbox="0 0 290 100" direction="ltr" role="img" aria-label="Chart: harm">
<desc>A line that falls.</desc>
<g class="pp-line"><path d="M0,0L90,90"></path></g><g class="pp-tick"
><text x="5" y="20" text-anchor="end" direction="rtl">ہدف</text></g></svg>
<p class="pp-figure__says">From 9 to 4.</p></div>
<p><img src="../images/farm.svg" alt="Two officers at a farm"> <img src="../images/farm.svg" alt=""></p>
</article></main><footer><time datetime="2026-11-23">then</time></footer></body></html>
"""
LANGUAGES = {
    "en": Language(),
    "ur": Language(tag="ur", direction="rtl", locale="ur", interface=interface_catalogue("ur")),
    "pa": Language(tag="pa", locale="pa", interface=interface_catalogue("pa")),
}
WORDS = {
    "en": ("How we work", "Lists & <more>"),
    "ur": ("ہم کیسے کام کرتے ہیں", "فہرستیں"),
    "pa": ("ਅਸੀਂ ਕਿਵੇਂ ਕੰਮ ਕਰਦੇ ਹਾਂ", "ਸੂਚੀਆਂ"),
}


def small(folder: Path, language: str, page: str = PAGE) -> Document:
    """The small page, as a finished page of the edition in a language."""
    title, lists = (words.replace("&", "&amp;").replace("<", "&lt;") for words in WORDS[language])
    direction = LANGUAGES[language].direction
    (folder / "page").mkdir(parents=True, exist_ok=True)
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "farm.svg").write_text(PICTURE)
    told = page.format(language=language, direction=direction, title=title, lists=lists)
    (folder / "page" / "index.html").write_text(told, encoding="utf-8")
    return read_document(folder, "page")
