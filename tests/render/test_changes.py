"""Changes in words that need no page round them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from plainplan.load import load_plan
from plainplan.render.changes import tell, title_alone
from plainplan.views.changes import Changes, Kind
from plainplan.views.index import Index

from tests.conftest import Change

_FIRST = "    low: 18\n    high: 22\n"
_LATER = "    value: not available\n    reason: The cameras were broken.\n"


def _told(folder: Path, kind: Kind) -> list[tuple[str, str]]:
    index = Index(load_plan(folder).plan)
    events = Changes(index, date(2026, 11, 23)).newest_first
    told = [(event, tell(event, index)) for event in events if event.kind is kind]
    return [(title_alone(event, said), said.words) for event, said in told]


@pytest.mark.parametrize(
    ("kind", "edit", "told"),
    [
        (Kind.VERSION, ("data/plan.yml", "", ("")), ("Version 2 of the plan (final)", "Final plan.")),
        (
            Kind.REPORT,
            (
                "data/progress/2026-10-23.yml",
                "title: Autumn report\n",
                ("title: Autumn report\nsummary: All *goes* well.\n"),
            ),
            ("Report: Autumn report", "All goes well. The first report on 1 action."),
        ),
        (
            Kind.REPORT,
            (
                "data/progress/2026-11-20.yml",
                "",
                (
                    "date: 2026-11-20\ntitle: More\nupdates:\n"
                    "  - {action: speed-checks, status: on track, words: So.}\n"
                ),
            ),
            ("Report: More", "It reports on 1 action. None have a new status."),
        ),
        (
            Kind.STATUS,
            (
                "data/progress/2026-11-20.yml",
                "",
                (
                    "date: 2026-11-20\ntitle: More\nupdates:\n"
                    "  - {action: speed-checks, status: stopped, words: It ended., reason: No money.}\n"
                ),
            ),
            ("Check speeds: now stopped", "From on track to stopped. It ended. Why: No money."),
        ),
        (
            Kind.FIGURE,
            (
                "data/measures/speeding.yml",
                _LATER,
                ("    value: 12.50\n    status: provisional\n    published: 2026-06-01\n"),
            ),
            (
                "New figure: Drivers above the limit",
                "2025 to 2026: 12.50% (provisional). 2024 to 2025: 20%.",
            ),
        ),
        (
            Kind.FIGURE,
            (
                "data/measures/speeding.yml",
                _LATER,
                ("    value: 12\n    break_before: New cameras.\n    published: 2026-06-01\n"),
            ),
            (
                "New figure: Drivers above the limit",
                "2025 to 2026: 12%. It cannot be compared with earlier figures.",
            ),
        ),
        (
            Kind.REVISION,
            (
                "data/measures/speeding.yml",
                _FIRST,
                (f"{_FIRST}    revisions:\n      - {{date: 2026-08-01, was: 21, why: Late forms}}\n"),
            ),
            (
                "Figure put right: Drivers above the limit",
                "2024 to 2025: 21% was put right to 20%. Why: Late forms.",
            ),
        ),
        (
            Kind.DECISION,
            (
                "data/consultation.yml",
                "        said: Cars are too fast.\n",
                (
                    "        said: Cars are too fast.\n        did: We bought cameras.\n"
                    "        decided: 2026-02-03\n"
                ),
            ),
            ("Decision: “Cars are too fast”", "You said: Cars are too fast. We decided: We bought cameras."),
        ),
        (
            Kind.GRANTS,
            ("data/grants.yml", "", ("")),
            ("1 grant for Safer roads, £10", "Village watch, to Watch Trust: £10."),
        ),
        (
            Kind.GRANTS,
            (
                "data/grants.yml",
                "grants:\n",
                (
                    "grants:\n  - {id: a, title: A, description: D., recipient: {name: R}, "
                    "amount: not published, awarded: 2026-05-01, priority: safer-roads}\n"
                ),
            ),
            (
                "2 grants for Safer roads",
                "A, to R: amount not published. Village watch, to Watch Trust: £10.",
            ),
        ),
    ],
)
def test_a_change_is_told(
    small_plan: Path, change: Change, kind: Kind, edit: tuple[str, str, str], told: tuple[str, str]
) -> None:
    if edit[2]:
        change(*edit)
    assert _told(small_plan, kind)[0] == told


def test_of_many_figures_of_a_day_the_newest_are_told(small_plan: Path, change: Change) -> None:
    more = "".join(
        f"  - {{period: {year}, start: {year}-01-01, end: {year}-12-31, "
        f"value: {year - 2020}, published: 2026-06-01}}\n"
        for year in range(2027, 2032)
    )
    change("data/measures/speeding.yml", _LATER, f"{_LATER}{more}")
    ((title, words),) = _told(small_plan, Kind.FIGURE)
    assert title == "New figures: Drivers above the limit"
    assert words.startswith("2031: 11%. 2030: 10%. 2029: 9%.")
    assert words.endswith("2 earlier figures came out too.")
