"""What changed, in plain words: the same on pages and in feeds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plainplan.model import Grant
from plainplan.model.base import Unknown
from plainplan.model.measure import Observation
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

KIND_NAMES: dict[Kind, tuple[str, str]] = {
    Kind.VERSION: ("Version of the plan", "Versions of the plan"),
    Kind.REPORT: ("Report", "Reports"),
    Kind.STATUS: ("New status", "New status"),
    Kind.FIGURE: ("New figure", "New figures"),
    Kind.REVISION: ("Figure put right", "Figures put right"),
    Kind.DECISION: ("Decision", "Decisions"),
    Kind.GRANTS: ("Grants", "Grants"),
}
"""What readers call a kind of change, for one and for many of it."""
_LONGEST = 88  # signs of a title
_TOLD = 3  # figures of one day that are told one by one


@dataclass(frozen=True)
class Told:
    """A change in plain words. `title` names what changed, `words` say how; `words` may be empty."""

    title: str
    words: str

    @property
    def whole(self) -> str:
        """Both, where nothing else stands round them."""
        return f"{self.title}. {self.words}".strip()


def tell(event: Event, index: Index) -> Told:  # noqa: PLR0911  # one for each kind
    """A change in words that a reader needs no other page for."""
    match event.what:
        case NewVersion(version):
            return Told(f"Version {version.number} of the plan ({version.status})", plain(version.summary))
        case NewReport() as new:
            return Told(new.report.title, _report(new, index))
        case NewStatus(item, before, update):
            why = f"Why: {plain(update.reason)}" if update.reason else ""
            words = f"From {before} to {update.status}. {plain(update.words)} {why}"
            return Told(item.action.title, words.strip())
        case NewFigures() as new:
            return Told(new.measure.title, _figures(new))
        case RevisedFigures() as revised:
            return Told(revised.measure.title, _revised(revised))
        case NewDecision(_, response):
            did = plain(response.did)
            words = f"You said: {plain(response.said)} {f'We decided: {did}' if did else ''}"
            return Told(response.title or f"“{_short(response.said)}”", words.strip())
        case NewGrants(grants, priority):
            return Told(_grants_title(grants, priority, index), " ".join(map(_grant, grants)))


def title_alone(event: Event, told: Told) -> str:
    """A title that says without its surroundings what kind of change it is, for a list of news."""
    if isinstance(event.what, NewStatus):
        return f"{told.title}: now {event.what.update.status}"
    if event.kind in (Kind.VERSION, Kind.GRANTS):
        return told.title
    return f"{_kind_of(event)}: {told.title}"


def _kind_of(event: Event) -> str:
    one, many = KIND_NAMES[event.kind]
    told = event.what.figures if isinstance(event.what, NewFigures | RevisedFigures) else ()
    return many if len(told) > 1 else one


def _count(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def _report(new: NewReport, index: Index) -> str:
    label = index.plan.about.labels.action
    one, many, total = label.one.lower(), label.many.lower(), len(new.report.updates)
    said = [plain(new.report.summary)] if new.report.summary else []
    if new.first == total:
        said.append(f"The first report on {_count(total, one, many)}.")
    else:
        first = f", on {number(new.first)} for the first time" if new.first else ""
        changed = number(new.changed) if new.changed else "none"
        have = "has" if new.changed == 1 else "have"
        said.append(
            f"It reports on {_count(total, one, many)}{first}. {_capital(changed)} {have} a new status."
        )
    return " ".join(said)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _figures(new: NewFigures) -> str:
    unit, figures = new.measure.unit, list(reversed(new.figures))
    alone = len(figures) == 1
    said = [_figure(figure, unit, figure.before if alone else None) for figure in figures[:_TOLD]]
    if len(figures) > _TOLD:
        said.append(
            f"{_capital(_count(len(figures) - _TOLD, 'earlier figure', 'earlier figures'))} came out too."
        )
    said += _breakdowns(new.breakdowns, "came out", bool(figures))
    return " ".join(said)


def _figure(figure: Figure, unit: str, beside: tuple[Observation, Decimal] | None) -> str:
    now = figure.figure
    firm = " (provisional)" if now.status == "provisional" else ""
    said = f"{now.period}: {quantity(figure.value, unit)}{firm}."
    if beside:
        before, value = beside
        return f"{said} {before.period}: {quantity(value, unit)}."
    return f"{said} It cannot be compared with earlier figures." if now.break_before else said


def _bare(unit: str) -> str:
    """The unit of a second figure: its sign, but not its words again."""
    return unit if unit in ("%", "£") else ""


def _breakdowns(names: tuple[str, ...], verb: str, too: bool) -> list[str]:
    also = " too" if too else ""
    return [f"Figures by {name.lower()} {verb}{also}." for name in names]


def _revised(revised: RevisedFigures) -> str:
    unit = revised.measure.unit
    figures = list(reversed(revised.figures))
    said = [_put_right(figure, unit) for figure in figures[:_TOLD]]
    if len(figures) > _TOLD:
        said.append(f"{_count(len(figures) - _TOLD, 'earlier figure', 'earlier figures')} changed too.")
    return " ".join([*said, *_breakdowns(revised.breakdowns, "changed", bool(figures))])


def _put_right(figure: Revised, unit: str) -> str:
    now = f"{quantity(figure.now, unit)}"
    why = f" Why: {figure.why.rstrip('.')}." if figure.why else ""
    return f"{figure.period}: {quantity(figure.was, _bare(unit))} was put right to {now}.{why}"


def _short(prose: str) -> str:
    """Words for a title: as many as fit, whole."""
    words = plain(prose).rstrip(".")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _grants_title(grants: tuple[Grant, ...], priority: str | None, index: Index) -> str:
    to = f" for {index.priorities[priority].title}" if priority else ""
    amounts = [grant.amount for grant in grants if isinstance(grant.amount, Decimal)]
    whole = len(amounts) == len(grants)
    total = f", {pounds(sum(amounts, Decimal(0)))}{' in all' if len(grants) > 1 else ''}" if whole else ""
    return f"{_count(len(grants), 'grant', 'grants')}{to}{total}"


def _grant(grant: Grant) -> str:
    amount = f"amount {grant.amount}" if isinstance(grant.amount, Unknown) else pounds(grant.amount)
    return f"{grant.title}, to {grant.recipient.name}: {amount}."
