"""Which language a text is in: by its script, its letters and its commonest words; langdetect only for what remains."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from msgspec import Raw

from auditor.expressions import late
from auditor.prepared import prepared
from auditor.text.folding import fold
from auditor.text.scripts import script
from auditor.text.words import words
from auditor.words import languages, subject
from auditor.words.parted import Parted, parted

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

_TEXTS = 2  # of which only the words are looked up; more are a corpus, and all common words are read
_SAMPLE = 2_000  # characters; twice as many changed no answer on 500 real pages
_FEWEST_WORDS = 8
_PARTS = late(r"[-_;,\s]")  # what divides those of a code
_FOREIGN_LETTERS = late("[^\\W\\d_a-z]")
_LANGDETECT_SAMPLE = 1_000  # characters; five times as many cost three times the time and changed no answer
_FEWEST_FOR_LANGDETECT = 20  # words
# A letter that one language writes, or two, says less than a common word: it also stands in names.
_MOST_OWNERS, _A_LETTER = 2, 0.4
_PROBABLE = 0.95  # below, langdetect's best guess was wrong in one of six texts
# Old and regional codes of one language (ISO 639-1, as withdrawn, and BCP 47).
_SAME = {"iw": "he", "in": "id", "ji": "yi", "nb": "no", "nn": "no", "mo": "ro", "sh": "sr", "fil": "tl", "cmn": "zh"}
# Dialects that word lists do not tell from their neighbour.
_NEIGHBOURS = {"pcm": "english", "sco": "english", "bs": "south-slavic", "me": "south-slavic", "ast": "iberian",
               "fo": "scandinavian", "fy": "dutch", "lb": "dutch", "yo": "", "jv": "malay", "su": "malay", "bh": "hindi",
               "kok": "hindi", "mai": "hindi", "st": "bantu", "tn": "bantu", "ss": "nguni", "nd": "nguni"}  # fmt: skip


class _Score(NamedTuple):
    language: str
    share: float  # of the words, those of several languages divided among them, less the letters that it has not
    words: float  # share that its list has


def normal(code: str | None) -> str | None:
    """The one form of a language code: two letters where there are two, small, without region or script."""
    primary = _PARTS.split((code or "").strip().lower(), maxsplit=1)[0]
    return _SAME.get(primary, primary) if 2 <= len(primary) <= 3 and primary.isalpha() else None


def are_relatives(one: str, other: str) -> bool:
    """Whether two languages are so close that a text of one is easily taken for the other."""
    return one == other or (_family(one) != "" and _family(one) == _family(other))


def detect(text: str, declared: str | None = None) -> str | None:
    """The code of the language of a text, or None where there is too little to tell.

    The `declared` one decides between close relatives only. langdetect is asked where no list of common words covers
    twenty words or more clearly, and believed where it is sure and no list contradicts.
    """
    sample = normalize("NFC", text[:_SAMPLE])
    if copy := fold(sample):
        sample = copy.text
    written = script(sample)
    candidates = _owners("writing", "script").get(written, ())
    if len(candidates) == 1 and written != "latin":
        return candidates[0]
    found = words(sample)
    if len(found) < _FEWEST_WORDS and written == "latin":
        return None
    ranked = _ranked(candidates, found)
    if verdict := _by_words(ranked, len(found), normal(declared)):
        return verdict
    if len(found) < _FEWEST_FOR_LANGDETECT:
        return None
    return _checked(_by_langdetect(sample[:_LANGDETECT_SAMPLE]), ranked, normal(declared))


def _ranked(candidates: Sequence[str], found: Sequence[str]) -> list[_Score]:
    counts = Counter(found)
    common, telling = (_common_words(key).read_for(counts) for key in ("common", "telling"))
    shares, covered = dict.fromkeys(candidates, 0.0), dict.fromkeys(candidates, 0)
    for word, times in counts.items():
        writers = _both(common.get(word, ()), telling.get(word, ()))
        owners = [code for code in writers if code in shares]
        for code in owners:
            shares[code] += times / len(owners)
            covered[code] += times
    letters = Counter[str]()
    for word, times in counts.items():
        for letter in _FOREIGN_LETTERS.findall(word):
            letters[letter] += times
    total = sum(len(word) * times for word, times in counts.items()) or 1
    told = _telling(candidates, letters)
    scores = [
        _Score(
            code,
            (shares[code] + told.get(code, 0)) / len(found) - _misfit(code, letters) / total,
            (covered[code] + told.get(code, 0)) / len(found),
        )
        for code in candidates
    ]
    return sorted(scores, key=lambda score: (-score.share, score.language))


def _telling(candidates: Sequence[str], letters: Mapping[str, int]) -> dict[str, float]:
    """What letters say that only one or two languages of a script write, in words of the list."""
    told: dict[str, float] = {}
    for letter, times in letters.items():
        owners = [code for code in candidates if letter in _letters(code)]
        if 0 < len(owners) <= _MOST_OWNERS:
            for code in owners:
                told[code] = told.get(code, 0) + _A_LETTER * times / len(owners)
    return told


def _misfit(code: str, letters: Mapping[str, int]) -> int:
    """Letters that the language does not write."""
    own = _letters(code)
    return sum(times for letter, times in letters.items() if letter not in own) if own else 0


# Of running prose a quarter to a half is on the list of its own language. Shares are divided among the languages that
# have a word, so a tenth is much; the lead over the next language that is no relative must be clear.
_SURE = ((0.08, 0.15, 1.8), (0.04, 0.12, 2.5), (0.04, 0.06, 6.0))  # share, words, lead
_SURE_OF_FEW = ((0.1, 0.2, 2.2),)  # of eight words two may be another language's by chance
_LEAD_OF_RELATIVES, _MORE_WORDS = 1.15, 0.9


def _by_words(ranked: Sequence[_Score], length: int, declared: str | None) -> str | None:
    if not ranked:
        return None
    best, *others = ranked
    stranger = next((o.share for o in others if not are_relatives(best.language, o.language)), 0.0)
    bars = _SURE if length >= _FEWEST_FOR_LANGDETECT else _SURE_OF_FEW
    if not any(best.share >= s and best.words >= w and best.share >= lead * stranger for s, w, lead in bars):
        return None
    close = [o.language for o in others if are_relatives(best.language, o.language) and _is_close(best, o, length)]
    if declared and declared != best.language and are_relatives(best.language, declared):
        return declared if declared in close or not _letters(declared) else best.language
    return best.language if not close or declared == best.language else None


def _is_close(best: _Score, other: _Score, length: int) -> bool:
    lead = (best.share - other.share) * length
    return other.share > 0 and (best.share < _LEAD_OF_RELATIVES * other.share or lead < _MORE_WORDS)


def _checked(guess: str | None, ranked: Sequence[_Score], declared: str | None) -> str | None:
    """langdetect's answer, unless a list of its own language has hardly a word of the text."""
    if guess is None:
        return None
    if declared and are_relatives(guess, declared):
        return declared
    own = next((score for score in ranked if score.language == guess), None)
    if own is None:
        return guess if guess not in languages() else None
    if own is not ranked[0] and are_relatives(guess, ranked[0].language):
        return None
    return guess if own.words >= _SURE[1][0] and own.share * 2 >= ranked[0].share else None


