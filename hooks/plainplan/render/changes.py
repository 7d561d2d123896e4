"""What changed, in plain words: the same on pages and in feeds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.language import gettext as _
from plainplan.language import named, ngettext, npgettext, pgettext
from plainplan.model import Grant
from plainplan.model.base import Unknown
from plainplan.model.consultation import Response
from plainplan.model.measure import Observation, ObservationStatus
from plainplan.render.short import title_from, unstopped
from plainplan.render.text import number, plain, pounds, quantity
from plainplan.views.changes import (
    Event,
    Kind,
    NewDecision,
    NewGrants,
    NewReport,
    NewStatus,
    NewVersion,
)
from plainplan.views.index import Index
from plainplan.views.releases import Figure, NewFigures, Revised, RevisedFigures

_TOLD = 3  # figures of one day that are told one by one


@dataclass(frozen=True)
class Told:
    """A change in plain words. `title` names what changed, `words` say how; `words` may be empty."""

    title: str
    words: str


def kind_name(kind: Kind, count: int) -> str:
    """What readers call a kind of change, for one and for many of it."""
    return {
        Kind.VERSION: npgettext("kind of change", "Version of the plan", "Versions of the plan", count),
        Kind.REPORT: npgettext("kind of change", "Report", "Reports", count),
        Kind.STATUS: pgettext("kind of change", "New status"),
        Kind.FIGURE: npgettext("kind of change", "New figure", "New figures", count),
        Kind.REVISION: npgettext("kind of change", "Figure put right", "Figures put right", count),
        Kind.DECISION: npgettext("kind of change", "Decision", "Decisions", count),
        Kind.GRANTS: pgettext("kind of change", "Grants"),
    }[kind]


def tell(event: Event, index: Index) -> Told:  # noqa: PLR0911  # one for each kind
    """A change in words that a reader needs no other page for."""
    match event.what:
        case NewVersion(version):
            title = _("Version %(number)s of the plan (%(status)s)")
            title %= {"number": version.number, "status": named(version.status)}
            return Told(title, plain(version.summary))
        case NewReport() as new:
            return Told(new.report.title, _report(new, index))
        case NewStatus(item) as new:
            return Told(item.action.title, _status(new))
        case NewFigures() as new:
            return Told(new.measure.title, _figures(new))
        case RevisedFigures() as revised:
            return Told(revised.measure.title, _revised(revised))
        case NewDecision(_exercise, response):
            title = response.title or _("“%(words)s”") % {"words": title_from(response.said)}
            return Told(title, _decision(response))
        case NewGrants(grants, priority):
            return Told(_grants_title(grants, priority, index), " ".join(map(_grant, grants)))


def title_alone(event: Event, told: Told) -> str:
    """A title that says without its surroundings what kind of change it is, for a list of news."""
    if isinstance(event.what, NewStatus):
        status = named(event.what.update.status)
        return _("%(action)s: now %(status)s") % {"action": told.title, "status": status}
    if event.kind in (Kind.VERSION, Kind.GRANTS):
        return told.title
    return _("%(kind)s: %(title)s") % {"kind": _kind_of(event), "title": told.title}


def _kind_of(event: Event) -> str:
    told = event.what.figures if isinstance(event.what, NewFigures | RevisedFigures) else ()
    return kind_name(event.kind, max(1, len(told)))


def _report(new: NewReport, index: Index) -> str:
    actions = index.plan.about.labels.action.counted(len(new.report.updates))
    said = [plain(new.report.summary)] if new.report.summary else []
    if new.first == len(new.report.updates):
        said.append(_("The first report on %(actions)s.") % {"actions": actions})
        return " ".join(said)
    if new.first:
        words = ngettext(
            "It reports on %(actions)s, on %(number)s for the first time.",
            "It reports on %(actions)s, on %(number)s for the first time.",
            new.first,
        )
        said.append(words % {"actions": actions, "number": number(new.first)})
    else:
        said.append(_("It reports on %(actions)s.") % {"actions": actions})
    return " ".join([*said, _changed(new.changed)])


def _changed(count: int) -> str:
    if count == 0:
        return _("None have a new status.")
    words = ngettext("%(number)s has a new status.", "%(number)s have a new status.", count)
    return words % {"number": number(count)}


def _status(new: NewStatus) -> str:
    before, after = named(new.before), named(new.update.status)
    said = [_("From %(before)s to %(after)s.") % {"before": before, "after": after}, plain(new.update.words)]
    if new.update.reason:
        said.append(_("Why: %(reason)s") % {"reason": plain(new.update.reason)})
    return " ".join(said)


def _decision(response: Response) -> str:
    said = [_("You said: %(words)s") % {"words": plain(response.said)}]
    if did := plain(response.did):
        said.append(_("We decided: %(words)s") % {"words": did})
    return " ".join(said)


def _figures(new: NewFigures) -> str:
    unit, figures = new.measure.unit, list(reversed(new.figures))
    alone = len(figures) == 1
    said = [_figure(figure, unit, figure.before if alone else None) for figure in figures[:_TOLD]]
    if (more := len(figures) - _TOLD) > 0:
        words = ngettext(
            "%(number)s earlier figure came out too.", "%(number)s earlier figures came out too.", more
        )
        said.append(words % {"number": number(more)})
    if figures:
        # Translators: %(breakdown)s is what figures are split by, such as "district".
        words = _("Figures by %(breakdown)s came out too.")
    else:
        # Translators: %(breakdown)s is what figures are split by, such as "district".
        words = _("Figures by %(breakdown)s came out.")
    return " ".join([*said, *_breakdowns(new.breakdowns, words)])


def _figure(figure: Figure, unit: str, beside: tuple[Observation, Decimal] | None) -> str:
    now = figure.figure
    is_provisional = now.status == ObservationStatus.PROVISIONAL
    words = _("%(period)s: %(figure)s (provisional).") if is_provisional else _("%(period)s: %(figure)s.")
    said = [words % {"period": now.period, "figure": quantity(figure.value, unit)}]
    if beside:
        before, value = beside
        words = _("%(period)s: %(figure)s.")
        said.append(words % {"period": before.period, "figure": quantity(value, unit)})
    elif now.break_before:
        said.append(_("It cannot be compared with earlier figures."))
    return " ".join(said)


def _bare(unit: str) -> str:
    """The unit of a second figure: its sign, but not its words again."""
    return unit if unit in ("%", "£") else ""


def _breakdowns(names: tuple[str, ...], words: str) -> list[str]:
    return [words % {"breakdown": name.lower()} for name in names]


def _revised(revised: RevisedFigures) -> str:
    unit = revised.measure.unit
    figures = list(reversed(revised.figures))
    said = [_put_right(figure, unit) for figure in figures[:_TOLD]]
    if (more := len(figures) - _TOLD) > 0:
        words = ngettext(
            "%(number)s earlier figure changed too.", "%(number)s earlier figures changed too.", more
        )
        said.append(words % {"number": number(more)})
    # Translators: %(breakdown)s is what figures are split by, such as "district".
    words = _("Figures by %(breakdown)s changed too.") if figures else _("Figures by %(breakdown)s changed.")
    return " ".join([*said, *_breakdowns(revised.breakdowns, words)])


def _put_right(figure: Revised, unit: str) -> str:
    # Translators: %(was)s and %(now)s are the figure before and after, such as "21%" and "20%".
    words = _("%(period)s: %(was)s was put right to %(now)s.")
    was, now = quantity(figure.was, _bare(unit)), quantity(figure.now, unit)
    said = [words % {"period": figure.period, "was": was, "now": now}]
    if figure.why:
        said.append(_("Why: %(reason)s.") % {"reason": unstopped(figure.why)})
    return " ".join(said)


def _grants_title(grants: tuple[Grant, ...], priority: str | None, index: Index) -> str:
    amounts = [grant.amount for grant in grants if isinstance(grant.amount, Decimal)]
    count, is_whole = len(grants), len(amounts) == len(grants)
    if priority and is_whole:
        words = ngettext(
            "%(number)s grant for %(priority)s, %(amount)s",
            "%(number)s grants for %(priority)s, %(amount)s in all",
            count,
        )
    elif priority:
        words = ngettext("%(number)s grant for %(priority)s", "%(number)s grants for %(priority)s", count)
    elif is_whole:
        words = ngettext("%(number)s grant, %(amount)s", "%(number)s grants, %(amount)s in all", count)
    else:
        words = ngettext("%(number)s grant", "%(number)s grants", count)
    return words % {
        "number": number(count),
        "priority": index.priorities[priority].title if priority else "",
        "amount": pounds(sum(amounts, Decimal(0))),
    }


def _grant(grant: Grant) -> str:
    named_by = {"grant": grant.title, "recipient": grant.recipient.called}
    if isinstance(grant.amount, Unknown):
        # Translators: %(gap)s is why there is no amount, such as "not published".
        words = _("%(grant)s, to %(recipient)s: amount %(gap)s.")
        return words % {**named_by, "gap": named(grant.amount)}
    words = _("%(grant)s, to %(recipient)s: %(amount)s.")
    return words % {**named_by, "amount": pounds(grant.amount)}
