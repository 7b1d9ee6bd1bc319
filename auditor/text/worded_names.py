"""What is written as a name and is made of words that everybody writes small: "Key Takeaways", "Row 17", "Persona Two".

People, firms and papers have such names, too ("Wired"), but seldom, and most texts say who they are.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from auditor.expressions import late
from auditor.text.beside_verbs import states_next
from auditor.text.meaning import is_whole
from auditor.text.noun_phrases import NounPhrase, Token, is_led, listed
from auditor.text.relevance import is_known, stem
from auditor.words import words
from auditor.words.weights import weights

_CAPITAL = late(r"(?<![\w-])[A-Z][a-z]{2,}")
# Behind a small word that is no article, with no other capital behind it.
_AMID = late(r"(?<![\w’'-])[a-z][\w’'-]*[,;]? ([A-Z][a-z]{2,})(?![\w-]| [A-Z])")
_CLAUSES = ("s that ", "d that ", "As ")  # "holds that", "As Story Angle notes"
_ENDINGS = ("ed", "d", "s", "ing")


def words_of_names(sentence: str, language: str) -> list[str]:
    """Its words with a capital that pages write small; most sentences have none."""
    return [word for word in _CAPITAL.findall(sentence) if _is_word(word.lower(), language)]


def is_worded(phrase: NounPhrase, language: str) -> bool:
    """Whether it has no article, a capital at each word, and no word that may be a name's alone."""
    told = [token.text for token in phrase.tokens if len(token.text) > 1 and not token.text.isdigit()]
    return (
        bool(told)
        and phrase.tokens[0].text in told
        and phrase.tokens[0].lower not in listed(language, "opens")
        and all(word.istitle() and _is_word(word.lower(), language) for word in told)
        and not _is_of_many(told[-1].lower(), phrase, language)
    )


def others(text: str, language: str) -> Iterator[str]:
    """Words of which a name of the kind may be made: each has a capital amid a sentence, no article before it,
    and no name beside it."""
    opening = listed(language, "opens")
    for before, name in (found[0].split() for found in _AMID.finditer(text)):
        if before not in opening and _is_word(name.lower(), language):
            yield name


def may_act(sentence: str, said: Collection[str], language: str) -> bool:
    """Whether somebody may do what people do in a sentence of these words; spares most the rest."""
    return not _acting(language).isdisjoint(said) or any(map(sentence.__contains__, _CLAUSES))


@cache
def _acting(language: str) -> frozenset[str]:
    led = (phrase.split()[0] for phrase in listed(language, "led"))
    puts = listed(language, "puts") & listed(language, "verbs")
    return frozenset((*led, *words("reporting", "people", language))) | puts


def acts_as_a_person(phrase: NounPhrase, behind: str, language: str) -> bool:
    """Whether it says something as people do, or is led in as they are and is more than one word."""
    if is_led(phrase, language):
        return len(phrase.tokens) > 1  # "according to Law"
    return _says(_verb(phrase), phrase, behind, language) or _said(phrase, language)


def _says(verb: str, phrase: NounPhrase, behind: str, language: str) -> bool:
    """Whether it stands before its verb, and what is said follows: "As Background Notes remarks, the tree is old."."""
    if not verb:
        return False
    if phrase.first and phrase.sentence[phrase.first - 1].lower == "as" and behind.startswith(f" {verb},"):
        return True
    if verb in listed(language, "puts"):
        return behind.startswith(f" {verb} it")
    is_of_people = verb in words("reporting", "people", language) or f" {verb} that " in behind
    return is_of_people and states_next(behind, language) and not _is_a_noun(phrase)


def _said(phrase: NounPhrase, language: str) -> bool:
    """Whether it stands behind its verb, and the verb behind what is said: not "Ann Lund told Variety"."""
    before = phrase.sentence[max(0, phrase.first - 2) : phrase.first]
    if len(before) < 2 or before[0].text.isalpha():
        return False
    verb = before[1].lower
    return verb in words("reporting", "people", language) and verb not in words("speaking", "to-whom", language)


def _verb(phrase: NounPhrase) -> str:
    return next((token.lower for token in _behind(phrase) if token.is_verb), "")


def _behind(phrase: NounPhrase) -> Sequence[Token]:
    return phrase.sentence[phrase.last : phrase.last + 5]


def _is_a_noun(phrase: NounPhrase) -> bool:
    """Whether the verb is none: "Expert points for a table", but "Expert points out that"."""
    told = [token.lower for token in _behind(phrase)]
    return told[:1] == ["points"] and told[1:2] != ["out"]


def _is_of_many(last: str, phrase: NounPhrase, language: str) -> bool:
    """Whether it is a plural of which the verb does not make one thing: "Residents said", but "Takeaways says"."""
    is_plural = last.endswith("s") and not last.endswith("ss") and last[:-1] in weights(language, "small")
    return is_plural and not _verb(phrase).endswith("s")


@lru_cache(1 << 12)
def _is_word(small: str, language: str) -> bool:
    """Whether pages write it small, as it is or without its ending, or it is a word of English."""
    if _is_small(small, language):
        return True
    if any(_is_small(small.removesuffix(end), language) for end in _ENDINGS if small.endswith(end)):
        return True
    return is_known(stem(small)) and is_whole(small)


def _is_small(word: str, language: str) -> bool:
    """Whether pages write it small, and it neither opens a sentence nor ends a phrase."""
    apart = word in listed(language, "borders") or word in listed(language, "opens")
    return not apart and word in weights(language, "small")