def _both(common: tuple[str, ...], telling: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of a common word, or of one by which a language is told from its relatives."""
    return (*common, *(code for code in telling if code not in common)) if telling else common


@cache
def _common_words(key: str) -> Parted[tuple[str, ...]]:
    """The languages of each word of a list of common words."""
    made = prepared(f"owners-{key}", dict[str, Raw], lambda: parted(_owners("stopwords", key)))
    return Parted(made, tuple[str, ...], _TEXTS)


@cache
def _owners(name: str, key: str) -> dict[str, tuple[str, ...]]:
    """The languages of each word of a list."""
    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in subject(code, name).get(key, ()):
            found[word] = (*found.get(word, ()), code)
    return found


@lru_cache(256)
def _letters(code: str) -> frozenset[str]:
    return frozenset("".join(subject(code, "writing").get("letters", ())))


@lru_cache(256)  # pages declare whatever they like
def _family(code: str) -> str:
    return _NEIGHBOURS.get(code) or "".join(subject(code, "writing").get("family", ()))


_LOADING = Lock()


def _langdetect() -> "DetectorFactory":
    """A factory of our own: the library's is half loaded for other threads, and its seed belongs to the host program."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> "DetectorFactory":
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415 - 380 ms, 77 MB

    factory = DetectorFactory()
    factory.seed = 0
    factory.load_profile(PROFILES_DIRECTORY)
    table = factory.word_lang_prob_map
    # 90,000 lists, which the garbage collector would visit again and again; it passes over tuples.
    for letters in table:
        table[letters] = tuple(table[letters])
    return factory


def _by_langdetect(sample: str) -> str | None:
    from langdetect import LangDetectException  # noqa: PLC0415

    detector = _langdetect().create()
    try:
        detector.append(sample)
        best = detector.get_probabilities()[:1]
    except LangDetectException:
        return None
    return normal(str(best[0].lang)) if best and best[0].prob >= _PROBABLE else None
