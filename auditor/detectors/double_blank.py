"""Two blanks between words that do not follow each other: what stood there is gone."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.pairs import met, number
from auditor.words import words

_CODE = "en"  # of which is known which words follow which
_BEFORE = (
    ("quotation", "never-last"),
    ("quotation", "seldom-last"),
    ("function-words", "open-ends"),
    ("function-words", "before-numbers"),
)
_PAIR = late(r"\b([a-z]+)([ \u00a0]{2})(?=([a-z]+)\b)")
_READ = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_SHARE = 3  # one in three at least: who sets blanks freely sets them between any words


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first such pair, the others as related. Only where no site is around the text, whose markup sets
    blanks as it likes."""
    if not signals.stands_alone:
        return
    found, doubled = list[Span](), 0
    for block in blocks:
        written = signals.document.source[block.start : block.end]
        if block.kind not in _READ or ("  " not in written and "\u00a0" not in written):
            continue
        for pair in _PAIR.finditer(written):
            doubled += 1
            if _is_torn(pair[1], pair[3]):
                found += _shown(block, f"{pair[1]} {pair[3]}", pair[0] + pair[3])
    if found and len(found) * _SHARE >= doubled:
        yield Hit(found[0], {"match": found[0].text, "times": len(found)}, tuple(found[1:]), needs=1)


def _is_torn(one: str, other: str) -> bool:
    """Whether the one wants another word behind it, and this one follows it no oftener than any word does."""
    if not any(one in words(name, key, _CODE) for name, key in _BEFORE):
        return False
    first, second = number(one), number(other)
    return first is not None and second is not None and met(first, second) <= 0


def _shown(block: Block, *ways: str) -> list[Span]:
    """Where a pair stands in the text of a block, which may have lost one of the blanks."""
    places = ((block.text.find(way), len(way)) for way in ways)
    return [Span(block, at, at + length) for at, length in places if at >= 0][:1]
