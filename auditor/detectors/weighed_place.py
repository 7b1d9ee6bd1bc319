"""Places that look as if something should have been put there, weighed by what they hold and what stands around."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.weighing import CONSTANT, LEAST
from auditor.words.weights import weights
from auditor.world.places import PLACE, places

_TABLE, _LANGUAGE = "places", "en"  # of signs, not of words: other languages leave the same marks


def detect(
    blocks: Sequence[Block], signals: Signals, *, above: float = 0.0, unless_about: str | None = None
) -> Iterator[Hit]:
    """One hit: the first such place, the others as related.

    Args:
        above: by how much the heaviest must weigh more than the least of a slot.
        unless_about: word files whose list `subject` tells texts about the matter, which are left alone, as are texts
            that show code.
    """
    found = signals.once(("places", tuple(block.start for block in blocks)), lambda: list(_open(blocks, signals)))
    if not found or max(weight for weight, _ in found) < above or signals.shows_code:
        return
    if not (unless_about and is_subject((*signals.titles, *blocks), signals, unless_about)):
        spans = [span for _, span in found]
        yield Hit(spans[0], {"match": spans[0].text, "times": len(spans)}, tuple(spans[1:]), needs=1)


def _open(blocks: Sequence[Block], signals: Signals) -> Iterator[tuple[float, Span]]:
    """Each with by how much it weighs more than the least."""
    language = signals.document.language or _LANGUAGE
    known = weights(_LANGUAGE, _TABLE)
    for block in blocks:
        if block.kind is Kind.CODE or not PLACE.search(block.text):
            continue
        for sentence in signals.sentences(block):
            for place in places(sentence.text, language):
                weight = known[CONSTANT] + sum(known.get(sign, 0.0) for sign in place.signs) - known[f"{LEAST}place"]
                span = Span(block, sentence.start + place.start, sentence.start + place.end)
                if weight >= 0 and not signals.quoted(span):
                    yield weight, span
