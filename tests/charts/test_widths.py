"""How wide words are taken to be, held against what Chromium measured."""

from __future__ import annotations

import pytest
from plainplan.charts.widths import width, wrap
from plainplan.language import Mark, marked

_MEASURED = {
    "جنوبی افریقہ": 5610,
    "سینٹ ونسنٹ اور گرینیڈائنز": 11402,
    "ستمبر": 2571,
    "سوئٹزر لینڈ": 4720,
    "ਯੂਨਾਈਟਡ ਕਿੰਗਡਮ": 6650,
    "ਦੱਖਣੀ ਅਫਰੀਕਾ": 5372,
    "ਸਤੰਬਰ": 2344,
    "ਸਵਿਟਜ਼ਰਲੈਂਡ": 4473,
    "યુનાઇટેડ કિંગડમ": 5775,
    "દક્ષિણ આફ્રિકા": 5275,
    "સપ્ટેમ્બર": 2966,
    "સ્વિટ્ઝર્લૅન્ડ": 3843,
    "Wyspy Świętego Tomasza i Książęca": 16498,
    "Łotwa": 2668,
    "Republika Środkowoafrykańska": 14007,
    "Y Deyrnas Unedig": 8115,
    "Chwefror": 4057,
    "Gwlad yr Iâ": 5057,
}
"""In thousandths of the size: the widest of Noto Sans, Naskh and Nastaliq, DejaVu and Liberation Sans."""


@pytest.mark.parametrize("words", _MEASURED)
def test_words_are_taken_for_a_little_wider_than_they_are(words: str) -> None:
    assert _MEASURED[words] <= width(words, 1000) <= 1.45 * _MEASURED[words]


@pytest.mark.parametrize(
    ("with_marks", "without"),
    [("ŵŷâ", "wya"), ("łąęść", "laesc"), ("مُ", "م"), ("ਕੁ", "ਕ"), ("કુ", "ક"), ("e\u0301", "e")],
)
def test_marks_above_and_below_take_no_room(with_marks: str, without: str) -> None:
    assert width(with_marks, 10) == pytest.approx(width(without, 10))


@pytest.mark.parametrize("mark", Mark)
def test_marks_of_translation_take_no_room(mark: Mark) -> None:
    assert width(marked("No report yet", mark), 10) == width("No report yet", 10)


@pytest.mark.parametrize(
    "words", ["مقامی پولیسنگ اور عوامی تحفظ", "ਸਥਾਨਕ ਪੁਲਿਸਿੰਗ ਅਤੇ ਸੁਰੱਖਿਆ", "સ્થાનિક પોલીસિંગ અને સુરક્ષા"]
)
def test_lines_end_at_spaces_in_every_script(words: str) -> None:
    lines = wrap(words, 15, width(words, 15) * 0.6)
    assert len(lines) == 2
    assert " ".join(lines) == words
