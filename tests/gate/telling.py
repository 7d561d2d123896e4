"""Tells faults to people: each kind once, with every page and mode that has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tests.gate.fault import Fault

_MOST_PLACES = 10
_MOST_PAGES = 6


def tell(faults: Iterable[Fault], most_places: int = _MOST_PLACES) -> str:
    """What is wrong, where, and the mend. A fault of the theme is on every page: it is told once."""
    kinds: defaultdict[tuple[str, str], defaultdict[tuple[str, str, str], list[Fault]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fault in sorted(faults):
        kinds[fault.check, fault.rule][fault.place, fault.message, fault.mend].append(fault)
    told = []
    for (check, rule), places in sorted(kinds.items()):
        ordered = sorted(places.values(), key=lambda same: (-len(same), same[0]))
        told += [_tell_one(same) for same in ordered[:most_places]]
        if len(ordered) > most_places:
            told.append(f"    … and {len(ordered) - most_places} places more with [{check}: {rule}]")
    return "\n".join(told)


def _tell_one(same: list[Fault]) -> str:
    """One fault, and where else it is."""
    first, *others = same
    if not others:
        return str(first)
    pages = list(dict.fromkeys(fault.page for fault in same))
    modes = list(dict.fromkeys(fault.mode for fault in same))
    lines = [str(first)]
    if len(modes) > 1:
        lines.append(f"    in: {'; '.join(modes)}")
    if len(pages) > 1:
        named = ", ".join(f"/{page}" for page in pages[1 : _MOST_PAGES + 1])
        more = f" and {len(pages) - 1 - _MOST_PAGES} more" if len(pages) > _MOST_PAGES + 1 else ""
        lines.append(f"    also on: {named}{more}")
    return "\n".join(lines)
