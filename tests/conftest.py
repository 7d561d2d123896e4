"""What all tests share: a tiny plan of files, in order, to spoil; the example's site; a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import BrowserType

from tests.sites import LAUNCH, ROOT, Built, Workshop, find_browser, one_at_a_time
from tests.statement import CONTENT

# The same examples each time, and no deadline: a busy machine is no fault of the code.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

pytest_plugins = ["tests.gate.session"]  # here, since options and workers need it before tests are collected

FILES = {
    "data/plan.yml": """\
title: Safer Testshire
body:
  name: Office of the Commissioner for Testshire
  area: Testshire
  force: Testshire Police
  organisation: commissioner
period:
  start: 2026-01-01
  end: 2030-03-31
status: final
versions:
  - number: "1"
    date: 2025-12-01
    status: draft
    summary: First draft.
  - number: "2"
    date: 2025-12-20
    status: final
    summary: Final plan.
summary: What we will do.
contact:
  email: plan@example.org
reporting_months: 3
""",
    "data/organisations.yml": """\
organisations:
  - id: commissioner
    name: Police and Crime Commissioner
    kind: office
    responsibility: strategic
  - id: police
    name: Testshire Police
    kind: force
    responsibility: operational
""",
    "data/priorities/safer-roads.yml": """\
id: safer-roads
title: Safer roads
summary: Fewer people hurt.
outcomes:
  - id: calm-streets
    title: Calm streets
objectives:
  - id: slow-down
    title: Slow drivers down
    outcomes: [calm-streets]
    actions:
      - id: speed-checks
        title: Check speeds
        owner: police
        start: 2026-02-01
        due: 2026-12-31
        measures:
          - speeding
        requirements: [s7]
        budget_line:
          year: 2026-27
          line: roads
""",
    "data/measures/speeding.yml": """\
id: speeding
title: Drivers above the limit
tells_you: How many drive too fast.
kind: performance metric
unit: "%"
better: lower
baseline:
  period: 2024 to 2025
  value: 20
target:
  value: 10
source:
  title: Speed checks
frequency: Yearly
owner: police
series:
  - period: 2024 to 2025
    start: 2024-04-01
    end: 2025-03-31
    value: 20
    low: 18
    high: 22
  - period: 2025 to 2026
    start: 2025-04-01
    end: 2026-03-31
    value: not available
    reason: The cameras were broken.
""",
    "data/progress/2026-10-23.yml": """\
date: 2026-10-23
title: Autumn report
updates:
  - action: speed-checks
    status: on track
    words: We checked 12 roads.
""",
    "data/budget.yml": """\
years:
  - id: 2026-27
    status: approved
    funding:
      - id: grant
        title: Grant
        amount: 90.50
    funding_total: 90.50
    spending:
      - id: roads
        title: Roads
        amount: 80.25
        passed_to_chief_constable: true
        priorities:
          - priority: safer-roads
            amount: 80
    spending_total: 80.25
    passed_to_chief_constable:
      amount: 80.25
    reserves:
      opening: 5
      movement: 10.25
      closing: 15.25
""",
    "data/grants.yml": """\
grants:
  - id: village-watch
    title: Village watch
    description: Volunteers check speeds.
    recipient:
      name: Watch Trust
    amount: 10
    awarded: 2026-05-01
    priority: safer-roads
    budget_line:
      year: 2026-27
      line: roads
    conditions: Report once a year.
    reasons: Drivers who are seen slow down.
""",
    "data/requirements.yml": """\
requirements:
  - id: s7
    title: Have a plan
    duty: There must be a plan.
    instrument: The Act
    read_on: 2026-11-01
    met_by:
      - page: roads.md
        heading: Slower traffic
""",
    "data/pronunciation.yml": """\
languages:
  - language: en
    words:
      - {write: mph, say: miles an hour}
""",
    "data/glossary.yml": """\
terms:
  - id: anpr
    term: ANPR
    meaning: Cameras that read number plates.
""",
    "data/consultation.yml": """\
exercises:
  - id: survey
    title: Survey
    method: online
    who: Everybody.
    start: 2025-07-14
    end: 2025-09-08
    responses: 12
    you_said_we_did:
      - id: too-fast
        said: Cars are too fast.
        actions: [speed-checks]
""",
    "data/milestones.yml": """\
milestones:
  - id: published
    title: Plan published
    date: 2025-12-20
    state: done
    organisation: commissioner
""",
    "data/accessibility.yml": """\
scope: the website of the Testshire plan
compliance: partially compliant
"""
    + CONTENT
    + """\
prepared: 2025-10-01
reviewed: 2026-11-01
tested:
  - how: With programs.
    by: the office
    on: 2026-10-30
nation: Wales
law:
  regulations:
    title: The Regulations
    url: https://example.org/law
  standard:
    title: Guidelines
    short_title: WCAG 2.2
    url: https://example.org/standard
  enforcement:
    - nations: [England, Wales]
      enforcer: The Commission
      complaints:
        title: The Service
        url: https://example.org/complaints
  source: https://example.org/model
  read_on: 2026-11-01
""",
    "content/roads.md": """\
---
title: Our roads
priority: safer-roads
---

See [the measure](measures/speeding.md), and ANPR.

## Slower traffic

{{ measure("speeding") }}
{{ plan.area }}
""",
}
"""What the tiny plan says, file by file."""

Change = Callable[[str, str, str], int]


@pytest.fixture
def small_plan(tmp_path: Path) -> Path:
    """The folder of a tiny plan without problems (on 23 November 2026)."""
    return _write(tmp_path)


@pytest.fixture(scope="session")
def lasting_small_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all tests of a run. Who changes a file in it puts it back."""
    return _write(tmp_path_factory.mktemp("small"))


def _write(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def change(small_plan: Path) -> Change:
    """Put `new` where a file of the tiny plan has `old` (all of it where `old` is empty).

    Returns the line in which the change begins.
    """

    def write(name: str, old: str, new: str) -> int:
        path = small_plan / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not old or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new) if old else new, encoding="utf-8")
        return text[: text.find(old)].count("\n") + 1 if old else 1

    return write


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if folder.name.startswith("popen-") else folder
    return Workshop(tmp_path_factory.mktemp("sites"), shared)


@pytest.fixture(scope="session")
def example(workshop: Workshop) -> Built:
    """The site of the plan in this repository. Workers that run beside each other share one."""
    made = Built(ROOT, workshop.shared / "example" / "site")
    with one_at_a_time(workshop.shared / "example.lock"):
        return made if made.site.exists() else workshop.build(ROOT, made.site)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], browser_type: BrowserType
) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": find_browser(browser_type.executable_path),
        "args": list(LAUNCH),
    }
