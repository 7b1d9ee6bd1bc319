"""Facts of a profile that cannot be true of anybody."""

from collections.abc import Iterator, Sequence

from auditor.model import Author, Block, Document, Field, Hit, Span
from auditor.model.members import AUTHOR
from auditor.signals import Signals
from auditor.web import hosts_in, is_reserved
from auditor.world.dates.figures import read, years_between


def detect(blocks: Sequence[Block], signals: Signals, *, youngest: int, oldest: int) -> Iterator[Hit]:
    """One hit for each fact: a reserved domain, a date that no calendar has, an age that no author has.

    Args:
        youngest: years below which nobody signs articles.
        oldest: years that nobody has reached.
    """
    document = signals.document
    yield from _reserved(document, blocks)
    for author in document.authors:
        for field in author.all("birthdate", "age"):
            reason = _age(field, youngest, oldest) if field.key == "age" else _birth(field, author, document, youngest)
            if reason:
                yield Hit(field.span, {"fact": field.value[:80], "reason": reason})


def _reserved(document: Document, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Mailboxes and links at domains that nobody can own, each place once."""
    fields = [f for author in document.authors for f in author.all("email", "url", "handle", "other")]
    places = [(field.span, field.value) for field in fields]
    places += [(Span.of(block), block.text) for block in blocks if block.zone is AUTHOR]
    seen: set[tuple[int, str]] = set()
    for span, text in places:
        for start, end, host in hosts_in(text):
            if is_reserved(host) and (span.block.start, host) not in seen:
                seen.add((span.block.start, host))
                place = _mailbox(span, text, start, end)
                yield Hit(
                    place, {"fact": place.text[:80], "reason": f"{host} is reserved for examples, so it reaches nobody"}
                )


def _mailbox(span: Span, text: str, start: int, end: int) -> Span:
    """The whole address around a host, where the span prints it; else the span."""
    if span.text != text:
        return span
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "<([\"'":
        start -= 1
    while end < len(text) and not text[end].isspace() and text[end] not in ">)]\"',;":
        end += 1
    return Span(span.block, span.start + start, span.start + end)


def _age(field: Field, youngest: int, oldest: int) -> str:
    figures = field.value.split()[0] if field.value.split() else ""
    if not figures.lstrip("-").isdecimal() or len(figures) > 6:
        return ""
    age = int(figures)
    return "not a plausible age for an author" if age < youngest or age > oldest else ""


def _birth(field: Field, author: Author, document: Document, youngest: int) -> str:
    printed = read(field.value)
    if not printed:
        return ""
    if printed.in_figures and not printed.day:
        return "no such date exists"
    published = read(document.published or "")
    if not published or not published.day:
        return ""
    age = years_between(printed, published.day)
    if age < 0:
        return "born after the article was published"
    return f"aged {age} when the article was published" if age < youngest and author.name else ""
