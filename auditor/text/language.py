"""Which language a text is in: by its commonest words, and by langdetect only where they do not decide."""

import re
from collections import Counter
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from auditor.text.folding import fold
from auditor.text.words import WORD
from auditor.words import languages, words

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

# The most frequent words of each language that few of the others share; compiled by hand from grammars.
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language in languages():
    for _word in words("stopwords", "common", _language):
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_BEYOND_LATIN = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
_SAMPLE = 2_000  # characters; twice as many changed no answer on 500 real pages
# Running prose holds 25 to 50% words of its own language's list, of any other below 12%. Over 930 real English pages,
# shops and listings included, the runner-up never came within a factor of 3 where a tenth of the words were listed.
_SURE = ((0.18, 1.6), (0.10, 3.0))  # share of the words, lead over the runner-up
_LANGDETECT_SAMPLE = 1_000  # characters; five times as many cost three times the time and changed no answer


def detect(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the language of a text, or None where there is too little to tell.

    langdetect is asked only when the text has 20 words or more, no list of common words covers it clearly, and the
    list that covers most is not that of the `declared` language.
    """
    sample = text[:_SAMPLE]
    if copy := fold(sample):
        sample = copy.text
    if by_script := _by_script(sample):
        return by_script
    found = WORD.findall(sample.lower())
    ranked = _ranked(found)
    by_words = _by_common_words(ranked, len(found))
    if by_words or len(found) < 20:
        return by_words
    if declared and ranked and ranked[0][0] == declared[:2].lower():
        return ranked[0][0]
    return _by_langdetect(sample[:_LANGDETECT_SAMPLE])


def _by_script(sample: str) -> str | None:
    if not _BEYOND_LATIN.search(sample):
        return None
    letters = len(sample.replace(" ", ""))
    return next((language for language, script in _SCRIPTS if len(script.findall(sample)) * 5 > letters), None)


def _ranked(found: list[str]) -> list[tuple[str, int]]:
    """The two languages whose lists have most of the words, and how many."""
    counts: dict[str, int] = {}
    for word, times in Counter(found).items():
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] = counts.get(language, 0) + times
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]


def _by_common_words(ranked: list[tuple[str, int]], length: int) -> str | None:
    if length < 8 or not ranked:
        return None
    (language, times), runner_up = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    is_sure = any(times >= share * length and times >= lead * runner_up for share, lead in _SURE)
    return language if is_sure else None


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
    return factory


def _by_langdetect(sample: str) -> str | None:
    from langdetect import LangDetectException  # noqa: PLC0415

    detector = _langdetect().create()
    try:
        detector.append(sample)
        return str(detector.detect())[:2]
    except LangDetectException:
        return None
