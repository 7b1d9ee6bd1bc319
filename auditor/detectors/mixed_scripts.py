"""Words that mix Latin letters with their look-alikes from another alphabet."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals

_MIXED = late(r"\b(?:[A-Za-z]++[Ѐ-ӿΑ-ω]|[Ѐ-ӿΑ-ω]++[A-Za-z])\w*+")
_ALIEN = late(r"[Ѐ-ӿΑ-ω]")
# Greek letters that science and shops join to Latin ones: µm, Δt, αβ-receptor, Ω.
_SYMBOLS = frozenset("αβγδεζηθκλμνπρστφχψωΔΣΩΦΨΘΛΓΠ")


def detect(blocks: Sequence[Block], signals: Signals, *, languages: list[str]) -> Iterator[Hit]:
    """One hit: the first such word, the others as related.

    Args:
        languages: languages of the document whose own alphabet is Latin.
    """
    if signals.document.language not in languages:
        return
    found = [
        Span(block, match.start(), match.end())
        for block in blocks
        if block.kind is not Kind.CODE and not block.text.isascii() and _ALIEN.search(block.text)
        for match in _MIXED.finditer(block.text)
        if not set(_ALIEN.findall(match.group())) <= _SYMBOLS
    ]
    if found:
        yield Hit(found[0], {"match": found[0].text, "times": len(found)}, tuple(found[1:]), needs=1)
