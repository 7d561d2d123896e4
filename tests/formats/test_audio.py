"""Pages read aloud. Some of these tests need a voice: sudo apt-get install espeak-ng."""

from __future__ import annotations

import io
import math
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from plainplan.formats.audio import espeak as espeak_module
from plainplan.formats.audio.espeak import Espeak, phonemes
from plainplan.formats.audio.listening import listening, to_m3u
from plainplan.formats.audio.saying import parts_of
from plainplan.formats.audio.sound import PEAK, TARGET, from_wav, levelled, loudness, peak
from plainplan.formats.audio.track import Reader, Track, make_track
from plainplan.formats.audio.voice import Part, Sound, Utterance
from plainplan.formats.missing import MissingToolError
from plainplan.formats.spoken import Run, pieces_of
from plainplan.formats.text import render_text
from plainplan.language import speaking
from plainplan.model import Pronunciation

from tests.formats.said import RICH, SAYS, language, page

RATE = 22_050
SAYINGS = Pronunciation.model_validate(
    {
        "languages": [
            {
                "language": "en",
                "words": [{"write": "101", "say": "one oh one"}, {"write": "PEEL", "say": "peel"}],
            }
        ]
    }
)


def tone(seconds: float, level: float = 0.3, rate: int = RATE) -> Sound:
    size = 32767 * level
    return Sound(array("h", (round(size * math.sin(i / 9)) for i in range(round(seconds * rate)))), rate)


def wav(sound: Sound, channels: int = 1, width: int = 2) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(sound.rate)
        file.writeframes(sound.samples.tobytes())
    return made.getvalue()


@dataclass
class Hummer:
    """A voice that hums a second for each thing that it is given, and remembers it."""

    heard: list[str] = field(default_factory=list)
    name: str = "hummer"

    def speak(self, utterances: Sequence[Utterance], language: str) -> Sound:
        for utterance in utterances:
            self.heard.append("".join(part.text for part in utterance.parts))
        return tone(len(utterances))


def track(body: str = RICH, reader: Reader | None = None, tag: str = "en") -> Track:
    with speaking(language(tag)):
        return make_track(page(body, tag), reader or Reader(Hummer(), SAYINGS), 2, 5)


SAID = {
    "en": [
        ("£1.2\u00a0million", "1.2 million pounds"),
        ("£133,850 and £1", "133850 pounds and 1 pound"),
        ("£271.32", "271 pounds 32 pence"),
        ("44.1% (4%)", "44.1 per cent (4 per cent)"),
        ("2026-27", "2026 to 27"),
        ("aged 16–24", "aged 16 to 24"),
        ("1,250 people", "1250 people"),
        ("01632 960101", "0 1 6 3 2 9 6 0 1 0 1"),
        ("plan@example.org", "plan at example dot org"),
        ("https://www.example.org/plan/", "www dot example dot org slash plan"),
        ("4 June 2026 to 2027", "4 June 2026 to 2027"),
        ("call 101 or £101 or 101% or 101.5", "call one oh one or 101 pounds or 101 per cent or 101.5"),
        ("PEEL by the PCC", "peel by the P-C-C"),
        ("Statutory Instrument 2011/13", "Statutory Instrument 2011/13"),
        ("follow-up in 20-mile zones", "follow-up in 20-mile zones"),
    ],
    "pl": [("133\u00a0850", "133850"), ("44,1%", "44,1")],
    "ur": [("\u2066133,850\u2069", "133850")],
}


@pytest.mark.parametrize(("tag", "text", "said"), [(tag, *case) for tag in SAID for case in SAID[tag]])
def test_signs_are_said_in_words(tag: str, text: str, said: str) -> None:
    with speaking(language(tag)):
        parts = parts_of((Run(text, tag),), SAYINGS)
    told = "".join("-".join(part.text) if part.spelled else part.text for part in parts)
    assert told == said if tag == "en" else told.startswith(said)


@pytest.mark.parametrize("tag", ["cy", "ur", "pl", "pa", "gu"])
def test_no_sign_of_money_is_left_to_a_voice_that_drops_it(tag: str) -> None:
    with speaking(language(tag)):
        parts = parts_of((Run("£1.2 £133,850 £5", tag),), SAYINGS)
    assert "£" not in "".join(part.text for part in parts)


