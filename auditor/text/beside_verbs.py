"""Whether a label stands where somebody speaks: beside a verb of saying, behind "according to", before a colon and
what is said. The words come from the folders of the languages; nothing else is asked about the label."""

import re
from functools import cache

from auditor.expressions import compiled, late
from auditor.model.scripts import is_unspaced
from auditor.text.words import words as words_of
from auditor.words import words
from auditor.words.notation import expression

REACH = 60  # characters beside a label in which its verb stands
# Set between a label and its verb: "for its part", who somebody is, the part that he plays.
SET_IN = late(r"\s?,\s[^.;:!?,\n]{2,50},|\s?\([^()\n]{1,40}\)")
_SPEECH = late(r"[\"'’»)\]*_]{0,3}\s?[:：]\s?[\"“«„‘「『]")
# What is said, behind a word of saying and few others: "goes further: ", "holds that".
_CONTENT = late(
    rf"[\w’'-]+(?:\s\w{{1,12}}){{0,4}}?(?:,?\s(?:{'|'.join(words('reporting', 'that'))})(?!\w)|\s?[:,]?\s?[\"“„«「])"
)
_BORDER = late(r"[.,;:!?…(){}<>\[\]\"“”„«»、。，：]")
_OPENING = " \"“„«‘「『'"
_MOST_BETWEEN = 3  # words: "has also repeatedly"


def speaks_before(text: str, language: str, most: int) -> bool:
    """Whether a word of saying stands among the last words of what stands before a label."""
    cued = f" {text.rstrip()}".lower().endswith(_cues(language) or ("\0",))
    return cued or not _saying(language).isdisjoint(words_of(text)[-most:]) or _stands(text[-12:], language)


def is_led(text: str, language: str) -> bool:
    """Whether the last word of what stands before a label is one of saying, and nothing stands between them."""
    bare = text.rstrip(_OPENING)
    return not _BORDER.match(bare[-1:] or ".") and (
        speaks_before(text, language, 1) or _introductions(language).search(bare) is not None
    )


def speaks_behind(text: str, language: str, most: int) -> bool:
    """The same among the first words of what stands behind it."""
    return not _saying(language).isdisjoint(words_of(text)[:most]) or _stands(text[:12], language)


def speaks_next(text: str, language: str) -> bool:
    """Whether a word of saying follows, a colon and what is said, or what belongs there in a script without blanks."""
    behind = SET_IN.match(text)
    return bool(
        _SPEECH.match(text, behind.end() if behind else 0)
        or next_verb(text, language)
        or _stands(text[behind.end() if behind else 0 :][:12], language)
    )


def states_next(text: str, language: str) -> bool:
    """The same with a word that does nothing but state, or with one that what is said follows: "offers" is neither."""
    behind = SET_IN.match(text)
    if _SPEECH.match(text, behind.end() if behind else 0) or _stands(text[:12], language):
        return True
    verb = next_verb(text, language)
    return bool(verb) and (verb in _stating(language) or _CONTENT.match(text, text.lower().find(verb)) is not None)


def next_verb(text: str, language: str) -> str:
    """The word of saying that follows at once, or behind adverbs, auxiliaries and what is set in."""
    text = text[behind.end() :] if (behind := SET_IN.match(text)) else text
    endings = words("reporting", "adverb-endings", language) or ("\0",)
    for word in words_of(text[: end.start() if (end := _BORDER.search(text)) else len(text)])[: _MOST_BETWEEN + 1]:
        if word in _saying(language):
            return word
        if not (word in _between(language) or word.endswith(endings)):
            return ""
    return ""


def _stands(beside: str, language: str) -> bool:
    """In a script without blanks, where no words are divided."""
    return is_unspaced(beside) and any(len(one) > 1 and one in beside for one in _saying(language))


@cache
def _stating(language: str) -> frozenset[str]:
    return frozenset(word for key in ("people", "documents", "findings") for word in words("reporting", key, language))


@cache
def _between(language: str) -> frozenset[str]:
    lists = (("reporting", "adverbs"), ("reporting", "auxiliaries"), ("speaking", "between"), ("sources", "between"))
    return frozenset(word for subject, name in lists for word in words(subject, name, language))


@cache
def _introductions(language: str) -> re.Pattern[str]:
    led = "|".join(map(expression, words("sources", "introductions", language))) or r"(?!)"
    return compiled(rf"(?<!\w)(?:{led})(?:\s(?:the|an?))?$", re.IGNORECASE)


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
