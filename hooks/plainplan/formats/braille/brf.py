"""BRF: pages of braille in ASCII, as embossers and braille displays read them.

Sources: North American Braille Computer Code; "Braille Ready Format (BRF)" in the register of formats of the
Library of Congress (fdd000551): lines end in CR LF, pages in a form feed.
"""

from __future__ import annotations

from plainplan.formats.braille.render import Braille

_SIGNS = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The sign for each of the 64 patterns of 6 dots, in the order of Unicode."""
_TO_ASCII = {0x2800 + place: sign for place, sign in enumerate(_SIGNS)}


def to_brf(made: Braille) -> bytes:
    """The bytes of the file."""
    pages = ("\r\n".join(line.translate(_TO_ASCII).rstrip() for line in page) for page in made.pages)
    return "".join(f"{page}\r\n\f" for page in pages).encode("ascii")
