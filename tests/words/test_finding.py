"""Many phrases found at the price of a few: what leads to a phrase may never hide it."""

import re

import pytest

from auditor.text.words import words
from auditor.words import languages, subject
from auditor.words.finding import find
from auditor.words.needing import needed
from auditor.words.notation import expression

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


def test_the_commonest_words_lead_to_a_phrase_only_where_it_has_no_others():
    assert needed("{ad feedback/why this ad}")[0] == {"feedback", "why"}
    assert needed("{stern/the} of the vessel")[0] == {"vessel"}
    assert needed("of the") == ({"the"}, {"of"})


@pytest.mark.parametrize(
    "text",
    [
        "The old quay. THE OLD QUAY, the\nold - quay",
        "The old quays, unthe old quay, _the old quay_, the old quay_, 3the old quay.",
        "Théthe old quay. “The old quay”",
        "THİS İS the old quay",  # letters that grow in lower case
        "The old quayſide: ſee the old quay",
        "the old quay the old quay",
        "",
    ],
)
@pytest.mark.parametrize("phrase", ["the old quay", "old", "{the/see} old", "is", "[see] the *", "quayside"])
def test_a_phrase_is_found_in_lower_case_where_it_is_found_without_case(phrase, text):
    loose = expression(phrase).replace(r"\s{1,3}", r"[\s,.:;!_–-]{1,4}")
    slowly = re.finditer(rf"(?<!\w)(?:{loose})(?!\w)", text, re.IGNORECASE)
    told = frozenset(("the", "see", "old", "quay", "is", "quayside"))
    assert list(find(text, told, (phrase,))) == [match.span() for match in slowly]
