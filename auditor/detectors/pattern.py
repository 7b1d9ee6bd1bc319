"""Wording that regular expressions describe."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Kind, Span
from auditor.signals import Signals
from auditor.signals.subjects import is_subject
from auditor.text.wording import NONE, Wording

_END = late(r"[.!?。！？…()\[\]\n]")
_OPENS = frozenset(":：-–—")  # a match with one of these may begin what is meant
_ONWARD = 100  # characters after a match that a message quotes with it


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    patterns: Wording,
    at_least: int = 1,
    even_quoted: bool = False,
    formats: list[str] | None = None,
    beside: Wording = NONE,
    about: str | None = None,
) -> Iterator[Hit]:
    """One hit: the first match, the others as related.

    Args:
        patterns: regular expressions, case ignored; each must be linear.
        at_least: fewer matches are no hit.
        even_quoted: count matches between quotation marks and in code spans too.
        formats: the formats of source that are searched; all when absent.
        beside: expressions that count only where `patterns` matched, too.
        about: word files whose list `subject` tells texts about the matter, which are left alone.
    """
    if formats and signals.document.format not in formats:
        return

    def found(wording: Wording) -> list[Span]:
        said = (one for one in signals.matches(wording, blocks) if one.block.kind is not Kind.CODE)
        return [one for one in said if even_quoted or not signals.quoted(one)]

    first = found(patterns)
    every = found(Wording((*patterns, *beside))) if first and beside else first
    if len(every) >= at_least and not (about and is_subject((*signals.titles, *blocks), signals, about)):
        facts = {"match": every[0].text, "times": len(every), "onward": _onward(every[0])}
        yield Hit(every[0], facts, tuple(every[1:]), needs=at_least)


def _onward(span: Span) -> str:
    """A match and the rest of its sentence: of "TODO: a" what is to be done."""
    if _OPENS.isdisjoint(span.text):
        return span.text
    rest = span.block.text[span.end : span.end + _ONWARD]
    end = _END.search(rest)
    cut = rest[: end.start()] if end else rest
    whole = end or span.end + _ONWARD >= len(span.block.text)
    return f"{span.text}{cut if whole else cut.rpartition(' ')[0] + '…'}".strip()
