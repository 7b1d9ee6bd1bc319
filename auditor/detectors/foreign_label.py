"""Labels in another language, between quotation marks, that are said to state something."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.words import words as words_of
from auditor.words import languages, words

_MARKED = late(r"[\"“«„‘]([^\"“”«»„‘’\n]{4,40})[\"”»“’]")
_MARKS = frozenset('"“«„‘')
_BEFORE, _AFTER = 4, 5  # words beside the label in which its verb stands
_REACH = 60  # characters in which those stand
_MOST_PLACES = 50  # of one finding; nobody reads more
_OFTEN = 2  # times that a label speaks from which on `pseudo-source` tells it
_MOST = 4  # words of a label
_ARTICLES = frozenset(words("function-words", "articles"))
_EVERYWHERE = frozenset(("data",))  # what many languages say


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first label of words that another language has for the parts of a prompt, the others as related."""
    language = signals.document.language
    if not language:
        return
    titles = " ".join(block.text.casefold() for block in signals.titles)
    found = [
        label
        for block in blocks
        if not _MARKS.isdisjoint(block.text)
        for label in _labels(block)
        if _is_foreign(label.text, language) and label.text.casefold() not in titles and _speaks(label, language)
    ]
    times = Counter(label.text.casefold() for label in found)
    found = [label for label in found if times[label.text.casefold()] < _OFTEN]
    if found:
        yield Hit(found[0], {"label": found[0].text, "times": len(found)}, tuple(found[1:_MOST_PLACES]), needs=1)


def _labels(block: Block) -> Iterator[Span]:
    return (Span(block, *match.span(1)) for match in _MARKED.finditer(block.text))


def _is_foreign(label: str, language: str) -> bool:
    told = words_of(label)
    if not 0 < len(told) <= _MOST or _known(language).issuperset(told):
        return False
    own = [_speakers().get(word, frozenset()) for word in told if word not in _EVERYWHERE]
    return bool(frozenset.intersection(*own) - {language}) if own else False


def _speaks(label: Span, language: str) -> bool:
    text = label.block.text
    before = words_of(text[max(0, label.start - _REACH) : label.start])[-_BEFORE:]
    after = words_of(text[label.end : label.end + _REACH])[:_AFTER]
    if len(words_of(label.text)) == 1 and _ARTICLES.isdisjoint(before[-1:]):
        return False  # a single word may be all that somebody said
    return not _saying(language).isdisjoint([*before, *after])


@cache
def _speakers() -> dict[str, frozenset[str]]:
    """Of each word for a part of a prompt, the languages that have it."""
    parts = [(word, code) for code in languages() for word in words("sources", "slots", code)]
    told: dict[str, set[str]] = {}
    for word, code in parts:
        told.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in told.items()}


@cache
def _known(language: str) -> frozenset[str]:
    """What the article's own language says of sources: other rules read that."""
    return frozenset((*words("sources", "slots", language), *words("sources", "text", language), *_EVERYWHERE))


@cache
def _saying(language: str) -> frozenset[str]:
    lists = (("speaking", "verbs"), ("unsourced", "saying"), ("sources", "given"), ("sources", "giving"))
    return frozenset(word for subject, name in lists for word in words(subject, name, language))
