"""Written chapters: the blocks they place, the links they make, the short forms they use."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

import jinja2
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment
from markdown_it import MarkdownIt

from plainplan import addresses
from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem, nearest
from plainplan.model.chapter import Chapter
from plainplan.model.walk import walk_actions

BLOCKS: Mapping[str, tuple[str, ...]] = {
    "action": ("action",),
    "actions": ("priority",),
    "budget": ("year",),
    "consultation": (),
    "contact": (),
    "grants": ("priority?",),
    "measure": ("measure",),
    "measures": ("priority?",),
    "milestones": (),
    "objectives": ("priority",),
    "organisations": (),
    "priorities": (),
    "progress": ("priority?",),
}
"""The blocks that a chapter can place, each with what it names; `?` may be left out."""
VALUES = ("area", "force", "office", "period", "title")
"""What `{{ plan.… }}` can print in a chapter."""

_SHORT_FORM = re.compile(r"\b(?:[A-Z]{3,}|[A-Z]{2,}(?:&[A-Z]+)?)s?\b")
_COMMON = {
    "UK",
    "GOV",
    "NHS",
    "PDF",
    "FAQ",
    "OK",
    "BBC",
    "MP",
    "MPs",
    "AM",
    "PM",
    "CCTV",
    "DNA",
    "GP",
    "GPs",
    "HIV",
    "IT",
    "TV",
    "URL",
}


def check_chapters(findings: Findings) -> None:
    """Blocks name what exists, links and anchors lead somewhere, short forms are explained."""
    pages = addresses.everything(findings.plan)
    _check_joined(findings)
    _check_addresses(findings)
    for chapter in findings.plan.chapters:
        for problem in (*_block_problems(findings, chapter), *_link_problems(chapter, pages)):
            findings.add_problem(problem)
    _check_short_forms(findings)


def place(chapter: Chapter, line: int = 1) -> Place:
    """A line of a chapter (counted in the file), as problems name it."""
    return Place(f"content/{chapter.path}", line)


def _check_joined(findings: Findings) -> None:
    known = {priority.id for priority in findings.plan.priorities}
    for chapter in findings.plan.chapters:
        name = chapter.front_matter.priority
        if name and name not in known:
            problem = Problem(
                place(chapter), f'there is no priority "{name}".', nearest(name, known), "unknown-reference"
            )
            findings.add_problem(problem)


def _check_addresses(findings: Findings) -> None:
    first: dict[str, Chapter] = {}
    for chapter in findings.plan.chapters:
        other = first.setdefault(chapter.address, chapter)
        if other is not chapter:
            message = f'it has the same address as content/{other.path}: "/{chapter.address}".'
            problem = Problem(place(chapter), message, "Give one of the files another name.", "address")
            findings.add_problem(problem)


def _block_problems(findings: Findings, chapter: Chapter) -> Iterator[Problem]:
    try:
        tree = SandboxedEnvironment().parse(chapter.body)
    except jinja2.TemplateSyntaxError as error:
        message = f"what stands between {{{{ and }}}} cannot be read ({error.message})."
        mend = 'Write a block such as {{ measure("public-confidence") }}.'
        yield Problem(place(chapter, error.lineno + chapter.body_line - 1), message, mend, "unknown-block")
        return
    except (RecursionError, ValueError):  # what Jinja leaves uncaught: deep brackets, endless numbers
        message, mend = "a block cannot be read.", 'Write a block such as {{ measure("public-confidence") }}.'
        yield Problem(place(chapter, chapter.body_line), message, mend, "unknown-block")
        return
    plan = findings.plan
    known = {
        "action": {item.action.id for item in walk_actions(plan)},
        "measure": {item.id for item in plan.measures},
        "priority": {item.id for item in plan.priorities},
        "year": {item.id for item in plan.budget},
    }
    for node in _outputs(tree):
        line = node.lineno + chapter.body_line - 1
        for message, mend in _faults(node, known):
            yield Problem(place(chapter, line), message, mend, "unknown-block")


def _outputs(tree: nodes.Template) -> Iterator[nodes.Node]:
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            yield node
            continue
        yield from (part for part in node.nodes if not isinstance(part, nodes.TemplateData))


def _faults(node: nodes.Node, known: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "plan":
        if node.attr not in VALUES:
            yield f'there is no value "plan.{node.attr}".', nearest(node.attr, VALUES)
        return
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        name = getattr(node, "name", "")
        yield "only blocks and values of the plan can be placed here.", nearest(name, BLOCKS) if name else ""
        return
    name = node.node.name
    if name not in BLOCKS:
        yield f'there is no block "{name}".', nearest(name, BLOCKS)
        return
    yield from _argument_faults(node, name, known)


def _argument_faults(node: nodes.Call, name: str, known: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    wanted = BLOCKS[name]
    given: list[tuple[str, nodes.Expr]] = [
        (kind.rstrip("?"), value) for kind, value in zip(wanted, node.args, strict=False)
    ]
    given += [(keyword.key, keyword.value) for keyword in node.kwargs]
    allowed = {kind.rstrip("?") for kind in wanted}
    if (
        len(node.args) > len(wanted)
        or node.dyn_args
        or node.dyn_kwargs
        or any(key not in allowed for key, _ in given)
    ):
        yield f'the block "{name}" is given something that it does not know.', f"Write {_form(name)}."
        return
    if any(not kind.endswith("?") for kind in wanted) and not given:
        yield f'the block "{name}" does not say which {wanted[0]}.', f"Write {_form(name)}."
    for kind, value in given:
        if not isinstance(value, nodes.Const) or not isinstance(value.value, str):
            yield (
                f'the block "{name}" is given something that is not a name in quotes.',
                f"Write {_form(name)}.",
            )
        elif value.value not in known[kind]:
            yield f'there is no {kind} "{value.value}".', nearest(value.value, known[kind])


def _form(name: str) -> str:
    inside = ", ".join(f'"name of the {kind.rstrip("?")}"' for kind in BLOCKS[name])
    return f"{{{{ {name}({inside}) }}}}"


def _link_problems(chapter: Chapter, pages: Mapping[str, set[str]]) -> Iterator[Problem]:
    for token in MarkdownIt("commonmark").parse(chapter.body):
        if token.type != "inline" or not token.children:
            continue
        line = (token.map[0] if token.map else 0) + chapter.body_line
        for child in token.children:
            target = child.attrGet("href") if child.type == "link_open" else None
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            if isinstance(target, str):
                yield from _target_problems(chapter, unquote(target), line, pages)


def _target_problems(
    chapter: Chapter, target: str, line: int, pages: Mapping[str, set[str]]
) -> Iterator[Problem]:
    try:
        parts = urlsplit(target)
    except ValueError:
        yield Problem(
            place(chapter, line), f'"{target}" is not an address.', "Check the link.", "broken-link"
        )
        return
    if parts.scheme or parts.netloc:
        return
    if parts.path and not parts.path.endswith(".md"):
        mend = "Link to a page by its file, such as measures/public-confidence.md."
        yield Problem(place(chapter, line), f'the link "{target}" does not name a page.', mend, "broken-link")
        return
    path = (
        posixpath.normpath(posixpath.join(posixpath.dirname(chapter.path), parts.path))
        if parts.path
        else chapter.path
    )
    address = addresses.to_address(path)
    if address not in pages:
        mend = nearest(path, (addresses.source(page, pages) for page in pages))
        yield Problem(place(chapter, line), f'the link "{target}" leads to no page.', mend, "broken-link")
    elif parts.fragment and parts.fragment not in pages[address]:
        message = f'the page has no heading or entry "#{parts.fragment}".'
        yield Problem(place(chapter, line), message, nearest(parts.fragment, pages[address]), "broken-link")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _check_short_forms(findings: Findings) -> None:
    plan = findings.plan
    explained = _COMMON | {
        word for term in plan.glossary for word in (term.term, term.short or "", *term.also)
    }
    names = [org.short_name for org in plan.organisations] + [org.name for org in plan.organisations]
    names += [plan.about.body.name, plan.about.body.short_name, plan.about.body.force]
    explained |= {word for name in names if name for word in name.split()}
    told: set[str] = set()
    for chapter in plan.chapters:
        prose = re.sub(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`", _blank, chapter.body)
        for match in _SHORT_FORM.finditer(prose):
            word = match[0]
            if word in told or word in explained or word.removesuffix("s") in explained:
                continue
            if re.search(rf"\(\s*{re.escape(word)}\s*\)", chapter.body):
                explained.add(word)
                continue
            told.add(word)
            line = prose[: match.start()].count("\n") + chapter.body_line
            mend = "Write it out where it first stands, then it in brackets, or add it to data/glossary.yml."
            problem = Problem(
                place(chapter, line), f'"{word}" is not explained anywhere.', mend, "unexplained-acronym"
            )
            findings.add_problem(problem)
