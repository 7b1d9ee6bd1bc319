"""Fields that a template prints for one kind of page, on a page of another kind."""

from collections.abc import Iterator, Sequence

from auditor.lexicon import WordFile
from auditor.model import Block, Hit, Span
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
    marked = [block for block in blocks if not set(_VALUE).isdisjoint(block.text)]
    for kind, fields in known.items() if marked else ():
        if kind.endswith(_WORDS):
            continue
        found = [span for block in marked for span in _fields(block, fields)]
        if len({span.text.casefold() for span in found}) >= at_least and not _is_of(
            known[kind + _WORDS], found, signals
        ):
            yield Hit(found[0], {"kind": kind, "fields": len(found)}, tuple(found[1:]), needs=at_least)


def _fields(block: Block, fields: tuple[str, ...]) -> Iterator[Span]:
    """Each field with its value's mark behind it and a capital at its head, as forms print them."""
    for start, end in sorted(places(block.text, fields)):
        behind = block.text[end : end + 2].lstrip()
        if block.text[start].isupper() and behind[:1] in _VALUE and behind:
            yield Span(block, start, end)


def _is_of(words: tuple[str, ...], found: Sequence[Span], signals: Signals) -> bool:
    """Whether the rest of the page is of the kind."""
    own = {span.block.start for span in found}
    told = frozenset(words)
    return any(block.start not in own and not told.isdisjoint(signals.vocabulary_of(block)) for block in _rest(signals))


def _rest(signals: Signals) -> Iterator[Block]:
    yield from signals.titles
    yield from signals.body
