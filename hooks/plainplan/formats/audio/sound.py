"""Samples of sound: read, joined, and brought to one loudness. Only what Python brings with it is needed."""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array
from collections.abc import Iterable
from operator import mul

from plainplan.formats.audio.voice import Sound

FULL = 32767
TARGET = -18.7
"""The loudness of speech in dB below full scale (root mean square, gated): -19 LUFS within half a LU.

-19 LUFS is what is asked of speech in one channel (AES TD1008). ITU-R BS.1770 weights the spectrum first;
for a voice in any of six languages that made 0.3 dB (measured with ffmpeg's ebur128)."""
PEAK = -1.5
"""No sample is louder than this, in dB below full scale: a decoder of MP3 may add a little."""
_BLOCK = 0.4
_SILENT = -60.0
_GATE = -10.0
"""Blocks of 0.4 s; those below -60 dB, and then those 10 dB below the mean, count as pauses (BS.1770-5)."""
_EVERY = 3
"""Power is measured on one sample of so many: it comes out the same, and sooner."""
_KNEE = 0.7
"""From this part of the peak on, louder samples are bent down smoothly instead of cut off."""
_RATES = range(8_000, 48_001)


def silence(seconds: float, rate: int = 22_050) -> Sound:
    """Nothing, for a while."""
    return Sound(array("h", bytes(2 * round(seconds * rate))), rate)


def from_wav(data: bytes, name: str) -> Sound:
    """The sound of a WAV file, two channels as one. Raises ValueError where it cannot be read."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            frames = file.readframes(len(data) // max(1, channels * width))
    except (wave.Error, EOFError) as error:
        raise ValueError(f"{name} is not a WAV file that can be read: {error}.") from error
    if width != 2 or channels not in (1, 2) or rate not in _RATES:
        raise ValueError(f"{name} must have 16 bits, one or two channels and at most 48 kHz.")
    samples = array("h")
    samples.frombytes(frames[: len(frames) - len(frames) % (2 * channels)])
    if sys.byteorder == "big":
        samples.byteswap()
    if channels == 2:
        samples = array("h", ((a + b) // 2 for a, b in zip(samples[::2], samples[1::2], strict=True)))
    return Sound(samples, rate)


def joined(sounds: Iterable[Sound]) -> Sound:
    """Sounds one after the other; all of one rate."""
    found = list(sounds)
    samples = array("h")
    for sound in found:
        samples.extend(sound.samples)
    return Sound(samples, found[0].rate if found else silence(0).rate)


def loudness(sound: Sound) -> float:
    """How loud the speech in it is, in dB below full scale, without its pauses."""
    size = round(_BLOCK * sound.rate)
    powers = [_power(sound.samples[at : at + size : _EVERY]) for at in range(0, len(sound.samples), size)]
    heard = [power for power in powers if _decibel(power) > _SILENT]
    gate = _decibel(_mean(heard)) + _GATE
    return _decibel(_mean([power for power in heard if _decibel(power) > gate]))


def peak(sound: Sound) -> float:
    """The loudest sample, in dB below full scale."""
    loudest = max(map(abs, sound.samples), default=0)
    return _decibel((loudest / FULL) ** 2)


def levelled(sound: Sound, target: float = TARGET) -> Sound:
    """The sound at the loudness of all others. Nothing is cut off: what is too loud is bent down."""
    found = loudness(sound)
    if found <= _SILENT:
        return sound
    bent = _bent(10 ** ((target - found) / 20))
    return Sound(array("h", map(bent.__getitem__, sound.samples)), sound.rate)


def _bent(gain: float) -> list[int]:
    """What each sample becomes: from 0 to the loudest, then from the lowest to -1, as Python counts."""
    return [_limited(sample * gain) for sample in (*range(FULL + 1), *range(-FULL - 1, 0))]


def _limited(sample: float) -> int:
    most = FULL * 10 ** (PEAK / 20)
    knee = most * _KNEE
    size = abs(sample)
    if size > knee:
        size = knee + (most - knee) * math.tanh((size - knee) / (most - knee))
    return round(math.copysign(size, sample))


def _power(samples: array[int]) -> float:
    return float(sum(map(mul, samples, samples))) / max(1, len(samples)) / FULL**2


def _mean(powers: list[float]) -> float:
    return sum(powers) / len(powers) if powers else 0.0


def _decibel(power: float) -> float:
    return 10 * math.log10(power) if power > 0 else -math.inf
