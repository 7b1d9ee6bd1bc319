"""Places that look as if something should have been put there, weighed by what they hold and what stands around."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from operator import itemgetter

from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.weighing import LEAST, weigh_signs
from auditor.words.weights import weights
from auditor.world.places import PLACE, has_its_rule, may_hold, places

_PROMPT = "$ "  # of a shell: what stands behind it is code that nobody marked
_TABLE, _LANGUAGE = "places", "en"  # of signs, not of words: other languages leave the same marks


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    above: float = 0.0,
    below: float = inf,
    unless_about: str | None = None,
) -> Iterator[Hit]:
    """One hit: the heaviest such place, the others as related.

    Args:
        above: by how much the heaviest must weigh more than the least of a slot.
        below: by how much it must not, as it is for another rule then.
        unless_about: word files whose list `subject` tells texts about the matter, which are left alone, as are texts
            that show code.
    """
    key = ("places", tuple(block.start for block in blocks))
    found = signals.once(key, lambda: sorted(_open(blocks, signals), key=itemgetter(0), reverse=True))
    if not found or not above <= found[0][0] < below or signals.shows_code or _are_told(found, blocks, signals):
        return
    if not (unless_about and is_subject((*signals.titles, *blocks), signals, unless_about)):
        spans = [span for _, span in found if not signals.quoted(span)]
        if spans:
            yield Hit(spans[0], {"match": spans[0].text, "times": len(spans)}, tuple(spans[1:]), needs=1)


def _are_told(found: Sequence[tuple[float, Span]], blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether a title has one that the page quotes: it tells of it, and says it without quoting, too."""
    titles = "\n".join(title.text for title in signals.titles).lower()
    texts = {span.text for _, span in found if span.text.lower() in titles}
    places_of = (Span(block, at.start(), at.end()) for text in texts for block in blocks for at in _each(text, block))
    return any(map(signals.quoted, places_of))


def _each(text: str, block: Block) -> Iterator[re.Match[str]]:
    """Also in other letters: who is called Null writes NULL on a number plate."""
    return re.finditer(re.escape(text), block.text, re.IGNORECASE)


def _open(blocks: Sequence[Block], signals: Signals) -> Iterator[tuple[float, Span]]:
    """Each with by how much it weighs more than the least."""
    language = signals.document.language or _LANGUAGE
    known = weights(_LANGUAGE, _TABLE)
    for block in blocks:
        if block.kind is Kind.CODE or block.text.startswith(_PROMPT):
            continue
        if not may_hold(block.text) or not PLACE.search(block.text):
            continue
        for sentence in (sentence for sentence in signals.sentences(block) if may_hold(sentence.text)):
            for place in places(sentence.text, language):
                weight = weigh_signs(place.signs, known) - known[f"{LEAST}place"]
                if weight >= 0 and not has_its_rule(sentence.text, place):
                    yield weight, Span(block, sentence.start + place.start, sentence.start + place.end)
