"""A document as rules about wording read it: its texts folded, each character knowing where it stands."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from msgspec import structs

from auditor.model import Author, Block, Document, Field, Format, Hit, Link, Span
from auditor.parsing.shown import odd_places, shown
from auditor.signals.run_on import pieces_of, run_on
from auditor.text.backwards import is_backwards, may_stand
from auditor.text.folding import Folded, fold, may_fold
from auditor.text.language import normal

_WITHOUT_ACCENTS = frozenset({"en", None})
_Places = Sequence[int]  # of the characters of a copy, in the text as it is written


class Folding:
    """The copy of a document, and the way back. Where nothing needs folding, as nearly always, it is the document."""

    def __init__(self, document: Document) -> None:
        self._accents = document.language not in _WITHOUT_ACCENTS
        self._origins: dict[int, tuple[Block, Block, _Places]] = {}  # by the identity of a copy, which is kept
        self._copies: dict[int, Block] = {}  # by the identity of what they were made of
        odd = odd_places(document.source) if document.format is Format.HTML else None
        spoken = sorted({"en", *filter(None, (document.language, normal(document.declared_language)))})
        turned = may_stand((block.text for block in document.blocks), *spoken)
        for block in document.blocks:
            if turned and is_backwards(block.text, *spoken):
                self._copy(block, list(range(len(block.text) - 1, -1, -1)))
            elif odd or may_fold(block.text):
                self._copy(block, shown(document.source, block, odd) if odd else None)
        self.is_needed = bool(self._copies)
        folded = self._folded(document) if self._copies else document
        joined = list(run_on(folded.blocks))
        self._pieces = {id(block): (block, pieces) for block, pieces in joined}
        self.document = _with(folded, [block for block, _ in joined]) if joined else folded

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """Of a place in a sentence that goes over paragraphs: what of it each of them holds."""
        known = self._pieces.get(id(span.block))
        return tuple(pieces_of(span, known[1])) if known else ()

    def written(self, span: Span) -> Span:
        """The same place in the text as it is written; of several paragraphs in the first."""
        span = next(iter(self.pieces(span)), span)
        if id(span.block) not in self._origins:
            return span
        _, block, places = self._origins[id(span.block)]
        own = places[span.start : span.end]
        return Span(block, min(own), max(own) + 1) if own else Span(block, 0, 0)

    def written_hit(self, hit: Hit) -> Hit:
        """A hit in the text as it is written; what was found with what follows it, and without, is one place."""
        if hit.span is None:
            return hit
        found: list[Span] = []
        for span in (hit.span, *hit.related):
            own = self.written(span)
            if not (self.pieces(span) and any(_meet(own, other) for other in found)):
                found.append(own)
        facts, twice = hit.facts, 1 + len(hit.related) - len(found)
        if twice and "times" in facts:
            facts = {**facts, "times": facts["times"] - twice}
        return structs.replace(hit, span=found[0], related=tuple(found[1:]), facts=facts)

    def original(self, block: Block) -> Block:
        return self._origins[id(block)][1] if id(block) in self._origins else block

    def in_copy(self, block: Block, at: int) -> int:
        """Where a place of the text as it is written stands in the copy."""
        return bisect_left(self._origins[id(block)][2], at) if id(block) in self._origins else at

    def _copy(self, block: Block, order: list[int] | None) -> None:
        found = fold(block.text, accents=self._accents) if order is None else self._arranged(block.text, order)
        if found and found.text.strip():  # no block is without text, and a copy is none either
            links = tuple(_link(link, found.places, found.text) for link in block.links)
            copy = structs.replace(block, text=found.text, links=links)
            self._copies[id(block)] = copy
            self._origins[id(copy)] = (copy, block, found.places)

    def _arranged(self, text: str, order: list[int]) -> Folded:
        """The copy of a text whose characters are shown in another order, or not at all."""
        arranged = "".join(text[at] for at in order)
        found = fold(arranged, accents=self._accents)
        return Folded(found.text, tuple(order[at] for at in found.places)) if found else Folded(arranged, tuple(order))

    def _folded(self, document: Document) -> Document:
        return structs.replace(
            document,
            blocks=tuple(self._copies.get(id(block), block) for block in document.blocks),
            title=self._text(document.title) if document.title else document.title,
            byline=tuple(map(self._text, document.byline)),
            authors=tuple(map(self._author, document.authors)),
        )

    def _text(self, text: str) -> str:
        found = fold(text, accents=self._accents)
        return found.text if found else text

    def _author(self, author: Author) -> Author:
        fields, empty = (tuple(map(self._field, own)) for own in (author.fields, author.empty))
        return structs.replace(author, fields=fields, empty=empty)

    def _field(self, field: Field) -> Field:
        copy = self._copies.get(id(field.span.block))
        if not copy:
            return field
        start, end = (self.in_copy(copy, at) for at in (field.span.start, field.span.end))
        return structs.replace(field, value=self._text(field.value), span=Span(copy, start, end))


def _link(link: Link, places: _Places, text: str) -> Link:
    start, end = (bisect_left(places, at) for at in (link.start, link.end))
    return structs.replace(link, text=text[start:end], start=start, end=end)


def _meet(one: Span, other: Span) -> bool:
    return one.block is other.block and one.start < other.end and other.start < one.end


def _with(document: Document, blocks: list[Block]) -> Document:
    return structs.replace(document, blocks=tuple(sorted((*document.blocks, *blocks), key=attrgetter("start"))))
