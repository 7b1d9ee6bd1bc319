"""A text in another language than the page declares."""

from collections.abc import Iterator, Sequence

from auditor.messages import language
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.language import are_relatives, normal

_SHORT = 2  # letters: every such code is a language's, of longer ones hardly any


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int) -> Iterator[Hit]:
    """One hit where the page names its language, else at the first block. Close relatives are not told apart.

    Args:
        min_words: shorter texts are not judged.
    """
    document = signals.document
    declared, detected = normal(document.declared_language) or "", document.language
    named = len(declared) == _SHORT or language(declared) != declared  # "utf" names none
    if named and detected and document.words >= min_words and not are_relatives(declared, detected):
        yield Hit(Span.of(document.language_block or blocks[0]), {"declared": declared, "detected": detected})
