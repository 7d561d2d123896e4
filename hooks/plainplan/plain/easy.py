"""Easy read held to its rules, page by page and as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plainplan.plain import amounts, grammar
from plainplan.plain.hard import acronyms, explains, hard_words, names_in, shouted
from plainplan.plain.naming import Written, two_names
from plainplan.plain.patterns import ALL_LANGUAGES, ENGLISH, MARKUP, found_by
from plainplan.plain.sentences import bare, sentences, words
from plainplan.plain.shapes import Block, Fault, Found, Known, Sentence
from plainplan.plain.vocabulary import WORDY, WORDY_IN_EASY_READ, Phrases

LONG, TOO_LONG = 15, 20  # words a sentence
MOST_SENTENCES = 4  # a block
MOST_PAGES, BLOCKS_A_PAGE = 24, 8
_EASIER = "Write an easier word, or make it bold and explain it in the next sentence and the word list."
_WORDY = Phrases(WORDY, WORDY_IN_EASY_READ)
_ENGLISH: tuple[tuple[str, Callable[[str], Iterator[Found]]], ...] = (
    ("easy-joined-ideas", grammar.joiners),
    ("easy-passive", grammar.passives),
    ("easy-number-word", amounts.number_words),
    ("easy-double-negative", grammar.double_negatives),
)


def easy_faults(blocks: Sequence[Block], known: Known, language: str) -> Iterator[Fault]:
    """Every fault of a page of easy read that stands alone. `language` is its tag, such as "en-GB"."""
    yield from page_faults(blocks, known, language)
    for _, fault in document_faults([blocks], known, language):
        yield fault


def is_english(language: str) -> bool:
    """Whether a language tag means English of any kind."""
    return language.casefold().split("-")[0].split("_")[0] == "en"


def page_faults(blocks: Sequence[Block], known: Known, language: str) -> Iterator[Fault]:
    """The faults of one page: its blocks, and each sentence with the one after it."""
    lines = [sentence for block in blocks for sentence in block.sentences]
    texts = [bare(line.text) for line in lines]
    for block in blocks:
        yield from _block_faults(block)
    for line, text in zip(lines, texts, strict=True):
        yield from _line_faults(line, text, known, english=is_english(language))
    if is_english(language):
        yield from _english_faults(lines, texts, known)


def document_faults(
    pages: Sequence[Sequence[Block]], known: Known, language: str
) -> Iterator[tuple[int, Fault]]:
    """The faults of an edition as a whole, each with the number of its page from 0: length, and names."""
    blocks = sum(not block.heading for page in pages for block in page)
    if blocks > MOST_PAGES * BLOCKS_A_PAGE:
        printed = round(blocks / BLOCKS_A_PAGE)
        message = f"{blocks} blocks are about {printed} pages in print, and {MOST_PAGES} are the most."
        yield (
            0,
            Fault("easy-long-document", 0, "", message, "Leave out what matters least, or make two of it."),
        )
    if is_english(language):
        texts = (
            Written(bare(sentence.text), number, sentence.line)
            for number, page in enumerate(pages)
            for block in page
            for sentence in block.sentences
        )
        yield from two_names(texts, known)


def _block_faults(block: Block) -> Iterator[Fault]:
    line = block.sentences[0].line if block.sentences else 0
    said = block.sentences[0].text if block.sentences else block.picture or ""
    if block.heading:
        return
    if not block.picture:
        message = f'there is no picture beside "{said}".'
        mend = "Begin the block with a picture line, such as ![vote]."
        yield Fault("easy-no-picture", line, said, message, mend)
    if not 1 <= len(block.sentences) <= MOST_SENTENCES:
        message = f"{len(block.sentences)} sentences stand beside one picture."
        mend = f"Write 1 to {MOST_SENTENCES}; an empty line and another picture begin a new block."
        yield Fault("easy-too-many-sentences", line, said, message, mend)


def _line_faults(line: Sentence, text: str, known: Known, *, english: bool) -> Iterator[Fault]:
    """What is wrong with a line in any language."""

    def fault(rule: str, found: Found) -> Fault:
        return Fault(rule, line.line, found.words, found.message, found.mend)

    parts = sentences(text)
    if len(parts) > 1:
        yield fault(
            "easy-one-sentence-a-line",
            Found(text, f'"{text}" is {len(parts)} sentences.', "Begin a new line after each."),
        )
    for part in parts:
        count = len(words(part))
        if count > LONG:
            rule, most = ("easy-too-long", TOO_LONG) if count > TOO_LONG else ("easy-long-sentence", LONG)
            message = f'"{part}" has {count} words, and {most} are the most.'
            yield fault(rule, Found(part, message, "Make two sentences of it, or leave words out."))
    for pattern in MARKUP:
        for found in found_by(pattern, line.text):
            yield fault(pattern.rule, found)
    for pattern in ALL_LANGUAGES:
        for found in found_by(pattern, text):
            yield fault(pattern.rule, found)
    for found in shouted(text, known, english=english):
        yield fault("easy-capitals", found)
    for found in amounts.large_numbers(text):
        yield fault("easy-large-number", found)
    for found in amounts.decimals(text, comma=not english):
        yield fault("easy-decimal", found)


def _english_faults(lines: Sequence[Sentence], texts: Sequence[str], known: Known) -> Iterator[Fault]:
    """What is wrong with the English of each line; hard words and bold ones once a page."""
    names = names_in(texts)
    met: set[str] = set()
    for line, text, following in zip(lines, texts, [*texts[1:], ""], strict=True):
        for rule, find in _ENGLISH:
            for found in find(text):
                yield Fault(rule, line.line, found.words, found.message, found.mend)
        for pattern in ENGLISH:
            for found in found_by(pattern, text):
                yield Fault(pattern.rule, line.line, found.words, found.message, found.mend)
        for phrase, plain in _WORDY(text):
            met.update(phrase.casefold().split())
            yield Fault(
                "easy-wordy", line.line, phrase, f'"{phrase}" is long for "{plain}".', f"Write: {plain}."
            )
        for found in acronyms(text, known, following, met):
            yield Fault("easy-acronym", line.line, found.words, found.message, found.mend)
        yield from _bold_faults(line, text, following, met)
        for word in hard_words(text, known, names):
            if word.casefold() not in met and not explains(word, text, following):
                yield Fault("easy-hard-word", line.line, word, f'many people do not know "{word}".', _EASIER)
            met.add(word.casefold())


def _bold_faults(line: Sentence, text: str, following: str, met: set[str]) -> Iterator[Fault]:
    """Bold words that are new on the page and not explained; all are added to those `met`."""
    for bold in (bare(word) for word in line.bold):
        if bold.casefold() not in met and not explains(bold, text, following):
            message = f'"{bold}" is bold, and the next sentence does not explain it.'
            mend = 'Write what it means in the next sentence, such as "This means …".'
            yield Fault("easy-unexplained", line.line, bold, message, mend)
        met.update({bold.casefold(), *bold.casefold().split()})
