"""`plainplan translate` as an editor runs it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from plainplan.cli import main
from plainplan.load import Loaded
from plainplan.translation import work
from plainplan.translation.message import Message

from tests.translation.made import block, data

Change = Callable[[str, str, str], int]
Run = Callable[..., tuple[int, str]]
TITLE = data("priority roads: title", "Safer roads")
SEE = block("See <1>the budget</1> of 2026-27.")


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Message]]:
    """What the plan has to translate; a test may change it."""
    given = [TITLE, SEE]

    def messages_of(loaded: Loaded, folder: Path) -> list[Message]:
        return given

    monkeypatch.setattr(work, "messages_of", messages_of)
    yield given


@pytest.fixture
def run(
    small_plan: Path,
    messages: list[Message],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.chdir(small_plan)

    def do(*arguments: str) -> tuple[int, str]:
        code = main(["translate", *arguments])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return do


def translate(source: str, said: str, tag: str = "cy") -> None:
    path = Path(f"data/translations/{tag}.po")
    text = path.read_text(encoding="utf-8")
    before = f'msgid "{source}"\nmsgstr ""'
    assert text.count(before) == 1
    path.write_text(text.replace(before, f'msgid "{source}"\nmsgstr "{said}"'), encoding="utf-8")


def test_from_nothing_to_a_translation(run: Run, messages: list[Message]) -> None:
    assert run("update", "cy", "ur") == (
        0,
        "".join(
            f"data/translations/{tag}.po: 2 texts. New: 2. Changed since they were translated: 0. "
            "Not used any more: 0.\n"
            for tag in ("cy", "ur")
        ),
    )
    translate("Safer roads", "Ffyrdd saffach")
    assert run("check") == (0, "The translations are in order.\n")
    code, said = run("status", "cy")
    assert (code, said.splitlines()[0]) == (
        0,
        "cy: 28% translated. To do: 5 words in 1 text, of 7 words in 2 texts.",
    )
    messages[0] = data(TITLE.context, "Much safer roads")
    assert run("update")[1].startswith(
        "data/translations/cy.po: 2 texts. New: 0. Changed since they were translated: 1."
    )
    text = Path("data/translations/cy.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "Safer roads"\n' in text
    assert '"Project-Id-Version: Safer Testshire\\n"' in text


def test_an_update_without_a_change_leaves_the_file_alone(run: Run) -> None:
    run("update", "cy")
    path = Path("data/translations/cy.po")
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    assert run("update")[0] == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_an_update_writes_all_files_or_none(run: Run, messages: list[Message]) -> None:
    run("update", "cy", "ur")
    broken, whole = Path("data/translations/ur.po"), Path("data/translations/cy.po")
    broken.write_text(broken.read_text(encoding="utf-8") + "\n<<<<<<< HEAD\n", encoding="utf-8")
    before = broken.read_bytes(), whole.read_bytes()
    messages.append(data("x", "Another"))
    code, said = run("update")
    assert code == 1
    assert said.startswith("data/translations/ur.po:")
    assert "two versions of the file were joined and not settled." in said
    assert said.endswith("Nothing was written.\n")
    assert (broken.read_bytes(), whole.read_bytes()) == before


def test_an_update_mends_the_header(run: Run) -> None:
    Path("data/translations").mkdir()
    path = Path("data/translations/cy.po")
    path.write_text('msgid ""\nmsgstr "Last-Translator: Eleri\\n"\n', encoding="utf-8")
    assert run("check")[0] == 1
    assert run("update")[0] == 0
    assert run("check") == (0, "The translations are in order.\n")
    assert "Last-Translator: Eleri" in path.read_text(encoding="utf-8")


def test_a_plan_with_errors_is_not_taken_for_a_shorter_one(run: Run, change: Change) -> None:
    run("update", "cy")
    before = Path("data/translations/cy.po").read_bytes()
    change("data/priorities/safer-roads.yml", "title: Safer roads", "titel: Safer roads")
    code, said = run("update")
    assert code == 1
    assert said.startswith("data/priorities/safer-roads.yml:1:1: error:")
    assert "The plan has errors. Mend them first" in said
    assert Path("data/translations/cy.po").read_bytes() == before


def test_mistakes_have_a_file_and_a_line(run: Run) -> None:
    run("update", "cy")
    translate("See <1>the budget</1> of 2026-27.", "Gweler <1>y gyllideb o 2026-72.")
    code, said = run("check", "cy")
    assert code == 1
    lines = Path("data/translations/cy.po").read_text(encoding="utf-8").split("\n")
    line = 1 + next(number for number, text in enumerate(lines) if "Gweler" in text)
    assert [one.split(": ")[0] for one in said.splitlines()] == [
        *[f"data/translations/cy.po:{line}"] * 2,
        "2 errors, 0 warnings.",
    ]
    assert "the figure 27 is missing. The translation has 72." in said
    assert "the tag </1> is missing." in said


def test_warnings_matter_only_if_asked(run: Run) -> None:
    run("update", "cy")
    translate("Safer roads", "ffyrdd saffach")
    assert run("check")[0] == 0
    code, said = run("check", "--strict")
    assert (code, said.splitlines()[-1]) == (1, "0 errors, 1 warning.")


def test_names_of_the_plan_may_stay(run: Run, messages: list[Message]) -> None:
    messages.append(data("organisation police: name", "Testshire Police"))
    run("update", "cy")
    translate("Testshire Police", "Testshire Police")
    assert run("check") == (0, "The translations are in order.\n")


def test_a_file_in_the_language_of_the_plan_is_a_template(run: Run, messages: list[Message]) -> None:
    run("update", "cy", "en")
    messages.append(data("x", "Another"))
    assert "data/translations/en.po: 3 texts. New: 1." in run("update")[1]
    assert [record["language"] for record in json.loads(run("status", "--format", "json")[1])] == ["cy"]


def test_status_as_json(run: Run) -> None:
    run("update", "cy")
    [record] = json.loads(run("status", "--format", "json")[1])
    assert (record["language"], record["percent"], record["total"]["missing"]) == (
        "cy",
        0,
        {"messages": 2, "words": 7},
    )


def test_a_round_to_an_agency(run: Run) -> None:
    run("update", "cy")
    translate("Safer roads", "Ffyrdd saffach")
    assert run("export", "--xliff", "--todo", "-o", "out/cy.xlf", "cy") == (0, "Wrote out/cy.xlf.\n")
    path = Path("out/cy.xlf")
    text = path.read_text(encoding="utf-8")
    assert "Safer roads" not in text
    text = text.replace('<target state="needs-translation"/>', '<target state="final">SAID</target>')
    said = 'Gweler <g id="1">y gyllideb</g> 2026-27.'
    path.write_text(text.replace("SAID", said), encoding="utf-8")
    assert run("import", "out/cy.xlf") == (
        0,
        "data/translations/cy.po: 1 text new or changed, 0 parts left as unfinished.\n",
    )
    assert run("status")[1].startswith("cy: 100% translated.")
    assert 'msgstr "Gweler <1>y gyllideb</1> 2026-27."' in Path("data/translations/cy.po").read_text("utf-8")


def test_what_comes_back_with_a_mistake_is_taken_and_named(run: Run) -> None:
    run("update", "cy")
    run("export", "--xliff", "-o", "cy.xlf", "cy")
    path = Path("cy.xlf")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('<target state="needs-translation"/>', "<target>Ffyrdd 2062</target>", 2),
        encoding="utf-8",
    )
    code, said = run("import", "cy.xlf")
    assert code == 1
    assert "[translation-numbers]" in said
    assert "[translation-tags]" in said
    assert "2 texts new or changed" in said


def test_an_export_that_is_behind_the_plan_says_so(run: Run, messages: list[Message]) -> None:
    run("update", "cy")
    messages.append(data("x", "Another"))
    assert "Not yet in data/translations/cy.po: 1 text." in run("export", "--xliff", "-o", "cy.xlf", "cy")[1]


REFUSED: dict[str, tuple[list[str], int, str]] = {
    "no language": (["update"], 2, "There is no language yet. Name one"),
    "no such language": (["update", "xx"], 1, 'the command line: error: "xx" is not the tag of a language.'),
    "a way to another folder": (
        ["update", "../../cy"],
        1,
        'the command line: error: "../../cy" is not the tag',
    ),
    "no file of the language": (
        ["check", "cy"],
        1,
        "data/translations/cy.po: error: there is no such file. Make it: plainplan translate update cy",
    ),
    "nothing to export": (["export", "--xliff", "-o", "x.xlf", "cy"], 1, "data/translations/cy.po: error:"),
    "nothing to import": (["import", "x.xlf"], 2, "x.xlf: there is no such file."),
    "no plan": (["update", "--folder", "elsewhere"], 2, "elsewhere/data: there is no such folder."),
}


@pytest.mark.parametrize("arguments, code, expected", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done(run: Run, arguments: list[str], code: int, expected: str) -> None:
    found, said = run(*arguments)
    assert (found, said[: len(expected)]) == (code, expected)
    assert not Path("data/translations").exists()
    assert not Path("x.xlf").exists()


IMPORTS: dict[str, tuple[str, list[str], int, str]] = {
    "of a language without a file": (' target-language="pl"', [], 1, "data/translations/pl.po: error: there"),
    "of another language": (
        ' target-language="pl"',
        ["cy"],
        1,
        'x.xlf:1: error: the file is in "pl", not in',
    ),
    "of no language": ("", [], 2, "x.xlf does not say its language. Name it"),
    "of a language that is a path": (' target-language="../cy"', [], 1, "the command line: error:"),
}


@pytest.mark.parametrize("attribute, named, code, expected", IMPORTS.values(), ids=IMPORTS)
def test_imports_of_other_languages(
    run: Run, attribute: str, named: list[str], code: int, expected: str
) -> None:
    run("update", "cy")
    before = Path("data/translations/cy.po").read_bytes()
    namespace = "urn:oasis:names:tc:xliff:document:1.2"
    Path("x.xlf").write_text(f'<xliff xmlns="{namespace}"><file{attribute}/></xliff>', encoding="utf-8")
    found, said = run("import", "x.xlf", *named)
    assert (found, said[: len(expected)]) == (code, expected)
    assert [path.name for path in Path("data/translations").iterdir()] == ["cy.po"]
    assert Path("data/translations/cy.po").read_bytes() == before
