"""Texts that are very hard to read."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals

_SAMPLE = 20_000  # characters; longer texts did not change the figure by more than a point


def detect(
    blocks: Sequence[Block],  # noqa: ARG001 - measured on running prose only
    signals: Signals,
    *,
    below: float,
    words_per_sentence: float,
    letters_per_word: float,
    min_words: int,
) -> Iterator[Hit]:
    """One hit about the whole text, by the Flesch reading ease of textstat (Flesch 1948; 100 is easy, 0 hard).

    Counting syllables is dear, so texts with short sentences and short words are not measured at all.

    Args:
        below: the reading ease under which a text is reported.
        words_per_sentence: texts with shorter sentences on average are let pass,
        letters_per_word: unless their words are longer than this on average.
        min_words: shorter texts are not judged.
    """
    prose = "\n".join(block.text for block in signals.prose)[:_SAMPLE]
    words, sentences = signals.prose_words, signals.prose_sentences
    if len(words) < min_words or not sentences:
        return
    if len(words) / sentences < words_per_sentence and sum(map(len, words)) / len(words) < letters_per_word:
        return
    import textstat  # noqa: PLC0415 - 365 ms, needed by few pages

    ease = float(textstat.flesch_reading_ease(prose))
    if ease < below:
        yield Hit(None, {"ease": round(ease, 1), "words_per_sentence": round(len(words) / sentences, 1)})
