"""Parts that are larger than the whole that the same sentence names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Hit, Span
from auditor.model.members import ITEM, PARAGRAPH
from auditor.signals import Signals
from auditor.words import words

_NUMBER = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,9}"
_YEARS = range(1900, 2101)


def detect(blocks: Sequence[Block], signals: Signals) -> Iterator[Hit]:
    """One hit for each sentence part "of the 40 people who came, 52 were" or "52 of the 40 people"."""
    for block in blocks:
        if block.kind in (PARAGRAPH, ITEM) and signals.figures(block) > 1 and _names_two(signals.words(block)):
            for form in _forms():
                for found in form.finditer(block.text):
                    part, whole = (int(found[name].replace(",", "")) for name in ("part", "whole"))
                    span = Span(block, found.start(), found.end())
                    if part > whole > 1 and part not in _YEARS and not signals.quoted(span):
                        yield Hit(span, {"part": found["part"], "whole": found["whole"]}, needs=1)


def _names_two(found: Sequence[str]) -> bool:
    """Whether words can be a part of a whole; spares most texts the search."""
    return "of" in found and sum(word[0].isdigit() for word in found) > 1


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    people = "|".join(words("numbers", "counted", "en"))
    verbs = "|".join(words("numbers", "said-of-counted", "en"))
    whole = rf"(?:the|our|these|those|its|all)\s(?P<whole>{_NUMBER})\s(?:\w{{3,15}}\s){{0,2}}(?:{people})\b"
    part = rf"(?<![\d.,/£$€:-])(?P<part>{_NUMBER})(?![\d.,/:%]*\d|\s?%)"
    return (
        compiled(rf"\bof\s{whole}[^.,;:!?\d]{{0,60}},\s{part}\s(?:{verbs})\b", re.IGNORECASE),
        compiled(rf"{part}\s(?:out\s)?of\s{whole}", re.IGNORECASE),
    )
