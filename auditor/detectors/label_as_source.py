"""Noun phrases that speak and weigh as labels do: parts of texts and forms where the name of a source belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.signals.labelling import Speaking, is_explained, speaking_in
from auditor.text.labels import telling_words, weigh_label
from auditor.text.noun_phrases import is_about_speaking
from auditor.words.weights import weights

_TELLS = 1.0  # what the words of a label weigh at least, one of them; a look for those spares most sentences the rest
_SLOTS = frozenset("[]{}<>%$")  # have rules of their own
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
    known, small = weights(language, table), weights(language, "small")
    prose = {block.start for block in signals.prose}
    for block in (b for b in blocks if b.start in prose):
        telling = _telling_of(signals.vocabulary_of(block), language, table)
        for sentence in signals.sentences(block) if telling else ():
            if any(word in sentence.text for word in telling) and is_about_speaking(sentence.text, language):
                for one in speaking_in(sentence, signals, telling):
                    if _SLOTS.isdisjoint(one.label.text):
                        yield one, weigh_label(one.phrase, language, known, small)


def _telling_of(vocabulary: frozenset[str], language: str, table: str) -> tuple[str, ...]:
    """The words of a block of which a label has one, as they may be written; spares most blocks the rest."""
    forms = _telling(language, table)
    return tuple(form for word in forms.keys() & vocabulary for form in forms[word])


@cache
def _telling(language: str, table: str) -> Mapping[str, tuple[str, ...]]:
    telling = telling_words(weights(language, table), _TELLS)
    written = {word.lower(): [word] for word in telling}
    for word in telling:
        if not word.islower():
            written[word.lower()] = [word, word.upper(), *telling & {word.lower()}]
    return {word: tuple(forms) for word, forms in written.items()}


def _shown(labels: Sequence[Span]) -> str:
    return '", "'.join(list(dict.fromkeys(label.text for label in labels))[:_MOST_SHOWN])
