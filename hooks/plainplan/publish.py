"""Swaps the finished site in whole, so that readers never meet half of one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from plainplan.errors import Place, PlanError, Problem


class Aside:
    """A site in the making, beside the published one, on the same disk. It leaves nothing when it fails."""

    def __init__(self, published: Path) -> None:
        published.parent.mkdir(parents=True, exist_ok=True)
        self.published = published
        # Removed with this object at the latest: a build that breaks off says so to nobody.
        self._workshop = TemporaryDirectory(prefix=f".{published.name}-", dir=published.parent)
        self.folder = Path(self._workshop.name) / published.name

    def swap_in(self, keep: Iterable[str] = ()) -> None:
        """Put what was made in the place of the published site; until then the last good one stays.

        The folders `keep` of the published site stay where the new one has none: they are made elsewhere.
        Hidden files of the published folder stay too, as MkDocs leaves them: it may be a git work tree.
        Raises OSError, with the last good site in its place, where the new one cannot be moved there.
        """
        old = self.folder.with_name("old")
        if not self.published.exists():
            self.folder.rename(self.published)
            self._workshop.cleanup()
            return
        self.published.rename(old)
        try:
            self.folder.rename(self.published)
        except OSError:
            old.rename(self.published)
            raise
        for name in (*keep, *(hidden.name for hidden in old.glob(".*"))):
            if (old / name).exists() and not (self.published / name).exists():
                shutil.move(old / name, self.published / name)
        self._workshop.cleanup()

    def add(self, files: Mapping[str, bytes]) -> None:
        """Put files beside the pages, by their paths in the site."""
        for path, content in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def beside(self, name: str) -> Path:
        """A folder for a part of the site that is made at the same time."""
        return self.folder.with_name(f"part-{name}")

    def take_in(self, name: str, path: str) -> None:
        """Put such a part into the site, at a path where nothing stands."""
        self.beside(name).rename(self.folder / path)

    def drop(self) -> None:
        """Throw away what was made."""
        self._workshop.cleanup()


class Part(Aside):
    """A part of a site in the making: who began it takes it in."""

    def __init__(self, folder: Path) -> None:
        self.folder = self.published = folder

    def swap_in(self, keep: Iterable[str] = ()) -> None:
        """It is where it should be."""

    def drop(self) -> None:
        """Throw away what was made."""
        shutil.rmtree(self.folder, ignore_errors=True)


def aside_of(site: Path, path: str, into: Path | None) -> Aside:
    """Where an edition is made: in the folder `into`, else beside its place in the site, at `path`.

    Raises PlanError where nothing can be written there.
    """
    try:
        return Part(into) if into else Aside(site / path)
    except OSError as error:
        message = f"nothing can be written beside the folder of the website: {error.strerror}."
        mend = "Choose another folder, or ask whoever runs the computer for the right to write there."
        raise PlanError((Problem(Place(site.name), message, mend, "site"),)) from error
