"""The messages of the product itself: a catalogue holds each of them once."""

from __future__ import annotations

from pathlib import Path

import pytest
from plainplan import interface
from plainplan.errors import PlanError

_PLAIN = '{{ _("%(number)s action") }}'
_PLURAL = "{% trans n=1, number=1 %}{{ number }} action{% pluralize n %}{{ number }} actions{% endtrans %}"
_OTHER = "{% trans n=1, number=1 %}{{ number }} action{% pluralize n %}{{ number }} acts{% endtrans %}"


def _say(monkeypatch: pytest.MonkeyPatch, folder: Path, first: str, second: str) -> None:
    """Have templates that say two things, in lines 2 and 1."""
    (folder / "a.html").write_text(f"<p>\n{first}", encoding="utf-8")
    (folder / "b.html").write_text(second, encoding="utf-8")
    monkeypatch.setattr(interface, "TEMPLATES", folder)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (_PLAIN, _PLURAL, 'stands here with the plural "%(number)s actions", and without one in'),
        (_PLURAL, _PLAIN, 'stands here without a plural, and with "%(number)s actions" in'),
        (_PLURAL, _OTHER, 'stands here with the plural "%(number)s acts", and with "%(number)s actions" in'),
    ],
)
def test_a_message_with_two_plurals_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, first: str, second: str, words: str
) -> None:
    _say(monkeypatch, tmp_path, first, second)
    with pytest.raises(PlanError) as refused:
        interface.messages()
    [problem] = refused.value.problems
    assert (Path(problem.place.file).name, problem.place.line, problem.code) == ("b.html", 1, "two-plurals")
    assert words in problem.message
    assert f"{tmp_path.name}/a.html:2." in problem.message


@pytest.mark.parametrize("second", [_PLURAL, '{{ pgettext("other", "%(number)s action") }}'])
def test_a_message_may_come_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, second: str) -> None:
    _say(monkeypatch, tmp_path, _PLURAL, second)
    assert [one.many for one in interface.messages() if one.key == ("", "%(number)s action")] == [
        "%(number)s actions"
    ]


def test_the_messages_of_the_product_can_stand_in_one_catalogue() -> None:
    assert len(interface.messages()) > 1500