def test_english_inside_another_language_is_said_in_english() -> None:
    with speaking(language("ur")):
        parts = parts_of((Run("یہ ", "ur"), Run("PEEL, £5", "en")), SAYINGS)
    assert parts == (Part("یہ ", "ur"), Part("peel", "en"), Part(", 5 pounds", "en"))


def test_everything_is_said() -> None:
    voice = Hummer()
    track(reader=Reader(voice))
    said = "\n".join(voice.heard)
    changed = {"£1.2 million": "1.2 million pounds", "£1,242,650": "1242650 pounds"}
    wanted = [changed.get(words, words.replace("£42,650", "42650 pounds")) for words in SAYS]
    assert [words for words in wanted if words not in said] == []
    assert "1. First" in voice.heard


def test_a_track_has_chapters_in_order_and_says_what_it_is() -> None:
    made = track()
    tags = ID3(io.BytesIO(made.data))
    assert str(tags["TIT2"]) == "Safer roads" and str(tags["TRCK"]) == "2/5"
    assert str(tags["TALB"]) == "Safer Testshire" and str(tags["TLAN"]) == "en"
    chapters = [tags[f"CHAP:{name}"] for name in tags["CTOC:toc"].child_element_ids]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == ["Safer roads", "What we do", "Money"]
    starts = [chapter.start_time for chapter in chapters]
    assert starts == [0, 3000, 10_000]
    places = [made.data.index(b"CHAP\0\0", 0)]
    for chapter in chapters[1:]:
        places.append(made.data.index(chapter.element_id.encode() + b"\0" + chapter.start_time.to_bytes(4)))
    assert places == sorted(places)
    assert abs(chapters[-1].end_time / 1000 - made.seconds) < 0.2
    info = MP3(io.BytesIO(made.data)).info
    assert info and (info.channels, info.sample_rate) == (1, RATE)
    assert made.data == track().data


@pytest.mark.parametrize("level", [0.02, 0.1, 0.9])
def test_all_tracks_are_equally_loud_and_none_clips(level: float) -> None:
    made = levelled(tone(3, level))
    assert abs(loudness(made) - TARGET) < 0.6
    assert peak(made) <= PEAK + 0.01


def test_a_loud_moment_is_bent_down_and_pauses_do_not_count() -> None:
    quiet = tone(6, 0.05)
    samples = array("h", [*quiet.samples, *[0] * (RATE * 6), *[32767, -32768] * 40])
    made = levelled(Sound(samples, RATE))
    assert peak(made) <= PEAK + 0.01 and max(made.samples) < 32767
    assert abs(loudness(made) - TARGET) < 1


def test_silence_stays_silent() -> None:
    empty = Sound(array("h", [0] * RATE), RATE)
    assert levelled(empty).samples == empty.samples and loudness(empty) == -math.inf


