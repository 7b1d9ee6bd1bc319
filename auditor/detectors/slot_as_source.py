"""Places of sources that nobody filled, and names of a prompt's parts, that are said to state something."""

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.expressions import late
from auditor.lexicon import WordFile
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.listed import phrases_of, spans
from auditor.text.words import STOPS
from auditor.text.words import words as words_of
from auditor.words import words as listed

_REACH = 60  # characters beside a label in which its verb stands
_ARTICLES = frozenset(listed("function-words", "articles"))
_MARKS = frozenset("\"“”„‟«»‘’‚‹›「」『』'")
_END = late(rf"[{re.escape(STOPS)}](?:\s|$)")
_LETTERS = 12  # ... in scripts without blanks


def detect(blocks: Sequence[Block], signals: Signals, *, words: WordFile, at_least: int) -> Iterator[Hit]:
    """One hit: the first label, the others as related.

    Args:
        words: the word file with the lists `prompted`, `quoted`, `unfilled` and `saying`.
        at_least: times that parts of a prompt must speak; the empty place of a name needs to speak once.
    """
    language = signals.document.language
    saying = frozenset(phrases_of(language, words, "saying"))
    empty = spans(blocks, signals, phrases_of(language, words, "unfilled"))
    told = (span for span in empty if not _has_article(span) and not _is_mentioned(span, saying, signals))
    unfilled = _speaking(told, saying)
    named = list(spans(blocks, signals, phrases_of(language, words, "prompted")))
    marked = filter(_is_marked, spans(blocks, signals, phrases_of(language, words, "quoted")))
    prompted = _speaking(dict.fromkeys((*named, *marked)), saying)
    found = unfilled + (prompted if len(prompted) >= at_least else [])
    if found and (unfilled or not _is_topic(prompted, signals)):
        first, *others = sorted(found, key=lambda span: (span.block.start, span.start))
        yield Hit(first, {"label": first.text, "times": len(found)}, tuple(others))


def _is_marked(span: Span) -> bool:
    """Whether it is all that stands between two quotation marks; papers on programs have input data without."""
    text = span.block.text
    return text[span.start - 1 : span.start] in _MARKS and text[span.end : span.end + 1] in _MARKS


def _speaking(found: Iterable[Span], saying: frozenset[str]) -> list[Span]:
    return [span for span in found if _speaks(span, saying)]


def _has_article(span: Span) -> bool:
    """ "El nombre del experto" is a name that somebody has; the place of one has no article."""
    before = words_of(span.block.text[max(0, span.start - 12) : span.start])
    return bool(before) and before[-1] in _ARTICLES


def _is_mentioned(span: Span, saying: frozenset[str], signals: Signals) -> bool:
    """Whether somebody quotes it together with its verb: «I have read "according to [expert name]"»."""
    around = (q for q in signals.quotations if q.span.block is span.block and q.start < span.start and span.end < q.end)
    text = span.block.text
    told = (text[q.span.start : span.start] + " " + text[span.end : q.span.end] for q in around)
    return any(not saying.isdisjoint(words_of(rest)) for rest in told)


def _speaks(span: Span, saying: frozenset[str]) -> bool:
    text = span.block.text
    before, after = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    clause = words_of(after[: end.start() if (end := _END.search(after)) else 0])
    near = [*words_of(before)[-4:], *words_of(after)[:5], *clause[-2:]]  # Turkish and Korean verbs end the sentence
    return not saying.isdisjoint(near) or _joined(before[-_LETTERS:], after[: 2 * _LETTERS], saying)


def _joined(before: str, after: str, saying: frozenset[str]) -> bool:
    """Whether a word of saying stands beside it in a script without blanks."""
    return any(word in before or word in after for word in saying if len(word) > 1 and _wide(word))


def _wide(word: str) -> bool:
    return "\u0e00" <= word[0] <= "\u0eff" or "\u3040" <= word[0] <= "\u9fff"


def _is_topic(found: Sequence[Span], signals: Signals) -> bool:
    labels = {span.text.casefold() for span in found}
    titles = [block.text.casefold() for block in signals.titles]
    return any(label in title for label in labels for title in titles)
