"""What chapters place between {{ and }}: blocks that exist, of records that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import jinja2
from jinja2 import nodes

from plainplan.blocks import BLOCKS, PICTURE_LINE, VALUES, environment, parameter
from plainplan.check.rules import Findings
from plainplan.errors import Place, Problem, nearest
from plainplan.model.chapter import EasyChapter, Written
from plainplan.model.charted import chart_names
from plainplan.model.walk import walk_actions


def block_problems(findings: Findings, chapter: Written) -> Iterator[Problem]:
    """Blocks that a chapter cannot place, with the nearest name that there is."""
    try:
        tree = environment().parse(_with_pictures(chapter))
    except jinja2.TemplateSyntaxError as error:
        message = f"what stands between {{{{ and }}}} cannot be read ({error.message})."
        mend = 'Write a block such as {{ measure("public-confidence") }}.'
        yield Problem(
            Place(chapter.file, error.lineno + chapter.body_line - 1), message, mend, "unknown-block"
        )
        return
    except (RecursionError, ValueError):  # what Jinja leaves uncaught: deep brackets, endless numbers
        message, mend = "a block cannot be read.", 'Write a block such as {{ measure("public-confidence") }}.'
        yield Problem(Place(chapter.file, chapter.body_line), message, mend, "unknown-block")
        return
    plan = findings.plan
    known = {
        "chart": chart_names(plan),
        "action": {item.action.id for item in walk_actions(plan)},
        "measure": {item.id for item in plan.measures},
        "priority": {item.id for item in plan.priorities},
        "year": {item.id for item in plan.budget},
        "picture": {item.id for item in plan.pictures.pictures},
    }
    for node in _outputs(tree):
        line = node.lineno + chapter.body_line - 1
        for message, mend in _faults(node, known):
            yield Problem(Place(chapter.file, line), message, mend, "unknown-block")


def _with_pictures(chapter: Written) -> str:
    """The text of a chapter with `![vote]` as the block that it is, line by line as it was."""
    return (
        PICTURE_LINE.sub(r'{{ picture("\1") }}', chapter.body)
        if isinstance(chapter, EasyChapter)
        else chapter.body
    )


def _outputs(tree: nodes.Template) -> Iterator[nodes.Node]:
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            yield node
            continue
        yield from (part for part in node.nodes if not isinstance(part, nodes.TemplateData))


def _faults(node: nodes.Node, known: Mapping[str, Collection[str]]) -> Iterator[tuple[str, str]]:
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


def _argument_faults(
    node: nodes.Call, name: str, known: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    wanted, kind_wanted = BLOCKS[name], parameter(name)
    given: list[tuple[str, nodes.Expr]] = [(kind_wanted, value) for value in node.args]
    given += [(keyword.key, keyword.value) for keyword in node.kwargs]
    foreign = any(kind != kind_wanted for kind, _ in given)
    if len(given) > bool(wanted) or node.dyn_args or node.dyn_kwargs or foreign:
        yield f'the block "{name}" is given something that it does not know.', f"Write {_form(name)}."
        return
    if wanted and not wanted.endswith("?") and not given:
        yield f'the block "{name}" does not say which {wanted}.', f"Write {_form(name)}."
    for kind, value in given:
        if not isinstance(value, nodes.Const) or not isinstance(value.value, str):
            yield (
                f'the block "{name}" is given something that is not a name in quotes.',
                f"Write {_form(name)}.",
            )
        elif value.value not in known[kind]:
            yield f'there is no {kind} "{value.value}".', nearest(value.value, known[kind])


def _form(name: str) -> str:
    kind = parameter(name)
    inside = f'"name of the {kind}"' if kind else ""
    return f"{{{{ {name}({inside}) }}}}"
