"""Tables, pictures and notes that a text sends its readers to, on a page without any."""

import re
from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Format, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.intervals import apart
from auditor.words import words
from auditor.words.finding import find_few
from auditor.words.notation import matcher

# Whatever may show something, also where a script draws it; tables that only put the page in order show nothing.
_SHOWN = {
    Format.HTML: late(
        r"(?i)<(?:img|picture|svg|canvas|iframe|video|object|embed|figure|th|caption|amp-|noscript)\b|background-image|role=.?(?:img|table)"
    ),
    Format.MARKDOWN: late(
        r"(?im)!\[|<(?:img|picture|svg|iframe|video|figure|table)\b|\{\{|\{%|^ {0,3}\||\|\s*$|```|<[A-Z]"
    ),
}
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_MOST = 20
_MARK = late(r"\b(?:\d{1,3}|[a-z])\b(?=[^\d]*$)", re.IGNORECASE)  # the number or letter of a note


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such place, the others as related."""
    read = [block for block in blocks if block.kind in _READ]
    found = [*_exhibits(read, signals), *_notes(read, signals)]
    if own := [span for span in found if not signals.quoted(span)]:
        first, *others = sorted(own, key=lambda span: (span.block.start, span.start))
        yield Hit(first, {"exhibit": first.text, "times": len(own)}, tuple(others[:_MOST]), needs=1)


def _exhibits(read: Sequence[Block], signals: Signals) -> list[Span]:
    shown = _SHOWN.get(signals.document.format)
    places = _places("exhibits", read, signals) if shown else []
    if not places or shown is None or any(block.kind is Kind.TABLE for block in signals.body):
        return []
    return [] if shown.search(signals.document.source) else places  # which is searched only for such a text


def _notes(read: Sequence[Block], signals: Signals) -> list[Span]:
    """Those that no block begins with, as a note begins with its number and an annex with its name."""
    places = [span for span in _places("notes", read, signals) if not _is_elsewhere(span)]
    heads = [block.text.lower() for block in signals.document.blocks] if places else []
    return [span for span in places if not any(_begins(head, span.text.lower()) for head in heads)]


def _places(name: str, read: Sequence[Block], signals: Signals) -> list[Span]:
    few = signals.possible(words("citing", name), read)
    found = [(block, find_few(block.text, signals.vocabulary_of(block), few)) for block in read] if few else []
    return [Span(block, *place) for block, places in found for place in apart(places)]


def _is_elsewhere(span: Span) -> bool:
    """Whether the note is another text's, or a link leads there."""
    behind = span.block.text[span.end :].lstrip(" )")
    known = words("citing", "elsewhere")
    linked = any(link.start < span.end and span.start < link.end for link in span.block.links)
    return linked or (bool(known) and matcher(known).match(behind) is not None)


def _begins(head: str, place: str) -> bool:
    """Whether a block is headed by the number of a note, or by the name of an annex, wherever the place names it."""
    mark = _MARK.search(place)
    name = place[: mark.start()].rsplit(maxsplit=1)[-1].strip("(") if mark else ""
    forms = (rf"\W*{re.escape(name)}s?\b", rf"\W*{re.escape(mark[0])}\b") if mark else ()
    return any(re.match(form, head) for form in forms)
