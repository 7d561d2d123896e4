"""Files named in other alphabets: the links to them work, in a browser and in the map of the site."""

from __future__ import annotations

import shutil
from urllib.parse import quote

from playwright.sync_api import Browser

from tests.sites import ROOT, Workshop, serving

_NAMES = ("gŵyl", "计划", "योजना", "خطة")


def test_links_lead_to_files_with_letters_of_all_alphabets(workshop: Workshop, browser: Browser) -> None:
    plan = workshop.copy(ROOT / "tests" / "plans" / "hertfordshire-2019", "alphabets")
    data, content = plan / "data" / "plan.yml", plan / "content"
    logo = "appearance:\n  logo: llûn/gŵyl.svg\n"
    data.write_text(
        f"{data.read_text(encoding='utf-8')}{logo}site_url: https://example.org/\n", encoding="utf-8"
    )
    (content / "llûn").mkdir()
    shutil.copy(ROOT / "content" / "images" / "ashmarch.svg", content / "llûn" / "gŵyl.svg")
    for name in _NAMES:
        text = f"---\ntitle: Chapter {name}\n---\n[Read about {name}]({name}.md)\n\n![A map](llûn/gŵyl.svg)\n"
        (content / f"{name}.md").write_text(text, encoding="utf-8")
    built = workshop.build(plan)
    site_map = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    assert [name for name in _NAMES if f"https://example.org/{quote(name)}/</loc>" not in site_map] == []
    with serving(built.site) as root, browser.new_context() as context:
        page = context.new_page()
        refused: list[str] = []
        page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
        for name in _NAMES:
            page.goto(root)
            page.locator(f"nav.pp-menu a:text-is('Chapter {name}')").evaluate("link => link.click()")
            page.wait_for_url(f"{root}{quote(name)}/")
            assert page.locator("h1").inner_text() == f"Chapter {name}"
            page.get_by_role("link", name=f"Read about {name}").click()
            page.wait_for_url(f"{root}{quote(name)}/")
            shown = "pictures => pictures.length && pictures.every(one => one.naturalWidth > 0)"
            assert page.locator("img").evaluate_all(shown)
            page.goto(f"{root}search/?q=Chapter&kind=chapter")
            page.locator(f".pp-result h3 a:text-is('Chapter {name}')").click()
            page.wait_for_url(f"{root}{quote(name)}/")
        assert refused == []
