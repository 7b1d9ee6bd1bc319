"""Where cuttings of other texts meet: ends without their word, snippets between dots, marks of lost notes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.remembering import remembered
from auditor.signals import Signals
from auditor.text.words import before_stops, words
from auditor.words import words as listed

_SNIPPET = late(r"(?<!\S)(?:\.\.\.|…) [^\W_][^.…!?\n]{3,80} (?:\.\.\.|…)(?=\s|$)")
_MARK = late(r"(?<=[\w.,;:!?)”\"’])\[(\d{1,3})\](?![(\[:\w])")
_LONGEST = 60  # characters of an end that are shown
_FEWEST_WORDS = 5  # of a sentence; fewer are a label or a rhyme
_GAP = 4  # numbers between two marks: who cites counts on, who copies has lost what was between


def detect(blocks: Sequence[Block], signals: Signals, *, at_least: int) -> Iterator[Hit]:
    """One hit for all seams of a page: the first, the others as related.

    Args:
        at_least: seams; a lone one may be a slip.
    """
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    language = signals.document.language or ""
    spans = [span for block in read for span in (*_snippets(block), *_ends(block, signals), *_joints(block, language))]
    spans = [span for span in (*spans, *_marks(read)) if not signals.quoted(span)]
    if len(spans) >= at_least:
        first, *others = sorted(spans, key=lambda span: (span.block.start, span.start))
        yield Hit(first, {"seam": first.text, "times": len(spans)}, tuple(others), needs=at_least)


def _snippets(block: Block) -> Iterator[Span]:
    if ".. " in block.text or "… " in block.text:
        yield from (Span(block, *found.span()) for found in _SNIPPET.finditer(block.text))


def _joints(block: Block, language: str) -> Iterator[Span]:
    """A capital that begins a sentence where the one before still wants a word: "made of cells which The inverter"."""
    joint, opening = _joint(language), _opening(language)
    if joint and opening and opening.search(block.text):
        yield from (Span(block, *found.span()) for found in joint.finditer(block.text))


@cache
def _joint(language: str) -> re.Pattern[str] | None:
    before, opening = (_list(key, language) for key in ("wants-rest", "opens"))
    if not before or not opening:
        return None
    return compiled(rf"(?<=[a-z] )(?:{'|'.join(sorted(before))}) (?:{'|'.join(sorted(opening))})(?= [a-z])")


@cache
def _opening(language: str) -> re.Pattern[str] | None:
    """The capital of such a word behind another word; those that may stand before it are in every text."""
    opening = "|".join(sorted(_list("opens", language)))
    return compiled(rf"(?=(?:{opening}) [a-z])\w(?<=[^\s.!?…:;,\"”»)] \w)") if opening else None


def _marks(blocks: Sequence[Block]) -> list[Span]:
    """Marks such as [3], [9] and [15], which no list that counts from 1 can have had for itself."""
    marked = (block for block in blocks if "[" in block.text)
    found = [(int(mark[1]), Span(block, *mark.span())) for block in marked for mark in _MARK.finditer(block.text)]
    numbers = sorted(number for number, _ in found)
    apart = len(numbers) > 1 and numbers[0] > 1 and all(b - a >= _GAP for a, b in pairwise(numbers))
    return [span for _, span in found] if apart else []


def _ends(block: Block, signals: Signals) -> Iterator[Span]:
    language = signals.document.language or ""
    if not _may_end(block.text, language):
        return
    for sentence in signals.sentences(block):
        if _may_end(sentence.text, language) and _is_cut(sentence.text, language):
            start = max(0, len(sentence.text) - _LONGEST)
            start += sentence.text[start:].find(" ") + 1 if start else 0
            yield Span(block, sentence.start + start, sentence.end)


@remembered
def _may_end(text: str, language: str) -> bool:
    last = _last(language)
    return last is not None and not _wanting(language).isdisjoint(before_stops(text)) and last.search(text) is not None


def _is_cut(sentence: str, language: str) -> bool:
    told = words(sentence)
    if len(told) < _FEWEST_WORDS:
        return False
    if told[-1] in _list("helpers-last", language):
        return _list("lets-end", language).isdisjoint(words(sentence.rsplit(",", 1)[-1])[:-1])
    return told[-2] not in _list("lets-end-before", language)


@cache
def _wanting(language: str) -> frozenset[str]:
    return frozenset(one.rpartition(" ")[2] for one in _ends_of_cuts(language))


def _ends_of_cuts(language: str) -> frozenset[str]:
    return frozenset().union(*(_list(key, language) for key in ("wants-more", "helpers-last", "pairs-last")))


@cache
def _last(language: str) -> re.Pattern[str] | None:
    """A word that wants another, in lower case, before a single stop."""
    wanting = _ends_of_cuts(language)
    return compiled(rf"(?<=[^\W\d_A-Z] )(?:{'|'.join(sorted(wanting))})\.(?=\s|$)") if wanting else None


@cache
def _list(key: str, language: str) -> frozenset[str]:
    return frozenset(listed("function-words", key, language)) if language else frozenset()
