"""Grants by priority, by year and by recipient. All amounts in pounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from plainplan import addresses
from plainplan.language.collation import sort_key
from plainplan.model import Grant, Plan
from plainplan.model.recipients import receivers
from plainplan.views.money import grants_total


@dataclass(frozen=True)
class Group:
    """Grants that have something in common. `key` is empty for those that lack it; `page` too, then.

    `unpublished` is how many of them have no published amount: these are not in `total`.
    """

    key: str
    name: str
    page: str
    grants: tuple[Grant, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the published amounts."""
        return grants_total(self.grants)

    @property
    def unpublished(self) -> int:
        """How many grants have no published amount."""
        return sum(not isinstance(grant.amount, Decimal) for grant in self.grants)


def newest_first(grants: Iterable[Grant]) -> list[Grant]:
    """In the order of lists: the newest first, of one day by title."""
    by_title = sorted(grants, key=lambda grant: (sort_key(grant.title), grant.id))
    return sorted(by_title, key=lambda grant: grant.awarded, reverse=True)


def by_priority(plan: Plan) -> list[Group]:
    """The grants of each priority that has some, in the plan's order; last those under none."""
    order = sorted(plan.priorities, key=lambda one: (one.order, one.id))
    groups = [
        _group(one.id, one.title, "priority", (g for g in plan.grants if g.priority == one.id))
        for one in order
    ]
    others = [grant for grant in plan.grants if grant.priority not in {one.id for one in order}]
    return _filled([*groups, Group("", "", "", tuple(newest_first(others)))])


def by_year(plan: Plan) -> list[Group]:
    """The grants of each financial year, the newest year first."""
    years = sorted({grant.year for grant in plan.grants}, reverse=True)
    return [_group(year, year, "year", (g for g in plan.grants if g.year == year)) for year in years]


def by_recipient(plan: Plan) -> list[Group]:
    """The grants of each organisation, by its name; last those to individuals, whom no page names."""
    groups = [_group(one.slug, one.name, "recipient", one.grants) for one in receivers(plan.grants)]
    persons = tuple(newest_first(grant for grant in plan.grants if grant.recipient.person))
    return _filled([*groups, Group("", "", "", persons)])


def recipient_keys(plan: Plan) -> dict[str, str]:
    """The recipient's part of an address for each grant by its id; none for a grant to an individual."""
    return {grant.id: one.slug for one in receivers(plan.grants) for grant in one.grants}


def _group(key: str, name: str, kind: str, grants: Iterable[Grant]) -> Group:
    page = addresses.under(addresses.under(addresses.GRANTS, kind), key)
    return Group(key, name, page, tuple(newest_first(grants)))


def _filled(groups: Iterable[Group]) -> list[Group]:
    return [group for group in groups if group.grants]
