"""A page as plain text: for a terminal, a braille display, an email, or a person who reads it aloud."""

from plainplan.formats.text.render import render_text, transcript

__all__ = ["render_text", "transcript"]
