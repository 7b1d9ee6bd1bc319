"""A paragraph that is about something else than the text around it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.likening import likeness_to_rest, telling
from auditor.text.relevance import weight

_FEWEST = 4  # paragraphs; of fewer nobody can say what the text is about


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    least_words: int,
    rest_words: int,
    shared: float,
    like: float,
    alike: float,
    least_alike: float,
) -> Iterator[Hit]:
    """A hit for each such paragraph between two others.

    Args:
        least_words: of a paragraph that is judged or compared.
        rest_words: of the rest of the text.
        shared: so small a share of its words, weighed by what they tell, stands anywhere else in the text.
        like: so little it is like the rest: the cosine of their words.
        alike: so much half of the other paragraphs are.
        least_alike: so much all of them are.
    """
    read = [block for block in blocks if block.kind is Kind.PARAGRAPH and len(signals.words(block)) >= least_words]
    if len(read) < _FEWEST or len(signals.prose_words) < rest_words + least_words:
        return
    uses = Counter(entry for block in signals.body for entry in telling(block, signals))
    for block in read[1:-1]:
        rest = len(signals.prose_words) - len(signals.words(block))
        if rest >= rest_words and _shared(telling(block, signals), uses) < shared:
            others = [_like(other, signals) for other in read if other is not block]
            if _like(block, signals) < like and _median(others) >= alike and min(others) >= least_alike:
                yield Hit(Span.of(block), {"words": len(signals.words(block))})


def _like(block: Block, signals: Signals) -> float:
    """How much it is like the rest; all the way, where it is nearly the whole text."""
    found = likeness_to_rest(Span.of(block), signals)
    return 1.0 if found is None else found


def _median(numbers: Sequence[float]) -> float:
    """What `statistics` gives; to import that takes a hundredth of a short run."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(numbers) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _shared(told: Sequence[str], uses: Counter[str]) -> float:
    whole = sum(map(weight, told))
    return sum(weight(entry) for entry in told if uses[entry] > 1) / whole if whole else 1.0
