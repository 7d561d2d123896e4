"""Writes MP3: encoded by LAME, with chapters that players show (ID3v2 Chapter Frame Addendum 1.0)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import lameenc
from mutagen.id3 import (
    CHAP,
    CTOC,
    ID3,
    TALB,
    TDRC,
    TIT2,
    TLAN,
    TPE1,
    TRCK,
    WOAF,
    CTOCFlags,
    Encoding,
)
from mutagen.mp3 import MP3

from plainplan.formats.audio.voice import Sound

_KILOBITS = 40
_QUALITY = 7
"""Of LAME, 2 is slowest and 7 fastest. Speech in one channel sounds the same with all of them."""
_RATE = 22_050
"""Samples a second: what eSpeak NG makes. Recordings are brought to it."""
_NO_OFFSET = 0xFFFFFFFF


@dataclass(frozen=True)
class Chapter:
    """A part of a track: its title, and when it begins and ends, in seconds."""

    title: str
    start: float
    end: float


@dataclass(frozen=True)
class About:
    """What a player shows of a track. `number` is its place among `of`."""

    title: str
    album: str
    artist: str
    language: str
    published: str
    url: str
    number: int = 0
    of: int = 0


def encoded(sound: Sound) -> bytes:
    """The sound as MP3, at a constant rate, so that a player finds every second at once."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(_KILOBITS)
    encoder.set_in_sample_rate(sound.rate)
    encoder.set_out_sample_rate(_RATE)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    return bytes(encoder.encode(sound.samples.tobytes())) + bytes(encoder.flush())


def seconds_of(mp3: bytes) -> float:
    """How long a file plays."""
    info = MP3(io.BytesIO(mp3)).info
    return float(info.length) if info else 0.0


def has_chapters(mp3: bytes) -> bool:
    """Whether somebody gave it chapters."""
    tags = MP3(io.BytesIO(mp3)).tags
    return bool(tags and tags.getall("CHAP"))


def tagged(mp3: bytes, about: About, chapters: Sequence[Chapter]) -> bytes:
    """The file with what it is and its chapters; chapters that it has are kept."""
    file = io.BytesIO(mp3)
    kept = has_chapters(mp3)
    tags = ID3(file) if kept else ID3()
    _describe(tags, about)
    if not kept:
        _divide(tags, chapters)
    if not kept and mp3.startswith(b"ID3"):
        ID3(file).delete(file)
    file.seek(0)
    tags.save(file, v2_version=3, padding=lambda info: 0)
    return _in_order(file.getvalue())


def _in_order(mp3: bytes) -> bytes:
    """The file with its chapters by time: some players take them as they come, and mutagen sorts by size."""
    head, at, end = 10, 10, 10 + _size(mp3[6:10])
    frames: list[bytes] = []
    while at < end:
        after = at + head + int.from_bytes(mp3[at + 4 : at + 8])
        frames.append(mp3[at:after])
        at = after
    ordered = sorted(frames, key=_begins)
    return mp3[:head] + b"".join(ordered) + mp3[end:]


def _begins(frame: bytes) -> int:
    """When a chapter begins, in milliseconds; all that is no chapter stands first."""
    if not frame.startswith(b"CHAP"):
        return -1
    start = frame.index(b"\0", 10) + 1
    return int.from_bytes(frame[start : start + 4])


def _size(synchsafe: bytes) -> int:
    """The size of a tag: seven bits of each byte (ID3v2.3, 3.1)."""
    return sum(byte << 7 * place for place, byte in enumerate(reversed(synchsafe)))


def _describe(tags: ID3, about: About) -> None:
    utf = Encoding.UTF16
    for frame, words in ((TIT2, about.title), (TALB, about.album), (TPE1, about.artist)):
        if words:
            tags.add(frame(encoding=utf, text=[words]))
    tags.add(TLAN(encoding=utf, text=[about.language]))
    if about.published:
        tags.add(TDRC(encoding=utf, text=[about.published]))
    if about.number:
        tags.add(TRCK(encoding=utf, text=[f"{about.number}/{about.of}"]))
    if about.url:
        tags.add(WOAF(url=about.url))


def _divide(tags: ID3, chapters: Sequence[Chapter]) -> None:
    names = [f"chp{place}" for place in range(len(chapters))]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    tags.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, chapter in zip(names, chapters, strict=True):
        title = TIT2(encoding=Encoding.UTF16, text=[chapter.title])
        tags.add(
            CHAP(
                element_id=name,
                start_time=round(chapter.start * 1000),
                end_time=round(chapter.end * 1000),
                start_offset=_NO_OFFSET,
                end_offset=_NO_OFFSET,
                sub_frames=[title],
            )
        )
