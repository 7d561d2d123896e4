"""The order of names in the alphabets of several languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from plainplan.language import Language, Mark, marked, speaking
from plainplan.language.collation import first_letter, sort_key


def _letters(alphabet: str) -> tuple[str, ...]:
    return tuple(alphabet.split())


ENGLISH = Language()
WELSH = Language(
    tag="cy",
    locale="cy",
    alphabet=_letters("a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"),
)
POLISH = Language(tag="pl", locale="pl", alphabet=tuple("aąbcćdeęfghijklłmnńoóprsśtuwyzźż"))
URDU = Language(
    tag="ur",
    locale="ur",
    direction="rtl",
    alphabet=_letters("آ ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے"),
)
PUNJABI = Language(
    tag="pa",
    locale="pa",
    alphabet=_letters(
        "ੳ ਉ ਊ ਓ ਅ ਆ ਐ ਔ ੲ ਇ ਈ ਏ ਸ ਸ਼ ਹ ਕ ਖ ਖ਼ ਗ ਗ਼ ਘ ਙ ਚ ਛ ਜ ਜ਼ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਫ਼ ਬ ਭ ਮ ਯ ਰ ਲ ਲ਼ ਵ ੜ"
    ),
)
GUJARATI = Language(tag="gu", locale="gu")


@dataclass(frozen=True)
class Case:
    """Names in the order in which they should come, and their letters in turn, each once."""

    name: str
    language: Language
    names: str
    letters: str


CASES = (
    Case(
        "en",
        ENGLISH,
        "2 calls | 10 days | 12 | 101 | 1,200 | A walk | Aardvark | Éclair | ecstasy | “Open” day | Zoo",
        "- A E O Z",
    ),
    Case("en: accents only on a tie", ENGLISH, "resume | résumé | resumed", "R"),
    Case("en: hyphens and quotes do not count", ENGLISH, "Beat | E-bikes | ‘Ebony’ | Foot", "B E F"),
    Case("en: another script comes last", ENGLISH, "Apple | Zoo | Ελλάδα | ਪੰਜਾਬ", "A Z Ε ਪ"),
    Case("en: stroked letters stand with plain ones", ENGLISH, "Lab | Łódź | Lug | Øre | Ox", "L O"),
    Case(
        "cy: letters of two signs",
        WELSH,
        "Cyngor | Chwarae | Dwr | Ddoe | Glaw | Ngwlad | Haf",
        "C Ch D Dd G Ng H",
    ),
    Case("cy: inside of words", WELSH, "angor | ail | allan | ar | arhosfa", "A"),
    Case(
        "cy: ll after l, rh after r",
        WELSH,
        "Lwc | Llan | Mam | Ruban | Rhiw | Siop | Tŷ | Theatr",
        "L Ll M R Rh S T Th",
    ),
    Case("cy: circumflex is no letter", WELSH, "gwas | gŵr | gwraig | ŵy | wyau", "G W"),
    Case("cy: letters that it lacks", WELSH, "Iaith | Jam | Kayak | Lôn | Zebra", "I J K L Z"),
    Case("cy: joiner between two letters", WELSH, "bag | bangor | banc | ban\u034fgor | banw", "B"),
    Case("pl", POLISH, "Agent | Ład | Matka", "A Ł M"),
    Case(
        "pl: letters of their own",
        POLISH,
        "Cel | Ćma | Lato | Lód | Łaska | Ostrów | Ósmy | Zysk | Źródło | Żona",
        "C Ć L Ł O Ó Z Ź Ż",
    ),
    Case("pl: inside of words", POLISH, "kat | kąt | kbat", "K"),
    Case("pl: letters that it lacks", POLISH, "Praca | Quad | Rower | Ulica | Video | Woda", "P Q R U V W"),
    Case("ur", URDU, "آگ | اب | بس | پانی | تین | ٹیم | ثبوت | جگہ | چور", "آ ا ب پ ت ٹ ث ج چ"),
    Case("ur: waw, then heh, then yeh", URDU, "نقل | وقت | ہم | یہ", "ن و ہ ی"),
    Case("ur: figures first, Latin last", URDU, "۳ سال | 2026 | پولیس | Police", "- پ P"),
    Case(
        "pa: the order of its letters",
        PUNJABI,
        "ਉਮੀਦ | ਅਪਰਾਧ | ਇਨਸਾਫ਼ | ਸਮਾਂ | ਸ਼ਹਿਰ | ਹੱਕ | ਕੰਮ | ਪੁਲਿਸ | Police",
        "ਉ ਅ ਇ ਸ ਸ਼ ਹ ਕ ਪ P",
    ),
    Case("pa: vowel signs count", PUNJABI, "ਕਰ | ਕਾਰ | ਕਿਰਤ | ਕੀਮਤ", "ਕ"),
    Case(
        "gu: without an alphabet of its own",
        GUJARATI,
        "અપરાધ | આગ | કર | કાર | ગામ | પોલીસ | Police",
        "અ આ ક ગ પ P",
    ),
)


@contextmanager
def _case(case: Case) -> Iterator[list[str]]:
    with speaking(case.language):
        yield case.names.split(" | ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_order(case: Case) -> None:
    with _case(case) as names:
        backwards = names[::-1]
        assert sorted(backwards, key=sort_key) == names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_first_letters(case: Case) -> None:
    with _case(case) as names:
        assert list(dict.fromkeys(first_letter(name) or "-" for name in names)) == case.letters.split()


@pytest.mark.parametrize("words", ["“Open” day", "Évian", "2 calls"])
def test_marks_do_not_count(words: str) -> None:
    untranslated = marked(words, Mark.MISSING)
    assert (sort_key(untranslated), first_letter(untranslated)) == (sort_key(words), first_letter(words))


@pytest.mark.parametrize("words", ["", "–", "£", "3 of 4"])
def test_no_letter_comes_first(words: str) -> None:
    assert first_letter(words) == ""
