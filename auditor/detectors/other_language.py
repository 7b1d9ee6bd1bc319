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
    if not declared or not detected or document.words < min_words or are_relatives(declared, detected):
        return
    if len(declared) == _SHORT or language(declared) != declared:  # "utf" names none
        yield Hit(Span.of(document.language_block or blocks[0]), {"declared": declared, "detected": detected})
