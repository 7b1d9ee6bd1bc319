"""Texts of which a good part is no sentence but rows of search words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.detectors.wordless_sentences import glue
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.text.relevance import is_known, stem

_READ = frozenset({Kind.PARAGRAPH, Kind.HEADING})
_SHORTEST = 12  # words of a row
_MOST_GLUE = 0.08  # of its words; in prose it is two in five
_MOST_FIGURES = 0.12  # prices, results and timetables are no sentences either, but somebody needs them
_SMALL = 0.6  # of its words begin with a small letter: rows of names do not
_AGAIN = 0.08  # or one word makes up so much of it
_KNOWN = 0.45  # of its words; of filler Latin one in three looks like an English one, of search phrases two
_LETTERS = 2  # shorter words tell nothing
_SHOWN = 50


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, share: float) -> Iterator[Hit]:
    """One hit: the first of such rows, the others as related.

    Args:
        min_words: shorter texts are not judged.
        share: of the words of the text that stand in such rows.
    """
    read = [block for block in blocks if block.kind is not Kind.CODE]
    total = sum(len(signals.words(block)) for block in read)
    rows: list[Span] = []
    said, left = 0, total
    told_by = signals.document.language in (None, "en")  # the table of stems is of English
    for block in read if total >= min_words else ():
        told = signals.words(block)
        left -= len(told)
        if block.kind in _READ and _is_row(block.text, told) and (not told_by or _is_known(told)):
            rows.append(Span.of(block))
            said += len(told)
        if said + left < share * total:
            return  # as in nearly every text: what is left cannot be enough
    if rows:
        yield Hit(rows[0], {"share": round(100 * said / total), "words": said}, tuple(rows[1:_SHOWN]))


def _is_row(text: str, told: Sequence[str]) -> bool:
    most = _MOST_GLUE * len(told)
    if len(told) < _SHORTEST or sum(map(glue().__contains__, told)) > most:
        return False
    if sum(word[0].isdigit() for word in told) > _MOST_FIGURES * len(told):
        return False
    printed = text.split()
    if sum(word[0].islower() for word in printed) >= _SMALL * len(printed):
        return True
    uses = Counter(word for word in told if len(word) > _LETTERS and word not in glue())
    return max(uses.values(), default=0) >= _AGAIN * len(told)


def _is_known(told: Sequence[str]) -> bool:
    """Whether they are words that somebody might search; filler Latin is another fault."""
    return sum(is_known(stem(word)) for word in told) >= _KNOWN * len(told)
