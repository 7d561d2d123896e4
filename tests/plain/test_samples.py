"""Easy read passes, plan prose fails. `tests/plain/figures.py` prints the figures."""

from __future__ import annotations

import pytest

from tests.plain.figures import (
    PLANS,
    SAMPLES,
    false_alarms,
    faults_in,
    labelled,
    missed,
    paragraphs_in,
    per_hundred,
    sentences_in,
)

# The most false alarms, and the most labelled faults left unfound, per 100 sentences of easy read.
ALLOWED = {"written-here": (0, 0), "ogl-scotland-2022": (6, 6)}
LEAST_IN_PROSE = 50


def test_every_file_of_samples_is_measured() -> None:
    assert {path.stem for path in SAMPLES.glob("*.yml")} == set(ALLOWED)


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_easy_read_passes(name: str) -> None:
    samples = labelled(SAMPLES / f"{name}.yml")
    alarms, unfound = ALLOWED[name]
    assert per_hundred(false_alarms(samples), len(samples)) <= alarms
    assert per_hundred(missed(samples), len(samples)) <= unfound


def test_plan_prose_fails() -> None:
    prose = sentences_in(paragraphs_in(PLANS))
    assert len(prose) > 250
    assert per_hundred(faults_in(prose), len(prose)) >= LEAST_IN_PROSE
