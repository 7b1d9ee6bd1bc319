"""Quotations with their places, in the styles of English and of the other main scripts.

One pass over the quotation marks of a block with a stack of those that are open. Whether a straight mark opens or
closes follows from its neighbours; apostrophes, elisions ('90s) and inch or minute signs (27") are none.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from auditor.expressions import late
from auditor.model import Block, Span
from auditor.model.scripts import is_unspaced

# Apostrophes inside words are none; Korean, which has none, sets a particle right behind a mark.
_MARK = late(
    r"[\"“”„‟«»‹›「」『』＂]|['‘’‚](?:(?<![^\W_].)|(?![^\W_])|(?=[가-힣]))"
)  # apostrophes inside words are none
_ELISION = late(r"['‘](?:\d\d?s?|em|tis|twas|til|till|cause|cos|n|bout|round|tude)\b", re.IGNORECASE)
_CLOSERS = {
    '"': '"”', "＂": "＂", "“": '”"', "„": '“”"', "‟": "”", "”": "”", "«": "»", "»": "«",
    "‹": "›", "›": "‹", "「": "」", "『": "』", "'": "'", "‘": "’'", "‚": "‘’",
}  # fmt: skip
_SINGLE = frozenset("'‘‚›")
_OPENED = frozenset("[{<(%$#:【")  # signs with which a quoted token may begin
_DEPTH = 6  # quotations nested deeper are noise
_LONGEST_SINGLE = 600  # characters; beyond, the closing mark is more likely an apostrophe


class Quotation(Struct, frozen=True):
    """What stands between two quotation marks of one block."""

    span: Span  # the inside, without white space at its ends
    start: int  # with the marks, as offsets into the block's text
    end: int
    mark: str  # the opening mark
    depth: int = 0  # 1 stands inside another, and so on
    closed: bool = True  # False: runs on into the next paragraph
    speaker: Span | None = None  # a person, a document, whoever stands beside it
    verb: str = ""  # the cue; empty where a dash or a colon gives the speaker
    direction: str = ""  # of the cue: "before" or "after" the quotation; empty without one

    @property
    def text(self) -> str:
        return self.span.text


BetweenMarks = Callable[[Block], Sequence[Quotation]]


def quotations(blocks: Sequence[Block], marked: BetweenMarks | None = None) -> tuple[Quotation, ...]:
    """All quotations in reading order; `marked`: what gives the same as `between_marks`."""
    following = zip(blocks, (*blocks[1:], None), strict=False)
    return tuple(q for block, after in following for q in quotations_of(block, after, marked))


def quotations_of(block: Block, after: Block | None, marked: BetweenMarks | None = None) -> list[Quotation]:
    """The quotations of one block, which another may follow.

    A quotation that is not closed counts when the next block opens with the same mark: the convention for speech of
    several paragraphs. Other marks without a partner are ignored.
    """
    found = (marked or between_marks)(block)
    return [q for q in found if q.closed or (after is not None and after.text.startswith(q.mark))]


def unclosed(block: Block) -> Quotation | None:
    """The quotation that opens in a block and has no end there."""
    return next((q for q in between_marks(block) if not q.closed), None)


def between_marks(block: Block) -> list[Quotation]:
    """What stands between marks, among it at most one quotation that is not closed."""
    stack: list[tuple[int, str]] = []
    found: list[tuple[int, int, str]] = []
    for mark in _MARK.finditer(block.text):
        at, sign = mark.start(), mark.group()
        partner = _partner(block.text, at, sign, stack)
        if partner is not None:
            opened, opener = stack[partner]
            del stack[partner:]
            found.append((opened, at, opener))
        elif _opens(block.text, at, sign):
            _push(stack, at, sign)
    return _nested(block, found, [s for s in stack[:1] if s[1] not in _SINGLE])


def _partner(text: str, at: int, sign: str, stack: list[tuple[int, str]]) -> int | None:
    for i in range(len(stack) - 1, -1, -1):
        opened, opener = stack[i]
        if sign in _CLOSERS[opener] and _closes(text, at, sign, opened, opener):
            return i
    return None


def _closes(text: str, at: int, sign: str, opened: int, opener: str) -> bool:
    if opener in _SINGLE:
        return at - opened <= _LONGEST_SINGLE and not text[at - 1].isspace()
    if sign not in '"＂':
        return True
    after, before = text[at + 1 : at + 2], text[at - 1]
    if after.isalpha() and not before.isspace() and not before.isdigit():
        return at > opened + 1  # a particle or an ending follows, as in Korean and Turkish; it cannot open there
    return at > opened + 1 and not after.isalnum() and not (before.isspace() and _word_like(after))


def _opens(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or sign in "’」』":
        return False
    if sign in _SINGLE:
        return not before.isalnum() and (after.isalnum() or after in _OPENED) and not _ELISION.match(text, at)
    amid = before.isalnum() and not is_unspaced(before)
    return sign not in '"”»＂' or not (amid or after in ".,;:!?)")


def _word_like(character: str) -> bool:
    return bool(character) and not character.isspace() and character not in ".,;:!?)"


def _push(stack: list[tuple[int, str]], at: int, sign: str) -> None:
    """A second opening mark of the same kind means that the first was never closed."""
    if stack and stack[-1][1] == sign and sign in "\"'＂›":
        stack.pop()
    if len(stack) < _DEPTH:
        stack.append((at, sign))


def _nested(block: Block, pairs: list[tuple[int, int, str]], open_ended: list[tuple[int, str]]) -> list[Quotation]:
    ends: list[int] = []
    found = []
    pairs += [(opened, len(block.text), opener) for opened, opener in open_ended]
    for opened, end, opener in sorted(pairs):
        while ends and ends[-1] < end:
            ends.pop()
        start, stop = _inside(block.text, opened + 1, end)
        if start < stop:
            closed = end < len(block.text)
            found.append(Quotation(Span(block, start, stop), opened, end + closed, opener, len(ends), closed))
            ends.append(end)
    return found


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))
