"""Text of the plan without the line breaks that only stand in its file.

Editors break a long sentence over several lines of YAML. Markdown reads such a break as a space, but a cell
of a spreadsheet shows it.
"""

from __future__ import annotations

import re

_OWN_LINE = re.compile(r"[-*+] |[0-9]{1,9}[.)] |#|>|\||[-=*_]{3,} *$")
"""How a line begins that Markdown does not read as going on with the one before it (CommonMark 0.31)."""
_HARD = ("  ", "\\")
_CODE = ("    ", "\t")


def unwrapped(text: str) -> str:
    """The text with each paragraph and each entry of a list on one line.

    Blank lines, entries of lists, and breaks that the author asked for (two spaces or a backslash at the end
    of a line) stay. So does everything in a text that has code in it.
    """
    if "```" in text or "~~~" in text:
        return text
    made: list[str] = []
    for line in text.split("\n"):
        before = made[-1] if made else ""
        if before.strip() and line.strip() and not before.endswith(_HARD) and not _starts(line, before):
            made[-1] = f"{before.rstrip()} {line.lstrip()}"
        else:
            made.append(line)
    return "\n".join(made)


def _starts(line: str, before: str) -> bool:
    """Whether a line is one of its own, or the one before it is code, a heading or a row of a table."""
    code = line.startswith(_CODE) and before.startswith(_CODE)
    return code or bool(_OWN_LINE.match(line.lstrip())) or before.lstrip().startswith(("#", "|"))
