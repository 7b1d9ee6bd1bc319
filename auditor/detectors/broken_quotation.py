"""Quotations that were cut off, or set into a sentence that does not hold them."""

import re
from collections.abc import Iterator, Sequence

from auditor.lexicon import Lexicon
from auditor.model import Block, Hit, Kind
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.reporting import SPEECH_VERBS
from auditor.text.title_case import in_title_case
from auditor.text.words import WORD
from auditor.words import words as listed

_MOST = 50  # places in one finding; nobody reads more
_STOP = ".,!?…;:—–-"
_CLOSERS = "\"'”’»)]"
_GOES_ON = re.compile(r"[,;]?\s([a-z][\w'’-]*)")
_SENTENCE_END = re.compile(r"[.!?…][\"”’]?\s[^\W\d_a-z]")
_SAID = SPEECH_VERBS | frozenset(listed("quotation", "said-in-print"))
_AHEAD = 100  # characters after a quotation in which a reporting verb makes it speech
# What may follow a statement that serves as a subject or an item: "... is the motto", "... and ...".
_CONTINUES = frozenset(listed("quotation", "goes-on"))
_JOINS = frozenset(listed("quotation", "starts-anew"))  # dialogue without its commas, lists


def detect(
    blocks: Sequence[Block],
    signals: Signals,
    *,
    openers: Lexicon,
    noun_openers: Lexicon,
    min_words: int,
    min_sentence: int,
    at_least: int = 1,
    at_most: int | None = None,
    together: bool = False,
) -> Iterator[Hit]:
    """One hit for each broken quotation, or one for all of them.

    Args:
        openers: words that cannot end a full sentence.
        noun_openers: words that cannot end any quotation.
        min_words: shorter quotations may be fragments.
        min_sentence: words from which on a quotation with a capital is a sentence and not a phrase.
        at_least: broken quotations of the document from which on there are hits.
        at_most: and up to which there are.
        together: one hit, the further places as related.
    """
    wanted = {block.start for block in blocks}
    quotations = [q for q in signals.quotations if q.span.block.start in wanted]
    broken = [(q, fault) for q in quotations if (fault := _fault(q, openers, noun_openers, min_words, min_sentence))]
    if len(broken) < at_least or (at_most is not None and len(broken) > at_most):
        return
    if together:
        first, *more = (q.span for q, _ in broken[:_MOST])
        yield Hit(first, {"count": len(broken)}, tuple(more))
        return
    for quotation, fault in broken:
        yield Hit(quotation.span, {"fault": fault, "count": len(broken)})


def _fault(quotation: Quotation, openers: Lexicon, noun_openers: Lexicon, min_words: int, min_sentence: int) -> str:
    text = quotation.text
    said = text.split()
    if quotation.depth or not quotation.closed or len(said) < min_words or quotation.span.block.kind is Kind.QUOTATION:
        return ""
    follows = _GOES_ON.match(quotation.span.block.text, quotation.end)
    bare = text.rstrip(_CLOSERS)
    stopped, last = bare[-1:] in _STOP, said[-1].lower()
    opens = text.lstrip("([-–—•* ")[:1].isupper() and _opens_sentence(quotation)
    if not stopped and (
        last in noun_openers or (follows and opens and last in openers and follows[1] not in _CONTINUES)
    ):
        return f'it breaks off at "{said[-1]}"'
    if not follows or not opens or follows[1] in _JOINS or in_title_case(text) or _is_speech(quotation, follows[1]):
        return ""
    if bare[-1:] == "." and bare[-2:-1] != ".":
        return "it ends with a full stop, and the sentence goes on"
    return (
        ""
        if stopped or len(said) < min_sentence or follows[1] in _CONTINUES
        else "it is a whole sentence, and the sentence around it goes on"
    )


def _opens_sentence(quotation: Quotation) -> bool:
    before = quotation.span.block.text[max(0, quotation.start - 4) : quotation.start].rstrip()
    return not before or before[-1] in '.!?…"”’»'


def _is_speech(quotation: Quotation, first: str) -> bool:
    """A verb of saying follows: at once, or before the sentence ends."""
    text = quotation.span.block.text
    stop = _SENTENCE_END.search(text, quotation.end, quotation.end + _AHEAD)
    after = text[quotation.end : stop.start() if stop else quotation.end + _AHEAD]
    return first in _SAID or not SPEECH_VERBS.isdisjoint(WORD.findall(after))
