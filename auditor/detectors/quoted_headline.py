"""Headlines that are given as what somebody said."""

from collections.abc import Iterator, Sequence

from auditor.expressions import late
from auditor.model import Block, Hit, Zone
from auditor.signals import Signals
from auditor.text.quotations import Quotation
from auditor.text.title_case import in_title_case
from auditor.text.words import length, words

_SUFFIX = late(r" [|–—] [A-Z][\w.’'& ]{2,40}$")
_MARKS = frozenset('"“”„«»‹›「」『』‘:?？')  # of a headline that says what somebody said
_OWN = "it is the headline of this page"
_NEAR = 40  # characters before a quotation
_SAYS_NEXT = late(r"(?:\sthat)?[,:]?\s$")


def detect(blocks: Sequence[Block], signals: Signals, *, min_words: int, own: bool = False) -> Iterator[Hit]:
    """One hit for each quotation that a verb of saying introduces and that is a headline.

    It is one when it carries a publisher's suffix, stands in Title Case, or is the text of a related link; or where it
    is, word for word, that of the page, unless that has quotation marks or asks: it is then itself what somebody said.

    Args:
        min_words: shorter quotations may be titles of works.
        own: look for the headline of the page, and for no other.
    """
    wanted = {block.start for block in blocks}
    linked = {tuple(words(block.text)) for block in signals.document.zone(Zone.LINKS)}
    titles = {tuple(words(block.text)) for block in signals.titles if _MARKS.isdisjoint(block.text)}
    for quotation in signals.quotations:
        if quotation.span.block.start not in wanted or quotation.depth or not quotation.verb:
            continue
        said = tuple(words(quotation.text))
        if length(said) < min_words:
            continue
        if form := (_OWN if said in titles else "") if own else _form(quotation, said in linked):
            yield Hit(quotation.span, {"form": form})


def _form(quotation: Quotation, is_linked: bool) -> str:
    if _SUFFIX.search(quotation.text):
        return "it carries a publisher's suffix"
    if is_linked:
        return "it is the text of a related link"
    return "it is in Title Case" if _is_said(quotation) and in_title_case(quotation.text) else ""


def _is_said(quotation: Quotation) -> bool:
    """The verb stands right before it: "states that", "said:"; not "described in"."""
    before = quotation.span.block.text[max(0, quotation.start - _NEAR) : quotation.start]
    head = _SAYS_NEXT.sub("", before)
    return quotation.direction == "before" and head.endswith(quotation.verb)
