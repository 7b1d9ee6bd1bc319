"""A span of days or years that is not as long as the text says: "from 9 to 11 May, a five-day festival"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.text.numerals import number, says_it_errs, value
from auditor.words import words
from auditor.words.notation import either
from auditor.world.dates.names import groups

_YEAR = r"(?:1[5-9]|20)\d\d"
_TWO_YEARS = late(rf"{_YEAR}\s[^\W\d]{{1,8}}\s{_YEAR}")
_LAST_DAY = 31  # of a month; what is higher is a year


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each span."""
    code = signals.document.language or ""
    if not words("figures", "days-long", code):
        return
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and signals.figures(block) > 1 and _may_last(block.text, code):
            for found in (found for form in _forms(code) for found in form.finditer(block.text)):
                span, right = Span(block, *found.span()), _right(found, code)
                if right and not signals.quoted(span) and not says_it_errs(block.text, code):
                    yield Hit(span, {"right": right, "said": found["long"]}, needs=1)


def _right(found: re.Match[str], code: str) -> str:
    """How long it is; empty if that may be what is said: whole days, the nights between them, years begun."""
    first, last, said = int(found["a"]), int(found["b"]), value(found["n"], code)
    years = first > _LAST_DAY
    length = last - first + (0 if years else 1)
    if length < 1 or abs(length - said) <= (1 if years else 0) or (not years and said == length - 1):
        return ""
    return f"{length} {found['unit']}s"


def _may_last(text: str, code: str) -> bool:
    """Whether something is of some days, or two years stand near each other; spares most texts the search."""
    return (
        any(f"-{unit}" in text for unit in words("figures", "days-long", code)) or _TWO_YEARS.search(text) is not None
    )


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """The days of one month, or two years, with how long they are right behind or before them."""
    months = "|".join(
        re.escape(name) for names in groups(code, "months") for name in sorted(names, key=len, reverse=True)
    )
    until, since = either(words("figures", "until", code)), either(words("figures", "since", code))
    days, years, apposed = (either(words("figures", key, code)) for key in ("days-long", "years-long", "apposed"))
    to = rf"(?:\s(?:{until})\s|\s?[-–]\s?)"
    a, b = r"(?<![\d.:/–-])(?P<a>\d{1,2})(?:st|nd|rd|th)?", r"(?P<b>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
    long = rf"(?P<long>(?P<n>{number(code)})-(?P<unit>{days}))\b"
    in_order = (rf"{a}{to}{b}\s(?:{months})\b", rf"\b(?:{months})\s{a}{to}{b}")
    spans = [rf"{span}(?:,?\s{_YEAR})?,\s(?:{apposed})\s{long}" for span in in_order]
    spans += [rf"\b{long}\s[^\W\d_]{{3,20}}\s(?:{since}\s|\()?{span}" for span in in_order]
    two_years = rf"\b(?:{since})\s(?P<a>{_YEAR})\s(?:{until})\s(?P<b>{_YEAR})"
    of_years = rf"(?P<long>(?P<n>{number(code)})\s(?P<unit>{years})s)\b"
    spans.append(rf"{two_years}(?:,\s(?:{apposed}\s)?|\s\(){of_years}(?!\s[^\W\d_])")
    return tuple(compiled(span, re.IGNORECASE) for span in spans)
