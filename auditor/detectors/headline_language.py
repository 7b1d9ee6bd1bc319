"""A headline in another language than its text."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Span, Zone
from auditor.signals import Signals
from auditor.text.language import are_relatives
from auditor.text.language import detect as language_of
from auditor.text.relevance import is_known, stems
from auditor.text.words import length, words

_INITIALS = late(r"(?<![^\W_])[A-Z]{2,5}(?![^\W_])")  # "IT" is no English pronoun
_MOST_WORDS = 19  # more would be given to langdetect, and no headline needs them


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, min_body: int) -> Iterator[Hit]:
    """At most one hit, on the headline.

    Args:
        min_words: the language of shorter headlines cannot be told by their common words.
        min_body: words of the body, below which its language is not taken for sure.
    """
    body = signals.document.language
    if not body or signals.document.words < min_body:
        return
    for block in blocks:
        if block.zone is Zone.HEADLINE and min_words <= length(words(block.text)) <= _MOST_WORDS:
            language = language_of(_without_initials(block.text), body)
            if language and not are_relatives(language, body) and not _is_unsure(block, body, signals):
                yield Hit(Span.of(block), {"headline": language, "text": body})
                return


def _without_initials(headline: str) -> str:
    """A headline without what stands in capitals, unless most of it does."""
    rest = _INITIALS.sub(" ", headline)
    return rest if 2 * sum(map(str.isalpha, rest)) > sum(map(str.isalpha, headline)) else headline


def _is_unsure(block: Block, body: str, signals: Signals) -> bool:
    """Whether the headline over an English body has mostly English words, or the body's own language wavers."""
    entries = stems(words(block.text))
    if body == "en" and 2 * sum(map(is_known, entries)) >= len(entries):
        return True
    return language_of(" ".join(b.text for b in signals.prose[:12])) != body
