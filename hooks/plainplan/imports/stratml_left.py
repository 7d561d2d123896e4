"""What nothing read: whatever a document says and a plan has no place for is listed, in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from plainplan.imports.choices import Notebook
from plainplan.imports.stratml_xml import Element

_ROUTINE = frozenset({"Identifier", "SequenceIndicator", "RoleType", "ReferentIdentifier"})
"""Made by machines for machines: counted, and shown by one example."""


def say_what_is_left(root: Element, notes: Notebook) -> None:
    """Note every element with text that was not read. Those of routine are noted once for each kind."""
    routine: dict[tuple[str, str], list[Element]] = {}
    for parent, node in _unread(root):
        if node.name in _ROUTINE:
            routine.setdefault((node.name, parent.name), []).append(node)
        else:
            words = f'left out <{node.name}> of <{parent.name}>, a plan has no place for it: "{node.text}".'
            notes.took(node.line, words)
    for (name, above), nodes in routine.items():
        times = "" if len(nodes) == 1 else f", {len(nodes)} times, the first"
        anew = " The plan has identifiers of its own." if name == "Identifier" else ""
        words = f'left out <{name}> of <{above}>{times}: "{nodes[0].text}".{anew}'
        notes.took(nodes[0].line, words)


def say_left_out(node: Element, what: str, notes: Notebook) -> None:
    """Note that a whole element was left out, with all its words."""
    notes.took(node.line, f'left out {what}: "{all_words(node)}".')


def all_words(node: Element) -> str:
    """Everything that an element says. Nothing of it counts as unread then."""
    return " ".join(_all_words(node))


def _all_words(node: Element) -> Iterator[str]:
    if node.text:
        yield node.read()
    for child in node.children:
        yield from _all_words(child)


def _unread(parent: Element) -> Iterator[tuple[Element, Element]]:
    for node in parent.children:
        if node.text and not node.is_read:
            yield parent, node
        yield from _unread(node)


def refuse_same_identifiers(root: Element, notes: Notebook) -> None:
    """xsd:ID: an identifier stands for one thing in a document. Two things with one are refused."""
    first: dict[str, Element] = {}
    for node in _everything(root):
        own = next((child.text for child in node.all("Identifier")), "")
        if not own:
            continue
        other = first.setdefault(own, node)
        if other is not node and content(other) != content(node):
            message = (
                f'{_called(node)} has the identifier "{own}", and so has {_called(other)} '
                f"in line {other.line}."
            )
            notes.refuse(node.line, message, "Give each its own <Identifier>, or none.")


def content(node: Element) -> object:
    """What an element says, apart from its identifier, to compare it with others."""
    inside = tuple(content(child) for child in node.children if child.name != "Identifier")
    return node.name, node.text, inside


def _everything(node: Element) -> Iterator[Element]:
    yield node
    for child in node.children:
        yield from _everything(child)


def _called(node: Element) -> str:
    names = ("Name", "MeasurementDimension", "Description")
    title = next((child.text for name in names for child in node.all(name) if child.text), "")
    return f'<{node.name}> "{title}"' if title else f"<{node.name}>"
