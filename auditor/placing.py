"""Spans of a document as regions of its source."""

from auditor.model import Document, Place, Span, Syntax
from auditor.parsing.places import Replay, replay, within


class Places:
    """Regions of one source. A block in which several spans are placed is read again only once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._replays: dict[tuple[int, int, Syntax], Replay] = {}  # by interval: a block's hash reads all its links

    def of(self, span: Span | None) -> Place:
        """The region that a span came from; without a span, the start of the document."""
        start, end = within(self._replay(span), span) if span and span.end > span.start else _at(span)
        line, column = self._document.lines.at(start)
        end_line, end_column = self._document.lines.at(end)
        return Place(
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            offset=start,
            length=end - start,
            evidence=span.text.strip() if span else "",
        )

    def _replay(self, span: Span) -> Replay:
        interval = (span.block.start, span.block.end, span.block.syntax)
        if interval not in self._replays:
            self._replays[interval] = replay(self._document.source, span)
        return self._replays[interval]


def _at(span: Span | None) -> tuple[int, int]:
    start = span.block.start if span else 0
    return start, start
