"""English quotations whose marks stand where speech neither begins nor ends, or that hold two voices.

None of 2,162 English texts has one: no speaker goes on behind his closing mark, no "'t" stands by itself, no inner
quotation begins that nothing ends, and nobody is asked something in the middle of what he says.
"""

import re
from collections.abc import Iterator
from functools import cache

from auditor.expressions import compiled, late
from auditor.model import Block, Span
from auditor.text.quotations import Quotation
from auditor.words import words

_TAIL = 40  # characters before a stop in which the last words stand
_OWN = late(r"(?<![\w’'-])(?:I|I['’]m|my|we|our)(?!\w)")
# "'We couldn' said the coach, 't have asked'": an apostrophe that closed, and the rest of its word.
_TORN = late(r"[a-z]n['’]\s[^.!?]{3,80}?(?<=[\s,])['’]t\s(?=[a-z])")
_SENTENCE = late(r"(?<=[a-z]{2})\.\s(?=[A-Z])")
_ENDING = late(r"\s([a-z]+)$")
_WHO = late(r"\s(?:a|an|the)\s[a-z]{2,14}\s(?:who|which|whose)$")
_ENDS_INNER = late(r"['’](?!\w)")


def astray_marks(block: Block) -> Iterator[tuple[Span, str]]:
    """Speech of a paragraph that goes on behind its closing mark, and words that an apostrophe was taken to end."""
    text = block.text
    for found in _behind().finditer(text) if "”" in text or '"' in text else ():
        if _OWN.search(found["rest"]):
            yield Span(block, *found.span("rest")), "its speaker goes on behind the closing mark"
    if torn := _TORN.search(text):
        yield Span(block, *torn.span()), "an apostrophe closes it"


def two_voices(quotation: Quotation) -> str:
    """Why not all words between its marks are those of its speaker; empty where they may be."""
    text = quotation.text
    if "?" not in text and (asked := _asked().search(text)):
        return f'a question is asked in it ("{asked[1][:30].rsplit(" ", 1)[0]}")'
    inner = _inner().search(text) if quotation.mark in '“"' else None
    goes_on = inner and _SENTENCE.search(text, inner.end())  # where both end together one mark often stands for both
    if inner and goes_on and not _ENDS_INNER.search(text, inner.end()):
        return "what is quoted in it is never closed"
    ends = (stop.start() for stop in _SENTENCE.finditer(text))
    if last := next(filter(None, (_last(text[max(0, end - _TAIL) : end]) for end in ends)), ""):
        return f'a sentence in it breaks off at "{last}"'
    told = _told().search(text)
    return f'the reporter speaks in it ("{told[0].strip()}")' if told else ""


@cache
def _asked() -> re.Pattern[str]:
    asks, asks_with = ("|".join(words("quotation", key, "en")) for key in ("asks", "asks-with"))
    return compiled(rf"[a-z]\s(?:and|so)\s((?:{asks})\s(?:{asks_with})\syou\s[^?]{{20,}})")


@cache
def _inner() -> re.Pattern[str]:
    """Where an inner quotation begins."""
    no_elision = rf"(?!\d|(?:{'|'.join(words('quotation', 'elided', 'en'))})\b)"
    return compiled(rf"(?<![\w’'.])(?:‘{no_elision}(?=\w)|'{no_elision}(?=\w+ \w))", re.IGNORECASE)


def _last(text: str) -> str:
    """The word at which a sentence of several was cut: one that ends none, or "who" behind somebody: "a man who"."""
    found = _ENDING.search(text)
    never = found is not None and found[1] in words("quotation", "never-last", "en")
    return found[1] if found and (never or _WHO.search(text)) else ""


@cache
def _behind() -> re.Pattern[str]:
    """No stop before the mark, the sentence behind it, and only then who says it."""
    verbs = "|".join(words("quotation", "said-behind", "en"))
    goes_on = "|".join(words("quotation", "goes-on", "en"))
    named = rf"(?:he|she|they|[A-Z][\w’'-]{{1,20}}(?:\s[A-Z][\w’'-]{{1,20}})?|the\s\w{{3,14}})\s(?:{verbs})"
    return compiled(
        rf"[a-z][”\"]\s(?!(?:{goes_on})\b)(?P<rest>[a-z][^“”\".!?]{{10,200}}),\s(?:{named}|(?:{verbs})\s(?:[A-Z]|the\s))"
    )


@cache
def _told() -> re.Pattern[str]:
    """At the end and without its comma: "nobody saw us said the ferryman."."""
    return compiled(
        r"(?<=[a-z]\s)(?<!\bas\s)(?<!like\s)(?<!than\s)(?<!what\s)(?<!thing\s)(?<!who\s)(?<!which\s)(?<!that\s)(?<!\bhe\s)(?<!she\s)(?<!they\s)(?<!\bit\s)(?<!one\s)(?<!and\s)(?<!but\s)"
        r"(?:said|says)\s(?:the\s(?:\w{2,14}\s){0,2}\w{3,14}|(?:Mr|Mrs|Ms|Dr)\.?\s[A-Z]\w{1,20}|[A-Z]\w{2,20}(?:\s[A-Z]\w{2,20})?)[.,]?$"
    )
