"""A small page of the site in each script, and its PDFs."""

from __future__ import annotations

import functools
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest
from plainplan.formats.document import Document, read_document
from plainplan.formats.pdf import LAYOUTS, Made, make_pdf
from plainplan.language import ENGLISH, Language, speaking

TEMPLATES = Path(__file__).parents[3] / "overrides" / "fragments"
ACCENT = "#123a73"
PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'


@dataclass(frozen=True)
class Sample:
    """Words of one language. Each is looked for in what is copied out of its PDFs."""

    language: str
    direction: str
    heading: str
    words: str
    cells: tuple[str, str, str]


SAMPLES = {
    sample.language: sample
    for sample in (
        Sample(
            "en",
            "ltr",
            "Safer roads",
            "People told us that traffic is their first worry. We listened, and £1.2 million follows.",
            ("Council", "£83,700", "Village gates"),
        ),
        Sample(
            "cy",
            "ltr",
            "Tŷ a dŵr",
            "Mae’r gŵr yn y tŷ wrth y dŵr, ac ŷd ŵyn Ŵ Ŷ ẁ ẃ ẅ ỳ. Cŵyn, llŷn, sgŵâr, brôn, gêm, cïaidd.",
            ("Cyngor", "£83,700", "Giât y pentref"),
        ),
        Sample(
            "pl",
            "ltr",
            "Źdźbło i łąka",
            "Zażółć gęślą jaźń. Mieszkańcy Łodzi chcą bezpiecznych dróg, ścieżek i ćwiczeń.",
            ("Rada", "83 700 £", "Bramy wsi"),
        ),
        Sample(
            "ur",
            "rtl",
            "محفوظ سڑکیں",
            "پولیس اور جرائم کا منصوبہ ہم لوگوں کو محفوظ رکھنے کے لیے بناتے ہیں ثابت ٹکٹ ڈاکٹر گھر ژالہ ضلع",
            ("کونسل", "رقم", "گاؤں"),
        ),
        Sample(
            "pa",
            "ltr",
            "ਸੁਰੱਖਿਅਤ ਸੜਕਾਂ",
            "ਪੁਲਿਸ ਅਤੇ ਅਪਰਾਧ ਯੋਜਨਾ ਲੋਕਾਂ ਨੂੰ ਸੁਰੱਖਿਅਤ ਰੱਖਣ ਲਈ ਕਮਿਸ਼ਨਰ ਪ੍ਰਗਤੀ ਸਿਹਤ ਜ਼ਿਲ੍ਹਾ ਫ਼ੈਸਲਾ",
            ("ਕੌਂਸਲ", "ਰਕਮ", "ਪਿੰਡ"),
        ),
        Sample(
            "gu",
            "ltr",
            "સુરક્ષિત રસ્તા",
            "પોલીસ અને ગુના યોજના લોકોને સુરક્ષિત રાખવા પ્રગતિ જિલ્લો વિસ્તાર ક્ષેત્ર સ્ત્રી દ્વારા શ્રી જ્ઞાન",
            ("પરિષદ", "રકમ", "ગામ"),
        ),
        Sample(
            "bn",
            "ltr",
            "নিরাপদ সড়ক",
            "পুলিশ ও অপরাধ পরিকল্পনা মানুষকে নিরাপদ রাখতে কমিশনার অগ্রগতি স্বাস্থ্য ক্ষেত্র জ্ঞান",
            ("পরিষদ", "টাকা", "গ্রাম"),
        ),
    )
}
ROWS = 24
"""More than fit on a page."""


