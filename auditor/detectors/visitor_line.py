"""What a site says to its visitor, left among what the article says."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.model.members import BOILERPLATE
from auditor.signals import Signals
from auditor.words import phrases, subject
from auditor.words.finding import places

_FILE = "visitor"
_LONGEST = 40  # words: longer lines are no menus, which are read label by label
_SENTENCE = late(r"[,(;]|[.!?…]\s*$")  # no menu has these
_LINE = 120  # characters: no headline is longer
_LABEL = 25  # characters before a colon
_LABELS = 0.7  # of a menu's words belong to labels: the rest are names of sections that no list holds


_Standing = Mapping[int, Sequence[str]]  # by the start of a block the phrases that may stand there


class _Labels(NamedTuple):
    """Words of the site, of which lines are made."""

    alone: _Standing
    controls: _Standing
    beside: _Standing  # that may stand between those


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    said: list[str],
    menus: bool = False,
    at_least: int = 1,
    bare: bool = False,
    pasted: bool | None = None,
    different: int = 0,
    share_at_least: float = 1.1,
) -> Iterator[Hit]:
    """One hit: the first such place, the others as related.

    Args:
        said: the lists of the word files `visitor` with which a sentence of the site begins.
        menus: find lines that consist of labels, too.
        at_least: fewer are no hit.
        different: so many of different wording are asked for, unless
        share_at_least: this share of the body's words stands in them.
        bare: only lines of their own that end without a mark, as labels and headlines do.
        pasted: only where no site is around the text, which may print such lines on purpose; or only where one is.
    """
    if pasted not in (None, signals.stands_alone):
        return
    codes = ("en", language) if (language := signals.document.language) else ()  # tools speak English everywhere
    begins = _standing(tuple(said), blocks, signals, codes)
    if not begins and not menus:
        return
    labels = _labels(blocks, signals, codes) if menus else None
    known = {*begins, *labels.alone, *labels.controls} if labels else begins
    readable = [
        block
        for block in blocks
        if block.start in known and block.kind is not Kind.CODE and not (bare and _is_prose(block.text))
    ]
    found = [span for block in readable for span in _places(block, signals, begins, labels)]
    enough = len({span.text.casefold() for span in found}) >= different or _share(found, signals) >= share_at_least
    if len(found) >= at_least and enough:
        first, *others = found
        yield Hit(first, {"match": first.text, "times": len(found)}, tuple(others), needs=1)


def _labels(blocks: Sequence[Block], signals: Signals, codes: tuple[str, ...]) -> _Labels:
    alone, controls = _standing(("alone",), blocks, signals, codes), _standing(("controls",), blocks, signals, codes)
    return _Labels(alone, controls, _standing(("controls", "sections", "networks"), blocks, signals, codes))


def _standing(names: tuple[str, ...], blocks: Sequence[Block], signals: Signals, codes: tuple[str, ...]) -> _Standing:
    """What of some lists may stand where: a choice of what may stand of all lists, which is looked up once."""
    site = BOILERPLATE in signals.by_zone.zones_of(blocks)
    others = tuple(name for name in names if name not in _whole(codes))
    every = signals.once(("visitor", others, site), lambda: _of_all_lists(signals, codes, others, site=site))
    said = signals.once(("visitor", others, site, "said"), lambda: set(chain.from_iterable(every.values())))
    own = said & _listed(names, codes)
    if not own:
        return {}  # mostly
    standing = ((start, phrases) for start, phrases in every.items() if not own.isdisjoint(phrases))
    return {start: [phrase for phrase in phrases if phrase in own] for start, phrases in standing}


def _of_all_lists(signals: Signals, codes: tuple[str, ...], others: tuple[str, ...], *, site: bool) -> _Standing:
    """`site`: in what belongs to the site, too, where nearly everything of the lists stands."""
    read = [block for block in signals.document.blocks if site or block.zone is not BOILERPLATE]
    few = signals.possible(_all((*_whole(codes), *others), codes), read)
    return {block.start: phrases for block, phrases in signals.holding.phrases(few, read)}


@cache
def _whole(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The lists that are no parts of the phrases of others: words of those stand in every text."""
    every = dict.fromkeys(name for code in codes for name in subject(code, _FILE))
    written = "".join(phrase for code in codes for phrases in subject(code, _FILE).values() for phrase in phrases)
    return tuple(name for name in every if f"<{name}>" not in written)


@cache
def _all(names: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for name in names for phrase in phrases(_FILE, name, *codes)))


@cache
def _listed(names: tuple[str, ...], codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_all(names, codes))


def _share(found: Sequence[Span], signals: Signals) -> float:
    """Of the body's words."""
    return sum(len(span.text.split()) for span in found) / max(1, sum(len(signals.words(b)) for b in signals.body))


def _places(block: Block, signals: Signals, begins: _Standing, labels: _Labels | None) -> list[Span]:
    if labels and len(signals.words(block)) <= _LONGEST and _is_menu(block, labels):
        return [] if signals.quoted(Span(block, *_inside(block.text))) else [Span.of(block)]
    standing = places(block.text, begins.get(block.start, ()))
    matches = {start: Span(block, start, end) for start, end in standing}
    said = sorted(start for start, span in matches.items() if not signals.quoted(span))
    if not said:
        return []
    opening = frozenset(said)
    of_the_site = (sentence for sentence in signals.sentences(block) if _first(sentence) in opening)
    return [piece for sentence in of_the_site for piece in _pieces(sentence, said)]


def _pieces(sentence: Span, said: Sequence[int]) -> list[Span]:
    """A line that has no full stops in it, cut where the site begins anew: "Read also: ... Read also: ..."."""
    text = sentence.text
    label = text.partition(":")[0]
    again = re.finditer(re.escape(label) + ":", text) if 0 < len(label) <= _LABEL and ":" in text else ()
    cuts = {sentence.start + found.start() for found in again if found.start()}
    anew = said[bisect_right(said, _first(sentence)) : bisect_left(said, sentence.end)]
    cuts |= {at for at in anew if sentence.block.text[at].isupper()}
    edges = [sentence.start, *sorted(cuts), sentence.end]
    return [Span(sentence.block, a, a + len(sentence.block.text[a:b].rstrip())) for a, b in pairwise(edges)]


def _is_prose(text: str) -> bool:
    return len(text) > _LINE or text.rstrip()[-1:] in ".,;:"


def _first(sentence: Span) -> int:
    """Where its first word stands."""
    return sentence.start + _inside(sentence.text)[0]


def _inside(text: str) -> tuple[int, int]:
    """The text without the marks around it."""
    at = [i for i, letter in enumerate(text) if letter.isalnum()]
    return (at[0], at[-1] + 1) if at else (0, len(text))


def _is_menu(block: Block, labels: _Labels) -> bool:
    """Whether a line is a label, or holds two different controls and hardly anything that is no label."""
    text = block.text
    alone, controls = (places(text, standing.get(block.start, ())) for standing in (labels.alone, labels.controls))
    if any(not _letters(text[:start] + text[end:]) for start, end in alone):
        return True
    if _SENTENCE.search(text) or len({text[a:b].lower() for a, b in controls}) < 2:
        return False
    beside = places(text, labels.beside.get(block.start, ()))
    covered = {i for a, b in beside for i in range(a, b)}
    return _letters("".join(text[i] for i in covered)) >= _LABELS * _letters(text)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
