"""Two days on which one thing begins, ends, is held or is due: "the fair opens on 3 May", later "on 5 May"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.signals.changing import is_corrected
from auditor.words import words
from auditor.words.notation import either
from auditor.world.dates.sentences import Said, dates

_HAPPENS = ("begins-on", "ends-on", "held-on")  # with a subject; what is due needs none
_DUE = "due-on"
_LONG_WORD = late(r"[^\W\d_]{4,}")
_REACH = 80  # characters before a date in which the verb and its subject stand
_MOST = 6  # dates of a text; one with more is a calendar


Key = tuple[str, str, str]  # the kind, which of several, and what


class Day(NamedTuple):
    """A date on which something happens, where that is said."""

    said: Said
    span: Span


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each thing with two days: on the later, the earlier as related."""
    code = signals.document.language or ""
    if not words("figures", _DUE, code):
        return
    found: defaultdict[Key, list[Day]] = defaultdict(list)
    read = [block for block in blocks if block.kind in (PARAGRAPH, ITEM)]
    for key, day in _days(read, signals, code):
        found[key].append(day)
    for first, *others in found.values():
        later = next((day for day in others if _differ(first.said, day.said)), None)
        is_alone = len({(day.said.month, day.said.day) for day in (first, *others)}) == 2
        if later and is_alone and not _is_explained((first, later), read, signals):
            yield Hit(later.span, {"one": first.span.text, "other": later.span.text}, (first.span,))


def _is_explained(days: Sequence[Day], blocks: Sequence[Block], signals: Signals) -> bool:
    quoted = any(signals.quoted(day.span) for day in days)
    return quoted or is_corrected(signals) or _is_calendar(blocks, signals)


def _is_calendar(blocks: Sequence[Block], signals: Signals) -> bool:
    """Whether a text has many dates, and so tells of many events."""
    found = (said for b in blocks for said in dates(b.text, signals.words(b), signals.document.language))
    return len({(said.month, said.day) for said in found}) > _MOST


def _differ(one: Said, other: Said) -> bool:
    are_of_one_year = None in (one.year, other.year) or one.year == other.year
    return are_of_one_year and (one.month, one.day) != (other.month, other.day)


def _days(blocks: Sequence[Block], signals: Signals, code: str) -> Iterator[tuple[Key, Day]]:
    """What happens on which day; not where the sentence tells of another time, or of several days."""
    apart = frozenset(words("figures", "of-another-day", code))
    for block in blocks:
        if _may_happen(code).isdisjoint(signals.vocabulary_of(block)):
            continue
        for said in dates(block.text, signals.words(block), code):
            before = block.text[max(0, said.start - _REACH) : said.start]
            for key, start in _happening(before, code):
                sentence = next(one for one in signals.sentences(block) if one.start <= said.start < one.end)
                if apart.isdisjoint(sentence.text.lower().split()):
                    yield key, Day(said, Span(block, said.start - len(before) + start, said.end))


def _happening(before: str, code: str) -> Iterator[tuple[Key, int]]:
    """What a text that a date follows says of it: the kind and whose it is, and where that begins."""
    for kind in (_DUE, *_HAPPENS):
        if found := _form(kind, code).search(before):
            which, subject = ((found.groupdict().get(name) or "").lower() for name in ("which", "subject"))
            if subject not in words("figures", "no-subject", code):
                yield (kind, "" if which in words("figures", "the", code) else which, subject), found.start()
                return


@cache
def _form(kind: str, code: str) -> re.Pattern[str]:
    subject = r"(?:(?P<which>[^\W\d_][\w'’-]{2,24}) )?(?P<subject>[^\W\d_][\w'’-]{2,24}) " if kind != _DUE else ""
    return compiled(rf"\b{subject}(?:{either(words('figures', kind, code))})\s$", re.IGNORECASE)


@cache
def _may_happen(code: str) -> frozenset[str]:
    """The words that the phrases are made of."""
    listed = (phrase for kind in (_DUE, *_HAPPENS) for phrase in words("figures", kind, code))
    return frozenset(word.lower() for phrase in listed for word in _LONG_WORD.findall(phrase))
