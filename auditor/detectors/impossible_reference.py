"""References that no library can hold: a volume 0, pages that run backwards, a year to come."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

# A number, year or page must follow, as it does in references: records and comics have a volume 0 of their own.
_VOLUME = late(r"\b[Vv]ol(?:ume|\.)?\s?0(?!\d)(?=,?\s?(?:\(|no|n[o°.]|nr|núm|num|issue|heft|pp?\.|(?:1[5-9]|20)\d\d))")
_PAGES = late(r"\b(?:pp\.?|[Ss]\.|pgs?\.)\s?(\d{1,5})\s?[-–—]\s?(\d{1,5})(?![\d.-])")
# "Lund, A., & Rao, P. (2047)" and "vol. 3, no. 2, 2038".
_YEAR = late(
    r"(?:[^\W\d_]\.,?\s\(|\b(?:[Vv]ol|[Nn]o|[Nn]r|[Nn]úm)\.?\s?[\dIVXLC]{1,6}[^.;!?\n]{0,20}?[\s(])((?:20|21)\d\d)(?=[),.;\s]|$)"
)


def detect(blocks: Sequence[Block], signals: Signals, *, latest: int) -> Iterator[Hit]:
    """One hit for each reference.

    Args:
        latest: the last year in which a work may have appeared.
    """
    for block in blocks:
        if block.kind is Kind.CODE or not any(map(block.text.__contains__, "0123456789")):
            continue
        for start, end, fault in sorted(_faults(block.text, latest)):
            if not signals.quoted(Span(block, start, end)):
                yield Hit(Span(block, start, end), {"fault": fault})


def _faults(text: str, latest: int) -> Iterator[tuple[int, int, str]]:
    for found in _VOLUME.finditer(text):
        yield found.start(), found.end(), "no journal has a volume 0"
    for found in _PAGES.finditer(text):
        first, last = found[1], found[2]
        if len(first) == len(last) and int(last) < int(first):  # "pp. 188-91" is short for 188 to 191
            yield found.start(), found.end(), f"page {first} comes after page {last}"
    for found in _YEAR.finditer(text):
        if int(found[1]) > latest:
            yield found.start(1), found.end(1), f"the year {found[1]} is still to come"
