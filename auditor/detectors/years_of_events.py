"""Two years in which one thing happened once: a school that closed in 1983, and "the school closed in 1987"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from auditor.expressions import late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import changes, is_corrected
from auditor.text.events import Event, events, names_before
from auditor.words import words

_MOST = 200  # events that are looked at: a text with more is a chronicle
_YEAR = late(r"\b(?:1[5-9]|20)\d\d\b")


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each event: on the later year, the earlier as related."""
    code = signals.document.language or ""
    once = frozenset(words("figures", "once", code))
    found: defaultdict[tuple[str, str], list[tuple[Event, Block]]] = defaultdict(list)
    read = (block for block in blocks if block.kind in (PARAGRAPH, ITEM) and signals.figures(block))
    told = (block for block in read if _YEAR.search(block.text))
    happened = (block for block in told if not once.isdisjoint(signals.vocabulary_of(block)))
    for one, block in islice(((one, there) for there in happened for one in events(there.text, code)), _MOST):
        found[one.subject, one.happened].append((one, block))
    for (first, there), *others in found.values():
        if len({one.year for one, _ in others} - {first.year}) == 1:
            later, here = next((one, block) for one, block in others if one.year != first.year)
            spans = Span(here, later.start, later.end), Span(there, first.start, first.end)
            if later.is_known and not _is_explained(later, spans, blocks, signals):
                facts = {"subject": spans[0].text.split()[0].strip(","), "happened": later.happened}
                yield Hit(spans[0], {**facts, "one": first.year, "other": later.year}, spans[1:])


def _is_explained(later: Event, spans: tuple[Span, Span], blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether two of a name are meant, it happened again, or the text quotes or corrects a year."""
    code = signals.document.language or ""
    named = {name for block in blocks for name in names_before(later.subject, block.text, code)}
    quoted = any(map(signals.quoted, spans)) or is_corrected(signals)
    within = spans[1].block, spans[0].block
    return len(named) > 1 or quoted or changes(later.subject, blocks, within, ("again",), signals)
