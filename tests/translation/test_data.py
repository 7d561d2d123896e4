"""The words of the data: every field that holds words is found, and each has a context of its own."""

from __future__ import annotations

import typing
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from plainplan.language import Catalogue, Language, speaking
from plainplan.load import load_plan
from plainplan.model import Plan
from plainplan.model.base import Record, Words
from plainplan.model.plan import Label
from plainplan.translation.data import Said, Text, mapped
from plainplan.translation.fields import holdings

from tests.conftest import Change
from tests.sites import ROOT


def _models(model: type[Record] = Record) -> Iterator[type[Record]]:
    for one in model.__subclasses__():
        yield one
        yield from _models(one)


MODELS = {f"{one.__module__}.{one.__name__}": one for one in _models()}


def _hint(model: type[Record], name: str) -> str:
    return repr(typing.get_type_hints(model, include_extras=True)[name])


def _kind(hint: str) -> Words | None:
    return next((words for words in Words if f"Words.{words.name}" in hint), None)


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_field_of_words_is_found(model: type[Record]) -> None:
    """As its annotation is written, which is another way to it than that of the product."""
    wanted = {name: kind for name in model.model_fields if (kind := _kind(_hint(model, name)))}
    assert {one.name: one.words for one in holdings(model) if one.words} == wanted


def test_there_are_fields_of_both_kinds() -> None:
    kinds = Counter(one.words for model in MODELS.values() for one in holdings(model))
    assert kinds[Words.OWN] > 50 and kinds[Words.SHARED] > 5 and kinds[None] > 30


def _words_in(value: Any) -> Iterator[str]:
    """All words of a record, found by walking what it holds."""
    if isinstance(value, tuple):
        for one in value:
            yield from _words_in(one)
    if not isinstance(value, Record):
        return
    for name in type(value).model_fields:
        held = getattr(value, name)
        if _kind(_hint(type(value), name)):
            yield from (one for one in (held if isinstance(held, tuple) else (held,)) if type(one) is str)
        else:
            yield from _words_in(held)


def _texts(plan: Plan) -> list[Text]:
    found: list[Text] = []

    def say(text: Text) -> Said:
        found.append(text)
        return Said(text.words)

    assert mapped(plan, say) == plan
    return found


@pytest.fixture(scope="module")
def example_plan() -> Plan:
    return load_plan(ROOT).plan


def test_all_words_of_the_example_are_told(example_plan: Plan) -> None:
    without_chapters = example_plan.model_copy(update={"chapters": (), "easy_chapters": ()})
    told = [text for text in _texts(example_plan) if text.many is None]
    assert Counter(text.words for text in told) == Counter(_words_in(without_chapters))
    assert len(told) > 1000


def test_the_keys_lead_to_the_words(example_plan: Plan) -> None:
    for text in _texts(example_plan):
        found = _at(example_plan, text.keys)
        assert found.lower() == text.words.lower(), text


def test_a_context_is_of_one_record_and_field(example_plan: Plan) -> None:
    """Lists of words have one for all, and shared words are meant to have one."""
    by_context: defaultdict[str, set[tuple[str | int, ...]]] = defaultdict(set)
    for text in _texts(example_plan):
        keys = text.keys[:-1] if isinstance(text.keys[-1], int) else text.keys
        if _kind(_hint(type(_at(example_plan, keys[:-1])), str(keys[-1]))) is Words.OWN:
            by_context[text.context].add(keys)
    assert len(by_context) > 1000
    assert not {context: keys for context, keys in by_context.items() if len(keys) > 1}


def _at(plan: Plan, keys: tuple[str | int, ...]) -> Any:
    found: Any = plan
    for key in keys:
        found = found[key] if isinstance(key, int) else getattr(found, key)
    return found


CONTEXTS = {
    "plan: title": "Safer Testshire",
    "plan: body name": "Office of the Commissioner for Testshire",
    "plan: versions 2025-12-20 summary": "Final plan.",
    "priority safer-roads: title": "Safer roads",
    "priority safer-roads: outcomes calm-streets title": "Calm streets",
    "objective slow-down: title": "Slow drivers down",
    "action speed-checks: title": "Check speeds",
    "measure speeding: tells you": "How many drive too fast.",
    "report 2026-10-23: updates speed-checks words": "We checked 12 roads.",
    "grant village-watch: reasons": "Drivers who are seen slow down.",
    "word anpr: meaning": "Cameras that read number plates.",
    "consultation survey: responses_to too-fast said": "Cars are too fast.",
    "requirement s7: duty": "There must be a plan.",
    "milestone published: title": "Plan published",
    "figure: period": "2024 to 2025",
    "organisation police: name": "Testshire Police",
}


def test_contexts_of_a_small_plan(lasting_small_plan: Any) -> None:
    told = [(text.context, text.words) for text in _texts(load_plan(lasting_small_plan).plan)]
    for context, words in CONTEXTS.items():
        assert (context, words) in told, [one for one in told if one[1] == words]


_MOVED = """\
  - id: calm-down
    title: Calm drivers
    outcomes: [calm-streets]
    actions:
"""


def test_a_moved_action_keeps_its_context(small_plan: Any, change: Change) -> None:
    before = {text.context: text.words for text in _texts(load_plan(small_plan).plan)}
    change(
        "data/priorities/safer-roads.yml",
        "    actions:\n",
        "    actions:\n      - id: signs\n        title: Put up signs\n        owner: police\n"
        "        start: 2026-02-01\n        due: 2026-12-31\n" + _MOVED,
    )
    after = {text.context: text.words for text in _texts(load_plan(small_plan).plan)}
    assert after == before | {
        "objective calm-down: title": "Calm drivers",
        "action signs: title": "Put up signs",
    }


def test_what_a_plan_calls_its_parts_has_forms_for_numbers(lasting_small_plan: Any) -> None:
    plan = load_plan(lasting_small_plan).plan
    forms = ("Dim", "Un", "Dau", "Tri", "Chwe", "Pum")
    told: list[Text] = []

    def say(text: Text) -> Said:
        told.append(text)
        return Said(f"Ŵ{text.words}", forms if text.many else ())

    made = mapped(plan, say)
    names = [text.context for text in told if text.context.startswith("plan: labels, action")]
    assert names == ["plan: labels, action one", "plan: labels, action many", "plan: labels, action counted"]
    [counted] = [text for text in told if text.context == names[2]]
    assert (counted.words, counted.many) == ("action", "actions")
    action: Label = made.about.labels.action
    assert (action.one, action.many) == ("ŴAction", "ŴActions")
    with speaking(Language("cy", locale="cy", interface=Catalogue({("", "a"): "b"}))):
        assert [action.of(number) for number in (0, 1, 2, 3, 6, 4, 100)] == [
            *(form.lower() for form in forms[:4]),
            *("chwe", "pum", "pum"),
        ]
    assert plan.about.labels.action.of(2) == "actions"
