"""A phrase that stands three times in one sentence."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.relevance import stem
from auditor.text.words import find_words
from auditor.words import words as listed

_SMALL = frozenset(chain(OPEN, listed("stopwords", "common", "en"), listed("sources", "irregular", "en")))
_SHORTEST = 3  # letters of a word that tells something

_Place = tuple[int, int]


def detect(
    blocks: Sequence[Block], signals: Signals, *, at_least: int, words: int, different: float, words_each: int
) -> Iterator[Hit]:
    """One hit for each such sentence: the first place of the phrase, the others as related.

    Args:
        at_least: times that two telling words stand beside each other in one sentence, whatever small words join them.
        words: telling words of the sentence; shorter ones are slogans and refrains.
        different: share of them that may be different.
        words_each: so many words of the text must hold one such sentence: a single one in a long text is a slip.
    """
    hits = [
        hit
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for hit in _hits(block, signals, at_least, words, different)
    ]
    if len(hits) * words_each >= signals.document.words:
        yield from hits


def _hits(block: Block, signals: Signals, at_least: int, words: int, different: float) -> Iterator[Hit]:
    for sentence, told in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
        if len(told) < words or _again(told) < at_least:
            continue  # as in nearly all
        places = _crowding(sentence.text, at_least, words, different)
        spans = (Span(block, sentence.start + start, sentence.start + end) for start, end in places)
        if len(own := [span for span in spans if not signals.quoted(span)]) >= at_least:
            yield Hit(own[0], {"phrase": own[0].text, "times": len(own)}, tuple(own[1:]), needs=at_least)


def _crowding(text: str, at_least: int, words: int, different: float) -> list[_Place]:
    """The places of the pair of words that crowds the sentence; none where numbers make the difference."""
    found = [(start, end, stem(word)) for start, end in find_words(text) if _tells(word := text[start:end].lower())]
    stems = [word for *_, word in found]
    if len(stems) < words or any(map(str.isdigit, text)) or len(set(stems)) > different * len(stems):
        return []
    pairs: dict[tuple[str, str], list[_Place]] = {}
    for (start, _, one), (_, end, other) in pairwise(found):
        if one != other and text[start:end].replace(" ", "").isalpha():
            pairs.setdefault((one, other), []).append((start, end))
    (_, last), most = max(pairs.items(), key=lambda pair: len(pair[1]), default=(("", ""), []))
    if len(most) < at_least or _is_name(text, most):
        return []
    for (one, other), places in pairs.items():  # in their order: "hedge trimmer" comes behind "cordless hedge"
        if one == last and _overlap(most, places):
            last, most = other, [(start, end) for (start, _), (_, end) in zip(most, places, strict=True)]
    return most


def _overlap(places: Sequence[_Place], behind: Sequence[_Place]) -> bool:
    """Whether each begins with the last word of another."""
    same = len(places) == len(behind)
    return same and all(start < end for (_, end), (start, _) in zip(places, behind, strict=True))


def _again(told: Sequence[str]) -> int:
    """How many of its telling words it has said before."""
    telling = [word for word in told if word not in _SMALL]
    return len(telling) - len(set(telling))


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _SMALL


def _is_name(text: str, places: Sequence[_Place]) -> bool:
    """Whether most of the places begin with a capital that is not the sentence's."""
    return 2 * sum(start > 0 and text[start].isupper() for start, _ in places) > len(places)
