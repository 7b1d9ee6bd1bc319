"""Whom a text quotes, how it introduces them and where it links: facts for whoever checks sources."""

from collections.abc import Callable, Iterator, Sequence

from auditor.model import Document, Quoted, Span
from auditor.parsing.places import place
from auditor.signals.folding import Folding
from auditor.text.quotations import Quotation
from auditor.words import words

_PRONOUNS = frozenset(words("function-words", "pronouns"))
_MOST = 200  # speakers; more is no article
_MOST_LINKS = 20
_BESIDE = 120  # characters beside a quotation in which a link belongs to it


def quoted(document: Document, quotations: Sequence[Quotation], folding: Folding | None = None) -> tuple[Quoted, ...]:
    """One record for each speaker; "he" and "she" are whoever was named last, a surname the full name before it."""
    said: dict[str, list[Quotation]] = {}
    last = ""
    for quotation in quotations:
        if quotation.depth or not quotation.speaker:
            continue
        printed = quotation.speaker.text
        name = last if printed.lower() in _PRONOUNS else _known(printed, said)
        if name:
            said.setdefault(name, []).append(quotation)
            last = name
    written = folding.written if folding else _as_it_is
    return tuple(_record(document, name, own, written) for name, own in list(said.items())[:_MOST])


def _known(printed: str, said: dict[str, list[Quotation]]) -> str:
    return next((name for name in said if name.endswith(f" {printed}") or name == printed), printed)


def _as_it_is(span: Span) -> Span:
    return span


def _record(document: Document, name: str, own: Sequence[Quotation], written: Callable[[Span], Span]) -> Quoted:
    start, _ = place(document.source, written(own[0].span))
    line, column = document.lines.at(start)
    return Quoted(
        speaker=_printed(own[0].speaker, name, written),
        introduced=tuple(dict.fromkeys(q.verb for q in own if q.verb)),
        quotations=len(own),
        links=tuple(dict.fromkeys(href for q in own for href in _links(q)))[:_MOST_LINKS],
        line=line,
        column=column,
    )


def _printed(speaker: Span | None, name: str, written: Callable[[Span], Span]) -> str:
    """The name as the page prints it, whatever letters rules read it by."""
    return written(speaker).text if speaker and speaker.text == name else name


def _links(quotation: Quotation) -> Iterator[str]:
    near = Span(quotation.span.block, quotation.start - _BESIDE, quotation.end + _BESIDE)
    for link in quotation.span.block.links:
        if link.start < near.end and near.start < link.end and "//" in link.href:
            yield link.href
