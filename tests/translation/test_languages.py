"""The languages of a plan: how far each has come, which are published, and how each speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from plainplan.language import pseudo
from plainplan.load import load_plan
from plainplan.translation.languages import Languages, interface_catalogue, read_languages
from plainplan.translation.pieces import count_words
from plainplan.translation.status import Amount
from plainplan.translation.work import CannotRunError, Work

from tests.conftest import Change
from tests.site.in_editions import Translated, translate

_LANGUAGES = """\
publish_from: 50
editions:
  - {language: en, name: English, locale: en_GB}
  - {language: cy, name: Cymraeg, locale: cy_GB, month: LLLL y, number: "#,##0", alphabet: a b c ch}
  - {language: ur, name: اردو, publish_from: 0}
  - {language: pl, name: Polski, publish_from: 100, checked: {by: Jan Kowal, on: 2026-11-01}}
"""


@pytest.fixture
def plan(small_plan: Path, change: Change) -> Path:
    change("data/editions.yml", "", _LANGUAGES)
    return small_plan


def _languages(folder: Path) -> Languages:
    languages, problems = read_languages(load_plan(folder), folder)
    assert not problems
    return languages


def _translate_share(folder: Path, tag: str, share: float, *, fuzzy: bool = False) -> None:
    """Translate the first texts, until they hold such a share of all words."""
    status = _languages(folder).find(tag).status
    assert status
    left = round(status.total.total.words * share)

    def how(_: str, entry: object) -> Translated:
        nonlocal left
        words = count_words(f"{getattr(entry, 'msgid', '')} {getattr(entry, 'msgid_plural', '')}")
        if words > left:
            return Translated(None)
        left -= words
        return Translated(f"Ŵ {getattr(entry, 'msgid', '')}", fuzzy)

    translate(folder, tag, how)


@dataclass(frozen=True)
class _Share:
    """A language of which a part is translated; what becomes of it."""

    tag: str
    share: float
    published: bool
    fuzzy: bool = False


SHARES = {
    "nothing": _Share("cy", 0, False),
    "too little": _Share("cy", 0.3, False),
    "enough": _Share("cy", 0.7, True),
    "all, but nobody is sure of it": _Share("cy", 1, False, fuzzy=True),
    "nothing is needed": _Share("ur", 0, True),
    "all is needed, and most is there": _Share("pl", 0.95, False),
    "all is needed, and all is there": _Share("pl", 1, True),
}


@pytest.mark.parametrize("case", SHARES.values(), ids=SHARES)
def test_from_which_share_on_a_language_is_published(plan: Path, case: _Share) -> None:
    _translate_share(plan, case.tag, case.share, fuzzy=case.fuzzy)
    languages = _languages(plan)
    found = languages.find(case.tag)
    assert found.status and found.published == case.published
    expected = 0 if case.fuzzy else round(case.share * 100)
    assert abs(found.percent - expected) <= 3
    assert (found.percent == 100) == (case.share == 1 and not case.fuzzy)
    assert (found in languages.published) == case.published
    amount = found.status.total.changed if case.fuzzy else found.status.total.translated
    assert (amount.words > 0) == (case.share > 0)


def test_the_source_is_first_whole_and_published(plan: Path) -> None:
    languages = _languages(plan)
    assert languages.source is languages.all[0]
    assert (languages.source.percent, languages.source.published, languages.source.status) == (
        100,
        True,
        None,
    )
    assert [one.folder for one in languages.all] == ["", "cy/", "ur/", "pl/"]
    assert languages.plan_in("en") is languages.plan
    with pytest.raises(KeyError):
        languages.find("fr")


def test_a_language_without_a_file_has_nothing(plan: Path) -> None:
    status = _languages(plan).find("cy").status
    assert status and status.total.translated == Amount() == status.total.changed
    assert status.total.missing.messages > 50


def test_how_a_language_speaks(plan: Path) -> None:
    languages = _languages(plan)
    welsh, urdu = languages.language("cy"), languages.language("ur")
    assert (welsh.tag, welsh.source, welsh.direction, welsh.locale) == ("cy", "en", "ltr", "cy_GB")
    assert (welsh.month, welsh.day, welsh.number) == ("LLLL y", "d MMMM y", "#,##0")
    assert welsh.alphabet == ("a", "b", "c", "ch")
    assert (urdu.direction, urdu.locale, urdu.is_source) == ("rtl", "ur", False)
    assert languages.language("en").is_source
    checked = languages.find("pl").edition.checked
    assert checked and (checked.by, checked.on) == ("Jan Kowal", date(2026, 11, 1))
    assert languages.find("ur").edition.publish_from == Decimal(0)


@pytest.mark.parametrize(
    "site, expected", [("", None), ("site_url: https://a.org/plan\n", "https://a.org/plan/cy/")]
)
def test_where_an_edition_is(plan: Path, change: Change, site: str, expected: str | None) -> None:
    change("data/plan.yml", "reporting_months: 3\n", f"reporting_months: 3\n{site}")
    assert _languages(plan).plan_in("cy").about.site_url == expected


def test_problems_of_all_files_are_told_at_once(plan: Path) -> None:
    for tag in ("cy", "ur"):
        translate(plan, tag, lambda tag, entry: Translated(None))
        file = plan / f"data/translations/{tag}.po"
        file.write_text(f"{file.read_text(encoding='utf-8')}nonsense\n", encoding="utf-8")
    languages, problems = read_languages(load_plan(plan), plan)
    last = [
        len((plan / f"data/translations/{tag}.po").read_text(encoding="utf-8").splitlines())
        for tag in ("cy", "ur")
    ]
    assert [(one.place.file, one.place.line) for one in problems] == [
        ("data/translations/cy.po", last[0]),
        ("data/translations/ur.po", last[1]),
    ]
    assert not languages.catalogue("cy").ready


def test_the_pseudo_locale_has_every_text_and_needs_no_file(plan: Path, change: Change) -> None:
    (plan / "data/editions.yml").unlink()
    other = f"{{language: {pseudo.TAG}, name: P, locale: en_GB}}"
    change("data/editions.yml", "", f"editions:\n  - {{language: en, name: English}}\n  - {other}\n")
    languages = _languages(plan)
    found = languages.find(pseudo.TAG)
    assert (found.percent, found.published) == (100, True)
    assert languages.plan_in(pseudo.TAG).about.title == pseudo.changed("Safer Testshire")
    assert isinstance(interface_catalogue(pseudo.TAG), pseudo.PseudoCatalogue)
    with pytest.raises(CannotRunError):  # there is no file of it to bring up to date
        Work(plan, []).tags()


@pytest.mark.parametrize("tag, same_as", [("cy-GB", "cy"), ("ur-PK", "ur")])
def test_the_words_of_the_product_fall_back_to_the_language(tag: str, same_as: str) -> None:
    assert interface_catalogue(tag).messages == interface_catalogue(same_as).messages != {}


def test_a_language_for_which_the_product_has_no_words() -> None:
    assert not interface_catalogue("fr")
