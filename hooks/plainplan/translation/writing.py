"""Writes files all or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from plainplan.errors import Place, Problem


def write_all(folder: Path, texts: Mapping[str, bytes]) -> list[Problem]:
    """Write files under `folder`. Where one cannot be written, none is changed, and a problem says why."""
    staged: list[tuple[Path, Path]] = []
    try:
        for name, text in texts.items():
            path = folder / name
            if path.exists() and path.read_bytes() == text:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
                staged.append((Path(file.name), path))
                file.write(text)
            Path(file.name).chmod(0o644)
        for made, path in staged:
            made.replace(path)
    except OSError as error:
        name = str(error.filename or folder)
        message = f"the file cannot be written: {error.strerror}."
        return [Problem(Place(name), message, "Check that you may write there.", "unwritable")]
    finally:
        for made, _ in staged:
            made.unlink(missing_ok=True)
    return []
