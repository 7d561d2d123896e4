"""A page in braille: BRF for embossers and displays, PEF for programs that prepare print."""

from plainplan.formats.braille.brf import to_brf
from plainplan.formats.braille.pef import to_pef
from plainplan.formats.braille.render import Braille, render_braille

__all__ = ["Braille", "render_braille", "to_brf", "to_pef"]
