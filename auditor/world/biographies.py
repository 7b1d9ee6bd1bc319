"""The biographies that a document prints."""

from collections.abc import Sequence

from auditor.model import Block, Document, Kind, Span, Zone

_PROSE = frozenset({Kind.PARAGRAPH, Kind.QUOTATION, Kind.ITEM})
_FEWEST_WORDS = 3
_FEWEST_STATED = 2  # where a field says that it is one


def biographies(document: Document, blocks: Sequence[Block]) -> list[tuple[Span, ...]]:
    """Every biography once, with all the places where it stands.

    A biography is a field that says so, or a paragraph of an author's zone that no field covers.
    """
    stated = [f.span for author in document.authors for f in author.fields if f.key == "biography"]
    covered = {id(span.block) for span in stated}
    others = [Span.of(b) for b in blocks if b.zone is Zone.AUTHOR and b.kind in _PROSE and id(b) not in covered]
    places: dict[str, list[Span]] = {}
    for spans, fewest in ((stated, _FEWEST_STATED), (others, _FEWEST_WORDS)):
        for span in spans:
            if len(span.text.split()) >= fewest:
                places.setdefault(span.text, []).append(span)
    return [tuple(same) for same in places.values()]
