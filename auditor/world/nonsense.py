"""Texts that nobody wrote to say something: every letter once, keys hit at random, names that programs make up."""

import unicodedata

from auditor.expressions import late
from auditor.text.words import sentences
from auditor.words.weights import weights
from auditor.world.keyboard import is_stretch

# In 1,223 biographies of real people no 67 letters in a row hold 25 of the 26; pangrams need 30 to 56.
_LETTERS, _AT_MOST = 25, 60
_TOKENS, _SHARE = 4, 0.5  # of a text: so many words at least, so many of them that nobody can say
_SLUG = late(r"[A-Za-z]{3,20}(?:-[a-z]{3,20}){1,3}(?:-\d{1,4})?")
_SLUGS = 2
_MIXED = late(r"(?=[a-z]{0,9}\d|[a-z]{1,9}[A-Z]|[A-Z][a-z]{0,9}\d)[A-Za-z\d]{3,10}")
_VOWELS = frozenset("aeiouy")
_AGAIN = late(r"(\w)\1{2,}|(\w{2,4})\2{2,}|([b-df-hj-np-tv-xz\d]{3,4})\3+")  # "zzzz", "uiuiui", "dfgdfg", "123123"
_STRUCK = 2  # words of nothing else
_MARKS = ".,;:!?()\"'"


def nonsense(text: str) -> str:
    """What a text is that says nothing in any language, or ""."""
    if is_slugs(text):
        return "it is made of names for things"
    if is_gibberish(text) or is_struck(text):
        return "it is random keystrokes"
    return "it is a sentence with all letters of the alphabet" if is_pangram(text) else ""


def is_pangram(text: str) -> bool:
    """Whether a sentence, or a short text, has all letters of the alphabet: "The quick brown fox ..."."""
    pieces = [text[start:end] for start, end in sentences(text)]
    return any(map(_has_all, (text, *pieces)))


def _has_all(text: str) -> bool:
    plain = [c for c in unicodedata.normalize("NFKD", text[: 2 * _AT_MOST].lower()) if "a" <= c <= "z"]
    return len(text) <= 2 * _AT_MOST and len(plain) <= _AT_MOST and len(set(plain)) >= _LETTERS


def is_gibberish(text: str) -> bool:
    """Whether half of the words are none that anybody can say."""
    tokens = [bare for token in text.split() if (bare := token.strip(_MARKS))]
    return len(tokens) >= _TOKENS and sum(map(_is_unsayable, tokens)) >= _SHARE * len(tokens)


def is_struck(text: str) -> bool:
    """Whether every word is a stretch of a keyboard's row, forth or back, or one sign or syllable again."""
    tokens = [bare for token in text.lower().split() if (bare := token.strip(_MARKS))]
    return len(tokens) >= _STRUCK and all(map(_is_one_struck, tokens)) and not all(map(str.isdecimal, tokens))


def _is_one_struck(token: str) -> bool:
    half = token[: len(token) // 2]
    runs = is_stretch(token) or is_stretch(token[::-1]) or (token == 2 * half and len(half) > 2 and is_stretch(half))
    known = token in weights("en", "small")
    return len(token) > 2 and not known and (runs or _AGAIN.fullmatch(token) is not None)


def _is_unsayable(token: str) -> bool:
    """No vowel in small letters, letters and figures without one, or a stretch of a keyboard's row."""
    low = token.lower()
    if not low.isascii() or not low.isalnum() or low.isdecimal():
        return False
    mute = _VOWELS.isdisjoint(low)
    return (len(low) > 3 and is_stretch(low)) or (
        mute and len(low) > 2 and (token.islower() or _MIXED.fullmatch(token) is not None)
    )


def is_slugs(text: str) -> bool:
    """Whether every word is two or more, joined as in addresses: "brisk-teapot granite-lullaby-42"."""
    tokens = text.strip(" .").split()
    return len(tokens) >= _SLUGS and all(_SLUG.fullmatch(token) for token in tokens)
