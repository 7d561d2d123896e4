"""The blocks and values that a chapter can place: `{{ measure("public-confidence") }}`, `{{ plan.area }}`."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2
from jinja2.sandbox import SandboxedEnvironment

BLOCKS: Mapping[str, str] = {
    "action": "action",
    "actions": "priority",
    "budget": "year",
    "chart": "chart",
    "consultation": "",
    "contact": "",
    "grants": "priority?",
    "measure": "measure",
    "measures": "priority?",
    "milestones": "",
    "objectives": "priority",
    "organisations": "",
    "priorities": "",
    "progress": "priority?",
}
"""Each block, and what it is given; `?` may be left out."""
VALUES = ("area", "force", "office", "period", "title")
"""What `{{ plan.… }}` can print."""


def parameter(name: str) -> str:
    """What a block is given, as its template calls it; empty where it is given nothing."""
    return BLOCKS[name].rstrip("?")


def environment() -> SandboxedEnvironment:
    """How the text of a chapter is read: sandboxed and strict.

    Comments look otherwise than Jinja's own, since `{#name}` behind a heading is its anchor (attr_list).
    """
    return SandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="{{#",
        comment_end_string="#}}",
    )
