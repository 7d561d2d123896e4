"""The blocks and values that a chapter can place: `{{ measure("public-confidence") }}`, `{{ plan.area }}`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import jinja2
from babel.dates import format_date
from jinja2.sandbox import SandboxedEnvironment

from plainplan.language import gettext as _
from plainplan.language import named, spoken
from plainplan.model import EasyChapter, Plan, Written
from plainplan.model.base import Unknown

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
    "picture": "picture",
    "priorities": "",
    "progress": "priority?",
}
"""Each block, and what it is given; `?` may be left out."""
VALUES = ("area", "force", "office", "period", "title")
"""What `{{ plan.… }}` can print."""

PICTURE_LINE = re.compile(r"^[ \t]*!\[([a-z0-9-]+)\][ \t]*$", re.MULTILINE)
"""A picture in easy read, alone in its line."""
_OF_MARKDOWN = re.compile(r"#|[-*+] |\d+[.)] |>|\||:|\s|<")
"""How a line begins that is more than a sentence."""

_MARK = "plainplan-block-{}-"
MARKS = re.compile(r"<p>\s*plainplan-block-(\d+)-\s*</p>|plainplan-block-(\d+)-")
"""A block that is placed in the HTML of a chapter: its number, from 0, alone in a paragraph or in a text."""


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


def values_of(plan: Plan) -> dict[str, str]:
    """What `{{ plan.… }}` prints."""
    about = plan.about
    first, last = _day(about.period.start), _day(about.period.end)
    return {
        "area": about.body.area,
        "force": about.body.force or "",
        "office": about.body.name,
        "period": about.period.as_published or _("%(first)s to %(last)s") % {"first": first, "last": last},
        "title": about.title,
    }


def _day(value: date | Unknown) -> str:
    if isinstance(value, Unknown):
        return named(value)
    return format_date(value, spoken().day, locale=spoken().locale)


Placed = tuple[str, str | None]
"""A block and what it is given."""


def markdown_of(written: Written) -> str:
    """The Markdown of a text. In easy read each line is a paragraph, and `![vote]` alone in it a picture."""
    return easy_markdown(written.body) if isinstance(written, EasyChapter) else written.body


def easy_markdown(text: str) -> str:
    """Easy read as its editor writes it, as Markdown: every sentence and every picture a paragraph."""
    lines = []
    for line in text.splitlines():
        if match := PICTURE_LINE.fullmatch(line):
            lines.append(f'\n{{{{ picture("{match[1]}") }}}}\n')
        elif line and not _OF_MARKDOWN.match(line):
            lines.append(f"\n{line}\n")  # or it would belong to the list before it
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def expand(text: str, values: Mapping[str, str]) -> tuple[str, list[Placed]]:
    """The Markdown of a chapter with its values and with marks for blocks; and those blocks in order.

    `check` has seen to it that they can be made.
    """
    placed: list[Placed] = []
    names: dict[str, Callable[..., str]] = {name: partial(_place, placed, name) for name in BLOCKS}
    return environment().from_string(text).render(names, plan=values), placed


def _place(placed: list[Placed], name: str, value: str | None = None, **named: str) -> str:
    placed.append((name, value if value is not None else named.get(parameter(name))))
    return _MARK.format(len(placed) - 1)
