"""Titles of one page that are about different things."""

from collections.abc import Iterator, Sequence

from auditor.model import Block, Hit, Span
from auditor.signals import Signals
from auditor.text.relevance import Coverage, coverage, stems
from auditor.text.words import as_printed, words
from auditor.web import host

_MOST = 12  # distinct titles of one page
_LONGEST = 400


def detect(
    blocks: Sequence[Block], signals: Signals, *, below: float, at_least: float, min_weight: float, min_words: int
) -> Iterator[Hit]:
    """One hit for each title that is about another thing than the text, and than another title that is about the text.

    Args:
        below: a title of whose weighted content the body takes up less is about something else.
        at_least: a title of whose content the body takes up this share is about the text.
        min_weight: titles with less content are not judged.
        min_words: shorter bodies are not judged.
    """
    titles = list({b.text: b for b in blocks if b in signals.titles and len(b.text) <= _LONGEST}.values())[:_MOST]
    if len(titles) < 2 or signals.document.words < min_words:
        return
    if all(coverage(block.text, signals.lead_stems).whole >= 2 * below for block in titles):
        return  # most pages: the opening settles it, and the whole text need not be stemmed
    found = [(block, coverage(block.text, signals.lead_stems, signals.stems)) for block in titles]
    fitting = [block for block, covered in found if covered.whole >= at_least]
    for block, covered in found:
        if covered.share < below and covered.weight >= min_weight and not _is_name(block, signals):
            others = [other for other in fitting if not _shared(block, other)]
            if others and len(others) == len(fitting):
                yield _hit(block, others[0], covered)


def _hit(block: Block, other: Block, covered: Coverage) -> Hit:
    facts = {
        "where": block.label or block.zone.value,
        "missing": as_printed(block.text, covered.missing[:6]),
        "other": other.text,
    }
    return Hit(Span.of(block), facts, (Span.of(other),))


def _shared(block: Block, other: Block) -> bool:
    known = stems(words(other.text))
    return coverage(block.text, known).whole > 0


def _is_name(block: Block, signals: Signals) -> bool:
    """Whether it is what the site or its author is called: a banner in first-level heading."""
    document = signals.document
    names = " ".join([document.site or "", *document.byline]).lower()
    plain = "".join(words(block.text))
    hosts = "".join(host(url).replace(".", "").replace("-", "") for url in (document.url, document.canonical) if url)
    return plain in "".join(words(names)) or plain in hosts
