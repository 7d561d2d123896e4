"""Zip files whose bytes say only what is in them: no clock, no user, always the same order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that the format has
_READABLE = 0o644 << 16
_ON_UNIX = 3


def zipped(files: Mapping[str, bytes], as_they_are: Collection[str] = ()) -> bytes:
    """A zip file that holds `files`, by their path in it, in their order.

    Those named in `as_they_are` are not made smaller: EPUB and ODF ask this of the file that says their type.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _NO_TIME)
            entry.compress_type = zipfile.ZIP_STORED if path in as_they_are else zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = _ON_UNIX
            archive.writestr(entry, content)
    return made.getvalue()
