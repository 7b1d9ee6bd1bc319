"""Wording of a list that says little once and much when several of its phrases stand on one page."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.listed import spans
from auditor.signals.subjects import is_subject
from auditor.words import phrases

_STOP = late(r"[.:;!?]")  # between two words: they belong to two sentences


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    of: str,
    lists: list[str],
    different: int,
    words_each: int = 0,
) -> Iterator[Hit]:
    """One hit: the first phrase, the others as related.

    Args:
        of: the word file; texts that hold a phrase of its list `subject` are left alone.
        lists: the lists of the file that are searched, of English.
        different: so many different wordings; the same one again is no further sign.
        words_each: and one for so many words of the text, at least.
    """
    sought = tuple(phrase for name in lists for phrase in phrases(of, name, "en"))
    places = signals.once(("listed phrases", of, *lists), lambda: _places(blocks, signals, sought))
    said = dict.fromkeys(" ".join(span.text.lower().split()) for span in places)
    dense = not words_each or len(said) * words_each >= len(signals.prose_words)
    if dense and len(said) >= different and not is_subject((*signals.titles, *blocks), signals, of):
        first, *others = places
        yield Hit(first, {"phrases": ", ".join(f"“{text}”" for text in said), "different": len(said)}, tuple(others))


def _places(blocks: Sequence[Block], signals: Signals, sought: tuple[str, ...]) -> list[Span]:
    """The places of the phrases, none over another, the longer first."""
    kept: list[Span] = []
    for span in sorted(spans(blocks, signals, sought), key=lambda span: (span.block.start, span.start, -span.end)):
        free = not kept or kept[-1].block is not span.block or span.start >= kept[-1].end
        if free and not _STOP.search(span.block.text, span.start, span.end) and not signals.quoted(span):
            kept.append(span)
    return kept
