"""Noun phrases that speak and weigh as labels do: parts of texts and forms where the name of a source belongs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.labelling import Speaking, is_explained, speaking_in
from auditor.text.labels import telling_words, told, weigh_label
from auditor.text.noun_phrases import is_about_speaking
from auditor.words.weights import weights

_TELLS = 1.0  # what the words of a label weigh at least, one of them; a look for those spares most sentences the rest
_MOST = 50  # labels that are looked for in the text; nobody takes more
_MOST_SHOWN = 4  # labels in one message


def detect(blocks: Sequence[Block], signals: Signals, *, table: str, alone: float, together: float) -> Iterator[Hit]:
    """One hit: the first label, the others as related.

    Args:
        table: `auditor/words/<code>/<table>.tsv`.
        alone: the weight (log odds) from which on a phrase is a label.
        together: the same where there are two places of such a weight.
    """
    if not weights(signals.document.language or "", table):
        return
    heavy = [(one, weight) for one, weight in _weighed(blocks, signals, table) if weight >= together][:_MOST]
    if len(heavy) < 2:
        heavy = [(one, weight) for one, weight in heavy if weight >= alone]
    times = Counter(one.label.text.casefold() for one, _ in heavy)
    found = [
        (one.label, weight) for one, weight in heavy if not is_explained(one, times[one.label.text.casefold()], signals)
    ]
    if len(found) > 1 or any(weight >= alone for _, weight in found):
        first, *others = (label for label, _ in found)
        yield Hit(first, {"label": _shown([first, *others]), "times": len(found)}, tuple(others), needs=1)


def _weighed(blocks: Sequence[Block], signals: Signals, table: str) -> Iterator[tuple[Speaking, float]]:
    language = signals.document.language or ""
    known, small, telling = weights(language, table), weights(language, "small"), _telling(language, table)
    anywhere = frozenset(word.lower() for word in telling)
    prose = {block.start for block in signals.prose}
    for block in (b for b in blocks if b.start in prose and not anywhere.isdisjoint(signals.vocabulary_of(b))):
        for sentence in signals.sentences(block):
            if telling.isdisjoint(told(sentence.text)) or not is_about_speaking(sentence.text, language):
                continue
            for one in speaking_in(sentence, signals):
                yield one, weigh_label(one.phrase, language, known, small)


@cache
def _telling(language: str, table: str) -> frozenset[str]:
    return telling_words(weights(language, table), _TELLS)


def _shown(labels: Sequence[Span]) -> str:
    return '", "'.join(list(dict.fromkeys(label.text for label in labels))[:_MOST_SHOWN])
