"""Writes records of the model as YAML that an editor would write, and files of a plan all or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import yaml
from pydantic import BaseModel

from plainplan.imports.choices import Notebook

_WIDTH = 100
_LONG = 88
_PARTS = ("data/**/*.yml", "content/**/*.md")
"""Where the files of a plan are."""
_AMONG_EDGES = re.compile(r" {2,}|^\s|\s$|[^\S \n]")


class _Plain(str):
    """A date, a number or a yes: needs no quotes in any reader of YAML."""


class _Writer(yaml.SafeDumper):
    """Lists stand two spaces in, as in the example plan."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if "\n" in text:
        style = "|" if not re.search(r"[ \t]\n|^\s|\n\s*$|[^\S \n]", text) else '"'
    elif len(text) > _LONG:
        style = ">" if not _AMONG_EDGES.search(text) else '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _plain(writer: yaml.SafeDumper, text: _Plain) -> yaml.ScalarNode:
    tags = {"true": "bool", "false": "bool"}
    tag = tags.get(text) or ("timestamp" if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else "")
    tag = tag or ("float" if "." in text else "int")
    return writer.represent_scalar(f"tag:yaml.org,2002:{tag}", str(text))


_Writer.add_representer(str, _text)
_Writer.add_representer(_Plain, _plain)


def to_yaml(record: BaseModel) -> str:
    """A record in block style: fields in the model's order, without those that have their usual value."""
    text = yaml.dump(
        _fields(record),
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )
    if len(type(record).model_fields) > 1:
        return text
    return re.sub(r"(?<!:)\n(?=  - id: )", "\n\n", text)  # a file that is one list: air between its records


def _fields(record: BaseModel) -> dict[str, Any]:
    found = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if field.is_required() or value != field.get_default(call_default_factory=True):
            found[field.alias or name] = _value(value)
    return found


def _value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _fields(value)
    if isinstance(value, tuple):
        return [_value(entry) for entry in value]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return _Plain(str(value).lower())
    if isinstance(value, Decimal | int | date):
        return _Plain(format(value, "f") if isinstance(value, Decimal) else value)
    return value


def refuse_overwriting(folder: Path, names: Iterable[str], replace: bool, notes: Notebook) -> None:
    """Note as a problem each file that is there already, unless it may be replaced."""
    for name in names:
        if not replace and (folder / name).exists():
            mend = "Add --replace to write over it, or move it away first."
            notes.refuse(0, f"{name} is there already, and nothing was written.", mend, "exists")


def refuse_a_mixture(folder: Path, names: Iterable[str], notes: Notebook) -> None:
    """Note as a problem that files of another plan would remain beside a plan that is written whole."""
    if not (folder / "data/plan.yml").exists():
        return
    written = set(names)
    there = [path.relative_to(folder) for kind in _PARTS for path in sorted(folder.glob(kind))]
    left = [path.as_posix() for path in there if path.as_posix() not in written]
    if left:
        message = f"the folder has a plan already, and files of it would remain: {', '.join(left)}."
        mend = "Import into an empty folder, and copy from it what you need: --folder new-plan."
        notes.refuse(0, message, mend, "exists")


def write_files(folder: Path, texts: Mapping[str, str], notes: Notebook) -> None:
    """Write files under `folder`, or none of them."""
    staged: list[tuple[str, Path]] = []
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=path.parent, delete=False
            ) as file:
                staged.append((file.name, path))
                file.write(text)
            Path(file.name).chmod(0o644)
        for name, path in staged:
            Path(name).replace(path)
    except OSError as error:
        notes.refuse(0, f"the files cannot be written: {error.strerror}.", "Check that you may write there.")
    finally:
        for name, _ in staged:
            Path(name).unlink(missing_ok=True)
