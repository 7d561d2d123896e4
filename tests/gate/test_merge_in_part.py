"""A run that read translations only in part gives no results to publish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.gate.merge import in_part
from tests.gate.records import Shard


@pytest.mark.parametrize(("to_read", "told"), [(40, "40 of 100 pages"), (100, "")])
def test_a_sample_is_told(tmp_path: Path, to_read: int, told: str) -> None:
    shard = Shard(
        shard="1/1",
        site="a" * 64,
        tested_on=date(2026, 11, 23),
        pages=frozenset(),
        to_read=to_read,
        all_pages=100,
    )
    (tmp_path / "shard-1-of-1.json").write_text(shard.model_dump_json(), encoding="utf-8")
    said = in_part(tmp_path)
    assert said.startswith(told)
    assert bool(said) is bool(told)
