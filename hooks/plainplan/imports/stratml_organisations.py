"""Everybody whom a StratML document names: the body itself, and stakeholders wherever they stand."""

from __future__ import annotations

from typing import Any

from plainplan import addresses
from plainplan.exports import stratml_notes
from plainplan.exports.stratml_words import ORGANISATION, OWNER, PARTNER, RESPONSIBILITY
from plainplan.imports.choices import Notebook
from plainplan.imports.records import Ids
from plainplan.imports.stratml_fields import fields_of
from plainplan.imports.stratml_xml import Element
from plainplan.load.yaml_source import Keys

_PERSON = "Person"
_KINDS = {"Organization": "Organisation", "Person": _PERSON, "Generic_Group": "Group of people"}


class Organisations:
    """The organisations of one document, by name."""

    def __init__(self, notes: Notebook) -> None:
        self.notes = notes
        self.body = ""
        self.ids = Ids(addresses.WHO, addresses.CONTACT)
        self.by_name: dict[str, dict[str, Any]] = {}
        self.lines: dict[str, int] = {}

    def read(self, core: Element) -> None:
        """Everybody who is named under the organisations; the first one is the body."""
        found = [node for node in core.all("Organization") if not node.is_empty]
        for node in found:
            name = node.words("Name")
            self.body = self.body or name
            for stakeholder in node.all("Stakeholder"):
                self.named(stakeholder)
            if name and not node.words("Identifier") and name not in self.by_name:
                self._add(name, node, {"description": node.words("Description")}, "Organisation")
        for node in found[1:]:
            name = node.words("Name")
            if name and name not in self.by_name:
                self._add(name, node, {"description": node.words("Description")}, "Organisation")
            if name:
                self.notes.took(node.line, f'took "{name}" as one of the organisations, not as the body.')

    def named(self, stakeholder: Element) -> str | None:
        """The id of a stakeholder, who is added if nobody has that name; None where there is no name."""
        name = " ".join(stakeholder.words("Name").split())
        if not name:
            return None
        if name in self.by_name:
            return str(self.by_name[name]["id"])
        kind = _KINDS.get(stakeholder.attributes.get("StakeholderTypeType", ""), "Organisation")
        return self._add(name, stakeholder, self._said(stakeholder), kind)

    def _said(self, stakeholder: Element) -> dict[str, Any]:
        labels = [*ORGANISATION, RESPONSIBILITY, OWNER, PARTNER]
        said = stratml_notes.read(stakeholder.words("Description"), labels)
        fields = fields_of(said, ORGANISATION)
        fields["description"] = said.head
        roles = [role.words("Name") or role.words("Description") for role in stakeholder.all("Role")]
        own = [role for role in roles if role and role not in (OWNER, PARTNER)]
        fields["responsibilities"] = [*said.all(RESPONSIBILITY), *own]
        return fields

    def _add(self, name: str, node: Element, fields: dict[str, Any], kind: str) -> str:
        own = self.ids.new(str(fields.get("id") or name), "organisation")
        if kind == _PERSON:
            words = f'"{name}" is a person: took the name among the organisations, and it will be published.'
            self.notes.took(node.line, f"{words} Check that it may be.")
        elif "kind" not in fields:
            words = f'StratML does not say what kind of organisation "{name}" is: took "{kind}", partner.'
            self.notes.took(node.line, words)
        fields = {"kind": kind, "responsibility": "partner", **fields, "id": own, "name": name}
        self.by_name[name] = fields
        self.lines[name] = node.line
        return own

    def all(self) -> tuple[list[dict[str, Any]], dict[Keys, int]]:
        """The organisations in the order of the document, and their lines."""
        lines: dict[Keys, int] = {
            ("organisations", place): self.lines[name] for place, name in enumerate(self.by_name)
        }
        return list(self.by_name.values()), lines
