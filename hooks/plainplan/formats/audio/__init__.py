"""Pages read aloud: MP3 with chapters, by people where they recorded them, by a voice where not."""

from plainplan.formats.audio.espeak import Espeak
from plainplan.formats.audio.listening import listening, to_m3u
from plainplan.formats.audio.track import Reader, Track, make_track
from plainplan.formats.audio.voice import Part, Sound, Utterance, Voice

__all__ = [
    "Espeak",
    "Part",
    "Reader",
    "Sound",
    "Track",
    "Utterance",
    "Voice",
    "listening",
    "make_track",
    "to_m3u",
]
