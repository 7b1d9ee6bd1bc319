"""Links whose text names something else than the address they lead to."""

from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.anchors import LONGEST, reads_as_headline
from auditor.text.relevance import is_known, stem, weight
from auditor.text.words import WORD
from auditor.web import slug

_MOST_HITS = 20
_WORDS = 4  # shorter anchors and slugs are labels
_TELLING = 2  # words with a subject, on each side
_ALIKE = 50  # rapidfuzz token_set_ratio; pairs that belong together and share no stem lie above it by their spelling
_LETTERS = 3  # of a word; what is shorter says nothing alone
_CAPITALS = late(r"\b[A-Z]{2,6}(?=s?\b)")


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    asks: Lexicon,
    at_least: int,
    min_share: float = 0,
) -> Iterator[Hit]:
    """A hit for each page that is linked under a strange text, or from two such pages on one hit for all.

    A card links to its page by picture, title and teaser: the texts of all links to one page are read together.

    Args:
        asks: words that open a request ("read", "share") instead of naming a page.
        at_least: fewer pages are no hit; above 1 they are told together.
        min_share: of the links that can be judged; a site whose addresses are not made of titles has some anyway.
    """
    hits = [stray for where, spans in signals.strangely_linked.items() if (stray := _stray(where, spans, asks))]
    if len(hits) < at_least or (min_share and _are_few(len(hits) / min_share, signals.linked, asks)):
        return
    if at_least == 1:
        yield from (Hit(span, {"slug": " ".join(words)}) for span, words in hits[:_MOST_HITS])
    else:
        (first, words), *others = hits
        facts = {"links": len(hits), "slug": " ".join(words)}
        yield Hit(first, facts, tuple(span for span, _ in others[:_MOST_HITS]), needs=at_least)


def _are_few(most: float, linked: dict[str, list[Span]], asks: Lexicon) -> bool:
    """Whether more than `most` pages are linked in a way that can be judged."""
    said = (spans for where, spans in linked.items() if slug(where, min_words=_WORDS))
    judged = (spans for spans in said if any(reads_as_headline(span.text, asks) for span in spans))
    return sum(1 for _ in islice(judged, int(most) + 1)) > most


def _stray(where: str, spans: list[Span], asks: Lexicon) -> tuple[Span, list[str]] | None:
    """The first headline among the links to a page and the slug's words, when none of the links has any of them."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - 13 ms, needed by few pages

    text = " ".join(span.text for span in spans[:10])[:LONGEST]
    lowered = text.lower()
    words = slug(where, min_words=_WORDS)
    headline = next((span for span in spans if reads_as_headline(span.text, asks)), None)
    if not words or not headline or any(len(word) > _LETTERS and word in lowered for word in words):
        return None
    anchor = WORD.findall(lowered)
    if not _differ(anchor, words) or _squeezed(anchor, words) or _abbreviated(text, words):
        return None
    return (headline, words) if fuzz.token_set_ratio(lowered, " ".join(words)) < _ALIKE else None


def _differ(anchor: list[str], words: list[str]) -> bool:
    """Whether both have a subject, in words that the table of frequencies knows, and share no stem of it."""
    one, other = _telling(anchor), _telling(words)
    return (
        min(len(one), len(other)) >= _TELLING
        and sum(len(word) >= _LETTERS for word in words) >= _LETTERS
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
