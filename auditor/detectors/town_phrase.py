"""What is sought with a town, written as one name in the middle of sentences."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

# "... regarding Home Cleaning in Sutter, CA": two to five capitalised words, a town, the letters of a state.
_CAPITAL = r"[A-Z][\w&'’-]{0,24}"
_TOWN = rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}, [A-Z]{{2}}\b"
_NAME = late(rf"(?<![\w’'-])((?:{_CAPITAL} ){{2,5}})(?:in|near|around) ({_TOWN})")
_STATE = late(r",(?= [A-Z]{2}\b)")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, words_each: int) -> Iterator[Hit]:
    """One hit for each such phrase that stands with its town so often word for word; all its places.

    Args:
        at_least: places in running text.
        words_each: and one for so many words of the text: who reports on a place says its state once.
    """
    places: dict[str, list[Span]] = {}
    for block in blocks:
        if block.kind in _READ and _STATE.search(block.text):
            for found in _NAME.finditer(block.text):
                places.setdefault(found[0], []).append(Span(block, found.start(), found.end()))
    for phrase, spans in places.items():
        said = [span for span in spans if not signals.quoted(span)]
        if len(said) >= at_least and len(said) * words_each >= len(signals.prose_words):
            yield Hit(said[0], {"phrase": phrase, "times": len(said)}, tuple(said[1:]))
