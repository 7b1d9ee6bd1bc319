"""A paragraph in another language than the article around it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.language import are_relatives
from auditor.text.language import detect as language_of
from auditor.text.words import STOPS
from auditor.words import subject

_LEADS_IN = (":", "：", "—", "–")  # what follows was announced: a quotation, a verse, an example
_OPENS_SPEECH = "\"'“„«‘‚「『›»"
_DEAD = frozenset({"la"})  # Latin in an article is filler or learning, and other rules' business


def detect(blocks: Sequence[Block], signals: Signals, *, least_words: int, own_words: float) -> Iterator[Hit]:
    """One hit, where one paragraph is such and its neighbours are in the language of the article.

    Args:
        least_words: of a paragraph; in fewer a language is not sure.
        own_words: so large a share of the language's common words makes a paragraph one of its own.
    """
    language = signals.document.language
    if not language or not _common(language):
        return
    prose = [block for block in blocks if block.kind is Kind.PARAGRAPH and len(signals.words(block)) >= least_words]
    native = [_share(block, signals, language) >= own_words for block in prose]
    found = [
        (block, other)
        for number, block in enumerate(prose)
        if _between(native, number) and (other := _foreign(block, language)) and not _announced(block, blocks, signals)
    ]
    if len(found) == 1:  # more are a page in two languages
        block, other = found[0]
        yield Hit(Span.of(block), {"language": other, "article": language})


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(subject(language, "stopwords").get("common", ()))


def _share(block: Block, signals: Signals, language: str) -> float:
    words = signals.words(block)
    return sum(map(_common(language).__contains__, words)) / len(words)


def _between(native: Sequence[bool], number: int) -> bool:
    """Whether a paragraph that is none of the language's own stands between two that are."""
    return 0 < number < len(native) - 1 and native[number - 1] and native[number + 1] and not native[number]


def _foreign(block: Block, language: str) -> str | None:
    if not block.text.rstrip("\"'”’»)").endswith(tuple(STOPS)):
        return None  # a line of names, dates or measures reads like any language
    other = language_of(block.text)
    return None if not other or other in _DEAD or are_relatives(other, language) else other


def _announced(block: Block, blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether the paragraph is quoted, or the one before it leads up to it."""
    number = bisect_left(blocks, block.start, key=lambda one: one.start)
    before = blocks[number - 1] if number else None
    led = before is not None and (before.kind is Kind.HEADING or before.text.rstrip().endswith(_LEADS_IN))
    return led or block.text.lstrip()[:1] in _OPENS_SPEECH or signals.quoted(Span.of(block))
