"""Words that lost their ligatures: "o cial", "bene t", "rst"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.words import words

_SHORT = 2  # letters: what is left of "fire" may be a word
_LIGATURE = late("ff[il]?|f[il]")


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit: the first broken word, the others as related.

    Args:
        at_least: so many different ones.
    """
    read = [block for block in blocks if block.kind is not Kind.CODE]
    broken = ((block, _broken(signals.words(block), signals.vocabulary_of(block))) for block in read)
    found = [span for block, remains in broken for span in _places(block, remains)]
    different = {" ".join(span.text.lower().split()) for span in found}
    if len(different) >= at_least and not is_subject((*signals.titles, *blocks), signals, "damage"):
        first, *others = found
        yield Hit(first, {"match": first.text, "times": len(found)}, tuple(others), needs=1)


def _broken(found: list[str], vocabulary: frozenset[str]) -> frozenset[str]:
    """The remains of words among the words of a block; `vocabulary`: each of them once."""
    torn, cut = _remains()
    is_torn = any(not torn[half].isdisjoint(vocabulary) for half in torn.keys() & vocabulary)
    pairs = {f"{a} {b}" for a, b in pairwise(found) if b in torn and a in torn[b]} if is_torn else ()
    return cut.intersection(vocabulary).union(pairs)


def _places(block: Block, broken: frozenset[str]) -> list[Span]:
    if not broken:
        return []
    expression = "|".join(re.escape(remains).replace(r"\ ", r"\s+") for remains in sorted(broken))
    return [Span(block, *m.span()) for m in re.finditer(rf"\b(?:{expression})\b", block.text, re.IGNORECASE)]


def _joined(before: str, ligature: str, after: str) -> list[str]:
    """What is left of it in one piece: "specic", and "ofce" where the first letter of the ligature stayed."""
    left = [before + after, *([before + ligature[0] + after] if len(ligature) > _SHORT else [])]
    return [word for word in left if len(word) > _SHORT + 1]


@cache
def _remains() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Second halves with the first halves before them, and what is left of words that begin or end in a ligature."""
    known = frozenset(words("ligatures", "words"))
    torn: dict[str, set[str]] = {}
    cut: set[str] = set()
    for word in known:
        for match in _LIGATURE.finditer(word):
            before, after = word[: match.start()], word[match.end() :]
            if before and after:
                torn.setdefault(after, set()).add(before)
                cut.update(_joined(before, match.group(), after))
            elif len(after) > _SHORT:
                cut.add(after)
    return {after: frozenset(befores) for after, befores in torn.items()}, frozenset(cut) - known - frozenset(
        words("ligatures", "unclear")
    )
