"""The tiny plan of conftest.py in easy read as well: small pictures, a few words, no problem in it."""

from __future__ import annotations

from pathlib import Path

from plainplan.check.easy import NEEDED

ROADS = "data/priorities/safer-roads.yml"
SPEEDING = "data/measures/speeding.yml"
BUDGET = "data/budget.yml"
WORDS = "data/glossary.yml"
PICTURES = "data/pictures.yml"
HOME = "content/easy-read/index.md"
CHAPTER = "content/easy-read/our-roads.md"
OWN = frozenset({"road", "camera"})
"""Pictures beside those that the product needs."""

_TOLD = {
    ROADS: (
        (
            "summary: Fewer people hurt.\n",
            "easy:\n  title: Safe roads\n  picture: road\n  words: |\n    We want roads to be safe.\n",
        ),
        (
            "    title: Slow drivers down\n",
            "    easy:\n      title: Slow cars\n      picture: target\n"
            "      words: We want cars to be slow.\n",
        ),
        (
            "        title: Check speeds\n",
            "        easy:\n          picture: camera\n          words: |\n"
            "            We will use **ANPR**.\n            ANPR means cameras that read numbers.\n",
        ),
    ),
    SPEEDING: (
        (
            "tells_you: How many drive too fast.\n",
            'easy:\n  picture: number\n  words: We count fast cars.\n  says: "{number} cars go too fast."\n',
        ),
    ),
    BUDGET: (
        (
            "        title: Grant\n",
            "        easy: {picture: money, words: The government gives us this.}\n",
        ),
        (
            "        title: Roads\n",
            "        easy: {picture: road, words: This makes roads safe.}\n",
        ),
    ),
    WORDS: (("    term: ANPR\n", "    picture: camera\n    easy: Cameras that read numbers.\n"),),
}
"""What easy read says of the records: a line of the tiny plan, and what stands after it."""
_WRITTEN = {
    HOME: """\
---
title: Welcome to easy read
picture: welcome
---
![read]
This is our plan.
You can read it here.
""",
    CHAPTER: """\
---
title: Our roads
picture: road
order: 1
twin: roads.md
updated: 2026-11-02
---
## What do we do on roads?

![people]
We look after roads.
Many people use them.

![camera]
We use **ANPR**.
ANPR means cameras that read numbers.

## What comes next?

![calendar]
Next year we will do more.
""",
}


def tell_in_easy_read(plan: Path) -> Path:
    """Add easy read to the tiny plan in a folder."""
    for name, places in _TOLD.items():
        path = plan / name
        text = path.read_text(encoding="utf-8")
        for line, told in places:
            assert text.count(line) == 1, f"{line!r} stands {text.count(line)} times in {name}"
            text = text.replace(line, line + told)
        path.write_text(text, encoding="utf-8")
    for name, text in _WRITTEN.items():
        path = plan / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _draw(plan)
    return plan


def _draw(plan: Path) -> None:
    """Each picture is a line of its own length, so that no two are the same."""
    lines = ["sources:", "  - {id: own, title: Our pictures, by: The office, licence: CC0}", "pictures:"]
    for number, name in enumerate(sorted(NEEDED | OWN), 1):
        file = f"easy-read/pictures/{name}.svg"
        path = plan / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        drawing = f'<path stroke="#123" d="M0 0h{number}"/>'
        path.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{drawing}</svg>', encoding="utf-8"
        )
        lines.append(f"  - {{id: {name}, file: {file}, alt: Picture of {name}, source: own}}")
    (plan / PICTURES).write_text("\n".join(lines) + "\n", encoding="utf-8")
