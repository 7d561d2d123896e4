"""The voice of eSpeak NG: small, on every system, and with more languages than any other free one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from shutil import which

from plainplan.formats.audio.sound import from_wav, silence
from plainplan.formats.audio.voice import Part, Sound, Utterance
from plainplan.formats.missing import MissingToolError

_PROGRAM = "espeak-ng"
_INSTALL = (
    "Audio needs espeak-ng, which is not installed. Install it: on Debian and Ubuntu, "
    "`sudo apt-get install espeak-ng`; on macOS, `brew install espeak-ng`; on Windows, the installer "
    "from https://github.com/espeak-ng/espeak-ng/releases."
)
_WORDS_A_MINUTE = 155
"""A little slower than it speaks by itself: figures must be followed without seeing them."""
_BRITISH = {"en": "en-gb"}
_STOP_AFTER_SIGN = re.compile(r"(?<=[^\w\s])\.(?=\s*$)")
"""A full stop that ends a sentence behind another sign, as in `(4%).`: eSpeak NG 1.51 says it, as "dot"."""
_LONGEST = 30.0  # seconds that one sentence may take to make before it counts as hung


@dataclass(frozen=True)
class Espeak:
    """eSpeak NG at one speed."""

    words_a_minute: int = _WORDS_A_MINUTE

    @cached_property
    def name(self) -> str:
        """Its version is part of it: another one speaks differently."""
        said = _run(["--version"], "").decode(errors="replace").split("Data at")[0]
        return f"{' '.join(said.split())}, {self.words_a_minute} words a minute"

    def speak(self, utterances: Sequence[Utterance], language: str) -> Sound:
        """Say it, with the pauses between. Each utterance is a sentence of its own to the voice."""
        voice = voice_for(language)
        document = "".join(_sentence(utterance, language) for utterance in utterances)
        options = ["-m", "-v", voice, "-s", str(self.words_a_minute), "--stdin", "--stdout"]
        spoken = _run(options, f"<speak>{document}</speak>")
        return from_wav(spoken, language) if utterances else silence(0)


@cache
def voice_for(language: str) -> str:
    """The name of the voice for a language."""
    for name in (_BRITISH.get(language, language).lower(), language.partition("-")[0]):
        listed = _run([f"--voices={name}"], "").decode(errors="replace").splitlines()[1:]
        if any(line.split()[1] == name for line in listed):
            return name
    raise MissingToolError(f'espeak-ng has no voice for the language "{language}", so it has no audio here.')


def _sentence(utterance: Utterance, language: str) -> str:
    parts = "".join(_marked(part, language) for part in utterance.parts)
    return f'<s>{parts}</s><break time="{round(utterance.pause * 1000)}ms"/>'


def _marked(part: Part, language: str) -> str:
    # Not <say-as>: after the end of a sentence eSpeak NG 1.51 then says nothing at all of the word.
    words = "-".join(part.text) if part.spelled else _STOP_AFTER_SIGN.sub("", part.text)
    words = escape(words, quote=False)
    if part.language == language:
        return words
    return f'<voice xml:lang="{voice_for(part.language)}">{words}</voice>'


def phonemes(parts: Iterable[Part], language: str) -> str:
    """What it would say, in its own letters for sounds: for tests of how it says something."""
    marked = "".join(_marked(part, language) for part in parts)
    said = _run(["-m", "-q", "-x", "-v", voice_for(language), "--stdin"], f"<speak><s>{marked}</s></speak>")
    return " ".join(said.decode().split())


def _run(options: list[str], words: str) -> bytes:
    program = which(_PROGRAM)
    if program is None:
        raise MissingToolError(_INSTALL)
    done = subprocess.run(  # noqa: S603  # its own name and options, and words only through its input
        [program, *options], input=words.encode(), capture_output=True, check=False, timeout=_LONGEST * 20
    )
    if done.returncode:
        raise MissingToolError(f"espeak-ng did not speak: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
