"""Two claims of one text that cannot both be true: nobody was hurt, and two were taken to hospital."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import WordFile
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.signals.listed import spans
from auditor.text.words import words as words_of
from auditor.words import words as listed
from auditor.words.notation import matcher
from auditor.world.dates.names import groups
from auditor.world.names import given_names

_CAPITAL = late(r"\b[^\W\d_a-z][\w’'-]+")
_PERSON = late(r"\b(?P<given>[A-Z][\w’'-]{2,20}) (?P<surname>[A-Z][\w-]{2,24})")


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    words: WordFile,
    pairs: list[str],
    of_people: list[str],
    of_places: list[str],
) -> Iterator[Hit]:
    """One hit for each pair: on the later claim, the earlier as related.

    Args:
        words: the word file.
        pairs: two of its lists each, of which no text says both of one thing, and a third: a sentence with one of its
            phrases may be about another.
        of_people: more of them, about people: in a text about several the name must stand beside both.
        of_places: more, about places: of two places a text may say either, so both sentences must share a word.
    """
    code, prose = signals.document.language or "", [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    for pair in (*pairs, *of_people, *of_places) if code else ():
        one, other, apart = (listed(words, name, code) for name in pair.split())
        said = _claims(one, prose, signals)
        denied = _beside(said, _claims(other, prose, signals)) if said else []
        if denied and not _is_explained((*said, *denied), apart, signals):
            first, later = sorted((said[0], denied[0]), key=lambda claim: (claim.block.start, claim.start))
            is_clear = pair in pairs or (pair in of_people and _people(prose) == 1)
            if _are_of_one(first, later, signals, is_clear=is_clear, by_words=pair in of_places):
                yield Hit(later, {"one": first.text, "other": later.text}, (first,))


def _claims(phrases: tuple[str, ...], blocks: Sequence[Block], signals: Signals) -> list[Span]:
    return [claim for claim in spans(blocks, signals, phrases) if not signals.quoted(claim)]


def _beside(others: Sequence[Span], claims: Sequence[Span]) -> list[Span]:
    """Those that stand in none of the others: in "no one was hurt" there is "was hurt"."""
    return [
        one
        for one in claims
        if not any(one.block is other.block and one.start < other.end and other.start < one.end for other in others)
    ]


def _is_explained(claims: Sequence[Span], apart: tuple[str, ...], signals: Signals) -> bool:
    """Whether a claim may be about another thing than the text is, or the text corrects one."""
    return is_corrected(signals) or any(_says(apart, claim, signals) for claim in claims)


def _says(apart: tuple[str, ...], claim: Span, signals: Signals) -> bool:
    """Whether the sentence of a claim has one of some phrases beside it."""
    sentence = _sentence(claim, signals)
    around = f"{sentence.text[: claim.start - sentence.start]} | {sentence.text[claim.end - sentence.start :]}"
    return matcher(apart).search(around) is not None


def _are_of_one(first: Span, later: Span, signals: Signals, *, is_clear: bool, by_words: bool) -> bool:
    """Whether both are said of the same: by name; or, where it is clear, as one names nobody or takes up the other."""
    code, sentences = signals.document.language or "", [_sentence(claim, signals) for claim in (first, later)]
    if sentences[0] == sentences[1]:
        between = words_of(first.block.text[first.end : later.start])
        return not any(word in listed("numbers", "and", code) for word in between)
    one, other = (_names(sentence.text, code) for sentence in sentences)
    takes_up = any(word in listed("function-words", "pronouns", code) for word in words_of(sentences[1].text)[:1])
    if by_words:
        return takes_up or _share_a_word(sentences, code)
    return not one.isdisjoint(other) or (is_clear and (takes_up or not one or not other))


def _share_a_word(sentences: Sequence[Span], code: str) -> bool:
    one, other = (frozenset(word for word in words_of(sentence.text) if len(word) > 3) for sentence in sentences)
    return not (one & other).issubset(listed("stopwords", "common", code))


def _names(sentence: str, code: str) -> frozenset[str]:
    """The words with a capital, but for days, months and, where it has one anyway, a word that is nobody's name."""
    dated = (name for key in ("weekdays", "months") for names in groups(code, key) for name in names)
    known = frozenset(word.capitalize() for word in (*listed("stopwords", "common", code), *dated))
    tells = not listed("figures", "nouns-begin", code)
    words = ((found[0], tells and found.start() > 0) for found in _CAPITAL.finditer(sentence))
    return frozenset(word for word, is_told in words if is_told or word.lower() in given_names()) - known


def _people(blocks: Sequence[Block]) -> int:
    """How many people the text names."""
    named = {
        found["surname"]
        for b in blocks
        for found in _PERSON.finditer(b.text)
        if found["given"].lower() in given_names()
    }
    return len(named)


def _sentence(claim: Span, signals: Signals) -> Span:
    return next(one for one in signals.sentences(claim.block) if one.start <= claim.start < one.end)
