"""Sentences that the word files of the text's language list."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import WordFile
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.listed import phrases_of, spans

_COLON = late(r"\s{0,2}[:：]")
_COLONS = (":", "：")


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    words: WordFile,
    lists: list[str],
    labels: list[str] = [],  # noqa: B006
) -> Iterator[Hit]:
    """One hit: the first phrase, the others as related. What is quoted does not count.

    Args:
        words: the word file.
        lists: its lists that count wherever they stand.
        labels: its lists that count before a colon, at the beginning of a block.
    """
    language = signals.document.language
    found = list(spans(blocks, signals, phrases_of(language, words, *lists)))
    found += filter(_is_label, spans(blocks, signals, phrases_of(language, words, *labels)))
    own = sorted({(s.block.start, s.start): s for s in found if not signals.quoted(s)}.items())
    if own:
        first, *others = _apart([span for _, span in own])
        yield Hit(first, {"match": first.text, "times": 1 + len(others)}, tuple(others), needs=1)


def _is_label(span: Span) -> bool:
    opens = not span.block.text[: span.start].strip(" *_#-•")
    return opens and (span.text.endswith(_COLONS) or _COLON.match(span.block.text, span.end) is not None)


def _apart(found: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in found:
        if not kept or kept[-1].block is not span.block or span.start >= kept[-1].end:
            kept.append(span)
    return kept
