"""English quotations that stop where their sentence does not: at a comma, or at nothing at all, and another one begins.

In 2,303 honest texts a comma ends some before who said them ("…," Wilgus clarifies.), but none before a sentence that
begins with an article or a preposition and has no word of saying.
"""

from functools import cache

from auditor.expressions import late
from auditor.text.quotations import Quotation
from auditor.text.words import WORD
from auditor.words import words

_FEWEST = 6  # words; fewer are names and signs
_SENTENCE = late(r"\s[^.!?…]{1,300}")
_END = late(r"[.!?…]")
_OPENING = '.!?:,…"”’»'


def early_end(quotation: Quotation) -> str:
    """Why it is no whole sentence, where another one follows in its block; empty where it may be."""
    text, block = quotation.text, quotation.span.block.text
    if len(text.split()) < _FEWEST or not _another_begins(block, quotation.end):
        return ""
    if text.endswith(","):
        return "it stops at a comma"
    before = block[: quotation.start].rstrip()[-1:]
    stands_alone = text[0].isupper() and (not before or before in _OPENING)
    return "it stops without a full stop, and another sentence begins" if stands_alone and text[-1].isalpha() else ""


def stops_at_comma(quotation: Quotation, following: str) -> bool:
    """Whether it is the end of its block and ends in a comma, and `following` does not go on with it."""
    text, block = quotation.text, quotation.span.block.text
    goes_on = not following[:1].isupper() or _says(_END.split(following[:300])[0])
    return text.endswith(",") and len(text.split()) >= _FEWEST and not block[quotation.end :].strip() and not goes_on


def _another_begins(block: str, at: int) -> bool:
    """Whether a sentence begins with a word that is no name, and nobody says anything in it."""
    found = _SENTENCE.match(block, at)
    told = WORD.findall(found[0]) if found else []
    return bool(told) and told[0] in _openers() and not _says(found[0] if found else "")


def _says(sentence: str) -> bool:
    return not _verbs().isdisjoint(word.lower() for word in WORD.findall(sentence))


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("quotation", "begins-anew", "en")) - {
        w.capitalize() for w in words("quotation", "subjects", "en")
    }


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("speaking", "verbs", "en"))
