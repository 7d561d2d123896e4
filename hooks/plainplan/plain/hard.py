"""Hard words and short forms, and whether they are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainplan.plain.sentences import sentences
from plainplan.plain.shapes import Found, Known
from plainplan.plain.vocabulary import FAMILIAR, KNOWN_ACRONYMS

# On the Zipf scale of wordfreq; words of easy read were 99 of 100 times above it, 4 of 5 words of plans.
EASY_ENOUGH = 4.3
# A form such as "reported" is as easy as "report", where that is this frequent.
_EASY_BASE = 4.5
_ENDINGS = (
    *((ending, instead, EASY_ENOUGH) for ending, instead in (("s", ""), ("es", ""), ("ies", "y"))),
    *(
        (ending, instead, _EASY_BASE)
        for instead, endings in (("", "ed d ing er ers est ly"), ("e", "ing"), ("y", "ied ier iest ily"))
        for ending in endings.split()
    ),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME_BEFORE = re.compile(r"[\"'“‘(]?[A-Z]")
# What a rare word ends with where it is no name: "Safeguarding", "Procurement".
_NO_NAME = re.compile(
    r"(?:ing|tion|sion|ment|ity|ness|ance|ence|ism|ist|ary|ory|ive|al|ed|ship|able|ible|ous|ly|ure)s?$"
)
_ACRONYM = re.compile(r"(?<![\w.£/-])(?=[A-Z]*[A-Z])[A-Z]{2,}s?(?![\w-])")
_ROMAN = re.compile(r"[IVX]+$")
_MEANS = r"(?:means?|is|are|stands? for|was|were)"
_POINTS_BACK = re.compile(
    rf"(?:this|that|these|those|they|it|he|she|a person)\b[^.,]{{0,40}}?\b{_MEANS}\b", re.IGNORECASE
)
_SHOUTED_WORDS = frozenset(
    (
        *("NOT", "MUST", "NEVER", "ALWAYS", "ALL", "STOP", "ONLY", "YOU"),
        *("YOUR", "CAN", "WILL", "DO", "HELP", "NO", "FREE"),
    )
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=8192)
def _frequency(word: str) -> float:
    """How often a word is met, from 0 (never) to 8."""
    # The list takes half a second to read, so only those who check easy read wait for it.
    from wordfreq import zipf_frequency  # noqa: PLC0415

    return zipf_frequency(word, "en", wordlist="small")


def is_easy(word: str) -> bool:
    """Whether a word, in small letters, is one of those that most people meet every day."""
    if word in FAMILIAR or _frequency(word) >= EASY_ENOUGH:
        return True
    return any(base in FAMILIAR or _frequency(base) >= least for base, least in _bases(word))


def _bases(word: str) -> Iterator[tuple[str, float]]:
    """What a word may be a form of, and how frequent that must be."""
    for ending, instead, least in _ENDINGS:
        base = word.removesuffix(ending) + instead
        if word.endswith(ending) and len(base) > 2:
            yield base, least
            if len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1], least


def hard_words(text: str, known: Known, names: frozenset[str]) -> Iterator[str]:
    """Words of a sentence that many readers do not know, each once. `names` are capitalised elsewhere."""
    told: set[str] = set()
    for match in _WORD.finditer(text):
        written = re.sub(r"['’]s?$", "", match[0])
        word = written.casefold()
        if len(word) < 4 or not word.isascii() or not word.isalpha() or word in told or known.knows(word):
            continue
        if written[0].isupper() and _is_name(match, written, names):
            continue
        if not is_easy(word):
            told.add(word)
            yield written


def _is_name(match: re.Match[str], word: str, names: frozenset[str]) -> bool:
    if match.start() and not re.search(r"[.!?:…][\"'“‘(]?\s*$|^[\"'“‘(]$", match.string[: match.start()]):
        return True
    # The first word has a capital anyway: it is a name if it is one elsewhere, or looks like no other word.
    if word in names or word.isupper():
        return True
    return not _frequency(word.casefold()) and not _NO_NAME.search(word)


def names_in(texts: Sequence[str]) -> frozenset[str]:
    """Words that have a capital in the middle of a sentence."""
    found = set[str]()
    for text in texts:
        for sentence in sentences(text):
            found.update(
                re.sub(r"['’]s?$", "", match[0])
                for match in _WORD.finditer(sentence)
                if match.start() and match[0][0].isupper()
            )
    return frozenset(found)


def explains(term: str, sentence: str, following: str) -> bool:
    """Whether a sentence, or the one after it, says what a term means."""
    own, called = _meanings(_stem(term))
    if own.search(sentence) or own.search(following) or called.search(sentence):
        return True
    return bool(_POINTS_BACK.match(next(iter(sentences(following)), "")))


@lru_cache(maxsize=2048)
def _meanings(stem: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence gives a meaning: "a budget is …", "… is called a budget"."""
    own = re.compile(
        rf"\b{re.escape(stem)}\w*[\"'”’]?,?(?: \w+){{0,3}}? "
        r"(?:means?|is (?:when|a|an|one|the|how|where|what|like)|are|stands? for)\b",
        re.IGNORECASE,
    )
    return own, re.compile(rf"\b(?:called|known as) .{{0,25}}\b{re.escape(stem)}", re.IGNORECASE)


def _stem(term: str) -> str:
    return re.sub(r"(?<=\w{3})(?:ies|es|s|ing|ed|y)$", "", term.casefold())


def acronyms(text: str, known: Known, following: str, met: set[str]) -> Iterator[Found]:
    """Short forms in capitals that are not known to all, explained here, or `met` before; they become met."""
    shouted_parts = {part for run in shouted(text, known, english=True) for part in run.words.split()}
    for match in _ACRONYM.finditer(text):
        word = match[0].removesuffix("s") if match[0][-1] == "s" else match[0]
        if (
            word in KNOWN_ACRONYMS
            or word in shouted_parts
            or _ROMAN.match(word)
            or known.knows(word)
            or word in met
        ):
            continue
        met.add(word)
        if not explains(word, text, following):
            yield Found(
                word, f'"{word}" stands for words that not everybody knows.', "Write the whole words."
            )


def shouted(text: str, known: Known, *, english: bool) -> Iterator[Found]:
    """Words in capitals that are no short forms: a long one, one that shouts, and those beside it."""
    for run in _runs_of_capitals(text):
        parts = [part for part in re.split(r"[ -]+", run) if not known.knows(part)]
        if any(_shouts(part, english=english, alone=len(parts) == 1) for part in parts):
            mend = f'Write "{run.capitalize()}", or make the word bold.'
            yield Found(run, f'"{run}" is in capitals, which are hard to read.', mend)


def _shouts(part: str, *, english: bool, alone: bool) -> bool:
    """Whether capitals are a word: in English one that is known, elsewhere one too long for a short form."""
    if english:
        return part in _SHOUTED_WORDS or (len(part) > 4 and _frequency(part.casefold()) > 0)
    return len(part) > (6 if alone else 4)


def _runs_of_capitals(text: str) -> Iterator[str]:
    start = end = -1
    for match in _LETTERS.finditer(text):
        if start >= 0 and (not match[0].isupper() or text[end : match.start()].strip(" -")):
            yield text[start:end]
            start = -1
        if match[0].isupper():
            start, end = (match.start() if start < 0 else start), match.end()
    if start >= 0:
        yield text[start:end]
