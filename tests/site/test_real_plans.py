"""Plans that public bodies have published can be told in this model: each fact is on its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from lxml.html import HtmlElement

if TYPE_CHECKING:
    from tests.sites import Built


def _texts(page: HtmlElement) -> tuple[str, str]:
    """What a page says, its elements run together and held apart: a fact may span either."""
    article = page.find(".//article")
    return " ".join(article.text_content().split()), " ".join(" ".join(article.itertext()).split())


def test_every_fact_is_on_its_page(real: Built, repository: Path) -> None:
    source = repository / "tests" / "plans" / real.plan.name / "facts.yml"
    facts = yaml.safe_load(source.read_text(encoding="utf-8"))["facts"]
    assert len(facts) >= 15
    missing = []
    for fact in facts:
        address, text = fact["page"].lstrip("/"), " ".join(str(fact["text"]).split())
        page = real.pages.get(address)
        if page is None:
            missing.append(f"{fact['page']}: there is no such page")
        elif not any(text in said for said in _texts(page)):
            places = [f"/{other}" for other, found in real.pages.items() if text in _texts(found)[0]]
            missing.append(f"{fact['page']}: {text!r} (found on: {places})")
    assert missing == []
