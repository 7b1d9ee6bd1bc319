"""Parts of a text, a form or a set of data where somebody speaks: "Counterargument insists", "according to Context",
"Row 212 argues".

Their nouns need an article or a number of what they are part of; with a capital and without either they are labels.
A part with a number is one where it does what only people do, or where no statute, exhibit or study has such parts.
"""

from collections.abc import Sequence
from functools import cache

from auditor.expressions import late
from auditor.text.beside_verbs import SET_IN, next_verb, states_next
from auditor.text.noun_phrases import NounPhrase, Token, is_led, listed
from auditor.words import words

_NUMBER = late(r"#?\d{1,4}|\(\d{1,4}\)|[A-Z]|#")
# What is said, behind a verb that may be a noun: "Caption details were odd".
_CONTENT = late(r"\s(?:that|how|why|whether)\b|\s?[,:]|\s?[\"“„«]")
_JOINTS = frozenset("&-")


def told_parts(language: str) -> frozenset[str]:
    """Words of which a sentence has one, in small letters, that may have a part of a text in it."""
    return _told(language)


def is_part(phrase: NounPhrase, behind: str, language: str) -> bool:
    """Whether a noun phrase that speaks is the name of a part; `behind`: what stands behind it."""
    tokens = _without_adverbs(phrase, language)
    has_article = tokens[0].lower in listed(language, "opens")
    name = tokens[has_article:]
    number = [token for token in name if _NUMBER.fullmatch(token.text)]
    told = [token for token in name if token not in number and token.text not in _JOINTS]
    if not told or not told[0].text[0].isupper():
        return False
    if number and number[0] is not name[0]:
        return not has_article and _last(told) in _list("numbered", language) and _speaks(phrase, behind, language)
    if number or not _is_whole(told, language, has_article=has_article):
        return False
    needs_none = not has_article and _last(told) in _list("uncounted", language)
    return _speaks(phrase, behind, language, needs_none=needs_none)


def _is_whole(told: Sequence[Token], language: str, *, has_article: bool) -> bool:
    """Whether all of it is such a name: behind an article only one whose words all have capitals."""
    said = [token.lower for token in told]
    if len(told) == 1:
        return not has_article and said[0] in _list("alone", language)
    known = " ".join(said) in _list("whole", language) or (
        said[0] in _list("first", language) and said[-1] in _list("last", language)
    )
    return known and (not has_article or all(token.text[0].isupper() for token in told))


def _speaks(phrase: NounPhrase, behind: str, language: str, *, needs_none: bool = False) -> bool:
    """Whether it says something as somebody does; `needs_none`: its noun needs no article."""
    if is_led(phrase, language) or _said(phrase):
        return True
    verb = next_verb(behind, language)
    if needs_none:
        return acts_alone(phrase, behind, language)
    if verb in _list("also-nouns", language):
        return _content(behind, verb)
    return states_next(behind, language) or verb in words("sources", "only-people", language)


def acts_alone(phrase: NounPhrase, behind: str, language: str) -> bool:
    """Whether a noun that may open a sentence alone does what no thing does: not "Context shows that"."""
    verb = next_verb(behind, language)
    if verb in words("sources", "only-people", language) or (phrase.first and _is_as(phrase)):
        return True
    of_things = verb in (*words("reporting", "findings", language), *words("reporting", "documents", language))
    return bool(verb) and not of_things and (_content(behind, verb) or SET_IN.match(behind) is not None)


def _is_as(phrase: NounPhrase) -> bool:
    """ "As Background & Context notes, ..." """
    return phrase.sentence[phrase.first - 1].lower == "as"


def _content(behind: str, verb: str) -> bool:
    """Whether what is said follows the verb."""
    return _CONTENT.match(behind, behind.lower().find(verb) + len(verb)) is not None


def _said(phrase: NounPhrase) -> bool:
    """Whether it stands behind its verb: "…", said Context."""
    return bool(phrase.first) and phrase.sentence[phrase.first - 1].is_verb


def _without_adverbs(phrase: NounPhrase, language: str) -> Sequence[Token]:
    """ "Dénouement later conceded" """
    tokens = phrase.tokens
    while len(tokens) > 1 and tokens[-1].lower in listed(language, "between"):
        tokens = tokens[:-1]
    return tokens


def _last(told: Sequence[Token]) -> str:
    return told[-1].lower


@cache
def _told(language: str) -> frozenset[str]:
    whole = (phrase.split()[-1] for phrase in words("parts", "whole", language))
    return _list("alone", language) | _list("last", language) | _list("numbered", language) | frozenset(whole)


@cache
def _list(key: str, language: str) -> frozenset[str]:
    return frozenset(words("parts", key, language))
