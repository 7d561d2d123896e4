"""Small pages for the tests of what is read: text, braille and audio."""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from lxml import html
from plainplan.formats.document import Document
from plainplan.language import Language
from plainplan.translation.languages import interface_catalogue

LOCALES = {"en": "en_GB", "cy": "cy_GB"}

RICH = """
<h1>Safer roads</h1>
<p>Why it <strong>matters</strong>, and <a href="https://www.example.org/figures">the figures<span
class="pp-hidden"> of 2026</span></a>.</p>
<h2>What we do</h2>
<ul><li>Check speeds<ul><li>in villages</li></ul></li>
<li><p>Mend signs</p><p>By June 2027.</p></li></ul>
<ol><li>First</li><li>Second</li></ol>
<h2>Money</h2>
<table><caption>Grants of the year</caption>
<thead><tr><th scope="col">Grant</th><th scope="col">Amount</th></tr></thead>
<tbody><tr><th scope="row">Village watch<br><small>Second round</small></th><td>£1.2 million</td></tr>
<tr><th scope="row">Harbour watch</th><td><p>£42,650. It is paid.</p></td></tr></tbody>
<tfoot><tr><th scope="row">Total</th><td>£1,242,650</td></tr></tfoot></table>
<svg role="img" aria-label="Chart: Deaths on roads"><desc>A line that falls.</desc><text>7</text></svg>
<p><img src="farm.jpg" alt="A farm gate"></p>
<h3>Words</h3>
<dl><dt>PCC</dt><dd>The police and crime commissioner.</dd></dl>
<blockquote><p>Call 101.</p></blockquote>
"""
SAYS = (
    *("Safer roads", "Why it matters, and the figures.", "What we do", "Check speeds", "in villages"),
    *("Mend signs", "By June 2027.", "First", "Second", "Money", "Grants of the year"),
    *("Village watch, Second round", "£1.2 million", "Harbour watch", "£42,650. It is paid", "Total"),
    *("£1,242,650", "Deaths on roads", "A line that falls.", "A farm gate", "Words", "PCC"),
    *("The police and crime commissioner.", "Call 101."),
)
"""All that the page says: each heading, cell, item, alternative text and number."""


def language(tag: str = "en") -> Language:
    """How the product speaks a language, with its own catalogue."""
    locale = LOCALES.get(tag, tag)
    return Language(
        tag=tag,
        direction=Locale.parse(locale).text_direction,
        locale=locale,
        interface=interface_catalogue(tag),
    )


def page(body: str, tag: str = "en", folder: Path = Path(), address: str = "roads/") -> Document:
    """A finished page with an article."""
    return Document(
        title="Safer roads",
        plan="Safer Testshire",
        publisher="Office of the Commissioner",
        published="2026-11-23",
        description="",
        language=tag,
        direction=language(tag).direction,
        notices=(html.fragment_fromstring("<p>This is an example.</p>"),),
        body=html.fragment_fromstring(f"<article>{body}</article>"),
        folder=folder,
        address=address,
        url=f"https://plan.example.org/{address}",
    )
