"""Which language a text is in: by its commonest words, and by langdetect only where they do not decide."""

import re
from collections import Counter
from functools import cache

from auditor.text.words import WORD

# The most frequent words of each language that few of the others share; compiled by hand from grammars.
_STOP_WORDS = {
    "en": "the of and to in is that it was for on are with as his they at be this have from or by not but what all were when we there can an your which their said if do will",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "fr": "le la les et des un une du dans est que pour qui sur au par plus ne pas ce se il avec sont cette aux ou mais son ses nous vous leur été comme",
    "es": "el la los las que y en un una por con para su al lo como más pero sus del se no es fue este ha sí porque esta entre cuando muy sin sobre también",
    "pt": "o os as e um uma para com não do da dos das em no na que se por mais ao foi como mas sua seu ele ela são também pelo pela até isso",
    "it": "il lo gli e che di un una per con non del della dei delle nel nella sono al alla come più anche ma si è ha da questo questa suo sua degli dal",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan bij nog naar uit door over ze hij wordt werd deze heeft kunnen",
    "id": "yang dan di dengan untuk pada adalah ini itu dari dalam tidak akan oleh ke sebagai juga dapat atau karena telah mereka kami kita bisa ada lebih saat tersebut",
    "sv": "och att det som en på är av för med den till inte om ett har de jag var men från vi så kan när hade efter",
    "pl": "i w na z do nie się to jest że o jak po od za przez ale dla są tym co tak już oraz może być który która",
    "ro": "și de la în cu pe un o din care este nu pentru mai sunt sau au fost ca prin după sa al ale lui",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi en ne kadar sonra ama var değil ise",
}  # fmt: skip
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _listed in _STOP_WORDS.items():
    for _word in _listed.split():
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


def _by_common_words(ranked: list[tuple[str, int]], words: int) -> str | None:
    if words < 8 or not ranked:
        return None
    (language, times), runner_up = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    is_sure = any(times >= share * words and times >= lead * runner_up for share, lead in _SURE)
    return language if is_sure else None


@cache
def _langdetect() -> tuple[object, type[Exception]]:
    import langdetect  # noqa: PLC0415 - 380 ms and 77 MB, needed by few pages

    langdetect.DetectorFactory.seed = 0
    return langdetect.detect, langdetect.LangDetectException


def _by_langdetect(sample: str) -> str | None:
    find, failure = _langdetect()
    try:
        return str(find(sample))[:2]  # type: ignore[operator]
    except failure:
        return None
