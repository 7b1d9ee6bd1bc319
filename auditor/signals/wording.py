"""Names of common words that speak in a document, and whether it has such names elsewhere."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from auditor.model import Block
from auditor.signals.labelling import Speaking, speaking_in
from auditor.text.beside_verbs import REACH
from auditor.text.labels import is_counted, weigh_label
from auditor.text.noun_phrases import is_about_speaking
from auditor.text.slots import family
from auditor.text.worded_names import acts_as_a_person, is_worded, may_act, others, words_of_names
from auditor.words import words
from auditor.words.weights import weights

if TYPE_CHECKING:
    from auditor.signals import Signals

_AGAIN = 2  # places, of which one is the name's own


def unknown_names(blocks: Sequence[Block], signals: "Signals", table: str, least: float) -> Iterator[Speaking]:
    """Those that weigh enough as labels do, and that nothing makes known."""
    language = signals.document.language or ""
    known, small = weights(language, table), weights(language, "small")
    for one in _names(blocks, signals, language) if known else ():
        if weigh_label(one.phrase, language, known, small) >= least and _is_unknown(one, signals, language):
            yield one


def _names(blocks: Sequence[Block], signals: "Signals", language: str) -> Iterator[Speaking]:
    prose = {block.start for block in signals.prose}
    for block in (b for b in blocks if b.start in prose):
        if not is_about_speaking(signals.vocabulary_of(block), language):
            continue
        for sentence, said in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
            if is_about_speaking(said, language) and may_act(sentence.text, said, language):
                held = words_of_names(sentence.text, language)
                yield from (o for o in speaking_in(sentence, signals, held) if _is_worded(o, language)) if held else ()


def _is_worded(one: Speaking, language: str) -> bool:
    """Whether it is such a name, without a number: those are of jurors, buses and flats, too."""
    needs_none = one.label.text.lower() in words("sources", "uncounted", language)
    return is_worded(one.phrase, language) and not is_counted(one.phrase) and not needs_none


def _is_unknown(one: Speaking, signals: "Signals", language: str) -> bool:
    behind = one.span.block.text[one.span.end : one.span.end + REACH]
    acts = acts_as_a_person(one.phrase, behind, language)
    return acts and not gives_names(one.label.text, signals, language) and _is_nowhere_else(one.label.text, signals)


def _is_nowhere_else(label: str, signals: "Signals") -> bool:
    """Whether the document has its last word in no other place, large or small, alone or of many."""
    last = family(label).rpartition(" ")[2]
    return signals.once(("stands once", last), lambda: _stands_once(last, signals))


def _stands_once(word: str, signals: "Signals") -> bool:
    anywhere = re.compile(rf"(?<!\w){re.escape(word)}s?(?!\w)", re.IGNORECASE)
    found = (one for block in signals.document.blocks for one in anywhere.finditer(block.text))
    return len(list(islice(found, _AGAIN))) == 1  # mostly the second one is near


def gives_names(label: str, signals: "Signals", language: str) -> bool:
    """Whether the document speaks of names, or has others that are made of common words; months are no such names."""
    if signals.once("speaks of names", lambda: _speaks_of_names(signals, language)):
        return True
    return any(name not in label for name in signals.once("worded names", lambda: _worded_names(signals, language)))


def _speaks_of_names(signals: "Signals", language: str) -> bool:
    of_names = frozenset(words("speaking", "of-names", language))
    return any(not of_names.isdisjoint(signals.vocabulary_of(block)) for block in signals.body)


def _worded_names(signals: "Signals", language: str) -> frozenset[str]:
    dated = frozenset(" ".join(words("dates", "months", language)).split())
    every = (name for block in signals.prose for name in others(block.text, language))
    return frozenset(name for name in every if name.lower() not in dated)
