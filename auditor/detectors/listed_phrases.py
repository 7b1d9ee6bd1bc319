"""Wording of a list that says little once and much when several of its phrases stand on one page."""

import re
from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.words import phrases
from auditor.words.finding import find_few

_STOP = re.compile(r"[.:;!?]")  # between two words: they belong to two sentences


def detect(
    blocks: Sequence[Block], signals: Signals, *, of: str, lists: list[str], different: int, words_each: int = 0
) -> Iterator[Hit]:
    """One hit: the first phrase, the others as related.

    Args:
        of: the word file; texts that hold a phrase of its list `subject` are left alone.
        lists: the lists of the file that are searched, of English.
        different: so many different wordings; the same one again is no further sign.
        words_each: and one for so many words of the text, at least.
    """
    sought = tuple(phrase for name in lists for phrase in phrases(of, name, "en"))
    read = [block for block in blocks if block.kind is not Kind.CODE] if signals.possible(sought) else []
    places = signals.once((of, *lists), lambda: [span for block in read for span in _found(block, signals, sought)])
    said = dict.fromkeys(" ".join(span.text.lower().split()) for span in places)
    dense = not words_each or len(said) * words_each >= len(signals.prose_words)
    if dense and len(said) >= different and not is_subject((*signals.titles, *blocks), signals, of):
        first, *others = places
        yield Hit(first, {"phrases": ", ".join(f"“{text}”" for text in said), "different": len(said)}, tuple(others))


def _found(block: Block, signals: Signals, sought: tuple[str, ...]) -> list[Span]:
    """The places of the phrases, none over another."""
    spans: list[Span] = []
    few, vocabulary = signals.possible(sought), frozenset(signals.words(block))
    for start, end in sorted(find_few(block.text, vocabulary, few), key=lambda at: (at[0], -at[1])):
        span = Span(block, start, end)
        free = not spans or start >= spans[-1].end
        if free and not _STOP.search(block.text, start, end) and not signals.quoted(span):
            spans.append(span)
    return spans
