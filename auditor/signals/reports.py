"""Words that are set off from the page's own and that it reports: of a quotation block, of emphasis, under a speaker.

Markup alone excuses nothing, as junk is set in it too. It takes a sentence of the page itself, around the words or next
to them, that says who wrote, said or published them, or names them as an example.
"""

from bisect import bisect_right
from collections.abc import Sequence

from auditor.expressions import late
from auditor.model import Block, Kind, Span
from auditor.parsing.prose import LABEL
from auditor.text.words import sentences
from auditor.words import words
from auditor.words.notation import matcher

_SET_OFF = frozenset({Kind.QUOTATION, Kind.CAPTION, Kind.ITEM})
_LABEL = late(r"[^\W\d_][\w .'’-]{1,30}:\s")  # who speaks
_MOST = 1 / 3  # of the body: a page that is mostly reported words has nothing to say of them
_REACH = 12  # blocks of one list or exchange
_NEAR = 400  # characters in which the page's own sentence is looked for

_TELLS, _WORDS, _POINTS_TO, _HANDS_OVER = (
    matcher(words("reports", key)) for key in ("tells", "words", "points-to", "hands-over")
)


def set_off(span: Span, tagged: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The interval of its block that holds a place and is not the page's own: in markup, behind a label, the block.

    Args:
        span: the place.
        tagged: what is emphasised or quoted by markup in the block, in order, none within another.
    """
    at = bisect_right(tagged, (span.start, len(span.block.text))) - 1
    if at >= 0 and span.end <= tagged[at][1]:
        return tagged[at]
    label = _LABEL.match(span.block.text)
    return (label.end() if label and label.end() <= span.start else 0), len(span.block.text)


def is_reported(block: Block, interval: tuple[int, int], around: Sequence[Block], at: int, body: int) -> bool:
    """Whether the page reports what is set off. `around[at]` is the block among those of its zone, `body` its words."""
    start, end = interval
    text = block.text
    if len(text[start:end].split()) > _MOST * body:
        return False
    if start and not _LABEL.fullmatch(text[:start]):
        before, after = _last(text[max(0, start - _NEAR) : start]), _first(text[end : end + _NEAR])
        if _tells(f"{before} {after}", block, led=before.endswith(":") or _ends_telling(before)):
            return True
    earlier = _own(block, around[max(0, at - _REACH) : at][::-1])
    lead = _last(earlier.text[-_NEAR:]) if earlier else ""
    if lead.endswith(":") and _tells(lead, block, led=True):
        return True
    later = _own(block, around[at + 1 : at + 1 + _REACH])
    beside = (lead, _first(later.text[:_NEAR]) if later else "")
    return bool(block.kind in _SET_OFF or block.label == LABEL or start) and any(
        _tells(own, block, led=False) for own in beside
    )


def _ends_telling(sentence: str) -> bool:
    """As in "the page said", right before the words."""
    return any(told.end() == len(sentence) for told in _TELLS.finditer(sentence))


def _own(block: Block, near: Sequence[Block]) -> Block | None:
    """The nearest block that is not set off like this one."""
    return next((one for one in near if not _is_like(one, block)), None)


def _is_like(one: Block, block: Block) -> bool:
    return (one.kind is block.kind and one.kind in _SET_OFF) or bool(
        _LABEL.match(one.text) and _LABEL.match(block.text)
    )


def _tells(sentence: str, block: Block, *, led: bool) -> bool:
    """Whether a sentence beside a block says whose words it holds. "These are the tips we used" leads to any list."""
    if not _TELLS.search(sentence) or _HANDS_OVER.search(sentence):
        return False
    pointed = block.kind is not Kind.ITEM and _POINTS_TO.search(sentence) is not None
    return led or pointed or _WORDS.search(sentence) is not None


def _last(text: str) -> str:
    found = sentences(text)
    return text[slice(*found[-1])] if found else ""


def _first(text: str) -> str:
    found = sentences(text)
    return text[slice(*found[0])] if found else ""
