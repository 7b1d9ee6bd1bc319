"""Emphasis: which runs of `*`, `_` and `~~` are markup. The algorithm of CommonMark 0.31, section 6.2 and appendix."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category


@dataclass(slots=True)
class Delimiter:
    """A run of marks; what pairs with another run leaves it, what is left of `[start, end)` is text."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int  # as written


def delimiter(source: str, start: int, end: int, before: str, after: str) -> Delimiter:
    """The run `source[start:end]` between two characters; at the border of a line they are white space."""
    mark = source[start]
    left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    if mark == "_":
        opens = left and (not right or _is_punctuation(before))
        closes = right and (not left or _is_punctuation(after))
    else:
        opens, closes = left, right
    if mark == "~" and end - start != 2:
        opens = closes = False
    return Delimiter(mark, start, end, opens, closes, end - start)


def _is_punctuation(char: str) -> bool:
    return not char.isalnum() and category(char)[0] in "PS"


def resolve(delimiters: Sequence[Delimiter]) -> list[tuple[int, int, str]]:
    """Pair the runs and take the marks of each pair from them: what stands between, and the tag that says the same."""
    found = []
    stack: list[Delimiter] = []
    # Per kind of closer, below which height of the stack no opener fits: keeps the search linear.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        kind = (closer.mark, closer.opens, closer.length % 3)
        while closer.closes and closer.start < closer.end:
            height = _opener(stack, closer, bottoms.get(kind, 0))
            if height < 0:
                bottoms[kind] = len(stack)
                break
            found.append(_pair(stack[height], closer))
            del stack[height + (stack[height].start < stack[height].end) :]
            bottoms = {key: min(bottom, len(stack)) for key, bottom in bottoms.items()}
        if closer.opens and closer.start < closer.end:
            stack.append(closer)
    return found


def _opener(stack: Sequence[Delimiter], closer: Delimiter, bottom: int) -> int:
    return next((i for i in range(len(stack) - 1, bottom - 1, -1) if _fits(stack[i], closer)), -1)


def _fits(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.mark != closer.mark:
        return False
    ambiguous = (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0
    return not ambiguous or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _pair(opener: Delimiter, closer: Delimiter) -> tuple[int, int, str]:
    size = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
    between = opener.end, closer.start
    opener.end -= size
    closer.start += size
    return *between, "s" if opener.mark == "~" else ("em", "strong")[size - 1]
