"""Phrases that fill a text: hardly a sentence goes without them."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit
from auditor.signals import Signals
from auditor.text.passages import Phrase
from auditor.text.phrases import apart, is_searchable

_SHOWN = 100  # places of one finding; more help nobody


def detect(
    blocks: Sequence[Block], signals: Signals, *, share: float, pair_share: float, at_least: int, contexts: int
) -> Iterator[Hit]:
    """One hit for each phrase that makes up so much of the running text; all its places.

    Args:
        share: of the words of the text, for phrases of three words or more; lines of lists, headings and tables hold
            phrases that nobody wrote into a sentence, so only places in running text count.
        pair_share: the same for phrases of two words; most topics have a name of two words.
        at_least: places in running text.
        contexts: it stands between so many different words, or it is a formula.
    """

    def fills(phrase: Phrase) -> bool:
        needed = share if len(phrase.words) > 2 else pair_share
        return len(phrase.running) >= at_least and _share(phrase) >= needed and not phrase.is_name

    found = [p for p in signals.phrases.values() if is_searchable(p.words) and _is_wording(p) and fills(p)]
    dense = [p for p in found if p.contexts(free_borders=False) >= contexts]
    for phrase in apart(sorted(dense, key=lambda p: (-_share(p), -len(p.words), p.places[0]))):
        first, *others = phrase.spans(_SHOWN)
        facts = {
            "phrase": " ".join(phrase.words),
            "times": len(phrase.places),
            "words": phrase.passages.length,
            "share": round(100 * _share(phrase)),
        }
        yield Hit(first, facts, tuple(others))


def _is_wording(phrase: Phrase) -> bool:
    """Whether it has no number: plans, tables and fixtures repeat theirs ("cardio 30 min")."""
    return not any(word.isdigit() for word in phrase.words)


def _share(phrase: Phrase) -> float:
    return phrase.rate * len(phrase.words) / 1000
