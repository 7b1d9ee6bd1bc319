"""Biographies whose words come from a lexicon."""

from collections.abc import Callable, Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.words import sentences, words
from auditor.world.biographies import biographies
from auditor.world.latin import share_of_latin

_CAP = 4_000  # characters of a biography that are read
_MARKED = late(r"[\d,;:()]")
_CLAUSE, _ALL_OF_IT = 4, 0.75  # words, and the share of them
_QUOTES = "\"'“”‘’«»„"


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    lexicon: Lexicon,
    common: Lexicon,
    dictionary: Lexicon,
    at_least: float,
    dictionary_at_least: float,
    endings_at_least: float,
    min_words: int,
) -> Iterator[Hit]:
    """One hit for each biography, or each run of sentences in one, that is drawn from a lexicon.

    Args:
        lexicon: the words of filler text.
        common: words that say nothing either way; they do not count.
        dictionary: further words, which need a longer text and a higher share: honest mottoes hold some of them.
        at_least: the share of the words that must come from `lexicon`; half of it in a longer text without any of
            `common`, for words drawn by lot come without the small ones that hold a sentence together.
        dictionary_at_least: the share that must come from `lexicon` or `dictionary`.
        endings_at_least: the share of Latin endings that suffices in two plain sentences, where half of `at_least` is
            known.
        min_words: shorter texts count only when all their words are in `lexicon`.
    """

    def share(text: str) -> float:
        found = words(text)
        telling = [word for word in found if word not in common]
        if not telling:
            return 0.0
        core = [word for word in telling if word in lexicon]
        exact = len(core) / len(telling)
        if len(found) >= min_words and exact >= at_least and (len(set(core)) > 1 or exact == 1):
            return exact
        if len(found) == min_words - 1 and exact == 1 and len(set(core)) > 1:
            return exact
        known = [word for word in telling if word in lexicon or word in dictionary]
        wide = len(known) / len(telling)
        if wide >= dictionary_at_least and len(set(known)) > min_words and _is_plain(text):
            return wide
        drawn = len(telling) == len(found) > 2 * min_words and len(set(core)) >= min_words
        if drawn and exact >= at_least / 2 and _is_plain(text):
            return exact
        latin = share_of_latin(found)
        return (
            latin if latin >= endings_at_least and wide >= at_least / 2 and _is_plain(text) and _is_long(text) else 0.0
        )

    for first, *others in biographies(signals.document, blocks):
        whole = share(first.text[:_CAP]) or _is_drawn(words(first.text[:_CAP]), lexicon, common, min_words)
        found = [(first, whole)] if whole else [(span, share(span.text)) for span in _runs(first, share)]
        for span, part in found:
            facts = {"share": round(part, 2), "words": len(words(span.text))}
            yield Hit(span, facts, tuple(others) if span is first else ())


def _is_drawn(found: Sequence[str], lexicon: Lexicon, common: Lexicon, min_words: int) -> bool:
    """Whether a short text has not one word from elsewhere, and among two or three one that tells: "Cumque minus."."""
    telling = len(found) >= min_words or any(word not in common for word in found)
    return len(set(found)) > 1 and telling and lexicon.issuperset(found)


def _is_long(text: str) -> bool:
    """Two sentences and nine words: mottoes and verses are shorter, or one sentence."""
    return len(sentences(text)) > 1 and len(text.split()) >= 9


def _is_plain(text: str) -> bool:
    """Whether neither names nor commas nor figures stand inside the sentences, as they do in all real biographies."""
    if _MARKED.search(text):
        return False
    return not any(word[0].isupper() for a, b in sentences(text) for word in text[a:b].split()[1:])


def _opens_with(sentence: str, share: Callable[[str], float]) -> bool:
    """Whether what stands before its first comma is filler: "Nullam vitae erat in sapien, formerly of the Echo"."""
    clause, comma, _ = sentence.partition(", ")
    return bool(comma) and len(clause.split()) >= _CLAUSE and share(clause) >= _ALL_OF_IT


def _runs(span: Span, share: Callable[[str], float]) -> Iterator[Span]:
    """Runs of neighbouring sentences of filler inside other text; a quoted sentence is a mention."""
    start = end = None
    text = span.text[:_CAP]
    for a, b in sentences(text):
        filler = text[a] not in _QUOTES and (share(text[a:b]) or _opens_with(text[a:b], share))
        if filler:
            start, end = (a if start is None else start), b
        elif start is not None and end is not None:
            yield Span(span.block, span.start + start, span.start + end)
            start = end = None
    if start is not None and end is not None:
        yield Span(span.block, span.start + start, span.start + end)
