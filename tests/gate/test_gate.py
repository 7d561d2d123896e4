"""The parts of the gate that need no site: shares, contrast, the reviewed list, and joining shards."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from plainplan.results import Tool

from tests.gate import checks, settled
from tests.gate.checks import AXE, HTML_VALIDATE, KINDS, LINKS, LOADING, NU, POLICY, STRUCTURE, Kind
from tests.gate.contrast import Layer, Sample, colours_in, judge
from tests.gate.fault import Fault
from tests.gate.markup import counts
from tests.gate.merge import merge
from tests.gate.records import Record, SettledPlace, Shard, finding
from tests.gate.settled import Entry
from tests.gate.telling import tell
from tests.gate.tested import Shard as Part
from tests.gate.tested import share_out

_FAULT = Fault("grants/", "320 px, dark", "axe", "image-alt", "main > img", "No text.", "Write it.")
_ENTRY = Entry(rule="region", place="#known", reason="Looked at by a person, who found no fault.")


def test_pages_are_shared_out_evenly_and_completely() -> None:
    sizes = {f"page-{number}/": 1_000 for number in range(40)} | {"whole-plan/": 900_000, "grants/": 400_000}
    shares = share_out(sizes, 3)
    assert sorted(page for share in shares for page in share) == sorted(sizes)
    assert not any({"whole-plan/", "grants/"} <= set(share) for share in shares)
    assert len(next(share for share in shares if "whole-plan/" in share)) < 5
    assert shares == share_out(dict(reversed(sizes.items())), 3)


@pytest.mark.parametrize(
    ("message", "extract", "is_fault"),
    [
        ("Inline script violates Content Security Policy", '<script type="application/ld+json">', False),
        ("Inline script violates Content Security Policy", "<script>", True),
        ("Something else", '<script type="application/ld+json">', True),
        ("Resource violates Content Security Policy (meta tag): image “a.png” blocked", "<img>", False),
        ("Resource violates Content Security Policy (meta tag): image “https://a.org/a.png”", "<img>", True),
    ],
)
def test_what_nu_says_of_data_and_of_files_on_a_disk_is_no_fault(
    message: str, extract: str, is_fault: bool
) -> None:
    said = {
        "type": "info",
        "subType": "warning",
        "message": message,
        "extract": f"\n{extract}{{",
        "hiliteStart": 1,
        "hiliteLength": len(extract),
    }
    assert counts(said) is is_fault


@pytest.mark.parametrize("text", ["", "1", "0/2", "3/2", "a/b", "1/2/3"])
def test_wrong_shard_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="written like 1/3"):
        Part.parse(text)


def _sample(*layers: Layer, color: str = "rgb(0, 0, 0)", size: float = 16, opacity: float = 1) -> Sample:
    return Sample(
        text="Words",
        color=color,
        size=size,
        weight=400,
        opacity=opacity,
        canvas="rgb(255, 255, 255)",
        places=[list(layers)],
        covers=[],
    )


def _layer(color: str, image: str = "none", *, sometimes: bool = False) -> Layer:
    return Layer(color=color, image=image, sometimes=sometimes)


_GREY = "linear-gradient(90deg, rgb(255, 255, 255), rgb(40, 40, 40))"
_TAN = "linear-gradient(90deg, rgb(255, 255, 255), tan)"
_WHITE, _BLACK = _layer("rgb(255, 255, 255)"), _layer("rgb(0, 0, 0)")


@pytest.mark.parametrize(
    ("sample", "sound"),
    [
        (_sample(_WHITE), True),
        (_sample(), True),
        (_sample(_BLACK), False),
        (_sample(_BLACK, _WHITE), False),
        (_sample(_layer("rgba(0, 0, 0, 0.02)"), _WHITE), True),
        (_sample(_layer("rgba(0, 0, 0, 0.9)"), _WHITE), False),
        (_sample(_WHITE, opacity=0.3), False),
        (_sample(_WHITE, color="rgb(118, 118, 118)"), True),
        (_sample(_WHITE, color="rgb(119, 119, 119)"), False),
        (_sample(_WHITE, color="rgb(119, 119, 119)", size=24), True),
        (_sample(_layer("rgba(0, 0, 0, 0)", _GREY)), False),
        (_sample(_layer("rgba(0, 0, 0, 0)", _TAN)), True),
        (_sample(_layer("rgb(0, 0, 0)", sometimes=True), _WHITE), False),
        (_sample(_layer("rgb(255, 255, 255)", 'url("a.png")')), False),
        (_sample(*[_layer("rgba(255, 255, 255, 0.5)", sometimes=True)] * 6, _WHITE), True),
        (_sample(*[_layer("rgba(255, 255, 255, 0.5)", sometimes=True)] * 7, _WHITE), False),
    ],
)
def test_contrast_is_taken_at_its_worst(sample: Sample, sound: bool) -> None:
    assert (judge(sample) is None) is sound


def test_text_that_is_covered_is_told() -> None:
    sample = _sample()
    sample["places"], sample["covers"] = [], ["<header>"]
    message, mend = judge(sample) or ("", "")
    assert "“Words”" in message
    assert "<header>" in message
    assert mend


def test_text_on_more_than_can_be_measured_is_told() -> None:
    message, mend = judge(_sample(*[_layer("rgba(0, 0, 0, 0)", _TAN)] * 4, _WHITE)) or ("", "")
    assert "“Words”" in message
    assert "cannot be measured" in message
    assert "Simplify what lies behind the text" in mend


def test_colours_of_a_gradient_are_read() -> None:
    image = "linear-gradient(to right, rgb(1, 2, 3) 0%, rgba(4, 5, 6, 0.5) 50%, color(srgb 1 0 0) 100%)"
    assert len(colours_in(image)) == 3


def test_faults_are_told_once_with_every_page_and_mode() -> None:
    told = tell([_FAULT, replace(_FAULT, page="law/"), replace(_FAULT, mode="wide")])
    assert told.count("No text.") == 1
    for part in ("/grants/", "also on: /law/", "320 px, dark; wide", "where: main > img", "mend: Write it."):
        assert part in told


def _records(number: int, faults: tuple[Fault, ...] = ()) -> list[Record]:
    """What all checks did to the one page of a shard."""
    return [
        Record(
            name=kind.name,
            pages=frozenset({f"page-{number}/"}),
            modes=("wide", "narrow"),
            rules=frozenset({"region", f"rule-{number}"} if kind == AXE else ()),
            findings=tuple(finding(fault) for fault in faults if kind == AXE),
        )
        for kind in KINDS
    ]


def _without(*kinds: Kind, number: int = 2) -> list[Record]:
    return [record for record in _records(number) if record.name not in {kind.name for kind in kinds}]


def _shard(
    number: int, of: int = 2, *, site: str = "a" * 64, faults: tuple[Fault, ...] = (), **more: object
) -> Shard:
    pages = frozenset({f"page-{number}/"})
    given: dict[str, object] = {
        "shard": f"{number}/{of}",
        "site": site,
        "tested_on": date(2026, 11, 22 + number),
        "pages": pages,
        "to_read": of,
        "all_pages": of,
        "tools": (Tool(name="axe-core", version="4"),),
        "records": _records(number, faults),
        **more,
    }
    return Shard.model_validate(given)


def _write(folder: Path, *shards: Shard) -> Path:
    for shard in shards:
        name = shard.shard.replace("/", "-of-")
        (folder / f"shard-{name}.json").write_text(shard.model_dump_json(), encoding="utf-8")
    return folder


def test_shards_become_one_result(tmp_path: Path) -> None:
    used = SettledPlace(**_ENTRY.model_dump(), count=2)
    results, wrong = merge(_write(tmp_path, _shard(1, settled=(used,)), _shard(2, settled=(used,))), [_ENTRY])
    assert wrong == []
    assert results
    assert (results.pages, results.rules) == (2, 3)
    assert results.tested_on == date(2026, 11, 24)
    assert [(check.name, check.what, check.pages, check.findings) for check in results.checks] == [
        (kind.name, kind.what, 2, 0) for kind in KINDS
    ]
    assert {check.modes for check in results.checks} == {("wide", "narrow")}
    assert [(one.rule, one.count) for one in results.settled] == [("region", 4)]
    assert len(results.tools) == 1


@pytest.mark.parametrize(
    ("shards", "told"),
    [
        ([], "no shard"),
        ([_shard(1)], "SHARD=2/2"),
        ([_shard(1), _shard(2, site="b" * 64)], "different sites"),
        ([_shard(1), _shard(2, of=3)], "different runs"),
        ([_shard(1), _shard(2, pages=["page-1/"])], "1 of 2 pages"),
        ([_shard(1), _shard(2, broken=["test_axe broke off"])], "Shard 2/2: test_axe broke off."),
        ([_shard(1), _shard(2, records=[])], "“Loading” read 1 of 2 pages."),
        ([_shard(1, records=[]), _shard(2, records=[])], "No rule of axe was run."),
        (
            [_shard(1), _shard(2, records=[_records(2)[0].model_copy(update={"name": "Taste"})])],
            "“Taste” is not listed",
        ),
        (
            [
                _shard(n, records=[one.model_copy(update={"rules": frozenset()}) for one in _records(n)])
                for n in (1, 2)
            ],
            "No rule of axe was run.",
        ),
    ],
)
def test_shards_that_are_not_whole_give_no_result(tmp_path: Path, shards: list[Shard], told: str) -> None:
    results, wrong = merge(_write(tmp_path, *shards), [])
    assert results is None
    assert told in "\n".join(wrong)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_check_must_have_read_what_it_should(tmp_path: Path, kind: Kind) -> None:
    for_none = [_shard(1, records=_without(kind, number=1)), _shard(2, records=_without(kind))]
    _, wrong = merge(_write(tmp_path, *for_none), [])
    assert f"“{kind.name}” read no page." in wrong
    _, wrong = merge(_write(tmp_path, _shard(1), _shard(2, records=_without(kind))), [])
    assert wrong == ([f"“{kind.name}” read 1 of 2 pages."] if kind.every_page else [])


def test_what_reads_the_whole_site_reads_every_page() -> None:
    whole = {AXE, HTML_VALIDATE, NU, STRUCTURE, LINKS, LOADING, POLICY}
    assert all(kind.every_page for kind in whole)


def test_every_kind_of_check_is_listed_once() -> None:
    made = [value for value in vars(checks).values() if isinstance(value, Kind)]
    assert sorted(kind.name for kind in KINDS) == sorted({kind.name for kind in made})


def test_faults_are_told_and_written(tmp_path: Path) -> None:
    results, wrong = merge(_write(tmp_path, _shard(1, faults=(_FAULT,)), _shard(2)), [])
    assert results
    assert results.findings == (finding(_FAULT),)
    assert "Write it." in "\n".join(wrong)


def test_entry_that_settles_nothing_is_a_fault(tmp_path: Path) -> None:
    results, wrong = merge(_write(tmp_path, _shard(1), _shard(2)), [_ENTRY])
    assert results
    assert [one.rule for one in results.findings] == ["unused"]
    assert "#known" in "\n".join(wrong)
    assert settled.unused([_ENTRY], Counter({_ENTRY: 1})) == []


def test_list_of_what_is_settled_needs_reasons(tmp_path: Path) -> None:
    file = tmp_path / "settled.yml"
    file.write_text("settled: [{rule: region, place: '#known', reason: fine}]", encoding="utf-8")
    with pytest.raises(ValueError, match="reason"):
        settled.read(file)
