"""Texts that are very hard to read."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals

_NEAR = 3  # our own counts stay within two grades of textstat's on real articles
_SAMPLE = 20_000  # characters; more did not change the figure by half a grade


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    above: float,
    min_words: int,
) -> Iterator[Hit]:
    """One hit about the whole text, by textstat's automated readability index (Senter and Smith 1967).

    The index counts letters, words and sentences, no syllables. Its formula over our own counts sorts out the texts
    that are far from the limit, so that textstat is imported for few pages.

    Args:
        above: the grade over which a text is reported; 14 and more is university level.
        min_words: shorter texts are not judged.
    """
    words, sentences = signals.prose_words, signals.prose_sentences
    if (
        len(words) < min_words
        or 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / sentences - 21.43 < above - 3
    ):
        return
    import textstat  # noqa: PLC0415 - 65 ms, needed by few pages

    # textstat ends a sentence at a stop only, so items and headings without one would run together.
    sentences_of = (sentence.text.rstrip(".!?…") for block in signals.prose for sentence in signals.sentences(block))
    grade = float(textstat.automated_readability_index(". ".join(sentences_of)[:_SAMPLE]))
    if grade > above:
        yield Hit(None, {"grade": round(grade, 1), "words_per_sentence": round(len(words) / sentences)})


def _index(words: Sequence[str], sentences: int) -> float:
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / sentences - 21.43
