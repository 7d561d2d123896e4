"""What pages say to search engines and other machines: JSON-LD with the words of schema.org.

It says nothing that the page does not say. Addresses are whole where the plan says where its site is; else
they are relative to the page, which JSON-LD allows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from plainplan import addresses
from plainplan.exports import Download, TakeAway
from plainplan.exports.json_text import encode
from plainplan.model import BudgetYear, Grant, Measure, Report
from plainplan.model.plan import About
from plainplan.render.text import financial_year, plain
from plainplan.views.grants import newest_first

Thing = dict[str, Any]
_CURRENCY = "GBP"
_BODY: Mapping[str, str] = {"@id": "#body"}
_LINE = re.compile(r"\n *")  # inside a string a line break is written as \n
_CODES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
"""Signs that could end a <script>, or start one, in JSON that a page holds: all stand inside strings."""


def of_page(address: str, take_away: TakeAway) -> Markup:
    """The JSON-LD of the page at an address, to stand inside a <script>; empty where there is none."""
    found = things(address, take_away)
    if not found:
        return Markup()
    text = _LINE.sub("", encode({"@context": "https://schema.org", "@graph": found}))
    for sign, code in _CODES.items():
        text = text.replace(sign, code)
    return Markup(text)  # noqa: S704  # see _CODES


def things(address: str, take_away: TakeAway) -> list[Thing]:
    """What a page is about, as schema.org names it."""
    page = _Page(address, take_away)
    if address == addresses.HOME:
        return page.home()
    found = _thing(page)
    return [page.body(), found] if found else []


def _thing(page: _Page) -> Thing | None:
    """The one thing that a page is about, where schema.org has a word for it."""
    plan = page.take_away.index.plan
    section, _, rest = page.address.partition("/")
    section, name = f"{section}/", rest.rstrip("/")
    if page.address == addresses.DATA:
        return page.catalogue()
    if page.address == addresses.GRANTS:
        return page.grants()
    if section == addresses.MEASURES:
        return next((page.measure(one) for one in plan.measures if one.id == name), None)
    if section == addresses.BUDGET:
        return next((page.year(one) for one in plan.budget if one.id == name), None)
    if section == addresses.PROGRESS:
        return next((page.report(one) for one in plan.progress if str(one.date) == name), None)
    return page.annual_report(name) if section == addresses.ANNUAL_REPORT and name else None


@dataclass(frozen=True)
class _Page:
    """The page that speaks, and the plan that it speaks of."""

    address: str
    take_away: TakeAway

    @property
    def about(self) -> About:
        return self.take_away.index.plan.about

    def url(self, target: str) -> str:
        site = self.about.site_url
        return f"{site.rstrip('/')}/{target}" if site else addresses.relative(target, self.address)

    def body(self) -> Thing:
        body = self.about.body
        return _said({"@type": "GovernmentOrganization", **_BODY, "name": body.name, "url": body.url})

    def licensed(self) -> Thing:
        return _said({"license": self.about.licence_url or self.about.licence})

    def home(self) -> list[Thing]:
        about, period = self.about, self.about.period
        newest = about.versions[-1] if about.versions else None
        site = {"@type": "WebSite", "name": about.title, "url": self.url(""), "publisher": _BODY}
        report = {
            "@type": "Report",
            "name": about.title,
            "description": plain(about.summary),
            "url": self.url(""),
            "temporalCoverage": _span(period.start, period.end),
            "spatialCoverage": about.body.area,
            "version": newest.number if newest else None,
            "datePublished": newest.date if newest else None,
            "publisher": _BODY,
            **self.licensed(),
        }
        office = {**self.body(), "areaServed": about.body.area, "email": about.contact.email}
        return [_said(site), _said({**office, "telephone": about.contact.phone}), _said(report)]

    def dataset(self, name: str, description: str, files: tuple[Download, ...], **more: Any) -> Thing:
        return _said(
            {
                "@type": "Dataset",
                "name": name,
                "description": description,
                "creator": _BODY,
                "spatialCoverage": self.about.body.area,
                **self.licensed(),
                **more,
                "distribution": [self.file(file) for file in files],
            }
        )

    def file(self, file: Download) -> Thing:
        return {
            "@type": "DataDownload",
            "name": file.format,
            "encodingFormat": file.media_type,
            "contentSize": file.size,
            "contentUrl": self.url(file.path),
        }

    def catalogue(self) -> Thing:
        whole = (self.take_away.workbook, *self.take_away.standards)
        every = [
            self.dataset(
                one.dataset.title,
                one.dataset.description,
                one.files,
                url=self.url(f"{addresses.DATA}#{addresses.table_anchor(one.dataset.id)}"),
                dateModified=one.changed,
            )
            for one in self.take_away.listed
        ]
        return {
            "@type": "DataCatalog",
            "name": f"Data of {self.about.title}",
            "url": self.url(addresses.DATA),
            "publisher": _BODY,
            "dataset": [
                self.dataset(
                    "The whole plan", plain(self.about.summary), whole, url=self.url(addresses.DATA)
                ),
                *every,
            ],
        }

    def measure(self, measure: Measure) -> Thing:
        return self.dataset(
            measure.title,
            plain(measure.tells_you),
            self.take_away.of("measures", measure.id),
            url=self.url(self.address),
            license=measure.licence_url or measure.licence or self.licensed().get("license"),
            temporalCoverage=_span(measure.series[0].start, measure.series[-1].end)
            if measure.series
            else None,
            variableMeasured={"@type": "PropertyValue", "name": measure.title, "unitText": measure.unit},
            isBasedOn=measure.source.url,
        )

    def year(self, year: BudgetYear) -> Thing:
        return self.dataset(
            f"Budget for {financial_year(year.id)}",
            plain(year.summary) or f"Where the money comes from and goes in {financial_year(year.id)}.",
            self.take_away.of("budget", year.id),
            url=self.url(self.address),
            temporalCoverage=_span(year.start, year.end),
        )

    def grants(self) -> Thing:
        found = newest_first(self.take_away.index.plan.grants)
        items = [
            {"@type": "ListItem", "position": place, "item": self.grant(grant)}
            for place, grant in enumerate(found, 1)
        ]
        return {"@type": "ItemList", "name": "Grants", "numberOfItems": len(items), "itemListElement": items}

    def grant(self, grant: Grant) -> Thing:
        kind = "Person" if grant.recipient.person else "Organization"
        amount = {"@type": "MonetaryAmount", "currency": _CURRENCY, "value": grant.amount}
        return _said(
            {
                "@type": "MonetaryGrant",
                "identifier": grant.id,
                "name": grant.title,
                "url": self.url(f"{addresses.GRANTS}#{grant.id}"),
                "amount": None if isinstance(grant.amount, str) else amount,
                "funder": _BODY,
                "fundedItem": {"@type": kind, "name": grant.recipient.name},
            }
        )

    def report(self, report: Report) -> Thing:
        told = {"datePublished": report.date, "description": plain(report.summary)}
        return _said({**self.part_of_plan(report.title), **told})

    def annual_report(self, year: str) -> Thing:
        first = int(year[:4])
        span = _span(date(first, 4, 1), date(first + 1, 3, 31))
        name = f"Annual report for {financial_year(year)}"
        return _said({**self.part_of_plan(name), "temporalCoverage": span})

    def part_of_plan(self, title: str) -> Thing:
        return {
            "@type": "Report",
            "name": title,
            "url": self.url(self.address),
            "publisher": _BODY,
            **self.licensed(),
        }


def _said(thing: Mapping[str, Any]) -> Thing:
    """Without what the plan does not say."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _span(start: object, end: object) -> str | None:
    """A time by ISO 8601, where both its days are known."""
    return f"{start}/{end}" if isinstance(start, date) and isinstance(end, date) else None
