"""Variables, fields, masks and blanks that speak where the name of a source belongs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.speaking import explains
from auditor.text.beside_verbs import REACH, is_led, states_next
from auditor.text.introduced import is_presented
from auditor.text.symbols import symbols
from auditor.words import words

_MOST_MENTIONS = 3  # of a symbol for each time that it speaks; more, and it is what the text is about
_MOST_BLANKS = 2  # of a page; more, and it is an exercise
_MOST_PLACES = 50  # of one finding; nobody reads more


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first symbol, the others as related."""
    language = signals.document.language
    if not language:
        return
    every = [(kind, Span(block, start, end)) for block in blocks for kind, start, end in symbols(block.text)]
    if not every or signals.shows_code or explains(signals):
        return
    times = Counter(span.text for _, span in every)
    blanks = sum(kind == "blank" for kind, _ in every)
    speaking = [
        (kind, span)
        for kind, span in every
        if (kind != "blank" or blanks <= _MOST_BLANKS) and _speaks(kind, span, language) and not signals.quoted(span)
    ]
    spoken = Counter(span.text for _, span in speaking)
    found = [span for _, span in speaking if times[span.text] <= _MOST_MENTIONS * spoken[span.text]]
    if found:
        yield Hit(found[0], {"label": found[0].text, "times": len(found)}, tuple(found[1:_MOST_PLACES]))


def _speaks(kind: str, span: Span, language: str) -> bool:
    text = span.block.text
    before, behind = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    may_be_a_name = kind == "field" and "_" not in span.text  # "DOC-12, a memo of the harbour office"
    if may_be_a_name and is_presented(text, span.end, language) and not is_led(before, language):
        return False
    of_a_place = before.split()[-1:] and before.split()[-1] in words("sources", "before-places", language)
    return is_led(before, language) or (not of_a_place and states_next(behind, language))
