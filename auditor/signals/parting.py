"""Parts of texts, forms and data that speak in a document whose subject they are not."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.model import Block
from auditor.signals.labelling import Speaking, speaking_in
from auditor.signals.wording import gives_names
from auditor.text.beside_verbs import REACH
from auditor.text.noun_phrases import is_about_speaking
from auditor.text.parts_of_texts import is_part, told_parts
from auditor.words import words

if TYPE_CHECKING:
    from auditor.signals import Signals

_SUBJECT = 5  # different words for parts that a text has where it tells how texts or programs are written


def speaking_parts(blocks: Sequence[Block], signals: "Signals") -> Iterator[Speaking]:
    """Those that stand where somebody speaks."""
    language = signals.document.language or ""
    known = told_parts(language)
    if signals.once("tells of parts", lambda: _tells_of_parts(signals, language)):
        return
    told = {block.start: held for block in signals.prose if (held := known & signals.vocabulary_of(block))}
    for block in (b for b in blocks if b.start in told):
        if not is_about_speaking(signals.vocabulary_of(block), language):
            continue
        for sentence, said in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if is_about_speaking(said, language) and not told[block.start].isdisjoint(said):
                yield from (one for one in speaking_in(sentence, signals) if _is_part(one, signals, language))


def _is_part(one: Speaking, signals: "Signals", language: str) -> bool:
    """Whether it is a part; where a text has names of common words, a single word may be another."""
    found = is_part(one.phrase, one.span.block.text[one.span.end : one.span.end + REACH], language)
    return found and not (one.label.text.isalpha() and gives_names(one.label.text, signals, language))


def _tells_of_parts(signals: "Signals", language: str) -> bool:
    parts = frozenset(words("parts", "alone", language))
    return len(parts.intersection(signals.prose_words)) > _SUBJECT
