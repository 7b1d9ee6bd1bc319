"""Words of other languages for the parts of a prompt and for people without a name, as an article has them."""

from functools import cache

from auditor.model.scripts import is_unspaced
from auditor.text.language import are_relatives
from auditor.text.words import words as words_of
from auditor.words import languages, words

_MOST = 4  # words of a label
_LONGEST_SOLID = 12  # letters of one without blanks
_EVERYWHERE = frozenset(("data",))  # what many languages say
_JOINTS = frozenset(words("sources", "label-joints"))


def is_part_of_prompt(label: str, language: str) -> bool:
    """Whether another language calls a part of a prompt so, and the article's own does not."""
    told = [piece for piece in _pieces(label) if piece not in _JOINTS]
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


def is_of_strangers(token: str, known: frozenset[str]) -> bool:
    """Whether a word is one of them; where no blanks divide words, whether it is made of some."""
    solid = len(token) <= _LONGEST_SOLID and is_unspaced(token)
    return token in known or (solid and bool(_pieces(token)))


def _pieces(label: str) -> list[str]:
    """Its words; where no blanks divide them, the longest that are known."""
    if not is_unspaced(label):
        return words_of(label)
    found, at = list[str](), 0
    while at < len(label):
        size = next((n for n in range(len(label) - at, 0, -1) if label[at : at + n] in _speakers()), 0)
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
        for word in (*words("sources", "slots", code), *words("sources", "abroad", code)):
            told.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in told.items()}


@cache
def _known(language: str) -> frozenset[str]:
    """What the article's own language says of sources: other rules read that."""
    lists = (words("sources", name, language) for name in ("slots", "abroad", "text", "unnamed", "people"))
    return frozenset(word for own in (*lists, _EVERYWHERE) for word in own)
