"""Tables and pictures that a text sends its readers to, on a page without any."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Format, Hit, Kind, Span
from auditor.signals import Signals
from auditor.words import words
from auditor.words.finding import find_few

# Whatever may show something, also where a script draws it.
_SHOWN = {
    Format.HTML: late(
        r"(?i)<(?:img|picture|svg|canvas|iframe|video|object|embed|figure|table|amp-|noscript)\b|background-image|role=.?(?:img|table)"
    ),
    Format.MARKDOWN: late(
        r"(?im)!\[|<(?:img|picture|svg|iframe|video|figure|table)\b|\{\{|\{%|^ {0,3}\||\|\s*$|```|<[A-Z]"
    ),
}
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_MOST = 20


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such place, the others as related."""
    shown = _SHOWN.get(signals.document.format)
    few = signals.possible(words("citing", "exhibits"), blocks)
    if not few or shown is None:
        return
    read = [block for block in blocks if block.kind in _READ]
    places = [
        Span(b, start, end) for b in read for start, end in sorted(find_few(b.text, signals.vocabulary_of(b), few))
    ]
    if not places or shown.search(signals.document.source):
        return  # a whole source is searched only for a text that sends its readers somewhere
    if found := [span for span in places if not signals.quoted(span)]:
        yield Hit(found[0], {"exhibit": found[0].text, "times": len(found)}, tuple(found[1:_MOST]), needs=1)
