"""The words of one search phrase that come again and again in a sentence, in whatever order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.relevance import stem
from auditor.text.words import find_words
from auditor.words import words as listed

_READ = frozenset({Kind.PARAGRAPH})
_SHORTEST = 3  # letters of a word that tells something
_WINDOW = 6  # words in which those of the phrase stand, small ones among them
_PHRASE = 3  # telling words: pairs of them come back in honest sentences, too
_ENDS = (".", "!", "?", "。", "…")
_LONGEST = 120  # words of a sentence; longer ones are lists

_Place = tuple[int, int]


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, share: float) -> Iterator[Hit]:
    """One hit for each such sentence: the first place of the phrase, the others as related.

    Args:
        at_least: times that the words of a phrase stand together in the sentence.
        share: of the words of the sentence that they are.
    """
    small = _small(signals.document.language or "")
    for block in (block for block in blocks if block.kind in _READ):
        for sentence, told in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if not at_least * _PHRASE <= len(told) <= _LONGEST or _again(told, small) < (at_least - 1) * _PHRASE:
                continue  # as in nearly all
            places = _crowding(sentence.text, small, at_least, share)
            spans = (Span(block, sentence.start + start, sentence.start + end) for start, end in places)
            if len(own := [span for span in spans if not signals.quoted(span)]) >= at_least:
                yield Hit(own[0], {"phrase": own[0].text, "times": len(own)}, tuple(own[1:]), needs=at_least)


def _again(told: Sequence[str], small: frozenset[str]) -> int:
    """How many of its telling words it has said before."""
    telling = [stem(word) for word in told if len(word) >= _SHORTEST and word not in small]
    return len(telling) - len(set(telling))


def _crowding(text: str, small: frozenset[str], at_least: int, share: float) -> list[_Place]:
    """The places of the phrase that says its words most often; none where numbers or addresses make the difference."""
    if not text.rstrip("\"'”’)").endswith(_ENDS) or "/" in text or any(map(str.isdigit, text)):
        return []  # rows of a table have no end
    found = list(find_words(text))
    best = max((_without_overlap(places) for places in _phrases(text, found, small).values()), key=len, default=[])
    often_enough = len(best) >= at_least and len(best) * _PHRASE >= share * len(found)
    return best if often_enough and not _is_name(text, best) else []


def _phrases(text: str, found: Sequence[_Place], small: frozenset[str]) -> dict[frozenset[str], list[_Place]]:
    """Each three telling words that stand near each other without a mark between them, with where they do."""
    read = ((at, text[start:end].lower()) for at, (start, end) in enumerate(found))
    telling = [(at, stem(word)) for at, word in read if len(word) >= _SHORTEST and word not in small]
    phrases: defaultdict[frozenset[str], list[_Place]] = defaultdict(list)
    for i, (first, word) in enumerate(telling):
        near = [one for one in telling[i + 1 : i + _WINDOW] if one[0] < first + _WINDOW]
        for (_, second), (last, third) in combinations(near, _PHRASE - 1):
            start, end = found[first][0], found[last][1]
            if len({word, second, third}) == _PHRASE and text[start:end].replace(" ", "").isalpha():
                phrases[frozenset((word, second, third))].append((start, end))
    return phrases


def _without_overlap(places: Sequence[_Place]) -> list[_Place]:
    """As many as there can be: those first that end first, which `intervals.apart` does not ask for."""
    kept: list[_Place] = []
    for start, end in sorted(places, key=lambda place: place[1]):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_name(text: str, places: Sequence[_Place]) -> bool:
    """Whether most of the places are written in capitals, as names of firms and courses are."""
    in_capitals = (all(word[0].isupper() for word in text[a:b].split() if len(word) > _SHORTEST) for a, b in places)
    return 2 * sum(in_capitals) > len(places)


@cache
def _small(language: str) -> frozenset[str]:
    listed_ = (listed("stopwords", key, code) for key in ("common", "glue") for code in {language, "en"})
    return frozenset(OPEN).union(*listed_)