def page(sample: Sample) -> str:
    """The page as the site has it: see overrides/main.html."""
    rows = "".join(
        f'<tr><th scope="row">{sample.cells[0]} r{number}</th><td class="pp-amount">{sample.cells[1]}</td>'
        f"<td>{sample.cells[2]} {sample.words} e{number}</td></tr>"
        for number in range(1, ROWS + 1)
    )
    return f"""<!doctype html><html lang="{sample.language}" dir="{sample.direction}"><head>
<meta charset="utf-8"><title>x</title><meta name="description" content="{sample.heading}">
<link rel="canonical" href="https://plan.example.org/whole-plan/"></head><body>
<header><span class="pp-name__plan">{sample.heading}</span>
<span class="pp-name__body">{sample.cells[0]}</span></header>
<div class="pp-notice"><p><strong>{sample.cells[0]}</strong> {sample.cells[2]}</p></div>
<article><h1>{sample.heading}</h1><div class="pp-text"><div class="pp-whole">
<div class="pp-whole-contents"><h2 id="contents">Contents</h2></div>
<section class="pp-whole-section"><h2 id="one">{sample.heading}</h2>
<p>{sample.words}</p>
<p lang="en">This is not <a href="../measures/">translated <strong>yet</strong></a>,
see <a href="#two">below</a>.</p>
<ul><li>{sample.words}</li><li><p>{sample.cells[0]}</p><ul><li>{sample.cells[2]}</li></ul></li></ul>
<ol><li>{sample.cells[1]}</li></ol>
<p><span class="pp-status pp-status--on-track">{sample.cells[2]}</span><span class="pp-hidden">:</span>
7</p>
<section class="pp-whole-page"><h3 id="two">{sample.cells[2]}</h3>
<dl class="pp-facts"><dt>{sample.cells[0]}</dt><dd>{sample.words}</dd>
<dt>{sample.cells[1]}</dt><dd><p>7</p></dd></dl>
<div class="pp-figure"><svg class="pp-chart pp-chart--narrow" viewBox="0 0 290 100" role="img"
 aria-label="Chart: {sample.heading}"><desc>{sample.words}</desc>
<g class="pp-line"><path d="M10,10L200,80"></path></g>
<g class="pp-tick"><text x="8" y="60">{sample.cells[0]}</text></g></svg>
</div>
<p><img src="../pixel.svg" alt="{sample.cells[2]}"><img src="../pixel.svg" alt=""></p>
<div class="pp-table" role="region" tabindex="0"><table class="pp-data"><caption>{sample.heading}</caption>
<thead><tr><th scope="col">{sample.cells[0]}</th><th scope="col">{sample.cells[1]}</th>
<th scope="col">{sample.cells[2]}</th></tr></thead>
<tbody>{rows}</tbody></table></div>
<div class="pp-table"><table><caption>{sample.heading}</caption>
<thead><tr><th scope="col">{sample.cells[0]}</th>
<th scope="col">{sample.cells[1]}</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>
<details open><summary>{sample.cells[0]}</summary><p>{sample.cells[2]}</p></details>
</section></section></div></div></article>
<footer><time datetime="2026-11-23">x</time></footer></body></html>"""


@functools.cache
def document(language: str) -> Document:
    folder = Path(mkdtemp(prefix="plainplan-pdf-"))
    file = folder / "whole-plan" / "index.html"
    file.parent.mkdir()
    file.write_text(page(SAMPLES[language]), encoding="utf-8")
    (folder / "pixel.svg").write_text(PIXEL, encoding="utf-8")
    return read_document(folder, "whole-plan")


def speak(language: str) -> Language:
    return ENGLISH if language == "en" else Language(language, "en", SAMPLES[language].direction, "en_GB")


def make(language: str, layout: str) -> Made:
    found = next(one for one in LAYOUTS if one.name == layout)
    with speaking(speak(language)):
        return make_pdf(document(language), found, TEMPLATES, accent=ACCENT)


@functools.cache
def pdf(language: str, layout: str = "standard") -> Path:
    """The file of a PDF, made once in a session."""
    file = document(language).folder / f"{layout}.pdf"
    file.write_bytes(make(language, layout).content)
    return file


def run(program: str, *arguments: str | Path) -> str:
    """What a program of Poppler says. Where it is missing the test fails, with the way to get it."""
    if not shutil.which(program):
        pytest.fail(f"{program} is not installed. Run: sudo apt-get install poppler-utils")
    done = subprocess.run([program, *arguments], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def copied(file: Path) -> str:
    """What is copied out of a PDF, as a search reads it: in NFC, without marks of direction."""
    text = unicodedata.normalize("NFC", run("pdftotext", "-enc", "UTF-8", file, "-"))
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
