"""What a page mentions instead of saying it: words between quotation marks, and code."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from auditor.model import BESIDE_TEXT, Block, Document, Kind, Span, Zone
from auditor.model.members import BODY, PARAGRAPH
from auditor.parsing.marked import CODE, Marked, marked, may_hold_code
from auditor.parsing.prose import reads_as_prose, slots_to_copy
from auditor.parsing.template_sources import constructs
from auditor.signals.folding import Folding
from auditor.signals.reports import is_reported, set_off
from auditor.text.quotations import BetweenMarks, Quotation, quotations_of

# Of 615 honest pages the quotations of none hold more than .53 of the body. A short page may be one quotation.
_MOST, _LEAST = 2 / 3, 600  # share of the body, and characters of it
_REACH = 12  # blocks; captions and pictures between two paragraphs are not more


class Mentions:
    """The quotations and the code of one document, read block by block as they are asked for."""

    def __init__(self, document: Document, between_marks: BetweenMarks, folding: Folding | None = None) -> None:
        self._document, self._between_marks, self._folding = document, between_marks, folding
        self._tagged: dict[int, list[tuple[int, int]]] = {}
        self._reported: dict[tuple[int, tuple[int, int]], bool] = {}
        self._marked: dict[int, list[Marked]] = {}
        self._within: dict[int, list[tuple[int, int]]] = {}
        self._filled: dict[int, list[tuple[int, int]]] = {}

    def quoted(self, span: Span) -> bool:
        """Whether it stands between two quotation marks, in a code span or block, or is set off and reported."""
        if span.block.kind is Kind.CODE or self.is_filled_later(span):
            return True
        if self._folding and any(map(self.quoted, self._folding.pieces(span))):
            return True
        within = self._of(span.block)
        at = bisect_right(within, (span.start, len(span.block.text))) - 1
        held = at >= 0 and span.end <= within[at][1]
        return (held and not (span.block.zone is BODY and self._are_all_mentions)) or self._is_reported(span)

    def is_filled_later(self, span: Span) -> bool:
        """Whether a part of it is what a site generator, or whoever copies it, puts something else in place of."""
        if span.block.start not in self._filled:
            self._filled[span.block.start] = list(self._filled_later(span.block))
        return any(start < span.end and end > span.start for start, end in self._filled[span.block.start])

    def _filled_later(self, block: Block) -> Iterator[tuple[int, int]]:
        yield from slots_to_copy(block)
        if self._document.template is not None:
            yield from constructs(block.text, self._document.template, self._document.source)

    @cached_property
    def _are_all_mentions(self) -> bool:
        """A page that is hardly anything but quotations and code quotes nothing: they are its own text."""
        own = [b for b in self._shown.get(BODY, ()) if b.kind is PARAGRAPH]
        size = sum(len(block.text) for block in own)
        held = sum(end - start for block in own for start, end in self._of(block))
        return size >= _LEAST and held > _MOST * size

    def voice(self, block: Block) -> str:
        """The block's text without what it quotes, in its place a quotation mark and blanks."""
        pieces, at = list[str](), 0
        for start, end in self._of(block):
            pieces += (block.text[at:start], '"', " " * (end - start - 1))
            at = end
        return "".join((*pieces, block.text[at:]))

    def holds_report(self, span: Span) -> bool:
        """Whether words of it are set off and reported: "the page showed the line", and the line in italics."""
        emphasis = (Span(span.block, start, end) for start, end in self._emphasis(span.block))
        return any(span.start <= e.start and e.end <= span.end and self._is_reported(e) for e in emphasis)

    def _emphasis(self, block: Block) -> list[tuple[int, int]]:
        if block.start not in self._tagged:
            emphasis = [(m.start, m.end) for m in self.marked(block) if not self._is_code(m, block)]
            self._tagged[block.start] = _outermost(emphasis)
        return self._tagged[block.start]

    def _is_reported(self, span: Span) -> bool:
        block = span.block
        interval = set_off(span, self._emphasis(block))
        if (block.start, interval) not in self._reported:
            around, at = self._beside(block)
            told = is_reported(block, interval, around, at, self._document.words)
            self._reported[block.start, interval] = told
        return self._reported[block.start, interval]

    def _beside(self, block: Block) -> tuple[Sequence[Block], int]:
        """The blocks of its zone and where it stands among them; a caption stands among the paragraphs of the body."""
        if block.kind is not Kind.CAPTION:
            return self._shown[block.zone], self._positions[block.start]
        around = [one for one in self._document.blocks if one.zone is BODY or one.start == block.start]
        return around, next(at for at, one in enumerate(around) if one.start == block.start)

    def has_code(self, block: Block) -> bool:
        """Whether some of its words are set as code."""
        return self._may_hold_code(block) and any(m.tag in CODE for m in self.marked(block))

    def marked(self, block: Block) -> list[Marked]:
        if block.start not in self._marked:
            self._marked[block.start] = self._read(block)
        return self._marked[block.start]

    def _read(self, block: Block) -> list[Marked]:
        """The markup of a block; of a folded copy as it stands there."""
        if not self._folding:
            return marked(self._document.source, block)
        found, at = marked(self._document.source, self._folding.original(block)), self._folding.in_copy
        return [Marked(at(block, m.start), at(block, m.end), m.tag) for m in found]

    def _of(self, block: Block) -> list[tuple[int, int]]:
        """Intervals of the block's text, none within another."""
        if block.start not in self._within:
            quoted = [(q.start, q.end) for q in self._quotations(block) if q.depth == 0]
            found = self.marked(block) if self._may_hold_code(block) else ()
            code = [(m.start, m.end) for m in found if self._is_code(m, block)]
            self._within[block.start] = _outermost([*quoted, *code])
        return self._within[block.start]

    def _quotations(self, block: Block) -> list[Quotation]:
        return quotations_of(block, self._follower(block), self._between_marks)

    def _is_code(self, found: Marked, block: Block) -> bool:
        """Whether it is a span of code; where no code is shown, a paragraph of sentences in one is only set off."""
        if found.tag not in CODE or self._has_blocks_of_code or block.kind is not PARAGRAPH:
            return found.tag in CODE
        whole = not block.text[: found.start].strip() and not block.text[found.end :].strip()
        return not (whole and reads_as_prose(block.text))

    @cached_property
    def _has_blocks_of_code(self) -> bool:
        return any(block.kind is Kind.CODE for block in self._document.blocks)

    def _may_hold_code(self, block: Block) -> bool:
        """Blocks of the body are asked together, as most of them will be; of a page it is a small part."""
        if block.zone is BODY:
            return self._body_may_hold_code
        return may_hold_code(self._document.source, self._document.format, block.start, block.end)

    @cached_property
    def _body_may_hold_code(self) -> bool:
        own = self._shown[BODY]
        start, end = min(block.start for block in own), max(block.end for block in own)
        return may_hold_code(self._document.source, self._document.format, start, end)

    def _follower(self, block: Block) -> Block | None:
        """The next block of its zone: a quotation may run on there."""
        shown, at = self._shown[block.zone], self._positions[block.start]
        return next((b for b in shown[at + 1 : at + _REACH] if b.kind not in BESIDE_TEXT), None)

    @cached_property
    def _shown(self) -> Mapping[Zone, list[Block]]:
        found: dict[Zone, list[Block]] = {}
        for zone, run in groupby(self._document.blocks, key=attrgetter("zone")):
            found.setdefault(zone, []).extend(run)
        return found

    @cached_property
    def _positions(self) -> Mapping[int, int]:
        return {block.start: at for shown in self._shown.values() for at, block in enumerate(shown)}


def _outermost(intervals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(intervals, key=lambda one: (one[0], -one[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found
