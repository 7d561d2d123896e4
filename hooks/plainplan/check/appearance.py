"""The body's colour and logo: can everybody read the one, and is there the other?"""

from __future__ import annotations

from pathlib import PurePosixPath

from plainplan.check.rules import Findings
from plainplan.colours import GROUNDS, LEAST, contrast, darker, readable_on
from plainplan.errors import nearest

_PICTURES = frozenset({".svg", ".png", ".webp", ".jpg", ".jpeg"})


def check_appearance(findings: Findings) -> None:
    """The accent has the contrast that text needs (WCAG 2.2, 1.4.3); the logo is a picture in content/."""
    about = findings.plan.about
    accent, logo = about.appearance.accent, about.appearance.logo
    if accent and not readable_on(accent, GROUNDS["light"]):
        least = min(contrast(accent, ground) for ground in GROUNDS["light"])
        findings.add(
            "contrast",
            ("about", "appearance", "accent"),
            f"text in the colour {accent} is too pale to read: its contrast is {least:.1f} to 1, "
            f"and {LEAST} to 1 is the least.",
            f'Use a darker one, such as "{darker(accent)}".',
        )
    if not logo:
        return
    pictures = {path for path in findings.plan.attachments if PurePosixPath(path).suffix.lower() in _PICTURES}
    if logo not in pictures:
        findings.add(
            "broken-link",
            ("about", "appearance", "logo"),
            f'there is no picture "content/{logo}".',
            nearest(logo, pictures) or "Put the file there, or correct the name.",
        )