@pytest.mark.parametrize("data", [b"", b"RIFF", wav(tone(0.1), width=1), wav(tone(0.1), channels=1)[:20]])
def test_a_sound_that_cannot_be_read_is_named(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^a\.wav "):
        from_wav(data, "a.wav")


def test_two_channels_become_one() -> None:
    both = Sound(array("h", [100, 200, -50, 50]), RATE)
    assert list(from_wav(wav(both, channels=2), "a.wav").samples) == [150, 0]


def record(plan: Path, name: str, data: bytes, words: str | None) -> None:
    path = plan / "content/recordings/en" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    if words is not None:
        path.with_suffix(".txt").write_text(words, encoding="utf-8")


@pytest.mark.parametrize("ending", ["wav", "mp3"])
def test_a_recording_by_a_person_comes_before_the_voice(tmp_path: Path, ending: str) -> None:
    sound = tone(4) if ending == "wav" else None
    data = wav(sound) if sound else track("<h1>Read</h1><p>by somebody</p>").data
    record(tmp_path, f"roads.{ending}", data, render_text(page(RICH)))
    voice = Hummer()
    made = track(reader=Reader(voice, plan=tmp_path))
    assert made.recorded and voice.heard == [] and made.problems == ()
    assert made.seconds == pytest.approx(4 if ending == "wav" else 3, abs=0.2)
    assert str(ID3(io.BytesIO(made.data))["TIT2"]) == "Safer roads"


@pytest.mark.parametrize(
    ("words", "message"),
    [("Safer roads\n\nOther words.", "no longer"), (None, "there is no roads.txt")],
)
def test_a_recording_of_other_words_is_not_heard(tmp_path: Path, words: str | None, message: str) -> None:
    record(tmp_path, "roads.wav", wav(tone(4)), words)
    made = track(reader=Reader(Hummer(), plan=tmp_path))
    assert not made.recorded
    (problem,) = made.problems
    assert message in problem.message and "roads.wav" in str(problem) and "roads.txt" in problem.mend


def test_the_listening_edition_is_what_people_wrote() -> None:
    order = ["", "foreword/", "actions/", "priorities/roads/", "annual-report/2025-26/"]
    written = {"foreword/", "priorities/roads/", "annual-report/2025-26/"}
    assert listening(order, written) == ["", "foreword/", "priorities/roads/"]


def test_the_list_plays_the_tracks() -> None:
    assert to_m3u("Plan", [("a.mp3", track())]).splitlines() == [
        "#EXTM3U",
        "#EXTENC:UTF-8",
        "#PLAYLIST:Plan",
        f"#EXTINF:{round(track().seconds)},Safer roads",
        "a.mp3",
    ]


@pytest.mark.parametrize("tag", ["en", "cy", "ur", "pl", "pa", "gu"])
def test_the_voice_speaks_each_language_the_same_each_time(tag: str) -> None:
    reader = Reader(Espeak(), SAYINGS)
    made = track("<h1>Safer roads</h1><p>£5</p>", reader, tag)
    assert made.data == track("<h1>Safer roads</h1><p>£5</p>", reader, tag).data
    assert 3 < made.seconds < 15


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("24. ASB, x", "'eI'Esb'i:"),
        ("HMICFRS", "'eItS'EmaIs'i:;'Ef'A@r'Es"),
        ("£1.2 million", "w'0n pOInt t'u: m'Ili@n p'aUndz"),
        ("101", "w'0n 'oU w,0n"),
        ("£271.32", "t'u:h'VndrI2d@n s'Ev@nti w'0n p'aUndz T'3:ti t'u: p'Ens"),
    ],
)
def test_the_voice_says_it_rightly(text: str, sounds: str) -> None:
    assert sounds in phonemes(parts_of((Run(text, "en"),), SAYINGS), "en")


@pytest.mark.parametrize("text", ["ten (ASB).", "up £5 (4%).", "“ten”.", "ten (PEEL).", "It is ten."])
@pytest.mark.parametrize("tag", ["en", "cy", "pl"])
def test_a_full_stop_is_not_said(text: str, tag: str) -> None:
    with speaking(language(tag)):
        said = phonemes(parts_of((Run(text, tag),), SAYINGS), tag)
    assert not said.endswith(("d'0t", "d0t", "p'uYnt", "kR'Opka#"))


def test_pauses_are_at_least_as_long_as_asked() -> None:
    words = (Part("Yes.", "en"),)
    short, long = (Espeak().speak([Utterance(words, pause)] * 2, "en").seconds for pause in (1.5, 2.5))
    assert 1.5 < long - short < 2.5


def test_without_a_voice_the_command_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak_module, "which", lambda name: None)
    with pytest.raises(MissingToolError, match="apt-get install espeak-ng") as said:
        Espeak().speak([Utterance((Part("a", "en"),))], "en")
    assert "\n" not in str(said.value)


def test_a_language_without_a_voice_is_named() -> None:
    with pytest.raises(MissingToolError, match='no voice for the language "xx"'):
        Espeak().speak([Utterance((Part("a", "xx"),))], "xx")


def test_every_piece_is_one_utterance() -> None:
    voice = Hummer()
    track(reader=Reader(voice))
    assert len(voice.heard) == len(pieces_of(page(RICH)))
