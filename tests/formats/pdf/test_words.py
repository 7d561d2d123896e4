"""What is copied out of a PDF, and searched for in it, is what was written: in every script."""

from __future__ import annotations

import unicodedata

import pytest

from tests.formats.pdf.samples import SAMPLES, copied, pdf


@pytest.mark.parametrize("layout", ["standard", "large-print"])
@pytest.mark.parametrize("language", SAMPLES)
def test_words_can_be_copied(language: str, layout: str) -> None:
    sample = SAMPLES[language]
    words = copied(pdf(language, layout)).split()
    said = unicodedata.normalize("NFC", " ".join([sample.heading, sample.words, *sample.cells])).split()
    assert [word for word in said if word not in words] == []


def test_words_stand_in_their_order() -> None:
    for language, sample in SAMPLES.items():
        first = " ".join(unicodedata.normalize("NFC", sample.words).split()[:3])
        assert first in " ".join(copied(pdf(language)).split()), language
