"""Sentences of which each speaks of somebody and something else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.passages import OPEN
from auditor.text.relevance import stem

_PIECE = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
_READ = 60  # sentences; more show the same
_SHORTEST = 3  # words of a sentence
_SHORTEST_TOLD = 4  # letters of a word that may come back
_FIGURES = 0.05  # share of sentences with one: bulletins, diaries and small ads name many, too, with prices and hours
_SHOWN = 10


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int, names: float, margin: float) -> Iterator[Hit]:
    """One hit: the first of the sentences that name somebody whom no other does, others as related.

    Args:
        at_least: sentences of the text.
        names: share of them that name somebody by one word whom no other sentence names.
        margin: by so much this is more than the share of sentences any word of which comes back in another.
    """
    own = ((s, w) for b in signals.prose for s, w in zip(signals.sentences(b), signals.sentence_words(b), strict=True))
    read = list(islice((one for one in own if len(one[1]) >= _SHORTEST), _READ))
    figures = sum(any(map(str.isdigit, span.text)) for span, _ in read)
    if len(read) < at_least or figures > _FIGURES * len(read):
        return
    alone = _naming([span for span, _ in read])
    share = len(alone) / len(read)
    if share >= names and share - _returning([told for _, told in read]) >= margin:
        yield Hit(alone[0], {"sentences": len(read), "names": len(alone)}, tuple(alone[1:_SHOWN]))


def _naming(sentences: Sequence[Span]) -> list[Span]:
    """Those that name somebody whom no other names, by one word that nowhere stands in small letters."""
    pieces = [_PIECE.findall(span.text) for span in sentences]
    small = {piece for told in pieces for piece in told if piece.islower()}
    named = [
        {name for name in _names(told) if name.lower() not in small and name.lower() not in OPEN} for told in pieces
    ]
    uses = Counter(name for found in named for name in found)
    return [span for span, found in zip(sentences, named, strict=True) if any(uses[name] == 1 for name in found)]


def _names(pieces: Sequence[str]) -> Iterator[str]:
    for i, piece in enumerate(pieces):
        beside = pieces[i - 1 : i] if i else []
        if piece.istitle() and not any(_is_name(one) for one in (*beside, *pieces[i + 1 : i + 2])):
            yield re.sub(r"['’]s$", "", piece)


def _is_name(piece: str) -> bool:
    return len(piece) > 1 and piece[0].isupper()


def _returning(sentences: Sequence[Sequence[str]]) -> float:
    """The share of sentences that hold a word, in any form, of another."""
    told = [{stem(w) for w in words if len(w) >= _SHORTEST_TOLD and w not in OPEN} for words in sentences]
    uses = Counter(word for words in told for word in words)
    return sum(any(uses[word] > 1 for word in words) for words in told) / len(told)
