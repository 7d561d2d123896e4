"""`make bench`: measures all; `python -m tests.bench languages` measures one part alone."""

from __future__ import annotations

import sys

from tests.bench import example, formats, languages

PARTS = {"example": example.measure, "languages": languages.measure, "formats": formats.measure}


def main(named: list[str]) -> None:
    """Measure the parts that are named, or all."""
    for name in named or PARTS:
        print(f"== {name} ==")
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
