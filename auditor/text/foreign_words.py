"""Words of other languages for the parts of a prompt and for people without a name, as an article has them."""

from functools import cache

from auditor.model.scripts import is_unspaced
from auditor.text.language import are_relatives
from auditor.text.words import words as words_of
from auditor.words import languages, words

_MOST = 4  # words of a label
_EVERYWHERE = frozenset(("data",))  # what many languages say


def is_part_of_prompt(label: str, language: str) -> bool:
    """Whether another language calls a part of a prompt so, and the article's own does not."""
    told = _pieces(label)
    if not 0 < len(told) <= _MOST or _known(language).issuperset(told):
        return False
    own = [_speakers().get(word, frozenset()) for word in told if word not in _EVERYWHERE]
    return bool(frozenset.intersection(*own) - {language}) if own else False


def is_nobody(word: str, language: str) -> bool:
    """Whether another language, no relative of the article's, has the word for somebody without a name."""
    lower = word.lower()
    codes = [code for code in languages() if lower in words("sources", "unnamed", code)]
    return bool(codes) and not any(code == language or are_relatives(code, language) for code in codes)


@cache
def strangers(language: str) -> frozenset[str]:
    """All words of which bare labels in an article are made."""
    nobody = {word for code in languages() if code != language for word in words("sources", "unnamed", code)}
    return frozenset(nobody | _speakers().keys()) - _known(language) | _EVERYWHERE


def speaks_before(text: str, language: str, most: int) -> bool:
    """Whether a word of saying stands among the last words of what stands before a label."""
    cued = f" {text.rstrip()}".lower().endswith(_cues(language) or ("\0",))
    return cued or not _saying(language).isdisjoint(words_of(text)[-most:]) or _stands(text[-12:], language)


def speaks_behind(text: str, language: str, most: int) -> bool:
    """The same among the first words of what stands behind it."""
    return not _saying(language).isdisjoint(words_of(text)[:most]) or _stands(text[:12], language)


def speaks_next(text: str, language: str) -> bool:
    """Whether a word of saying follows at once, or behind an adverb."""
    endings = words("reporting", "adverb-endings", language)
    first = words_of(text)[:1]
    adverb = first and (first[0] in words("reporting", "adverbs", language) or first[0].endswith(endings or ("\0",)))
    return speaks_behind(text, language, 2 if adverb else 1)


def _stands(beside: str, language: str) -> bool:
    """In a script without blanks, where no words are divided."""
    return is_unspaced(beside) and any(len(one) > 1 and one in beside for one in _saying(language))


def _pieces(label: str) -> list[str]:
    """Its words; where no blanks divide them, the longest that are known."""
    if not is_unspaced(label):
        return words_of(label)
    found, at = list[str](), 0
    while at < len(label):
        size = next((n for n in range(len(label) - at, 1, -1) if label[at : at + n] in _speakers()), 0)
        if not size:
            return []
        found.append(label[at : at + size])
        at += size
    return found


@cache
def _speakers() -> dict[str, frozenset[str]]:
    """Of each word for a part of a prompt, the languages that have it."""
    told: dict[str, set[str]] = {}
    for code in languages():
        for word in words("sources", "slots", code):
            told.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in told.items()}


@cache
def _known(language: str) -> frozenset[str]:
    """What the article's own language says of sources: other rules read that."""
    lists = (words("sources", name, language) for name in ("slots", "text", "unnamed", "people"))
    return frozenset(word for own in (*lists, _EVERYWHERE) for word in own)


@cache
def _cues(language: str) -> tuple[str, ...]:
    return tuple(f" {one}" for one in words("quotation", "after", language))


@cache
def _saying(language: str) -> frozenset[str]:
    lists = (
        ("speaking", "verbs"),
        ("unsourced", "saying"),
        ("sources", "given"),
        ("sources", "giving"),
        ("reporting", "people"),
    )
    return frozenset(word for subject, name in lists for word in words(subject, name, language))
