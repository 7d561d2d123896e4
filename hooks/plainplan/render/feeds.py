"""What changed as feeds that readers subscribe to: Atom (RFC 4287) and JSON Feed 1.1.

A feed names itself and what it tells of by whole addresses, so a plan without `site_url` has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, UUID, uuid5

from plainplan import addresses
from plainplan.language import bare, spoken
from plainplan.language import gettext as _
from plainplan.model import Plan
from plainplan.render.changes import kind_name, tell, title_alone
from plainplan.views.changes import Changes, Event
from plainplan.views.index import Index

if TYPE_CHECKING:
    from plainplan.render.site import Site

NEWEST = 50


@dataclass(frozen=True)
class FeedLink:
    """A feed that a page links to."""

    title: str
    type: str
    address: str


@dataclass(frozen=True)
class Feed:
    """The changes that a page has a feed of, the newest first; at least one. `page` is its address."""

    page: str
    title: str
    events: tuple[Event, ...]

    @property
    def atom(self) -> FeedLink:
        """Its Atom file."""
        title = _("%(feed)s (Atom)") % {"feed": self.title}
        return FeedLink(title, "application/atom+xml", f"{self.page}feed.xml")

    @property
    def json(self) -> FeedLink:
        """Its JSON Feed file."""
        title = _("%(feed)s (JSON Feed)") % {"feed": self.title}
        return FeedLink(title, "application/feed+json", f"{self.page}feed.json")


@dataclass(frozen=True)
class Entry:
    """A change as both formats tell it. `day` is in the form of RFC 3339, as every date of a feed."""

    id: str
    title: str
    words: str
    day: str
    url: str
    kind: str
    kind_name: str


def feeds_of(index: Index, changes: Changes) -> dict[str, Feed]:
    """The feeds by the page whose changes they tell: that of the plan, and those of priorities."""
    plan = index.plan
    if not plan.about.site_url:
        return {}
    title = _("%(plan)s: what changed") % {"plan": plan.about.title}
    found = [Feed(addresses.CHANGES, title, changes.newest_first[:NEWEST])]
    for priority in index.priorities.values():
        title = _("%(plan)s: what changed in %(priority)s")
        title %= {"plan": plan.about.title, "priority": priority.title}
        address = addresses.under(addresses.PRIORITIES, priority.id)
        found.append(Feed(address, title, changes.of_priority(priority.id)[:NEWEST]))
    return {feed.page: feed for feed in found if feed.events}


def links_on(feeds: dict[str, Feed], page: str) -> tuple[FeedLink, ...]:
    """The feeds that a page names in its head: its own, and that of the plan."""
    named = [feeds[name] for name in dict.fromkeys((page, addresses.CHANGES)) if name in feeds]
    return tuple(link for feed in named for link in (feed.atom, feed.json))


def feeds(site: Site) -> dict[str, bytes]:
    """Every feed of a site by its path; the same bytes for the same plan and day."""
    made: dict[str, bytes] = {}
    for feed in site.feeds.values():
        entries = list(_entries(feed, site.index))
        made[feed.atom.address] = _atom(site, feed, entries)
        made[feed.json.address] = _json(site.plan, feed, entries)
    return made


def _entries(feed: Feed, index: Index) -> Iterator[Entry]:
    for event in feed.events:
        told = tell(event, index)
        yield Entry(
            id=_id(index.plan, event.key),
            title=title_alone(event, told),
            words=told.words,
            day=_instant(event.on),
            url=_url(index.plan, event.address),
            kind=event.kind.value,
            kind_name=kind_name(event.kind, 1),
        )


def _id(plan: Plan, key: str) -> str:
    """An id that stays when the plan is renamed, its office ends or the site moves (RFC 4287, 4.2.6).

    What is told in another language than that of the plan is another entry.
    """
    about, language = plan.about, spoken()
    edition = "" if language.is_source else f":{language.tag}"
    name = f"plainplan:{bare(about.body.area)}:{about.period.start}{edition}"
    namespace: UUID = uuid5(NAMESPACE_URL, name)
    return f"urn:uuid:{uuid5(namespace, key)}"


def _instant(day: date) -> str:
    return f"{day}T00:00:00Z"


def _language() -> str:
    """The language of a feed, with the country whose forms it takes where that is known: `en-GB`."""
    language = spoken()
    of_locale = language.locale.replace("_", "-")
    return of_locale if of_locale.startswith(f"{language.tag}-") else language.tag


def _url(plan: Plan, address: str) -> str:
    """The whole address of a page or file of this edition: the one place that knows where it stands."""
    return f"{(plan.about.site_url or '').rstrip('/')}/{address}"


def _atom(site: Site, feed: Feed, entries: Sequence[Entry]) -> bytes:
    about = site.plan.about
    made = site.templates.get_template("feed.xml").render(
        id=_id(site.plan, f"feed/{feed.page}"),
        title=feed.title,
        subtitle=_subtitle(site.plan),
        author=about.body.name,
        rights=about.licence or "",
        language=_language(),
        itself=_url(site.plan, feed.atom.address),
        page=_url(site.plan, feed.page),
        entries=entries,
    )
    return f"{bare(made)}\n".encode()


def _subtitle(plan: Plan) -> str:
    """What the feed is of. Who reads it does not see the notice that stands on every page of an example."""
    about = plan.about
    words = _("Reports, figures, decisions, grants and versions, as published by %(body)s.")
    said = [words % {"body": about.body.name}]
    if about.example:
        said.append(_("This is an example. %(area)s does not exist.") % {"area": about.body.area})
    return " ".join(said)


def _json(plan: Plan, feed: Feed, entries: Sequence[Entry]) -> bytes:
    about = plan.about
    author: dict[str, str] = {"name": about.body.name} | ({"url": about.body.url} if about.body.url else {})
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": _url(plan, feed.page),
        "feed_url": _url(plan, feed.json.address),
        "description": _subtitle(plan),
        "language": _language(),
        "authors": [author],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.words or entry.title,
                "date_published": entry.day,
                "tags": [entry.kind_name],
            }
            for entry in entries
        ],
    }
    return f"{bare(json.dumps(made, ensure_ascii=False, indent=1))}\n".encode()
