"""English quotations of which something is gone: all words, the first of them, or who said them.

In 2,162 English texts nothing between two marks is announced as speech, no quotation begins with a full stop, and
behind none stands "said" with nobody who said it.
"""

import re
from collections.abc import Iterator
from functools import cache

from auditor.expressions import compiled
from auditor.model import Block, Span
from auditor.text.quotations import Quotation
from auditor.words import words

_FEWEST = 6  # words of a quotation whose speaker is looked for; shorter ones are names and titles
_TWO = 2  # signs: a mark and the blank behind it


def empty_speech(block: Block) -> Iterator[tuple[Span, str]]:
    """Marks of a paragraph with nothing in them, or with a stop where a sentence should begin."""
    for form, fault in _forms():
        if found := form.search(block.text):
            yield Span(block, found.start("place"), found.end("place")), fault


def said_by_nobody(quotation: Quotation) -> str:
    """Why nobody says it, by what stands in the place of a speaker; empty where somebody may stand there."""
    text, block = quotation.text, quotation.span.block.text
    before = block[: quotation.start].rstrip()[-1:]
    nameless = block[quotation.start + 1 : quotation.start + _TWO].isspace()  # "“ and I met": a name is gone
    if not (nameless or text[:1].isupper()) or len(text.split()) < _FEWEST or (before and before not in '.!?…"”’'):
        return ""
    found = _nobody().match(block, quotation.end)
    if not found:
        found = _stump().match(block, quotation.end) if text.endswith(",") else None
    return f'nobody says it ("{found[0].strip()}")' if found else ""


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    verbs = "|".join(words("quotation", "said-behind", "en"))
    announced = "|".join(words("quotation", "announces", "en"))
    empty = r"(?:“\s?[”“]|\"\"(?!\"))(?![\w(])"
    return (
        (
            compiled(
                rf"(?P<place>\b(?:{announced})\b[^“”\"(){{}};]{{0,60}}[,:]\s{empty}|{empty},?\s(?:(?:{verbs})\s(?:the|[A-Z])|(?:he|she|they|[A-Z][\w’'-]{{1,20}})\s(?:{verbs})\b))"
            ),
            "nothing stands between its marks",
        ),
        (
            compiled(
                rf"\b(?:{verbs})(?:\s[\w’'-]{{1,20}}){{0,4}}[,:]\s(?P<place>(?:“\s?|\")[.,;:!?]\s[A-Za-z][^“”\"]{{0,80}})"
            ),
            "it begins with a stop",
        ),
    )


@cache
def _nobody() -> re.Pattern[str]:
    """Behind a quotation a verb of saying and then no name: "said .", "said of the board", "said the."."""
    verbs = "|".join(words("quotation", "said-behind", "en"))
    lacking = "|".join(words("quotation", "no-speakers", "en"))
    return compiled(rf",?\s(?:{verbs})(?:\s?[.,;](?=\s|$)|\s(?:{lacking})\s(?=\w)|\s(?:the|a|an)\s?[.,;](?=\s|$))")


@cache
def _stump() -> re.Pattern[str]:
    """Behind a comma what would go on from a name: ", who keeps the lamp", "of the harbour board"."""
    return compiled(r"\s(?:,\s(?:who|whose|the|an?|of)\s(?=\w)|(?:who|whose)\s(?=\w)|of\s(?=the\s|[A-Z]))")
