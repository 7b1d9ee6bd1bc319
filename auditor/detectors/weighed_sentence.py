"""A sentence whose words weigh as those of one kind do, given how the text around it speaks, and of what."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from auditor.model import MOST_PLACES, Block, Hit, Kind, Span
from auditor.model.scripts import count_words
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.signals.likening import MOST as MOST_STRANGE
from auditor.signals.likening import strangeness
from auditor.signals.roles import dwells_on, is_about
from auditor.signals.telling import kept, tells, told_by
from auditor.signals.voicing import (
    FEWEST,
    MOST,
    Places,
    Voicing,
    marks,
    measure,
    own_share,
)  # fmt: skip
from auditor.text.shortened import shortened
from auditor.text.weighing import LEAST, RUNS, Scale
from auditor.text.words import length
from auditor.words.weights import weights
from auditor.world.slots import Slot, slot

_OWN = 0.65  # of its letters: what is left of a sentence that mostly quotes is no sentence
_SLOTS = frozenset("[]{}<>")  # have rules of their own
_SHORT = 25  # words: of 2,700 lines of sites all but one in two hundred have no more
_ASIDE = "["  # opens what is not of the text, as a paragraph by itself is not
# More than the least: of 8,207 honest sentences near remarks in nine languages (es fr id it ja pl ru tr zh), which were
# left out, 10 weigh as much.
_BEYOND_DOUBT = 1.25


_SENTENCES = (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTATION)


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    table: str,
    above: float = 0.0,
    alone: float | None = None,
    kinds: Sequence[str] = _SENTENCES,
    pasted: bool | None = None,
    unless_about: str = "",
    unless_dwelling_on: str = "",
) -> Iterator[Hit]:
    """One hit: the first such sentence, the others as related.

    Args:
        table: `auditor/words/<code>/<table>.tsv`; it also says from which weight on a sentence is of the kind, by how
            the text around speaks (cold, mild, warm) and where it stands (first, last, alone, among others), or in a
            text that shows code and does not speak to its readers throughout (code).
        above: by how much a sentence must weigh more than that; then its words alone must, whatever the rest is about.
        alone: the same of a sentence that is a paragraph by itself, if it differs.
        kinds: of blocks that are read; with headings among them short ones are weighed as one, as labels in a row are
            no sentences.
        pasted: only where no site is around the text, which may print such lines on purpose; or only where one is.
        unless_about: `subject/role` of the word folders; where a title of the page fills it, the page is about such
            sentences and prints them.
        unless_dwelling_on: the same where the body fills it in several paragraphs.
    """
    language = signals.document.language or ""
    if not weights(language, table) or pasted not in (None, signals.stands_alone):
        return
    own = _own([b for b in blocks if b.kind in kinds], signals, table, whole=Kind.HEADING in kinds)
    if RUNS in weights(language, table):
        own = _sure(own)
    by_itself = above if alone is None else alone
    found = [one.span for one in own if one.is_above(by_itself if _is_apart(one.span, signals) else above)]
    about, dwelling = unless_about.partition("/"), unless_dwelling_on.partition("/")
    if not found or (unless_about and is_about(signals, about[0], about[2])):
        return
    if not (unless_dwelling_on and dwells_on(signals, dwelling[0], dwelling[2], [one.block for one in found])):
        yield Hit(found[0], {"match": shortened(found[0]), "times": len(found)}, tuple(found[1:]), needs=1)


class _Weighed(NamedTuple):
    """A sentence with by how much it weighs more than the least."""

    more: float
    words: float  # of that what its words weigh, without what it adds that the rest is about something else
    span: Span

    def is_above(self, least: float) -> bool:
        return (self.words if least > 0 else self.more) >= least


def _is_apart(span: Span, signals: Signals) -> bool:
    """Whether a sentence is a paragraph by itself, or stands in square brackets as if it were."""
    return len(signals.sentences(span.block)) == 1 or span.text.startswith(_ASIDE)


def _sure(own: Sequence[_Weighed]) -> list[_Weighed]:
    """The heaviest, and of the others those beyond doubt: of these languages too few honest pages are known."""
    first = max(own, key=attrgetter("more"), default=None)
    return [one for one in own if one is first or one.more >= _BEYOND_DOUBT]


def _own(blocks: Sequence[Block], signals: Signals, table: str, *, whole: bool) -> list[_Weighed]:
    """Those that the text does not quote or report; two rules ask for them."""

    def look() -> list[_Weighed]:
        heavy = _weighty(blocks, signals, table, whole=whole)
        own = (one for one in heavy if not signals.quoted(one.span) and not signals.holds_report(one.span))
        return list(islice(own, MOST_PLACES))

    return signals.once(("weighed", table, tuple(block.start for block in blocks)), look)


def _weighty(blocks: Sequence[Block], signals: Signals, table: str, *, whole: bool) -> Iterator[_Weighed]:
    """Those that weigh more than the least."""
    language = signals.document.language or ""
    known = weights(language, table)
    near = kept(language, table).near - MOST_STRANGE
    places = signals.once("places of sentences", lambda: Places(signals))
    for block, spans in _read(blocks, signals, language, table, places, whole=whole):
        around = ""  # of a block, and told once
        for span, own in spans:
            if _weight(own, language, table) < near:
                continue  # whatever the text around says; to count its persons is most of the work
            around = around or signals.once("voicing", lambda: Voicing(signals)).around(block)
            place = places.of(span, 1 if _is_apart(span, signals) else len(signals.sentences(block)))
            by = measure(around, place, code=signals.shows_code)
            more = _weight(own, language, table, tuple(marks(own, around, language))) - known[f"{LEAST}{by}"]
            strange = strangeness(span, signals) if more >= -MOST_STRANGE else 0.0
            if more + strange >= 0:
                yield _Weighed(more + strange, more + min(0.0, strange), span)


class _Hinting(NamedTuple):
    """Words of a document."""

    sure: frozenset[str]  # that weigh much
    maybe: frozenset[str]  # that may, or hold one that does


def _read(
    blocks: Sequence[Block], signals: Signals, language: str, table: str, places: Places, *, whole: bool
) -> Iterator[tuple[Block, Iterator[tuple[Span, str]]]]:
    """The blocks whose sentences are worth weighing, with these: what opens or closes the text, or holds a word that
    weighs much."""
    telling = told_by(signals.vocabulary, language, table)
    sure = telling.difference(_odd(telling))
    odd = signals.once("words that may hold others", lambda: _odd(signals.vocabulary))
    hinting = _Hinting(sure, telling.difference(sure).union(odd))
    for block in blocks:
        edge = block.start in places.edges
        if edge or not telling.isdisjoint(signals.vocabulary_of(block)):
            if whole and length(signals.words(block)) <= _SHORT:
                own = _unwrapped(signals.voice(block))
                yield block, iter([(Span.of(block), own)] if _fits(own, block.text) else ())
            else:
                yield block, _sentences(block, signals, language, table, None if edge else hinting)


def _odd(words: Iterable[str]) -> frozenset[str]:
    """Those that are not all of small letters of ASCII: each may hold another one."""
    return frozenset(word for word in words if not (word.isascii() and word.isalpha()))


@remembered
def _weight(sentence: str, language: str, table: str, beside: tuple[str, ...] = ()) -> float:
    return _scale(language, table).weigh(sentence, beside)


@cache
def _scale(language: str, table: str) -> Scale:
    return Scale(weights(language, table))


def _sentences(
    block: Block, signals: Signals, language: str, table: str, hinting: _Hinting | None
) -> Iterator[tuple[Span, str]]:
    """Those of a length that counts, with what is left of them without their quotations.

    `hinting`: None: sentences without them are asked for, too.
    """
    for span, told in zip(signals.sentences(block), signals.sentence_words(block), strict=True):
        if (
            hinting is not None
            and hinting.sure.isdisjoint(told)
            and (hinting.maybe.isdisjoint(told) or not tells(span.text, language, table))
        ):
            continue  # before anything is asked of quotations
        sentence = _unwrapped(signals.voice(block)[span.start : span.end])
        same = hinting is None or sentence == _unwrapped(span.text)
        if _fits(sentence, span.text) and (same or tells(sentence, language, table)):
            yield span, sentence


def _fits(sentence: str, written: str) -> bool:
    """Whether it is of a length that counts and the text's own, and holds no slot, nor is one in brackets."""
    if written[:1] == _ASIDE and slot(sentence) is Slot.SURE:
        return False
    return FEWEST <= count_words(sentence) <= MOST and _SLOTS.isdisjoint(sentence) and own_share(sentence) >= _OWN


def _unwrapped(sentence: str) -> str:
    """Without the brackets around it, or around it and its neighbours: a note in brackets says what it says without."""
    return sentence.lstrip("([").rstrip(")]") if sentence[:1] in "([" or sentence[-1:] in ")]" else sentence
