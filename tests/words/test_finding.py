"""Many phrases found at the price of a few: what leads to a phrase may never hide it."""

import re

import pytest

from auditor.text.words import words
from auditor.words import languages, subject
from auditor.words.finding import find

PHRASES = [
    phrase
    for code in languages()
    for key in ("dummy", "known", "subject", "alone", "controls")
    for name in ("fillers", "slots", "visitor")
    for phrase in subject(code, name).get(key, ())
]
_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")


def spoken(phrase, last):
    """What somebody might write: every optional part, and of each choice the first or the last."""
    text = phrase.replace("...", "boats and lists").replace("…", "boats").replace("*", "lorem").replace("#", "3")
    text = re.sub(r"\[([^\[\]]*)\]", lambda m: m[1].split("/")[-1 if last else 0], text)
    while _ALTERNATIVES.search(text):
        text = _ALTERNATIVES.sub(lambda m: m[1].split("/")[-1 if last else 0], text)
    return text


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_is_found_among_all(phrase, last):
    text = f"Boats. {spoken(phrase, last)}."
    assert list(find(text, frozenset(words(text)), tuple(PHRASES)))


@pytest.mark.parametrize("text", ["Placeholders stand here.", "Two filler texts.", "Some pangrams."])
def test_endings_are_found(text):
    assert list(find(text, frozenset(words(text)), ("placeholder[s]", "filler {text[s]/copy}", "pangram[s]")))


def test_what_is_not_there_is_not_found():
    text = "The list of boats."
    assert not list(find(text, frozenset(words(text)), tuple(PHRASES)))


@pytest.mark.parametrize(
    "text",
    ["Log in to keep reading.", "Log in to read on.", "Register for access.", "Cancel anytime.", "Cancel any time"],
)
def test_alternatives_within_alternatives_are_found(text):
    phrases = ("{log in/register} {to {continue/keep} reading/to read/for [free] access}", "cancel any{time/ time}")
    assert list(find(text, frozenset(words(text)), phrases))
