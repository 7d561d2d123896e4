"""What pages say to machines is what they say to people, and cannot break out of its <script>."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from plainplan.load import load_plan
from plainplan.render import Site

from tests.sites import ROOT

if TYPE_CHECKING:
    from tests.conftest import Change

_ON = date(2026, 11, 23)


def _site(folder: Path, cache: Path) -> Site:
    return Site(load_plan(folder).plan, ROOT / "overrides" / "fragments", cache, _ON)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return _site(ROOT, tmp_path_factory.mktemp("cache"))


def _things(site: Site, address: str) -> list[dict[str, Any]]:
    text = site.linked_data(site.pages[address])
    if not text:
        return []
    read = json.loads(text)
    assert read["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = read["@graph"]
    return graph


def _one(site: Site, address: str, kind: str) -> dict[str, Any]:
    (found,) = (thing for thing in _things(site, address) if thing["@type"] == kind)
    return found


def test_home_says_what_the_plan_is_and_whose(site: Site) -> None:
    about = site.plan.about
    report = _one(site, "", "Report")
    assert (report["name"], report["url"]) == (about.title, about.site_url)
    assert report["temporalCoverage"] == f"{about.period.start}/{about.period.end}"
    assert report["license"] == about.licence_url
    office = _one(site, "", "GovernmentOrganization")
    assert (office["name"], office["url"]) == (about.body.name, about.body.url)
    assert report["publisher"] == {"@id": office["@id"]}
    assert office["@id"] == f"{about.site_url}#body" == _one(site, "data/", "GovernmentOrganization")["@id"]


def test_every_dataset_is_in_the_catalogue_with_its_files(site: Site) -> None:
    datasets = _one(site, "data/", "DataCatalog")["dataset"]
    assert [one["name"] for one in datasets[1:]] == [x.dataset.title for x in site.take_away.listed]
    root = site.plan.about.site_url or ""
    for one in datasets:
        for file in one["distribution"]:
            found = site.downloads[file["contentUrl"].removeprefix(root)]
            assert (file["encodingFormat"], file["contentSize"]) == (found.media_type, found.size)
        names = [file["name"] for file in one["distribution"]]
        assert len(set(names)) == len(names)
        assert one["dateModified"] <= str(_ON)
    whole = {file["contentUrl"].rpartition("/")[2] for file in datasets[0]["distribution"]}
    assert whole == {"plan.xlsx", "plan.json", "plan.stratml.xml", "plan.stratml-part1.xml", "all.zip"}
    period = site.plan.about.period
    assert datasets[0]["dateModified"] == "2026-11-20"
    assert datasets[0]["temporalCoverage"] == f"{period.start}/{period.end}"


def test_measures_and_years_are_datasets(site: Site) -> None:
    for measure in site.plan.measures:
        told = _one(site, f"measures/{measure.id}/", "Dataset")
        assert told["name"] == measure.title
        assert told["temporalCoverage"] == f"{measure.series[0].start}/{measure.series[-1].end}"
        assert len(told["distribution"]) == 2
    assert _one(site, "budget/2026-27/", "Dataset")["temporalCoverage"] == "2026-04-01/2027-03-31"


def test_grants_say_what_the_list_says(site: Site) -> None:
    items = [entry["item"] for entry in _one(site, "grants/", "ItemList")["itemListElement"]]
    told = {
        item["identifier"]: (item["name"], item["amount"]["value"], item["fundedItem"]["name"])
        for item in items
    }
    assert told == {
        grant.id: (grant.title, float(str(grant.amount)), grant.recipient.name) for grant in site.plan.grants
    }
    assert {item["amount"]["currency"] for item in items} == {"GBP"}


def test_reports_are_reports(site: Site) -> None:
    for report in site.plan.progress:
        told = _one(site, f"progress/{report.date}/", "Report")
        assert (told["name"], told["datePublished"]) == (report.title, str(report.date))
    year = next(address for address in site.pages if address.startswith("annual-report/2"))
    annual = _one(site, year, "Report")
    assert annual["name"] == site.pages[year].title
    assert annual["description"] == site.pages[year].description
    assert annual["dateModified"] == str(site.pages[year].changed)


@pytest.mark.parametrize("address", ["a-to-z/", "contact/", "measures/", "budget/", "progress/", "search/"])
def test_other_pages_say_nothing(site: Site, address: str) -> None:
    assert site.linked_data(site.pages[address]) == ""


def test_without_a_known_site_addresses_are_relative(small_plan: Path, tmp_path: Path) -> None:
    site = _site(small_plan, tmp_path / "cache")
    catalogue = _one(site, "data/", "DataCatalog")
    assert catalogue["dataset"][0]["distribution"][0]["contentUrl"] == "../data/v1/plan.xlsx"
    assert catalogue["publisher"]["name"] == site.plan.about.body.name
    everything = "".join(site.linked_data(page) for page in site.pages.values())
    assert "@id" not in everything
    assert "http" not in everything.replace("https://schema.org", "")


def test_what_is_not_published_is_not_said(change: Change, small_plan: Path, tmp_path: Path) -> None:
    change("data/grants.yml", "    amount: 10\n", "    amount: not published\n")
    site = _site(small_plan, tmp_path / "cache")
    (entry,) = _one(site, "grants/", "ItemList")["itemListElement"]
    assert "amount" not in entry["item"]
    assert "license" not in _one(site, "", "Report")


def test_nothing_breaks_out_of_the_script(change: Change, small_plan: Path, tmp_path: Path) -> None:
    nasty = "</script><script>alert(1)</script><!-- &"
    change("data/grants.yml", "title: Village watch", f'title: "{nasty}"')
    site = _site(small_plan, tmp_path / "cache")
    text = site.linked_data(site.pages["grants/"])
    assert not set(text) & set("<>&\n")
    (entry,) = _one(site, "grants/", "ItemList")["itemListElement"]
    assert entry["item"]["name"] == "</script><script>alert(1)</script><!-- &"
