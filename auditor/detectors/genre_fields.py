"""Fields that a template prints for one kind of page, on a page of another kind."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.lexicon import WordFile
from auditor.model import Block, Hit, Span, Zone
from auditor.signals import Signals
from auditor.words import subject
from auditor.words.finding import places

_WORDS = "-words"  # behind the name of a kind, the list of words that its pages hold
_VALUE = ":："


def detect(blocks: Sequence[Block], signals: Signals, *, kinds: WordFile, at_least: int) -> Iterator[Hit]:
    """One hit for each kind with so many of its fields, if no other block holds a word of it.

    Args:
        kinds: the word file; each list is the fields of a kind, beside one of the words that such a page holds.
        at_least: different fields.
    """
    known = subject(signals.document.language or "", kinds)
    standing = _fields(_of_the_article(blocks, signals), signals, kinds, known) if known else {}
    for kind, found in standing.items():
        if len({span.text.casefold() for span in found}) >= at_least and not _is_of(
            known[kind + _WORDS], found, signals
        ):
            yield Hit(found[0], {"kind": kind, "fields": len(found)}, tuple(found[1:]), needs=at_least)


def _of_the_article(blocks: Sequence[Block], signals: Signals) -> list[Block]:
    """Its body, and what stands between its headline and that; other fields of a page are of what it links to."""
    head = max((block.start for block in signals.titles), default=-1)
    text = min((block.start for block in signals.body), default=-1)
    return [block for block in blocks if block.zone is Zone.BODY or head < block.start < text]


@cache
def _kinds_of(language: str, kinds: str) -> Mapping[str, list[str]]:
    """The fields of all kinds, with the kinds that have them."""
    found: dict[str, list[str]] = {}
    for kind, fields in subject(language, kinds).items():
        for field in () if kind.endswith(_WORDS) else fields:
            found.setdefault(field, []).append(kind)
    return found


def _fields(
    blocks: Sequence[Block], signals: Signals, kinds: WordFile, known: Mapping[str, tuple[str, ...]]
) -> dict[str, list[Span]]:
    """The fields of each kind, as forms print them: with a capital at the head and the value's mark behind.

    All kinds are looked up at once, and only in lines that have such a mark.
    """
    kinds_of = _kinds_of(signals.document.language or "", kinds)
    found: dict[str, list[Span]] = {kind: [] for kind in known if not kind.endswith(_WORDS)}
    for block, standing in signals.holding.phrases(signals.possible(tuple(kinds_of), blocks), blocks):
        if set(_VALUE).isdisjoint(block.text):
            continue
        places_of = {kind: [field for field in standing if kind in kinds_of[field]] for kind in found}
        for kind, own in places_of.items():
            found[kind] += [Span(block, *place) for place in sorted(places(block.text, own)) if _labels(block, *place)]
    return found


def _labels(block: Block, start: int, end: int) -> bool:
    behind = block.text[end : end + 2].lstrip()
    return block.text[start].isupper() and behind[:1] in _VALUE and bool(behind)


def _is_of(words: tuple[str, ...], found: Sequence[Span], signals: Signals) -> bool:
    """Whether the rest of the page is of the kind."""
    own = {span.block.start for span in found}
    told = frozenset(words)
    return any(block.start not in own and not told.isdisjoint(signals.vocabulary_of(block)) for block in _rest(signals))


def _rest(signals: Signals) -> Iterator[Block]:
    yield from signals.titles
    yield from signals.body
