"""Noun phrases that speak and weigh as labels do: parts of texts and forms where the name of a source belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, islice

from auditor.model import Block, Hit, Span
from auditor.prepared import prepared
from auditor.signals import Signals
from auditor.signals.labelling import Speaking, is_explained, speaking_in
from auditor.signals.parting import speaking_parts
from auditor.signals.wording import unknown_names
from auditor.text.labels import telling_words, weigh_label
from auditor.text.noun_phrases import is_about_speaking
from auditor.words.weights import weights

_TELLS = 1.0  # what the words of a label weigh at least, one of them; a look for those spares most sentences the rest
_SLOTS = frozenset("[]{}<>%$")  # have rules of their own
_MOST = 50  # labels that are looked for in the text; nobody takes more
_MOST_SHOWN = 4  # labels in one message


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    table: str,
    alone: float,
    together: float,
    worded: float,
) -> Iterator[Hit]:
    """One hit: the first label, the others as related.

    Args:
        table: `auditor/words/<code>/<table>.tsv`.
        alone: the weight (log odds) from which on a phrase is a label.
        together: the same where there are two places of such a weight.
        worded: the same for a name of common words that acts as a person does, and stands nowhere else.
    """
    told = ((one, weight) for one, weight in _weighed(blocks, signals, table) if weight >= together)
    heavy = list(islice(told, _MOST))
    if len(heavy) < 2:
        heavy = [(one, weight) for one, weight in heavy if weight >= alone]
    known = {_place(one) for one, _ in heavy}
    names = chain(speaking_parts(blocks, signals), unknown_names(blocks, signals, table, worded))
    more = {_place(one): one for one in islice(names, _MOST)}
    heavy += [(one, alone) for place, one in more.items() if place not in known]
    times = Counter(one.label.text.casefold() for one, _ in heavy)
    found = [
        (one.label, weight) for one, weight in heavy if not is_explained(one, times[one.label.text.casefold()], signals)
    ]
    needs = 1 if any(weight >= alone for _, weight in found) else 2
    if len(found) >= needs:
        first, *others = (label for label, _ in found)
        yield Hit(first, {"label": _shown([first, *others]), "times": len(found)}, tuple(others), needs)


def _place(one: Speaking) -> tuple[int, int]:
    return one.span.block.start, one.span.start


def _weighed(blocks: Sequence[Block], signals: Signals, table: str) -> Iterator[tuple[Speaking, float]]:
    language = signals.document.language or ""
    for one in _told(blocks, signals, table):
        yield one, weigh_label(one.phrase, language, weights(language, table), weights(language, "small"))


def _told(blocks: Sequence[Block], signals: Signals, table: str) -> Iterator[Speaking]:
    """Those that may be labels: phrases with a word of which a label has one."""
    language = signals.document.language or ""
    forms, known = _telling(language, table)
    prose = {block.start for block in signals.prose} if known else frozenset[int]()
    for block in (b for b in blocks if b.start in prose):
        told = signals.vocabulary_of(block)
        if known.isdisjoint(told) or not is_about_speaking(told, language):
            continue
        telling = [form for word in sorted(known & told) for form in forms[word]]
        for sentence, said in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if is_about_speaking(said, language) and any(map(sentence.text.__contains__, telling)):
                yield from (o for o in speaking_in(sentence, signals, telling) if _SLOTS.isdisjoint(o.label.text))


@cache
def _telling(language: str, table: str) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Words of which a label has one, with the forms in which they tell, and the words alone."""
    forms = prepared(f"telling-{table}-{language}", dict[str, tuple[str, ...]], partial(_forms, language, table))
    return forms, frozenset(forms)


def _forms(language: str, table: str) -> dict[str, tuple[str, ...]]:
    telling = telling_words(weights(language, table), _TELLS)
    written = {word.lower(): (word,) for word in telling}
    large = {word.lower(): (word, word.upper(), *(telling & {word.lower()})) for word in telling if not word.islower()}
    return written | large


def _shown(labels: Sequence[Span]) -> str:
    return '", "'.join(list(dict.fromkeys(label.text for label in labels))[:_MOST_SHOWN])
