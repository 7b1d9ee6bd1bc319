"""What programs and trials leave where a page names its author or tells of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import AUTHOR, BOILERPLATE
from auditor.signals import Signals
from auditor.signals.author_places import beside, is_labelled, names, told
from auditor.words import words
from auditor.words.notation import either
from auditor.world.machine_names import is_typed, key_of_authors, machine_name, machine_words, masked, null_day
from auditor.world.slots import Slot, slot
from auditor.world.unfilled_lives import is_no_value, left_blank, lettered, of_a_form, template_authors, unfilled_names

_BLANK = 2  # fields of a box with nothing in them
_BRACKETS = late(r"\[([^\[\]]{2,40})\]")
_X = late(r"\bX[a-zà-ÿ]")


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit: the first place, the others as related."""
    if signals.shows_code:
        return
    found = [span for span in names(signals) if machine_name(span.text)]
    found += [span for span in beside(signals) if is_typed(span.text)]
    found += [part for span in beside(signals) if (part := _part(span, key_of_authors(span.text)))]
    found += [part for span in told(signals) if (part := _told(span, signals)) and not _is_mentioned(part, signals)]
    blank = [Span.of(block) for block in blocks if block.zone is AUTHOR and is_no_value(block.text)]
    found += blank if len(blank) >= _BLANK else []
    places = {(span.block.start, span.start): span for span in reversed(found)}
    if places:
        first, *others = (places[place] for place in sorted(places))
        yield Hit(first, {"match": first.text[:80], "times": len(places)}, tuple(others))


def _told(span: Span, signals: Signals) -> Span | None:
    text = span.text
    place = (
        machine_words(text)
        or _opened(text)
        or of_a_form(text, signals.document.language or "")
        or template_authors(text)
    )
    if not place and span.block.zone is BOILERPLATE:  # what stands in the text has a rule of its own
        place = _bracketed(text)
    if not place and (span.block.zone is AUTHOR or is_labelled(span.block)):
        place = _trial(text) or lettered(text) or left_blank(text) or unfilled_names(text)
    if not place and (place := masked(text)) and signals.once("names with X", lambda: _has_an_x(signals)):
        return None
    return _part(span, place)


def _is_mentioned(part: Span, signals: Signals) -> bool:
    """Whether it is quoted; fields of letters have the marks of quotations of their own: «Contributor_First»."""
    return signals.quoted(part) and not part.text.startswith("«")


def _part(span: Span, place: tuple[int, int] | None) -> Span | None:
    return Span(span.block, span.start + place[0], span.start + place[1]) if place else None


def _has_an_x(signals: Signals) -> bool:
    """Whether some name begins with X."""
    return any(_X.search(block.text) for block in signals.document.blocks)


def _opened(text: str) -> tuple[int, int] | None:
    """ "Member since 1 January 1970" """
    since = _since().search(text)
    end = null_day(text, since.end()) if since else None
    return (since.start(), end) if since and end else None


def _bracketed(text: str) -> tuple[int, int] | None:
    """ "Reviewed by [Name], [Credentials]" """
    return next((found.span() for found in _BRACKETS.finditer(text) if slot(found[1]) > Slot.MEDIUM), None)


def _trial(text: str) -> tuple[int, int] | None:
    found = _notes().search(text)
    return found.span() if found else None


@cache
def _since() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{either(words('profiles', 'since'))})\W{{1,3}}", re.IGNORECASE)


@cache
def _notes() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{either(words('profiles', 'trial-notes'))})(?!\w)", re.IGNORECASE)
