"""What pages say to search engines and other machines: JSON-LD with the words of schema.org.

It says nothing that the page does not say. Addresses are whole where the plan says where its site is; else
they are relative to the page, which JSON-LD allows. What is one thing on every page, such as the body, has an
identifier only where that is whole: a relative one would make it another thing on each page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from plainplan import addresses
from plainplan.exports import Download, TakeAway
from plainplan.exports.fields import Table
from plainplan.exports.json_text import encode
from plainplan.language import gettext as _
from plainplan.language import spoken
from plainplan.model import BudgetYear, Grant, Measure, Report
from plainplan.model.plan import About
from plainplan.render.text import financial_year, plain
from plainplan.views.annual import annual_reports
from plainplan.views.changed import measures_changed
from plainplan.views.grants import newest_first

Thing = dict[str, Any]
_CURRENCY = "GBP"
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
    return [*page.bodies(), found] if found else []


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
        return urljoin(f"{site.rstrip('/')}/", target) if site else addresses.relative(target, self.address)

    def body(self) -> Thing:
        body = self.about.body
        known = {"@id": self.url("#body")} if self.about.site_url else {}
        return _said({"@type": "GovernmentOrganization", **known, "name": body.name, "url": body.url})

    def bodies(self) -> list[Thing]:
        """The body as a thing of its own, where others can name it."""
        return [self.body()] if self.about.site_url else []

    def by(self) -> Thing:
        """The body as another thing names it: by its identifier, or whole where it has none."""
        return {"@id": self.body()["@id"]} if self.about.site_url else self.body()

    def licensed(self) -> Thing:
        return _said({"license": self.about.licence_url or self.about.licence})

    def home(self) -> list[Thing]:
        about, period = self.about, self.about.period
        newest = about.versions[-1] if about.versions else None
        site = {"@type": "WebSite", "name": about.title, "url": self.url(""), "publisher": self.by()}
        site |= _language()
        report = {
            "@type": "Report",
            "name": about.title,
            "description": plain(about.summary),
            "url": self.url(""),
            "temporalCoverage": _span(period.start, period.end),
            "spatialCoverage": about.body.area,
            "version": newest.number if newest else None,
            "datePublished": newest.date if newest else None,
            "publisher": self.by(),
            **_language(),
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
                **_language(),
                "creator": self.by(),
                "spatialCoverage": self.about.body.area,
                **self.licensed(),
                **more,
                "distribution": [self.file(file) for file in files],
            }
        )

    def file(self, file: Download) -> Thing:
        return _said(
            {
                "@type": "DataDownload",
                "name": f"{file.title} ({file.format})",
                "encodingFormat": file.media_type,
                "contentSize": file.size,
                "contentUrl": self.url(file.address),
                "inLanguage": file.language if file.elsewhere else None,
            }
        )

    def catalogue(self) -> Thing:
        plan, days = self.about, self.about.period
        whole = self.dataset(
            _("The whole plan"),
            plain(plan.summary),
            self.take_away.whole,
            url=self.url(addresses.DATA),
            dateModified=self.take_away.changed,
            temporalCoverage=_span(days.start, days.end),
        )
        every = [
            self.dataset(
                one.dataset.heading,
                one.dataset.meaning,
                one.files,
                url=self.url(f"{addresses.DATA}#{addresses.table_anchor(one.dataset.id)}"),
                dateModified=one.changed,
                temporalCoverage=_covered(self.take_away.tables[one.dataset.id]),
            )
            for one in self.take_away.listed
        ]
        return {
            "@type": "DataCatalog",
            "name": _("Data of %(plan)s") % {"plan": plan.title},
            **_language(),
            "url": self.url(addresses.DATA),
            "publisher": self.by(),
            "dataset": [whole, *every],
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
            dateModified=measures_changed(self.take_away.index.plan, [measure], self.take_away.on),
        )

    def year(self, year: BudgetYear) -> Thing:
        span = {"year": financial_year(year.id)}
        return self.dataset(
            _("Budget for %(year)s") % span,
            plain(year.summary) or _("Where the money comes from and goes in %(year)s.") % span,
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
        count = {"numberOfItems": len(items), "itemListElement": items}
        return {"@type": "ItemList", "name": _("Grants"), **count}

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
                "funder": self.by(),
                "fundedItem": {"@type": kind, "name": grant.recipient.called},
            }
        )

    def report(self, report: Report) -> Thing:
        told = {"datePublished": report.date, "description": plain(report.summary)}
        return _said({**self.part_of_plan(report.title), **told})

    def annual_report(self, year: str) -> Thing:
        first = int(year[:4])
        span = _span(date(first, 4, 1), date(first + 1, 3, 31))
        months = financial_year(year)
        index = self.take_away.index
        every = annual_reports(index, self.take_away.on)
        changed = next((one.changed for one in every if one.span.year == year), None)
        label = self.about.labels.priority.one.lower()
        told = {
            "description": _("What was done and achieved in %(year)s, %(priority)s by %(priority)s.")
            % {"year": months, "priority": label},
            "dateModified": changed,
            "temporalCoverage": span,
        }
        return _said({**self.part_of_plan(_("Annual report for %(year)s") % {"year": months}), **told})

    def part_of_plan(self, title: str) -> Thing:
        return {
            "@type": "Report",
            "name": title,
            "url": self.url(self.address),
            "publisher": self.by(),
            **_language(),
            **self.licensed(),
        }


def _language() -> Thing:
    """The language in which a thing is told."""
    return {"inLanguage": spoken().tag}


def _said(thing: Mapping[str, Any]) -> Thing:
    """Without what the plan does not say."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _covered(table: Table) -> str | None:
    """The time that rows are about, where each of them says its first and last day."""
    names = {field.name for field in table.dataset.fields}
    if not {"start", "end"} <= names:
        return None
    starts, ends = ([day for day in table.column(name) if isinstance(day, date)] for name in ("start", "end"))
    return _span(min(starts, default=None), max(ends, default=None))


def _span(start: object, end: object) -> str | None:
    """A time by ISO 8601, where both its days are known."""
    return f"{start}/{end}" if isinstance(start, date) and isinstance(end, date) else None
