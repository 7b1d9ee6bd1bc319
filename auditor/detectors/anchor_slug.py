"""Links whose text names something else than the address they lead to."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz import fuzz

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Link, Span
from auditor.signals import Signals
from auditor.text.addresses import slug
from auditor.text.relevance import is_known, stem, weight
from auditor.text.words import WORD

_MOST_LINKS = 2_000  # of one page
_MOST_HITS = 20
_LONGEST = 200  # characters of an anchor text
_WORDS = 4  # shorter anchors and slugs are labels
_TELLING = 2  # words with a subject, on each side
_ALIKE = 50  # rapidfuzz token_set_ratio; pairs that belong together and share no stem lie above it by their spelling
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")


def detect(
    blocks: Sequence[Block],
    signals: Signals,  # noqa: ARG001
    *,
    asks: Lexicon,
    at_least: int,
) -> Iterator[Hit]:
    """A hit for each link, or from two links on one hit for all.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        at_least: fewer links are no hit; above 1 they are told together.
    """
    pairs = islice(((block, link) for block in blocks for link in block.links), _MOST_LINKS)
    found: dict[tuple[str, str], tuple[Span, list[str]]] = {}
    for block, link in pairs:
        if words := _stray(link, asks):
            found.setdefault((link.text, link.href), (Span(block, link.start, link.end), words))
    hits = list(islice(found.values(), _MOST_HITS))
    if len(hits) < at_least:
        return
    if at_least == 1:
        yield from (Hit(span, {"slug": " ".join(words)}) for span, words in hits)
    else:
        (first, words), *others = hits
        yield Hit(first, {"links": len(found), "slug": " ".join(words)}, tuple(span for span, _ in others))


def _stray(link: Link, asks: Lexicon) -> list[str] | None:
    """The slug's words when nothing of the anchor is in them."""
    text = link.text[:_LONGEST]
    if text.count(" ") < _WORDS - 1 or text[0].islower():
        return None
    lowered, words = text.lower(), slug(link.href, min_words=_WORDS)
    if not words or any(len(word) > 3 and word in lowered for word in words):
        return None
    anchor = WORD.findall(lowered)
    if len(anchor) < _WORDS or anchor[0] in asks or not _differ(anchor, words):
        return None
    if (
        _squeezed(anchor, words)
        or _abbreviated(text, words)
        or fuzz.token_set_ratio(lowered, " ".join(words)) >= _ALIKE
    ):
        return None
    return words


def _differ(anchor: list[str], words: list[str]) -> bool:
    """Whether both have a subject, in words that the table of frequencies knows, and share no stem of it."""
    one, other = _telling(anchor), _telling(words)
    return (
        min(len(one), len(other)) >= _TELLING
        and not one & other
        and all(2 * sum(map(is_known, side)) >= len(side) for side in (one, other))
    )


def _telling(words: list[str]) -> set[str]:
    return {entry for word in words if weight(entry := stem(word)) and not entry.isdigit()}


def _squeezed(anchor: list[str], words: list[str]) -> bool:
    """Whether a telling word of one side is part of the other side's letters: "airfryer", "fleatickprevention"."""
    one, other = "".join(anchor), "".join(words)
    return any(len(w) > 3 and w in other and weight(stem(w)) for w in anchor) or any(
        len(w) > 3 and w in one and weight(stem(w)) for w in words
    )


def _abbreviated(text: str, words: list[str]) -> bool:
    """Whether one side has an abbreviation of what the other writes out."""
    initials = "".join(word[0] for word in words)
    if any(short.lower() in initials for short in _CAPITALS.findall(text)):
        return True
    written_out = "".join(word[0] for word in WORD.findall(text.lower()))
    return any(2 < len(word) < 6 and word in written_out for word in words)
