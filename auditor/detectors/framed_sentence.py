"""One sentence again and again with another name in it: what is left of it without its names is the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.words import WORD

_SHOWN = 100  # places of one finding; more help nobody
_CLOSING = ".,;:!?…\"'“”‘’«»()[]"

Frame = tuple[str, ...]


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, at_least: int, share: float) -> Iterator[Hit]:
    """One hit for all such sentences of a page: the first, the others as related.

    Args:
        min_words: words without a capital that the sentences share, in their order.
        at_least: sentences that differ in the words with a capital.
        share: of the words of the text that are such sentences.
    """
    alike: defaultdict[str, list[Span]] = defaultdict(list)
    for block in (block for block in blocks if block.kind in (PARAGRAPH, ITEM)):
        if len(signals.words(block)) < min_words:
            continue
        for sentence, told in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if len(told) >= min_words:
                alike[_last(sentence.text, told[-1])].append(sentence)
    framed: defaultdict[Frame, list[Span]] = defaultdict(list)
    for sentence in (sentence for some in alike.values() if len(some) >= at_least for sentence in some):
        framed[_frame(sentence.text)].append(sentence)
    often = (same for frame, same in framed.items() if len(frame) >= min_words and len(same) >= at_least)
    spans = [span for different in map(_different, often) if len(different) >= at_least for span in different]
    words = sum(len(WORD.findall(span.text)) for span in spans)
    if spans and words >= share * len(signals.prose_words):
        first, *more = sorted(spans, key=lambda span: (span.block.start, span.start))
        facts = {
            "sentence": first.text[:160],
            "times": len(spans),
            "share": round(100 * words / len(signals.prose_words)),
        }
        yield Hit(first, facts, tuple(more[:_SHOWN]), needs=at_least)


def _last(sentence: str, last: str) -> str:
    """The last of its words without a capital; mostly its last word, which spares the others a look."""
    shown = sentence.rstrip(_CLOSING)
    if last[0].islower() and shown.endswith(last) and shown[-len(last) - 1 : -len(last)].isspace():
        return last
    frame = _frame(sentence)
    return frame[-1] if frame else ""


@remembered
def _frame(sentence: str) -> Frame:
    """Its words without a capital."""
    return tuple(word for word in WORD.findall(sentence) if word[0].islower())


def _different(sentences: Sequence[Span]) -> list[Span]:
    """The first of those that have the same words with a capital: names, and what opens them."""
    found: dict[Frame, Span] = {}
    for sentence in sentences:
        if names := tuple(word for word in WORD.findall(sentence.text) if word[0].isupper()):
            found.setdefault(names, sentence)
    return list(found.values())
