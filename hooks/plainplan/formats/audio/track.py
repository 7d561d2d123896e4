"""Makes a page into a track: what is said, with a chapter for each of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from plainplan.errors import Place, Problem, Severity
from plainplan.formats.audio import mp3
from plainplan.formats.audio.recordings import Recording, find_recording
from plainplan.formats.audio.saying import parts_of
from plainplan.formats.audio.sound import from_wav, joined, levelled
from plainplan.formats.audio.voice import Part, Sound, Utterance, Voice
from plainplan.formats.document import Document
from plainplan.formats.spoken import Kind, Piece, pieces_of, plain
from plainplan.formats.text import transcript
from plainplan.model import Pronunciation

_AS_WRITTEN = Pronunciation()
_CHAPTER_LEVEL = 2
_PAUSES = {Kind.HEADING: 0.9, Kind.ITEM: 0.35, Kind.ROW: 0.45, Kind.TERM: 0.15, Kind.MEANING: 0.35}
_PAUSE = 0.6
_BEFORE_HEADING = 1.2


@dataclass(frozen=True)
class Track:
    """A page as an MP3 file. `recorded`: a person reads it. `problems` name a recording that is not used."""

    title: str
    address: str
    data: bytes
    seconds: float
    chapters: tuple[mp3.Chapter, ...]
    recorded: bool
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Reader:
    """Who reads: the voice, how it says what it would say wrong, and where recordings by people lie."""

    voice: Voice
    pronunciation: Pronunciation = _AS_WRITTEN
    plan: Path | None = None


def make_track(
    document: Document,
    reader: Reader,
    number: int = 0,
    of: int = 0,
    pieces: Sequence[Piece] | None = None,
) -> Track:
    """The page as a track: a recording of it, if one is there and still true, or the voice.

    Raises MissingToolError where the voice is not installed, ValueError where a recording cannot be read.
    """
    found = tuple(pieces_of(document) if pieces is None else pieces)
    recording = find_recording(reader.plan, document.language, document.address) if reader.plan else None
    held = recording if recording and recording.holds(transcript(found)) else None
    sound = held.path.read_bytes() if held else b""
    chapters: tuple[mp3.Chapter, ...] = ()
    if held and held.path.suffix == ".wav":
        sound = mp3.encoded(levelled(from_wav(sound, str(held.path))))
    elif not held:
        spoken, chapters = _speak(found, reader, document.language)
        sound = mp3.encoded(levelled(spoken))
    seconds = mp3.seconds_of(sound)
    chapters = chapters or (mp3.Chapter(document.title, 0, seconds),)
    return Track(
        title=document.title,
        address=document.address,
        data=mp3.tagged(sound, _about(document, number, of), chapters),
        seconds=seconds,
        chapters=chapters,
        recorded=held is not None,
        problems=tuple(_not_used(recording, held, reader.plan)),
    )


def sections_of(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces of each chapter: the beginning of the page, then each part under a heading of its own."""
    sections: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind is Kind.HEADING and piece.level == _CHAPTER_LEVEL and sections[-1]:
            sections.append([])
        sections[-1].append(piece)
    return [tuple(section) for section in sections if section]


def utterances_of(pieces: Sequence[Piece], pronunciation: Pronunciation) -> list[Utterance]:
    """What a voice is given for some pieces. A heading stands apart, and items are counted as on the page."""
    said = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        parts = parts_of(piece.words, pronunciation)
        if piece.number is not None:
            parts = (Part(f"{piece.number}. ", piece.language), *parts)
        ends = following is None or following.kind is Kind.HEADING
        pause = max(_PAUSES.get(piece.kind, _PAUSE), _BEFORE_HEADING if ends else 0)
        said.append(Utterance(parts, pause))
    return said


def _speak(pieces: tuple[Piece, ...], reader: Reader, language: str) -> tuple[Sound, tuple[mp3.Chapter, ...]]:
    sections = sections_of(pieces)
    sounds = [
        reader.voice.speak(utterances_of(section, reader.pronunciation), language) for section in sections
    ]
    times = list(accumulate((sound.seconds for sound in sounds), initial=0.0))
    chapters = tuple(
        mp3.Chapter(plain(section[0].words), start, end)
        for section, (start, end) in zip(sections, pairwise(times), strict=True)
    )
    return joined(sounds), chapters


def _about(document: Document, number: int, of: int) -> mp3.About:
    return mp3.About(
        title=document.title,
        album=document.plan,
        artist=document.publisher,
        language=document.language,
        published=document.published,
        url=document.url,
        number=number,
        of=of,
    )


def _not_used(recording: Recording | None, held: Recording | None, plan: Path | None) -> Iterator[Problem]:
    if recording is None or held is not None or plan is None:
        return
    text = recording.path.with_suffix(".txt").name
    if recording.words is None:
        message = f"nothing says what this recording reads, as there is no {text} beside it."
    else:
        message = "the words of its page are no longer those that this recording reads."
    mend = (
        f"Read the page again, and save its plain text beside the recording as {text}. "
        "Until then a machine reads it."
    )
    place = Place(recording.path.relative_to(plan).as_posix())
    yield Problem(place, message, mend, "old-recording", Severity.WARNING)
